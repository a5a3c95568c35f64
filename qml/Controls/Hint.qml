import QtQuick
import QtQuick.Templates as T

/// A word of explanation for what the pointer or the keyboard is on.
T.ToolTip {
    id: root

    required property bool shown

    visible: shown && text !== ""
    delay: 500
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height + Theme.gap1 : 0
    margins: Theme.gap2
    padding: Theme.gap2
    implicitWidth: contentItem.implicitWidth + 2 * padding
    implicitHeight: contentItem.implicitHeight + Theme.gap2
    contentItem: Text {
        text: root.text
        color: Theme.base
        font.family: Theme.family
        font.pixelSize: Theme.small
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.px(4)
        color: Theme.text
    }
}
