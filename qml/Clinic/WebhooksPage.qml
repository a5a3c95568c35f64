pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Other programs that are told what happens in the clinic, and whether they take it.
ColumnLayout {
    id: root

    required property ApiClient api
    readonly property var entries: webhooks.value.items ?? []
    /// {id: when its test before this one was made}: those whose test is on its way.
    property var tests: ({})
    signal said(string text)
    signal complained(string text)

    spacing: 0

    function path(webhook: var): string {
        return "/webhooks/" + webhook.id;
    }
    function isTesting(webhook: var): bool {
        return webhook.id in tests && tests[webhook.id] === (webhook.last_test?.at ?? "");
    }
    function test(webhook: var) {
        tests = Object.assign({}, tests, { [webhook.id]: webhook.last_test?.at ?? "" });
        change.send("POST", path(webhook) + "/test");
    }
    function setEnabled(webhook: var, on: bool) {
        change.send("PATCH", path(webhook), { enabled: on }, webhook.version);
    }

    RecordDocument {
        id: webhooks
        api: root.api
        path: "/webhooks"
    }
    RecordAction {
        id: change
        api: root.api
        onDone: (path, answer) => {
            webhooks.load();
            if (answer.secret)
                shown.show(answer);
            else if (!path.endsWith("/test"))
                root.said(qsTr("Saved."));
        }
        onRefused: (path, sentence) => {
            root.tests = ({});
            webhooks.load();
            root.complained(sentence);
        }
    }
    Timer {
        interval: root.entries.some(entry => root.isTesting(entry)) ? 700 : 10000
        running: webhooks.ready
        repeat: true
        onTriggered: if (!webhooks.loading)
            webhooks.load()
    }
    Component.onCompleted: webhooks.load()

    WebhookDialog {
        id: editor
        objectName: "webhookDialog"
        onWanted: (webhook, url, kinds) => {
            if (webhook.id)
                change.send("PATCH", root.path(webhook), { url: url, kinds: kinds }, webhook.version);
            else
                change.send("POST", "/webhooks", { url: url, kinds: kinds });
        }
    }
    Dialog {
        id: shown

        property string secret

        function show(webhook: var) {
            secret = webhook.secret;
            open();
        }
        title: qsTr("Its secret")
        note: qsTr("Shown this once. Give it to the receiving program: it proves that a message comes from you.")
        sheetWidth: Theme.px(560)
        closePolicy: Dialog.CloseOnEscape
        onOpened: {
            field.forceActiveFocus();
            field.selectAll();
        }
        onClosed: secret = ""
        RowLayout {
            spacing: Theme.gap2
            Layout.fillWidth: true
            TextField {
                id: field
                objectName: "webhookSecret"
                text: shown.secret
                readOnly: true
                Accessible.name: qsTr("Secret")
                Layout.fillWidth: true
            }
            Button {
                objectName: "copySecret"
                iconName: "copy"
                text: qsTr("Copy")
                onClicked: {
                    field.selectAll();
                    field.copy();
                    root.said(qsTr("Copied."));
                }
            }
        }
        buttons: Button {
            objectName: "secretKept"
            text: qsTr("I have kept it")
            kind: Button.Primary
            onClicked: shown.close()
        }
    }
    Dialog {
        id: renewal

        property var webhook: ({})

        title: qsTr("Make a new secret?")
        note: qsTr("For 24 hours the old one signs beside it, so that nothing fails while you bring the new one to the receiver.")
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: renewal.close()
            },
            Button {
                objectName: "renewConfirm"
                text: qsTr("Make it")
                kind: Button.Primary
                focus: true
                onClicked: {
                    change.send("POST", root.path(renewal.webhook) + "/secret", {}, renewal.webhook.version);
                    renewal.close();
                }
            }
        ]
    }
    Dialog {
        id: removal

        property var webhook: ({})

        title: qsTr("Delete this webhook?")
        note: qsTr("%1 is told nothing any more, and its secret is gone. To stop for a while, pause it.").arg(webhook.url ?? "")
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: removal.close()
            },
            Button {
                objectName: "deleteConfirm"
                text: qsTr("Delete")
                kind: Button.Danger
                focus: true
                onClicked: {
                    change.send("DELETE", root.path(removal.webhook));
                    removal.close();
                }
            }
        ]
    }

    BusyLine {
        running: webhooks.loading && !webhooks.ready || change.busy
        Layout.fillWidth: true
    }
    Banner {
        visible: webhooks.problem !== ""
        text: webhooks.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        visible: webhooks.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        RowLayout {
            spacing: Theme.gap3
            Layout.fillWidth: true
            ColumnLayout {
                spacing: Theme.gap1
                Layout.fillWidth: true
                Heading {
                    text: qsTr("Webhooks")
                }
                Label {
                    text: qsTr("Other programs of yours are told at once what happens here, in order and signed. They hear numbers of tasks and calls, never anything about a patient.")
                    secondary: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            Button {
                objectName: "addWebhook"
                visible: root.entries.length > 0
                kind: Button.Primary
                iconName: "plus"
                text: qsTr("Add")
                Layout.alignment: Qt.AlignTop
                onClicked: editor.show({})
            }
        }
        Card {
            visible: root.entries.length === 0
            EmptyState {
                iconName: "webhook"
                title: qsTr("No program is told anything yet")
                text: qsTr("Add the address of one: your records system, say, that opens a ticket for each task.")
                Layout.fillWidth: true
                Layout.margins: Theme.gap6
                Button {
                    objectName: "addFirstWebhook"
                    kind: Button.Primary
                    iconName: "plus"
                    text: qsTr("Add a webhook")
                    onClicked: editor.show({})
                }
            }
        }
        Repeater {
            model: root.entries.length
            WebhookCard {
                required property int index

                webhook: root.entries[index] ?? ({ url: "", kinds: [], enabled: false })
                testing: root.isTesting(webhook)
                suffix: index
                onTestWanted: root.test(webhook)
                onPauseWanted: root.setEnabled(webhook, false)
                onResumeWanted: root.setEnabled(webhook, true)
                onChangeWanted: editor.show(webhook)
                onSecretWanted: {
                    renewal.webhook = webhook;
                    renewal.open();
                }
                onDeleteWanted: {
                    removal.webhook = webhook;
                    removal.open();
                }
            }
        }
    }
    Item {
        visible: !webhooks.ready
        Layout.fillHeight: true
    }
}
