import QtQuick

/// The key that does the same, beside its button.
Rectangle {
    property string keys
    property color color0: Theme.muted
    property color outline: Theme.line

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.gap2)
    implicitHeight: Theme.px(18)
    radius: Theme.px(4)
    color: "transparent"
    border.color: outline
    visible: keys !== ""
    Accessible.ignored: true

    Text {
        id: label
        anchors.centerIn: parent
        text: parent.keys === "Space" ? qsTr("Space") : parent.keys
        color: parent.color0
        font.family: Theme.family
        font.pixelSize: Theme.px(11)
        font.weight: Font.Medium
    }
}
