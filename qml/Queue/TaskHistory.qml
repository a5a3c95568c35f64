pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// Notes of the staff and what was done, the newest last.
Card {
    id: root

    required property var task
    readonly property var entries: {
        const all = [];
        for (const note of task.notes ?? [])
            all.push({ at: new Date(note.at), who: note.author?.name ?? "", text: note.text, isNote: true });
        for (const step of task.history ?? []) {
            if (step.action !== "note")
                all.push({ at: new Date(step.at), who: step.by?.name ?? qsTr("The assistant"), text: Words.action(step.action), machine: !step.by, detail: step.detail ?? "", isNote: false });
        }
        return all.sort((a, b) => a.at - b.at);
    }
    signal noteWanted

    title: qsTr("Notes and history")
    corner: Button {
        kind: Button.Quiet
        text: qsTr("Add note")
        iconName: "plus"
        onClicked: root.noteWanted()
    }

    Repeater {
        model: root.entries
        RowLayout {
            id: entry

            required property var modelData

            spacing: Theme.gap2
            Layout.fillWidth: true
            Avatar {
                name: entry.modelData.who
                iconName: entry.modelData.machine ? "phone" : ""
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                RowLayout {
                    spacing: Theme.gap1
                    Layout.fillWidth: true
                    Label {
                        text: entry.modelData.isNote ? entry.modelData.who : entry.modelData.who + " " + entry.modelData.text
                        font.pixelSize: Theme.px(13)
                        font.weight: entry.modelData.isNote ? Font.DemiBold : Font.Normal
                        secondary: !entry.modelData.isNote
                        Layout.fillWidth: true
                    }
                    Caption {
                        text: Words.moment(entry.modelData.at)
                    }
                }
                Label {
                    visible: entry.modelData.isNote || (entry.modelData.detail ?? "") !== ""
                    text: entry.modelData.isNote ? entry.modelData.text : entry.modelData.detail ?? ""
                    secondary: !entry.modelData.isNote
                    wrapMode: Text.Wrap
                    lineHeight: 1.15
                    Layout.fillWidth: true
                }
            }
        }
    }
}
