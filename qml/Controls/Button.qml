import QtQuick
import QtQuick.Templates as T

/// A button with a word, perhaps an icon, and the key that does the same.
T.Button {
    id: root

    enum Kind { Secondary, Primary, Quiet, Danger }

    property int kind: Button.Secondary
    property string iconName
    property string keys
    /// On a coloured ground: the colour of its words.
    property color ink: kind === Button.Primary ? Theme.accentInk : kind === Button.Danger ? Theme.emergencyInk : Theme.text
    readonly property color words: filled && !enabled ? Theme.disabled : ink
    readonly property bool filled: kind === Button.Primary || kind === Button.Danger

    implicitHeight: Theme.controlHeight
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    leftPadding: Theme.gap3
    rightPadding: keys !== "" ? Theme.gap2 : Theme.gap3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled || filled ? 1 : 0.55
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.name: text
    Accessible.description: keys === "" ? "" : qsTr("Key %1").arg(keys)

    background: Rectangle {
        radius: Theme.radius
        color: {
            if (root.filled && !root.enabled)
                return Theme.pressed;
            if (root.kind === Button.Primary)
                return root.down || root.hovered ? Theme.accentHover : Theme.accent;
            if (root.kind === Button.Danger)
                return root.hovered ? Qt.lighter(Theme.emergencyFill, 1.1) : Theme.emergencyFill;
            if (root.down)
                return Theme.pressed;
            if (root.hovered)
                return Theme.hover;
            return root.kind === Button.Quiet ? "transparent" : Theme.raised;
        }
        border.width: root.kind === Button.Secondary ? 1 : 0
        border.color: Theme.contrast ? Theme.text : Theme.dark ? "#3a4552" : "#cbd2da"
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: Theme.px(16)
                color: root.filled ? root.words : Theme.muted
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                color: root.words
                visible: text !== ""
            }
            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                keys: root.keys
                color0: root.filled ? root.words : Theme.muted
                outline: root.filled ? Qt.rgba(root.ink.r, root.ink.g, root.ink.b, 0.45) : Theme.line
            }
        }
    }
}
