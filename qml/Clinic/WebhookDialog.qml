pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// Where a webhook leads and what it is told: of a new one, or of one that is there.
Dialog {
    id: root

    /// {id, version, url, kinds}; without an id: a new one.
    property var webhook: ({})
    property var kinds: ["task.created", "escalation.raised"]
    readonly property bool isNew: !webhook.id
    readonly property string address: url.text.trim()
    signal wanted(var webhook, string url, var kinds)

    function show(what: var) {
        webhook = what;
        kinds = what.kinds ?? ["task.created", "escalation.raised"];
        open();
    }
    function finish() {
        if (!confirm.enabled)
            return;
        wanted(webhook, address, WebhookWords.kinds.filter(kind => kinds.includes(kind)));
        close();
    }

    title: isNew ? qsTr("A new webhook") : qsTr("Change the webhook")
    note: qsTr("The receiver is told what happened and under which number, never about whom.")
    sheetWidth: Theme.px(520)
    onOpened: {
        url.text = webhook.url ?? "";
        url.forceActiveFocus();
    }

    Field {
        label: qsTr("Address")
        help: qsTr("Begins with https:// and is on the public internet.")
        TextField {
            id: url
            objectName: "webhookUrl"
            placeholderText: "https://example.com/frontdesk"
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
            Accessible.name: qsTr("Address")
            Layout.fillWidth: true
            onAccepted: root.finish()
        }
    }
    Field {
        label: qsTr("What it is told")
        problem: root.kinds.length === 0 ? qsTr("Choose at least one.") : ""
        GridLayout {
            columns: root.width > Theme.px(420) ? 2 : 1
            columnSpacing: Theme.gap4
            rowSpacing: Theme.gap1
            Layout.fillWidth: true
            Repeater {
                model: WebhookWords.kinds
                CheckBox {
                    required property string modelData
                    objectName: "kind-" + modelData
                    text: WebhookWords.kind(modelData)
                    checked: root.kinds.includes(modelData)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onToggled: root.kinds = checked ? root.kinds.concat([modelData]) : root.kinds.filter(kind => kind !== modelData)
                }
            }
        }
    }
    buttons: [
        Button {
            text: qsTr("Cancel")
            kind: Button.Quiet
            onClicked: root.close()
        },
        Button {
            id: confirm
            objectName: "webhookConfirm"
            text: root.isNew ? qsTr("Add") : qsTr("Save")
            kind: Button.Primary
            enabled: /^https?:\/\/[^\s\/]/.test(root.address) && root.kinds.length > 0
            onClicked: root.finish()
        }
    ]
}
