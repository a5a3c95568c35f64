pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Desktop
import Frontdesk.Calls
import Frontdesk.Records
import Frontdesk.Queue
import Frontdesk.Controls
import Frontdesk.Ui

/// The calls on the line now, to watch or take over, and those that ended.
FocusScope {
    id: root

    required property Desk desk
    property bool past: false
    property string callId
    property var pastCall: null
    property string title
    readonly property bool single: width < Theme.px(760)
    readonly property bool live: desk.calls.count >= 0 && desk.calls.rowOf(callId) >= 0
    signal said(string text)
    signal complained(string text)

    function open(id: string, record: var) {
        callId = id;
        pastCall = record;
        const known = record ?? desk.calls.call(id);
        title = known.patient_name || Words.phone(known.caller_number ?? "") || qsTr("Unknown caller");
    }

    Command {
        action: "takeover"
        enabled: root.live
        onActivated: root.desk.calls.takeOver(root.callId)
    }
    Command {
        action: "search"
        enabled: root.past
        onActivated: search.forceActiveFocus()
    }
    Command {
        action: "play"
        enabled: player.callId !== ""
        onActivated: player.toggle()
    }
    Connections {
        target: root.desk.calls
        function onTakenOver() {
            root.said(qsTr("The caller is being connected to the clinic's line."));
        }
        function onRefused(sentence: string) {
            root.complained(sentence);
        }
    }
    Connections {
        target: root.desk
        function onCallWords(words: var) {
            transcript.onCallWords(words);
        }
        function onHappened(kind: string) {
            if (kind === "call.ended" && root.past)
                ended.reload();
        }
    }
    TranscriptModel {
        id: transcript
        api: root.desk.api
        callId: root.callId
    }
    RecordingPlayer {
        id: player
        api: root.desk.api
        callId: root.pastCall?.has_recording ? root.callId : ""
    }
    RecordList {
        id: ended
        objectName: "pastCalls"
        api: root.desk.api
        path: "/calls"
        query: ({ state: "ended", q: search.text, outcome: outcome.currentValue ?? "" })
        onSourceChanged: refresh.restart()
    }
    Timer {
        id: refresh
        interval: 200
        onTriggered: ended.reload()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        ColumnLayout {
            visible: !root.single || root.callId === ""
            spacing: 0
            Layout.fillHeight: true
            Layout.fillWidth: root.single
            Layout.preferredWidth: root.single ? -1 : Theme.px(372)
            Layout.maximumWidth: root.single ? Number.POSITIVE_INFINITY : Theme.px(372)
            ColumnLayout {
                spacing: Theme.gap3
                Layout.margins: Theme.gap3
                Layout.leftMargin: Theme.gap4
                Layout.rightMargin: Theme.gap4
                Segments {
                    objectName: "callKind"
                    current: root.past ? 1 : 0
                    options: [
                        { text: qsTr("Live"), count: root.desk.calls.count, tone: "good" },
                        { text: qsTr("Past"), count: 0 }
                    ]
                    Layout.fillWidth: true
                    onChosen: index => {
                        root.past = index === 1;
                        if (root.past && !ended.ready)
                            ended.reload();
                    }
                }
                RowLayout {
                    visible: root.past
                    spacing: Theme.gap2
                    TextField {
                        id: search
                        iconName: "search"
                        placeholderText: qsTr("Name or number")
                        Layout.fillWidth: true
                    }
                    ComboBox {
                        id: outcome
                        implicitWidth: Theme.px(128)
                        Accessible.name: qsTr("Outcome")
                        model: [
                            { value: "", text: qsTr("All") },
                            { value: "completed", text: qsTr("Handled") },
                            { value: "escalated", text: qsTr("Handed over") },
                            { value: "unanswered", text: qsTr("Not answered") }
                        ]
                    }
                }
            }
            Divider {}
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                ListArea {
                    id: liveList
                    anchors.fill: parent
                    visible: !root.past
                    focus: !root.past
                    model: root.desk.calls
                    Accessible.name: qsTr("Live calls")
                    delegate: LiveCallDelegate {
                        selected: root.callId === callId
                        focused: liveList.activeFocus && ListView.isCurrentItem && !selected
                        onChosen: {
                            liveList.currentIndex = index;
                            root.open(callId, null);
                        }
                    }
                    Keys.onReturnPressed: root.open(root.desk.calls.idAt(currentIndex), null)
                }
                ListArea {
                    id: pastList
                    anchors.fill: parent
                    visible: root.past
                    focus: root.past
                    model: ended
                    Accessible.name: qsTr("Past calls")
                    delegate: PastCallDelegate {
                        selected: root.callId === record.id
                        focused: pastList.activeFocus && ListView.isCurrentItem && !selected
                        onChosen: {
                            pastList.currentIndex = index;
                            root.open(record.id, record);
                        }
                    }
                    Keys.onReturnPressed: root.open(ended.get(currentIndex).id, ended.get(currentIndex))
                }
                EmptyState {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.gap6
                    visible: root.past ? ended.ready && ended.count === 0 : root.desk.calls.count === 0
                    iconName: "phone"
                    title: root.past ? qsTr("No calls found") : qsTr("Nobody is on the line")
                    text: root.past ? qsTr("Try another name or number.") : qsTr("A call appears here the moment the assistant answers it, with every word as it is said.")
                }
            }
        }
        Rectangle {
            visible: !root.single
            color: Theme.line
            implicitWidth: 1
            Layout.fillHeight: true
        }
        Rectangle {
            visible: !root.single || root.callId !== ""
            color: Theme.panel
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                anchors.fill: parent
                visible: root.callId !== ""
                spacing: 0
                Rectangle {
                    color: Theme.base
                    implicitHeight: Theme.px(64)
                    Layout.fillWidth: true
                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: root.single ? Theme.gap2 : Theme.gap6
                        anchors.rightMargin: Theme.gap4
                        spacing: Theme.gap3
                        IconButton {
                            visible: root.single
                            iconName: "chevron-left"
                            text: qsTr("Back to the list")
                            onClicked: root.open("", null)
                        }
                        Heading {
                            text: root.title
                            Layout.fillWidth: true
                        }
                        Badge {
                            text: root.live ? qsTr("On the line") : Words.length(root.pastCall?.duration_ms ?? 0)
                            tone: root.live ? "good" : ""
                            iconName: root.live ? "dot" : "clock"
                        }
                        Button {
                            objectName: "takeOver"
                            visible: root.live
                            kind: Button.Primary
                            iconName: "hand"
                            text: qsTr("Take over")
                            keys: Keymap.sequence("takeover")
                            onClicked: root.desk.calls.takeOver(root.callId)
                        }
                    }
                    Divider {
                        width: parent.width
                        anchors.bottom: parent.bottom
                    }
                }
                ScrollPage {
                    id: scroll
                    margin: Theme.gap4
                    columnWidth: Theme.px(860)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    // A growing call stays at its newest words, unless somebody has scrolled up.
                    onContentHeightChanged: if (root.live)
                        contentY = Math.max(0, contentHeight - height)
                    Card {
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
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.gap6, Theme.px(360))
                visible: root.callId === ""
                iconName: "phone"
                title: qsTr("No call is open")
                text: qsTr("Choose one to read along. %1 takes a live call over.").arg(Keymap.sequence("takeover"))
            }
        }
    }
}
