pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// What is asked for: each value with the caller's own words, and where the assistant was not sure.
Card {
    id: root

    required property var task
    required property var fields
    property bool canPlay: false
    readonly property real sureFrom: 0.7
    signal playWanted(int ms)

    title: qsTr("Request")
    corner: Badge {
        text: root.task.due_at && root.task.status !== "completed" ? (new Date(root.task.due_at) < Words.now ? qsTr("Promised by %1").arg(Words.moment(root.task.due_at)) : qsTr("Call back by %1").arg(Words.moment(root.task.due_at))) : ""
        tone: root.task.due_at && new Date(root.task.due_at) < Words.now ? "urgent" : ""
        iconName: "clock"
    }

    Rectangle {
        visible: (root.task.escalation_reason ?? "") !== ""
        radius: Theme.radius
        color: Theme.toneSoft(root.task.priority === "emergency" ? "emergency" : "urgent")
        implicitHeight: why.implicitHeight + Theme.gap4
        Layout.fillWidth: true
        RowLayout {
            id: why
            anchors.fill: parent
            anchors.margins: Theme.gap2
            anchors.leftMargin: Theme.gap3
            spacing: Theme.gap2
            Icon {
                name: root.task.priority === "emergency" ? "octagon" : "triangle"
                size: Theme.px(14)
                color: Theme.tone(root.task.priority === "emergency" ? "emergency" : "urgent")
            }
            Label {
                text: qsTr("Handed over: %1").arg(Words.reason(root.task.escalation_reason ?? ""))
                strong: true
                font.pixelSize: Theme.px(13)
                Layout.fillWidth: true
                wrapMode: Text.Wrap
            }
        }
    }
    Repeater {
        model: root.fields
        RowLayout {
            id: line

            required property var modelData

            spacing: Theme.gap3
            Layout.fillWidth: true
            Label {
                text: SlotWords.field(line.modelData.name)
                secondary: true
                Layout.preferredWidth: Theme.px(136)
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                RowLayout {
                    spacing: Theme.gap2
                    Label {
                        text: SlotWords.value(line.modelData.name, line.modelData.value)
                        font.weight: Font.Medium
                        wrapMode: Text.Wrap
                        Layout.maximumWidth: implicitWidth + 1
                        Layout.fillWidth: true
                    }
                    Badge {
                        text: !line.modelData.confirmed && line.modelData.confidence < root.sureFrom ? qsTr("Unsure, %1").arg(Words.percent(line.modelData.confidence)) : ""
                        iconName: "question"
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                }
                Caption {
                    text: "“" + (line.modelData.said_as ?? "") + "”"
                    visible: (line.modelData.said_as ?? "") !== "" && String(line.modelData.said_as).toLowerCase() !== String(line.modelData.value).toLowerCase()
                    font.italic: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            IconButton {
                iconName: "play"
                iconSize: Theme.px(13)
                implicitWidth: Theme.px(24)
                implicitHeight: Theme.px(20)
                text: qsTr("Hear it")
                visible: root.canPlay && (line.modelData.to_ms ?? 0) > 0
                Layout.alignment: Qt.AlignTop
                onClicked: root.playWanted(line.modelData.from_ms)
            }
        }
    }
    Divider {
        visible: note.visible
    }
    ColumnLayout {
        id: note
        visible: (root.task.note ?? "") !== ""
        spacing: 2
        Layout.fillWidth: true
        Caption {
            text: qsTr("The assistant's note")
        }
        Label {
            text: root.task.note ?? ""
            wrapMode: Text.Wrap
            lineHeight: 1.2
            Layout.fillWidth: true
        }
    }
}
