pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Records
import Frontdesk.Controls

/// Who listens, understands and speaks in the clinic's calls, and who takes over from whom.
Card {
    id: root

    required property RecordDocument document
    readonly property var available: document.value.available ?? ({})
    readonly property var services: [
        { field: "stt", text: qsTr("Listens") },
        { field: "llm", text: qsTr("Understands") },
        { field: "tts", text: qsTr("Speaks") }
    ].filter(service => (available[service.field] ?? []).length > 1)
    readonly property bool hasDeepgram: (available.stt ?? []).includes("deepgram")

    title: qsTr("Who does what")
    note: qsTr("When the first one fails in the middle of a call, the next goes on. Whoever is not ticked is not asked.")
    visible: services.length > 0 || hasDeepgram

    function nameOf(choice: string): string {
        const titles = { deepgram: "Deepgram", openai: "OpenAI", openai2: qsTr("OpenAI, second server"), elevenlabs: "ElevenLabs", rules: qsTr("Rules") };
        return titles[choice] ?? qsTr("Built in");
    }
    /// The clinic's own order, or the operator's where it has none.
    function chosen(field: string): var {
        const own = document.value[field] ?? [];
        return own.length > 0 ? own : available[field] ?? [];
    }
    /// Those that are asked, in order, then the others.
    function rows(field: string): var {
        const asked = chosen(field);
        return asked.concat((available[field] ?? []).filter(one => !asked.includes(one)));
    }
    /// Rules always answer: whoever came behind them would never be asked.
    function keep(field: string, order: var) {
        const others = order.filter(one => one !== "rules");
        document.set(field, order.includes("rules") ? others.concat(["rules"]) : others);
    }
    function raise(field: string, choice: string) {
        const order = chosen(field).slice();
        const at = order.indexOf(choice);
        order.splice(at, 1);
        order.splice(at - 1, 0, choice);
        keep(field, order);
    }
    function ask(field: string, choice: string, wanted: bool) {
        keep(field, wanted ? chosen(field).concat([choice]) : chosen(field).filter(one => one !== choice));
    }

    GridLayout {
        columns: root.width > Theme.px(640) ? Math.max(1, root.services.length) : 1
        columnSpacing: Theme.gap6
        rowSpacing: Theme.gap4
        Layout.fillWidth: true
        Repeater {
            model: root.services
            Field {
                id: service

                required property var modelData
                readonly property var asked: root.chosen(modelData.field)

                label: modelData.text
                problem: root.document.fieldProblems[modelData.field] ?? ""
                Layout.alignment: Qt.AlignTop
                Repeater {
                    model: root.rows(service.modelData.field)
                    RowLayout {
                        id: row

                        required property string modelData
                        readonly property int place: service.asked.indexOf(modelData)

                        spacing: Theme.gap2
                        Layout.fillWidth: true
                        Layout.minimumHeight: Theme.controlHeight
                        CheckBox {
                            objectName: "ask-" + service.modelData.field + "-" + row.modelData
                            text: root.nameOf(row.modelData)
                            checked: row.place >= 0
                            enabled: row.place < 0 || service.asked.length > 1
                            Layout.fillWidth: true
                            onToggled: root.ask(service.modelData.field, row.modelData, checked)
                        }
                        IconButton {
                            objectName: "raise-" + service.modelData.field + "-" + row.modelData
                            iconName: "chevron-up"
                            text: qsTr("%1 earlier").arg(root.nameOf(row.modelData))
                            visible: row.place > 0 && row.modelData !== "rules"
                            onClicked: root.raise(service.modelData.field, row.modelData)
                        }
                    }
                }
                Button {
                    kind: Button.Quiet
                    text: qsTr("As the operator has it")
                    visible: (root.document.value[service.modelData.field] ?? []).length > 0
                    onClicked: root.document.set(service.modelData.field, [])
                }
            }
        }
    }
    Field {
        visible: root.hasDeepgram
        label: qsTr("Deepgram's model")
        problem: root.document.fieldProblems.deepgram_model ?? ""
        help: qsTr("Empty: the operator's. Another model may know your field's words better.")
        TextField {
            objectName: "deepgramModel"
            text: root.document.value.deepgram_model ?? ""
            placeholderText: root.available.deepgram_model ?? ""
            Accessible.name: qsTr("Deepgram's model")
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(320)
            onTextEdited: root.document.set("deepgram_model", text.trim())
        }
    }
}
