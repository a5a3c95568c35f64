import QtQuick

/// A short word with a shape and a colour; the shape and the word say the same as the colour.
Rectangle {
    id: root

    property string text
    property string tone
    property string iconName

    implicitWidth: row.implicitWidth + Theme.px(12)
    implicitHeight: Theme.px(20)
    radius: Theme.px(4)
    color: Theme.toneSoft(tone)
    border.width: Theme.contrast ? 1 : 0
    border.color: Theme.tone(tone)
    visible: text !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap1
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.px(12)
            color: Theme.tone(root.tone)
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: Theme.tone(root.tone)
            font.family: Theme.family
            font.pixelSize: Theme.px(11.5)
            font.weight: Font.DemiBold
        }
    }
}
