pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Calls
import Frontdesk.Client
import Frontdesk.Controls
import Frontdesk.Ui

/// A call with one's own assistant from this desk: the same ears, rules and voice as for a patient, and nothing is kept.
FocusScope {
    id: root

    required property ApiClient api
    readonly property bool talking: line.state === TestCall.Talking
    readonly property bool busy: line.state === TestCall.Connecting
    readonly property bool single: width < Theme.px(760)

    function toggle() {
        if (talking || busy)
            line.hangUp();
        else
            line.call();
    }
    /// How the call ended, for somebody who tries out their own clinic.
    function ending(outcome: string): string {
        switch (outcome) {
        case "escalated":
        case "emergency_escalated":
            return qsTr("Now your own line would ring. In a test it does not.");
        case "completed":
            return qsTr("The assistant took care of it. A patient would hang up content.");
        case "caller_hung_up":
            return qsTr("You hung up.");
        default:
            return qsTr("The call is over.");
        }
    }

    TestCall {
        id: line
        api: root.api
    }
    Command {
        action: "testcall"
        onActivated: root.toggle()
    }
    Command {
        action: "mute"
        enabled: root.talking
        onActivated: line.muted = !line.muted
    }
    Keys.onPressed: event => {
        if (root.talking && /^[0-9*#]$/.test(event.text)) {
            line.press(event.text);
            event.accepted = true;
        }
    }

    GridLayout {
        anchors.fill: parent
        columns: root.single ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0
        ScrollPage {
            Layout.fillHeight: !root.single
            Layout.fillWidth: root.single
            Layout.preferredWidth: root.single ? -1 : Theme.px(400)
            Layout.preferredHeight: root.single ? Math.min(contentHeight, root.height * 0.55) : -1
            ColumnLayout {
                spacing: Theme.gap1
                Layout.fillWidth: true
                Heading {
                    text: qsTr("Test call")
                }
                Label {
                    text: qsTr("Talk to your own assistant as a patient would. It hears, decides and speaks as on the telephone; no task is left, nobody is alarmed, nothing is recorded.")
                    secondary: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            Card {
                RowLayout {
                    spacing: Theme.gap3
                    Layout.fillWidth: true
                    Rectangle {
                        implicitWidth: Theme.px(44)
                        implicitHeight: width
                        radius: width / 2
                        color: Theme.toneSoft(root.talking ? "good" : "")
                        Rectangle {
                            anchors.centerIn: parent
                            width: parent.width * (1 + 0.6 * line.level)
                            height: width
                            radius: width / 2
                            color: "transparent"
                            border.width: 2
                            border.color: Theme.good
                            visible: root.talking && line.level > 0.02
                        }
                        Icon {
                            anchors.centerIn: parent
                            name: root.talking ? "mic" : "phone"
                            color: root.talking ? Theme.good : Theme.muted
                            size: Theme.px(22)
                        }
                    }
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true
                        Label {
                            objectName: "testState"
                            text: root.talking ? qsTr("Talking") : root.busy ? qsTr("Calling …") : line.state === TestCall.Over ? qsTr("Call ended") : qsTr("Ready")
                            strong: true
                            Layout.fillWidth: true
                        }
                        Caption {
                            text: root.talking ? Words.length(Words.now - line.since) + (line.muted ? " · " + qsTr("muted") : "") : qsTr("A headset is best: from speakers the assistant hears itself.")
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                    }
                }
                Flow {
                    spacing: Theme.gap2
                    Layout.fillWidth: true
                    Button {
                        objectName: "testCall"
                        focus: true
                        kind: root.talking || root.busy ? Button.Danger : Button.Primary
                        iconName: "phone"
                        text: root.talking || root.busy ? qsTr("Hang up") : line.state === TestCall.Over ? qsTr("Call again") : qsTr("Call the assistant")
                        keys: Keymap.sequence("testcall")
                        onClicked: root.toggle()
                    }
                    Button {
                        text: line.muted ? qsTr("Unmute") : qsTr("Mute")
                        visible: root.talking
                        keys: Keymap.sequence("mute")
                        onClicked: line.muted = !line.muted
                    }
                }
                Caption {
                    visible: root.talking
                    text: qsTr("The keys 0 to 9, * and # are the telephone's keys.")
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            Banner {
                objectName: "testProblem"
                visible: line.problem !== ""
                text: line.problem
                Layout.fillWidth: true
            }
            Card {
                visible: line.state === TestCall.Over && line.outcome !== ""
                title: qsTr("How it ended")
                Label {
                    text: root.ending(line.outcome)
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            Card {
                visible: line.escalationReason !== ""
                title: qsTr("Handed over")
                Badge {
                    text: Words.reason(line.escalationReason)
                    tone: line.escalationReason.startsWith("emergency") ? "emergency" : "urgent"
                    iconName: line.escalationReason.startsWith("emergency") ? "octagon" : "triangle"
                }
            }
            Repeater {
                model: line.tasks
                Card {
                    id: task

                    required property var modelData
                    readonly property var details: modelData.details ?? ({})

                    title: Words.requestType(modelData.request_type)
                    note: qsTr("What staff would find")
                    corner: Badge {
                        text: qsTr("Test")
                        tone: "accent"
                    }
                    Repeater {
                        model: Object.keys(task.details).filter(name => !name.endsWith("_said_as"))
                        RowLayout {
                            id: slot
                            required property string modelData
                            spacing: Theme.gap3
                            Layout.fillWidth: true
                            Caption {
                                text: SlotWords.field(slot.modelData)
                                Layout.preferredWidth: Theme.px(110)
                            }
                            Label {
                                text: SlotWords.value(slot.modelData, String(task.details[slot.modelData]))
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
        Rectangle {
            color: Theme.base
            Layout.fillWidth: true
            Layout.fillHeight: true
            Divider {
                width: root.single ? parent.width : 1
                height: root.single ? 1 : parent.height
            }
            ScrollPage {
                id: words
                anchors.fill: parent
                anchors.leftMargin: root.single ? 0 : 1
                visible: line.transcript.count > 0
                onContentHeightChanged: contentY = Math.max(0, contentHeight - height)
                TranscriptView {
                    transcript: line.transcript
                    Layout.fillWidth: true
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(Theme.px(360), parent.width - 2 * Theme.gap4)
                visible: line.transcript.count === 0
                iconName: "mic"
                title: qsTr("The conversation appears here")
                text: qsTr("Each sentence as it is understood, with the words the assistant was not sure of underlined.")
            }
        }
    }
}
