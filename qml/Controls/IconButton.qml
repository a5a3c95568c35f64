import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A button that is only an icon; its name is spoken and shown as a hint.
T.Button {
    id: root

    required property string iconName
    property color ink: Theme.muted
    property int iconSize: Theme.icon

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    Layout.minimumWidth: implicitWidth
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered || root.checked ? Theme.hover : "transparent"
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: root.ink
        }
    }
    Hint {
        text: root.text
        shown: root.hovered || root.visualFocus
    }
}
