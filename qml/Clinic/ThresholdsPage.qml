pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// When a call is handed to people, and what other limits would have done to the calls of the last 30 days.
ColumnLayout {
    id: root

    required property ApiClient api
    property var preview: null
    property string previewProblem
    /// Calls that would have ended otherwise: {call_id, before, after}, reasons or null for no hand-over.
    readonly property var changed: preview?.changed ?? []
    readonly property var limits: [
        { field: "transcript_confidence", name: qsTr("Understanding"), help: qsTr("Below this the words are doubtful."), from: 0.4, to: 0.95, step: 0.05, percent: true },
        { field: "audio_quality", name: qsTr("Sound quality"), help: qsTr("Below this the caller is asked to move, then handed over."), from: 0.3, to: 0.9, step: 0.05, percent: true },
        { field: "sentiment", name: qsTr("Mood"), help: qsTr("Below this the caller counts as upset: one weak sign."), from: -1, to: 0, step: 0.1, percent: false },
        { field: "clarifying_questions", name: qsTr("Asking again"), help: qsTr("How often the assistant may ask the same thing again."), from: 1, to: 4, step: 1, percent: false },
        { field: "call_seconds", name: qsTr("Length of a call"), help: qsTr("A longer call has something wrong with it."), from: 60, to: 600, step: 30, percent: false, seconds: true },
        { field: "confused_seconds", name: qsTr("Patience with confusion"), help: qsTr("How long a confused caller gets simpler questions."), from: 60, to: 300, step: 15, percent: false, seconds: true }
    ]
    readonly property bool missesEmergencies: (preview?.emergencies_lost ?? 0) > 0
    signal said(string text)

    spacing: 0

    function shown(limit: var, value: real): string {
        if (limit.percent)
            return Words.percent(value);
        return limit.seconds ? Words.length(value * 1000) + " min" : String(Math.round(value * 10) / 10);
    }

    RecordDocument {
        id: thresholds
        api: root.api
        path: "/clinic/thresholds"
        onSaved: {
            root.preview = null;
            root.said(qsTr("Saved. The next call uses it."));
        }
    }
    RecordAction {
        id: trial
        api: root.api
        onDone: (path, answer) => {
            root.preview = answer;
            root.previewProblem = "";
        }
        onRefused: (path, sentence) => {
            root.preview = null;
            root.previewProblem = sentence;
        }
    }
    Timer {
        id: soon
        interval: 400
        onTriggered: {
            const wanted = {};
            for (const limit of root.limits)
                wanted[limit.field] = thresholds.value[limit.field];
            trial.send("POST", "/clinic/thresholds/preview", { thresholds: wanted });
        }
    }
    Component.onCompleted: thresholds.load()

    BusyLine {
        running: thresholds.loading || trial.busy
        Layout.fillWidth: true
    }
    Banner {
        visible: thresholds.problem !== ""
        text: thresholds.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        visible: thresholds.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        ColumnLayout {
            spacing: Theme.gap1
            Heading {
                text: qsTr("Hand-over limits")
            }
            Label {
                text: qsTr("Emergencies, medication, test results and medical questions always go to a person; no limit changes that.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Card {
            Repeater {
                model: root.limits
                Item {
                    id: line

                    required property var modelData
                    readonly property real value: Number(thresholds.value[modelData.field] ?? modelData.from)

                    implicitHeight: words.height
                    Layout.fillWidth: true
                    Column {
                        id: words
                        anchors.left: parent.left
                        anchors.right: slider.left
                        anchors.rightMargin: Theme.gap4
                        Label {
                            width: parent.width
                            text: line.modelData.name
                            font.weight: Font.Medium
                        }
                        Caption {
                            width: parent.width
                            text: line.modelData.help
                            wrapMode: Text.Wrap
                        }
                    }
                    Slider {
                        id: slider
                        objectName: "limit-" + line.modelData.field
                        anchors.right: figure.left
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(Theme.px(280), line.width * 0.35)
                        from: line.modelData.from
                        to: line.modelData.to
                        stepSize: line.modelData.step
                        snapMode: T.Slider.SnapAlways
                        value: line.value
                        Accessible.name: line.modelData.name
                        onMoved: {
                            thresholds.set(line.modelData.field, Math.round(value * 100) / 100);
                            soon.restart();
                        }
                    }
                    Label {
                        id: figure
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.px(88)
                        text: root.shown(line.modelData, line.value)
                        strong: true
                        horizontalAlignment: Text.AlignRight
                    }
                }
            }
        }
        Card {
            title: qsTr("What this would have changed")
            note: root.preview ? qsTr("%n call(s) of the last 30 days", "", root.preview.calls) : ""
            Label {
                visible: !root.preview
                text: root.previewProblem !== "" ? root.previewProblem : qsTr("Move a limit to see what it would have done to your own calls.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            GridLayout {
                visible: root.preview !== null
                columns: root.width > Theme.px(700) ? 4 : 2
                columnSpacing: Theme.gap3
                rowSpacing: Theme.gap3
                Layout.fillWidth: true
                Figure {
                    objectName: "handedOverBefore"
                    label: qsTr("Handed over now")
                    value: root.preview?.escalated_before ?? ""
                    note: root.preview ? Words.percent(root.preview.escalated_before / Math.max(1, root.preview.calls)) : ""
                }
                Figure {
                    objectName: "handedOverAfter"
                    label: qsTr("With these limits")
                    value: root.preview?.escalated_after ?? ""
                    note: root.preview ? Words.percent(root.preview.escalated_after / Math.max(1, root.preview.calls)) : ""
                }
                Figure {
                    label: qsTr("More")
                    value: "+" + root.changed.filter(call => call.after && !call.before).length
                    note: qsTr("would go to a person")
                }
                Figure {
                    label: qsTr("Fewer")
                    value: "−" + root.changed.filter(call => call.before && !call.after).length
                    note: qsTr("would stay with the assistant")
                }
            }
            Badge {
                text: root.preview && root.preview.emergencies_lost > 0 ? qsTr("%n emergency call(s) would have been missed", "", root.preview.emergencies_lost) : ""
                tone: "emergency"
                iconName: "octagon"
            }
            Badge {
                text: root.preview && root.preview.emergencies_lost === 0 ? qsTr("No emergency would have been missed") : ""
                tone: "good"
                iconName: "check"
            }
        }
    }
    SaveBar {
        shown: thresholds.dirty
        ready: !root.missesEmergencies
        hint: root.missesEmergencies ? qsTr("These limits would have missed an emergency; they cannot be saved.") : ""
        Layout.fillWidth: true
        onDiscarded: {
            thresholds.revert();
            root.preview = null;
        }
        onSaveWanted: thresholds.save()
    }
    Item {
        visible: !thresholds.ready
        Layout.fillHeight: true
    }
}
