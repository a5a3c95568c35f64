import QtQuick
import QtQuick.Layouts

/// A control with its label above, and what is wrong or helps below.
ColumnLayout {
    id: root

    property string label
    property string help
    property string problem
    default property alias content: slot.data

    spacing: Theme.gap1
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.alignment: Qt.AlignTop

    Caption {
        text: root.label
        visible: text !== ""
        color: Theme.text
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
    ColumnLayout {
        id: slot
        spacing: Theme.gap2
        Layout.fillWidth: true
    }
    Caption {
        text: root.problem !== "" ? root.problem : root.help
        visible: text !== ""
        color: root.problem !== "" ? Theme.problem : Theme.muted
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
