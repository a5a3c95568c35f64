import QtQuick
import QtQuick.Templates as T

T.Slider {
    id: root

    implicitWidth: Theme.px(200)
    implicitHeight: Theme.px(24)
    hoverEnabled: true

    background: Rectangle {
        x: 0
        y: Math.round((root.height - height) / 2)
        width: root.width
        height: Theme.px(4)
        radius: 2
        color: Theme.contrast ? Theme.disabled : Theme.pressed
        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: root.visualPosition * (root.width - width)
        y: Math.round((root.height - height) / 2)
        width: Theme.px(16)
        height: width
        radius: width / 2
        color: Theme.base
        border.width: 2
        border.color: Theme.accent
        FocusRing {
            radius: width / 2
            shown: root.visualFocus
        }
    }
}
