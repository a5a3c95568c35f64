pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// Everything for one decision, on one card.
Card {
    id: root

    required property var task
    readonly property var details: task.details ?? ({})

    inset: Theme.gap6

    RowLayout {
        spacing: Theme.gap3
        Layout.fillWidth: true
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.gap2
                Heading {
                    text: root.task.patient_name || qsTr("Unknown caller")
                    Layout.maximumWidth: implicitWidth + 1
                    Layout.fillWidth: true
                }
                PriorityMark {
                    priority: root.task.priority ?? ""
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            Label {
                secondary: true
                font.pixelSize: Theme.px(13)
                text: [Words.phone(root.task.callback_number ?? ""), qsTr("waits %1").arg(Words.age(new Date(root.task.created_at), Words.now))].filter(part => part !== "").join("  ·  ")
                Layout.fillWidth: true
            }
        }
        Badge {
            text: Words.requestType(root.task.request_type ?? "")
            tone: "accent"
            iconName: Words.requestIcon(root.task.request_type ?? "")
            implicitHeight: Theme.px(26)
            Layout.alignment: Qt.AlignTop
        }
    }
    Divider {}
    Label {
        text: root.details.reason ?? root.details.question ?? Words.requestType(root.task.request_type ?? "")
        font.pixelSize: Theme.px(17)
        font.weight: Font.Medium
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.gap2
        visible: (root.task.last_lines ?? []).length > 0
        Layout.fillWidth: true
        Caption {
            text: qsTr("From the call")
        }
        Repeater {
            model: root.task.last_lines ?? []
            RowLayout {
                id: line

                required property var modelData

                spacing: Theme.gap3
                Layout.fillWidth: true
                Rectangle {
                    implicitWidth: 2
                    color: line.modelData.speaker === "caller" ? Theme.accent : Theme.line
                    Layout.fillHeight: true
                }
                Label {
                    text: line.modelData.speaker === "caller" ? "“" + line.modelData.text + "”" : line.modelData.text
                    secondary: line.modelData.speaker !== "caller"
                    wrapMode: Text.Wrap
                    lineHeight: 1.2
                    Layout.fillWidth: true
                }
            }
        }
    }
    Rectangle {
        visible: (root.task.staff_note ?? "") !== ""
        radius: Theme.radius
        color: Theme.neutralSoft
        implicitHeight: note.implicitHeight + Theme.gap6
        Layout.fillWidth: true
        ColumnLayout {
            id: note
            anchors.fill: parent
            anchors.margins: Theme.gap3
            spacing: 2
            Caption {
                text: qsTr("Staff's note")
            }
            Label {
                text: root.task.staff_note ?? ""
                wrapMode: Text.Wrap
                lineHeight: 1.2
                Layout.fillWidth: true
            }
        }
    }
}
