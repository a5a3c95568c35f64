pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Who is told what, by mail or message, besides those who sit at a desk.
ColumnLayout {
    id: root

    required property ApiClient api
    readonly property var entries: rules.value.rules ?? []
    readonly property bool narrow: width < Theme.px(760)
    /// Mail addresses hold an @, numbers a + and digits.
    readonly property bool complete: entries.every(rule => isReachable(rule))
    signal said(string text)

    spacing: 0

    function isReachable(rule: var): bool {
        return rule.channel === "sms" ? /^\+[1-9]\d{6,14}$/.test(rule.to) : /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(rule.to);
    }
    function change(at: int, what: var) {
        const next = entries.slice();
        next[at] = Object.assign({}, next[at], what);
        rules.set("rules", next);
    }
    function add() {
        rules.set("rules", entries.concat([{ kind: "escalation", at_least: "urgent", hours: "always", channel: "email", to: "" }]));
    }
    function remove(at: int) {
        rules.set("rules", entries.filter((rule, index) => index !== at));
    }
    function at(options: var, value: string): int {
        return Math.max(0, options.findIndex(option => option.value === value));
    }
    function delivery(state: string): var {
        switch (state) {
        case "sent":
            return { text: qsTr("Sent"), tone: "good", icon: "check" };
        case "failed":
            return { text: qsTr("Not delivered"), tone: "urgent", icon: "alert" };
        default:
            return { text: qsTr("On its way"), tone: "", icon: "clock" };
        }
    }

    readonly property var kinds: [
        { value: "escalation", text: qsTr("A caller is handed over") },
        { value: "task", text: qsTr("A task was left") },
        { value: "outage", text: qsTr("A vendor is away") }
    ]
    readonly property var levels: [
        { value: "normal", text: qsTr("Always") },
        { value: "urgent", text: qsTr("Urgent and up") },
        { value: "emergency", text: qsTr("Emergencies") }
    ]
    readonly property var times: [
        { value: "always", text: qsTr("At any hour") },
        { value: "open", text: qsTr("While open") },
        { value: "closed", text: qsTr("While closed") }
    ]
    readonly property var ways: [
        { value: "email", text: qsTr("E-mail") },
        { value: "sms", text: qsTr("Text message") }
    ]

    RecordDocument {
        id: rules
        api: root.api
        path: "/clinic/notifications"
        onSaved: root.said(qsTr("Saved. It holds from now on."))
    }
    RecordDocument {
        id: messages
        api: root.api
        path: "/clinic/notifications/messages"
    }
    Component.onCompleted: {
        rules.load();
        messages.load();
    }

    component Choice: ComboBox {
        id: choice
        required property var options
        required property string current
        required property string what
        signal picked(string value)
        model: options
        currentIndex: root.at(options, current)
        implicitWidth: Theme.px(150)
        Accessible.name: what
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.px(110)
        onActivated: index => picked(options[index].value)
    }

    BusyLine {
        running: rules.loading
        Layout.fillWidth: true
    }
    Banner {
        visible: rules.problem !== ""
        text: rules.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        visible: rules.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        ColumnLayout {
            spacing: Theme.gap1
            Layout.fillWidth: true
            Heading {
                text: qsTr("Notifications")
            }
            Label {
                text: qsTr("For people who are not at a desk. Messages name no patient: they say that something waits, and lead to the task.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Card {
            title: qsTr("Who is told what")
            corner: Button {
                objectName: "addRule"
                iconName: "plus"
                text: qsTr("Add a rule")
                onClicked: root.add()
            }
            Label {
                visible: root.entries.length === 0
                text: qsTr("Nobody is told by mail or message yet. Add a rule: for example a text message to who is on call when an emergency comes in while you are closed.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Repeater {
                model: root.entries.length
                ColumnLayout {
                    id: line

                    required property int index
                    readonly property var rule: root.entries[index] ?? ({ kind: "task", at_least: "normal", hours: "always", channel: "email", to: "" })

                    spacing: Theme.gap3
                    Layout.fillWidth: true
                    Divider {
                        visible: line.index > 0
                    }
                    GridLayout {
                        columns: root.narrow ? 2 : 6
                        columnSpacing: Theme.gap2
                        rowSpacing: Theme.gap2
                        Layout.fillWidth: true
                        Choice {
                            objectName: "ruleKind" + line.index
                            options: root.kinds
                            current: line.rule.kind
                            what: qsTr("When")
                            Layout.preferredWidth: Theme.px(190)
                            onPicked: value => root.change(line.index, { kind: value })
                        }
                        Choice {
                            options: root.levels
                            current: line.rule.at_least
                            what: qsTr("How urgent")
                            onPicked: value => root.change(line.index, { at_least: value })
                        }
                        Choice {
                            options: root.times
                            current: line.rule.hours
                            what: qsTr("At which hours")
                            onPicked: value => root.change(line.index, { hours: value })
                        }
                        Choice {
                            objectName: "ruleChannel" + line.index
                            options: root.ways
                            current: line.rule.channel
                            what: qsTr("By which way")
                            onPicked: value => root.change(line.index, { channel: value })
                        }
                        TextField {
                            objectName: "ruleTo" + line.index
                            text: line.rule.to
                            wrong: line.rule.to !== "" && !root.isReachable(line.rule)
                            placeholderText: line.rule.channel === "sms" ? "+15550100000" : "name@clinic.example"
                            Accessible.name: qsTr("To whom")
                            Layout.fillWidth: true
                            Layout.preferredWidth: Theme.px(210)
                            onTextEdited: root.change(line.index, { to: text.trim() })
                        }
                        IconButton {
                            iconName: "trash"
                            text: qsTr("Remove this rule")
                            Layout.alignment: Qt.AlignRight
                            onClicked: root.remove(line.index)
                        }
                    }
                }
            }
        }
        Card {
            title: qsTr("What was sent")
            note: qsTr("The newest hundred.")
            visible: messages.ready
            Label {
                visible: (messages.value.items ?? []).length === 0
                text: qsTr("Nothing yet. Each message stands here with whether it arrived.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Repeater {
                model: messages.value.items ?? []
                RowLayout {
                    id: message

                    required property var modelData
                    readonly property var fate: root.delivery(modelData.state)

                    spacing: Theme.gap3
                    Layout.fillWidth: true
                    Icon {
                        name: message.modelData.channel === "sms" ? "phone" : "note"
                        size: Theme.iconSmall
                    }
                    Caption {
                        text: Words.moment(message.modelData.created_at)
                        Layout.preferredWidth: Theme.px(120)
                    }
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true
                        Label {
                            text: message.modelData.title
                            Layout.fillWidth: true
                        }
                        Caption {
                            text: message.modelData.problem ? message.modelData.to + ": " + message.modelData.problem : message.modelData.to
                            Layout.fillWidth: true
                        }
                    }
                    Badge {
                        text: message.fate.text
                        tone: message.fate.tone
                        iconName: message.fate.icon
                    }
                }
            }
        }
    }
    SaveBar {
        shown: rules.dirty
        ready: root.complete
        hint: root.complete ? "" : qsTr("Each rule needs an e-mail address, or a number such as +15550100000.")
        Layout.fillWidth: true
        onDiscarded: rules.revert()
        onSaveWanted: rules.save()
    }
    Item {
        visible: !rules.ready
        Layout.fillHeight: true
    }
}
