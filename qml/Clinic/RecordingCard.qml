pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Whether calls are recorded, and what the state's law wants for it.
Card {
    id: root

    required property ApiClient api
    required property RecordDocument document
    readonly property var modes: ["off", "on", "with_consent"]
    readonly property string mode: document.value.recording ?? "off"
    readonly property bool byNetwork: (document.value.recorded_by ?? "assistant") === "network"
    readonly property string state: document.value.state ?? ""
    readonly property var laws: known.value.items ?? []
    readonly property var law: laws.find(one => one.state === root.state) ?? null
    readonly property bool asksEverybody: !law || law.rule === "all_party"

    title: qsTr("Recording")

    RecordDocument {
        id: known
        api: root.api
        path: "/consent-laws"
    }
    Component.onCompleted: known.load()

    GridLayout {
        columns: root.width > Theme.px(560) ? 2 : 1
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap3
        Layout.fillWidth: true
        Field {
            label: qsTr("Calls are recorded")
            problem: root.document.fieldProblems.recording ?? ""
            Segments {
                objectName: "recordingMode"
                current: Math.max(0, root.modes.indexOf(root.mode))
                options: [
                    { text: qsTr("Never") },
                    { text: qsTr("As the law allows") },
                    { text: qsTr("With consent") }
                ]
                Accessible.name: qsTr("Calls are recorded")
                Layout.fillWidth: true
                onChosen: index => root.document.set("recording", root.modes[index])
            }
        }
        Field {
            label: qsTr("State")
            problem: root.document.fieldProblems.state ?? ""
            ComboBox {
                objectName: "state"
                model: [{ value: "", text: qsTr("Not said: the strictest rule") }].concat(root.laws.map(one => ({ value: one.state, text: one.state })))
                currentIndex: Math.max(0, root.laws.findIndex(one => one.state === root.state) + 1)
                Accessible.name: qsTr("State")
                Layout.fillWidth: true
                onActivated: root.document.set("state", currentValue)
            }
        }
    }
    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Icon {
            name: root.mode === "off" ? "mic" : root.asksEverybody || root.mode === "with_consent" ? "shield" : "info"
            size: Theme.iconSmall
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            Label {
                text: {
                    if (root.mode === "off")
                        return qsTr("Nothing is recorded, and nobody is told of a recording.");
                    if (root.mode === "with_consent" || root.asksEverybody)
                        return qsTr("Callers hear that the call is recorded before it is. Who says no is not recorded.");
                    return qsTr("Calls are recorded from the start; the clinic's own consent is enough here.");
                }
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Caption {
                text: root.law ? (root.asksEverybody ? qsTr("%1 wants everybody's consent (%2).").arg(root.state).arg(root.law.source) : qsTr("%1 wants one party's consent (%2).").arg(root.state).arg(root.law.source)) + " " + qsTr("A starting point for your counsel, not advice.") : qsTr("Without a state the strictest rule holds: everybody's consent.")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
    Field {
        visible: root.mode !== "off"
        label: qsTr("Recorded by")
        problem: root.document.fieldProblems.recorded_by ?? ""
        help: root.byNetwork ? qsTr("Fetched after the call, sealed, and deleted there. Needs an agreement with the telephone network; without one the assistant records.") : qsTr("Sealed from the first word, and to be heard while the call runs.")
        Segments {
            objectName: "recordedBy"
            current: root.byNetwork ? 1 : 0
            options: [
                { text: qsTr("The assistant") },
                { text: qsTr("The telephone network") }
            ]
            Accessible.name: qsTr("Recorded by")
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(420)
            onChosen: index => root.document.set("recorded_by", index === 1 ? "network" : "assistant")
        }
    }
    Field {
        visible: root.mode !== "off"
        label: qsTr("Words about the recording")
        problem: root.document.fieldProblems.consent ?? ""
        help: qsTr("Said after the greeting. Empty: the standard words.")
        TextBox {
            text: root.document.value.consent ?? ""
            placeholderText: qsTr("This call may be recorded.")
            Accessible.name: qsTr("Words about the recording")
            Layout.fillWidth: true
            onTextChanged: if (activeFocus)
                root.document.set("consent", text)
        }
    }
}
