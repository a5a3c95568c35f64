pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Desktop
import Frontdesk.Calls
import Frontdesk.Controls
import Frontdesk.Ui

/// One task in full: what is asked, by whom, in which words, and what was done about it.
ColumnLayout {
    id: root

    required property Desk desk
    property bool single: false
    readonly property var task: desk.detail.task
    readonly property bool open: task.status !== "completed"
    readonly property bool mine: desk.detail.mine && task.status === "in_progress"
    signal commanded(string action)
    signal closed

    spacing: 0

    TranscriptModel {
        id: transcript
        api: root.desk.api
        callId: root.desk.detail.callId
    }
    RecordingPlayer {
        id: player
        api: root.desk.api
        callId: root.task.has_recording ? root.desk.detail.callId : ""
    }
    Connections {
        target: root.desk
        function onCallWords(words: var) {
            transcript.onCallWords(words);
        }
    }
    Command {
        action: "play"
        enabled: root.visible && player.callId !== ""
        onActivated: player.toggle()
    }

    // Who and how urgent, and what can be done: always in sight
    Rectangle {
        color: Theme.base
        implicitHeight: head.implicitHeight + Theme.gap3 + Theme.gap4
        Layout.fillWidth: true
        ColumnLayout {
            id: head
            anchors.fill: parent
            anchors.leftMargin: root.single ? Theme.gap3 : Theme.gap4 + Theme.gap1
            anchors.rightMargin: Theme.gap4
            anchors.topMargin: Theme.gap4
            anchors.bottomMargin: Theme.gap3
            spacing: Theme.gap3
            Button {
                visible: root.single
                kind: Button.Quiet
                iconName: "chevron-left"
                text: qsTr("Back to the list")
                Layout.leftMargin: -Theme.gap3
                Layout.topMargin: -Theme.gap2
                Layout.bottomMargin: -Theme.gap2
                onClicked: root.closed()
            }
            RowLayout {
                spacing: Theme.gap2
                ColumnLayout {
                    spacing: 2
                    RowLayout {
                        spacing: Theme.gap2
                        Heading {
                            text: root.task.patient_name || Words.phone(root.task.callback_number ?? "") || (root.desk.detail.ready ? qsTr("Unknown caller") : " ")
                            Layout.maximumWidth: implicitWidth + 1
                            Layout.fillWidth: true
                        }
                        PriorityMark {
                            priority: root.task.priority ?? ""
                        }
                        Badge {
                            text: root.task.flagged ? qsTr("Flagged") : ""
                            tone: "accent"
                            iconName: "flag"
                        }
                        Badge {
                            text: Words.approval(root.task.approval?.state ?? "")
                            tone: Words.approvalTone(root.task.approval?.state ?? "")
                        }
                        Item {
                            Layout.fillWidth: true
                        }
                    }
                    Label {
                        secondary: true
                        font.pixelSize: Theme.px(13)
                        visible: root.desk.detail.ready
                        wrapMode: Text.Wrap
                        text: [Words.requestType(root.task.request_type ?? ""), Words.phone(root.task.callback_number ?? ""), Words.moment(root.task.created_at), root.task.task_id].filter(part => part).join("  ·  ")
                        Layout.fillWidth: true
                    }
                }
                Row {
                    visible: root.desk.detail.ready
                    Layout.alignment: Qt.AlignTop
                    IconButton {
                        iconName: "copy"
                        text: qsTr("Copy the task") + "  " + Keymap.sequence("copy")
                        onClicked: root.commanded("copy")
                    }
                    IconButton {
                        iconName: "printer"
                        text: qsTr("Print the task") + "  " + Keymap.sequence("print")
                        onClicked: root.commanded("print")
                    }
                }
                RowLayout {
                    visible: (root.task.assignee?.name ?? "") !== ""
                    spacing: Theme.gap2
                    Avatar {
                        name: root.task.assignee?.name ?? ""
                        mine: root.desk.detail.mine
                        implicitWidth: Theme.px(26)
                    }
                    Caption {
                        text: root.desk.detail.mine ? qsTr("You have this") : qsTr("%1 has this").arg(root.task.assignee?.name ?? "")
                        visible: root.width > Theme.px(560)
                    }
                }
            }
            Flow {
                spacing: Theme.gap1
                visible: root.desk.detail.ready
                Layout.fillWidth: true
                Button {
                    objectName: "claimButton"
                    kind: root.open && !root.mine ? Button.Primary : Button.Secondary
                    visible: root.open
                    iconName: root.mine ? "" : "hand"
                    text: root.mine ? qsTr("Give back") : qsTr("Claim")
                    keys: Keymap.sequence("claim")
                    onClicked: root.commanded("claim")
                }
                Button {
                    objectName: "doneButton"
                    kind: root.mine ? Button.Primary : Button.Secondary
                    iconName: root.mine ? "check" : ""
                    text: root.open ? qsTr("Complete") : qsTr("Open again")
                    keys: Keymap.sequence("done")
                    onClicked: root.commanded("done")
                }
                Button {
                    visible: root.open
                    text: qsTr("Call back")
                    keys: Keymap.sequence("phone")
                    onClicked: root.commanded("phone")
                }
                Button {
                    visible: root.open
                    text: qsTr("To doctor")
                    keys: Keymap.sequence("doctor")
                    onClicked: root.commanded("doctor")
                }
                Button {
                    text: qsTr("Note")
                    keys: Keymap.sequence("note")
                    onClicked: root.commanded("note")
                }
                Button {
                    text: root.task.flagged ? qsTr("Unflag") : qsTr("Flag")
                    keys: Keymap.sequence("flag")
                    onClicked: root.commanded("flag")
                }
            }
        }
        Divider {
            width: parent.width
            anchors.bottom: parent.bottom
        }
    }
    BusyLine {
        running: !root.desk.detail.ready && root.desk.detail.problem === ""
        Layout.fillWidth: true
    }
    Banner {
        visible: root.desk.detail.problem !== ""
        text: root.desk.detail.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        columnWidth: Theme.px(860)
        margin: root.single ? Theme.gap3 : Theme.gap4 + Theme.gap1
        visible: root.desk.detail.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        RequestCard {
            task: root.task
            fields: root.desk.detail.fields
            canPlay: player.callId !== ""
            onPlayWanted: ms => {
                player.seek(ms);
                if (!player.playing)
                    player.toggle();
            }
        }
        Card {
            title: qsTr("Call")
            note: root.task.has_recording ? "" : qsTr("This call was not recorded.")
            PlayerBar {
                visible: player.callId !== ""
                player: player
                Layout.fillWidth: true
            }
            TranscriptView {
                transcript: transcript
                positionMs: player.playing || player.positionMs > 0 ? player.positionMs : -1
                Layout.fillWidth: true
                onSeekWanted: ms => player.seek(ms)
            }
        }
        TaskHistory {
            task: root.task
            onNoteWanted: root.commanded("note")
        }
    }
    Item {
        visible: !root.desk.detail.ready
        Layout.fillHeight: true
    }
}
