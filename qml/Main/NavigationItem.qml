import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Ui

T.AbstractButton {
    id: root

    required property string iconName
    property int count: 0
    property string countTone
    property bool narrow: false
    property string keys

    implicitHeight: Theme.px(34)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Layout.fillWidth: true
    Accessible.role: Accessible.PageTab
    Accessible.name: count > 0 ? text + " " + count : text
    Accessible.selected: checked

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.selection : root.hovered ? Theme.hover : "transparent"
        border.width: Theme.contrast && root.checked ? 1 : 0
        border.color: Theme.line
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            x: root.narrow ? Math.round((parent.width - width) / 2) - (count.visible ? Theme.gap1 : 0) : Theme.px(10)
            y: Math.round((parent.height - height) / 2) + (root.narrow && count.visible ? Theme.px(3) : 0)
            name: root.iconName
            color: root.checked ? Theme.accentText : Theme.muted
        }
        Label {
            x: Theme.px(38)
            width: (count.visible ? count.x - Theme.gap1 : parent.width) - x
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.narrow
            text: root.text
            color: root.checked ? Theme.accentText : Theme.text
            font.weight: root.checked ? Font.DemiBold : Font.Medium
            font.pixelSize: Theme.px(13.5)
            Accessible.ignored: true
        }
        Count {
            id: count
            x: root.narrow ? parent.width - width : parent.width - width - Theme.gap2
            y: root.narrow ? 0 : Math.round((parent.height - height) / 2)
            value: root.count
            tone: root.countTone !== "" ? root.countTone : root.checked ? "accent" : ""
        }
    }
    Hint {
        x: root.width + Theme.gap2
        y: Math.round((root.height - height) / 2)
        text: root.keys === "" ? root.text : root.text + "  " + root.keys
        shown: root.narrow && (root.hovered || root.visualFocus)
    }
}
