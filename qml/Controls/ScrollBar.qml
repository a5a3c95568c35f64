import QtQuick
import QtQuick.Templates as T

T.ScrollBar {
    id: root

    implicitWidth: Theme.px(10)
    implicitHeight: Theme.px(10)
    padding: 2
    minimumSize: 0.06
    visible: size < 1

    contentItem: Rectangle {
        radius: width / 2
        color: root.pressed ? Theme.muted : root.hovered ? Theme.disabled : Theme.contrast ? Theme.text : Theme.dark ? "#3b4654" : "#c8cfd7"
    }
}
