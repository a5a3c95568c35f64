import QtQuick
import QtQuick.Templates as T

T.CheckBox {
    id: root

    implicitWidth: indicator.width + Theme.gap2 + label.implicitWidth
    implicitHeight: Math.max(Theme.px(24), label.implicitHeight)
    hoverEnabled: true
    spacing: Theme.gap2
    Accessible.name: text

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        width: Theme.px(18)
        height: width
        radius: Theme.px(4)
        color: root.checked ? Theme.accent : Theme.base
        border.width: root.checked ? 0 : 1
        border.color: root.hovered ? Theme.muted : Theme.fieldLine
        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            size: Theme.px(14)
            color: Theme.accentInk
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Label {
        id: label
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
