pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Who decides while a doctor is away. Nothing waits unseen meanwhile.
Card {
    id: root

    required property ApiClient api
    required property string userId
    readonly property var delegation: kept.value
    readonly property bool away: (delegation.delegate_to ?? null) !== null
    readonly property var others: {
        const found = [];
        for (let row = 0; row < people.count; ++row) {
            const person = people.get(row);
            if (person.role === "doctor" && person.id !== userId)
                found.push({ value: person.id, text: person.name });
        }
        return found;
    }
    signal said(string text)

    title: qsTr("When you are away")
    note: away ? "" : qsTr("What is assigned to you then goes to a colleague.")

    function dayOf(offset: int): string {
        const date = new Date();
        date.setDate(date.getDate() + offset);
        return Qt.formatDate(date, "yyyy-MM-dd");
    }

    RecordDocument {
        id: kept
        api: root.api
        path: "/delegation"
    }
    RecordList {
        id: people
        api: root.api
        path: "/colleagues"
    }
    RecordAction {
        id: change
        api: root.api
        onDone: (path, answer) => {
            kept.load();
            problem.text = "";
            root.said(answer.delegate_to ? qsTr("%1 decides for you.").arg(answer.delegate_name) : qsTr("You decide yourself again."));
        }
        onRefused: (path, sentence) => problem.text = sentence
    }
    // Only doctors may ask; and a page under way is not visible yet.
    onVisibleChanged: look()
    Component.onCompleted: look()

    function look(): void {
        if (!visible)
            return;
        kept.load();
        people.reload();
    }

    RowLayout {
        visible: root.away
        spacing: Theme.gap3
        Layout.fillWidth: true
        Label {
            text: qsTr("%1 decides for you from %2 to %3.").arg(root.delegation.delegate_name ?? "").arg(Words.moment(root.delegation.from)).arg(Words.moment(root.delegation.until))
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button {
            objectName: "delegateBack"
            text: qsTr("I am back")
            kind: Button.Primary
            onClicked: change.send("PUT", "/delegation", { delegate_to: null })
        }
    }
    GridLayout {
        visible: !root.away && root.others.length > 0
        columns: root.width > Theme.px(560) ? 3 : 1
        columnSpacing: Theme.gap3
        rowSpacing: Theme.gap3
        Layout.fillWidth: true
        Field {
            label: qsTr("Colleague")
            ComboBox {
                id: colleague
                objectName: "delegate"
                model: root.others
                Accessible.name: qsTr("Colleague")
                Layout.fillWidth: true
            }
        }
        Field {
            label: qsTr("First day")
            TextField {
                id: from
                text: root.dayOf(0)
                placeholderText: "2026-01-31"
                wrong: isNaN(new Date(text + "T00:00"))
                Accessible.name: qsTr("First day")
                Layout.fillWidth: true
            }
        }
        Field {
            label: qsTr("Last day")
            TextField {
                id: until
                text: root.dayOf(7)
                placeholderText: "2026-01-31"
                wrong: isNaN(new Date(text + "T23:59")) || until.text < from.text
                Accessible.name: qsTr("Last day")
                Layout.fillWidth: true
            }
        }
    }
    Button {
        visible: !root.away && root.others.length > 0
        objectName: "delegateAway"
        text: qsTr("I am away")
        enabled: !from.wrong && !until.wrong && !change.busy
        onClicked: change.send("PUT", "/delegation", { delegate_to: colleague.currentValue, from: new Date(from.text + "T00:00").toISOString(), until: new Date(until.text + "T23:59").toISOString() })
    }
    Label {
        visible: !root.away && root.others.length === 0 && people.ready
        text: qsTr("There is no other doctor at this clinic.")
        secondary: true
    }
    Caption {
        id: problem
        visible: text !== ""
        color: Theme.problem
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
