import QtQuick
import QtQuick.Templates as T

T.Switch {
    id: root

    implicitWidth: indicator.width + (text === "" ? 0 : Theme.gap2 + label.implicitWidth)
    implicitHeight: Math.max(Theme.px(24), label.implicitHeight)
    hoverEnabled: true
    Accessible.name: text

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        width: Theme.px(34)
        height: Theme.px(20)
        radius: height / 2
        color: root.checked ? Theme.accent : Theme.base
        border.width: root.checked ? 0 : 1
        border.color: Theme.fieldLine
        Rectangle {
            x: root.checked ? parent.width - width - Theme.px(3) : Theme.px(3)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(14)
            height: width
            radius: width / 2
            color: root.checked ? Theme.accentInk : Theme.fieldLine
            Behavior on x {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
        FocusRing {
            radius: parent.radius + 2
            shown: root.visualFocus
        }
    }
    contentItem: Label {
        id: label
        leftPadding: root.indicator.width + Theme.gap2
        text: root.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
