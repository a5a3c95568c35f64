import QtQuick
import QtQuick.Layouts

/// Something the whole window must know: offline, or a problem with a page.
Rectangle {
    id: root

    property string text
    property string tone: "urgent"
    property string iconName: "alert"
    default property alias actions: slot.data

    implicitHeight: Math.max(Theme.px(36), row.implicitHeight + Theme.gap2)
    color: Theme.toneSoft(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gap4
        anchors.rightMargin: Theme.gap2
        spacing: Theme.gap2
        Icon {
            name: root.iconName
            size: Theme.px(16)
            color: Theme.tone(root.tone)
        }
        Label {
            text: root.text
            font.pixelSize: Theme.px(13)
            wrapMode: Text.Wrap
            maximumLineCount: 3
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        RowLayout {
            id: slot
            spacing: Theme.gap2
        }
    }
    Divider {
        width: parent.width
        anchors.bottom: parent.bottom
    }
}
