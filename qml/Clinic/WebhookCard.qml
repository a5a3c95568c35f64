pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// One address that is told what happens: how it goes, and what can be done about it.
Card {
    id: root

    required property var webhook
    /// A test is on its way.
    required property bool testing
    property string suffix
    readonly property var standing: WebhookWords.standing(webhook)
    readonly property bool isOn: webhook.enabled === true
    readonly property bool isFailing: isOn && webhook.failures > 0
    signal testWanted
    signal resumeWanted
    signal pauseWanted
    signal changeWanted
    signal secretWanted
    signal deleteWanted

    function told(attempt: var): string {
        return Words.moment(attempt.at) + "  ·  " + WebhookWords.outcome(attempt);
    }

    component Fact: RowLayout {
        id: fact
        required property string label
        required property string value
        spacing: Theme.gap3
        visible: value !== ""
        Layout.fillWidth: true
        Accessible.role: Accessible.StaticText
        Accessible.name: label + ": " + value
        Label {
            text: fact.label
            secondary: true
            font.pixelSize: Theme.px(13)
            Layout.preferredWidth: Theme.px(148)
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        Label {
            text: fact.value
            font.pixelSize: Theme.px(13)
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }

    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Icon {
            name: "webhook"
            size: Theme.icon
        }
        Label {
            text: root.webhook.url
            strong: true
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        Badge {
            objectName: "webhookState" + root.suffix
            text: root.standing.text
            tone: root.standing.tone
            iconName: root.standing.icon
        }
    }
    Flow {
        spacing: Theme.gap1
        Layout.fillWidth: true
        Repeater {
            model: root.webhook.kinds
            Badge {
                required property string modelData
                text: WebhookWords.kind(modelData)
            }
        }
    }
    ColumnLayout {
        spacing: Theme.gap1
        Layout.fillWidth: true
        Fact {
            label: qsTr("Why it is off")
            value: root.webhook.stopped_because && !root.isOn ? WebhookWords.whyStopped(root.webhook) + " " + qsTr("What happens meanwhile waits; switched on again, it goes on where it stopped.") : ""
        }
        Fact {
            label: qsTr("Last delivery")
            value: root.webhook.last_attempt ? root.told(root.webhook.last_attempt) : qsTr("none yet")
        }
        Fact {
            label: qsTr("Next try")
            value: root.isFailing ? qsTr("%1, after %n try(s) since %2", "", root.webhook.failures).arg(Words.moment(root.webhook.next_try_at)).arg(Words.moment(root.webhook.failing_since)) : ""
        }
        Fact {
            objectName: "webhookTest" + root.suffix
            label: qsTr("Last test")
            value: root.testing ? qsTr("on its way …") : root.webhook.last_test ? root.told(root.webhook.last_test) : ""
        }
        Fact {
            label: qsTr("Old secret")
            value: root.webhook.old_secret_until ? qsTr("signs beside the new one until %1").arg(Words.moment(root.webhook.old_secret_until)) : ""
        }
    }
    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Button {
            objectName: "testWebhook" + root.suffix
            iconName: "forward"
            text: qsTr("Send a test")
            enabled: !root.testing
            onClicked: root.testWanted()
        }
        Button {
            objectName: "retryWebhook" + root.suffix
            visible: root.isFailing
            iconName: "refresh"
            text: qsTr("Try again now")
            onClicked: root.resumeWanted()
        }
        Button {
            objectName: "pauseWebhook" + root.suffix
            iconName: root.isOn ? "pause" : "play"
            text: root.isOn ? qsTr("Pause") : qsTr("Switch on")
            onClicked: root.isOn ? root.pauseWanted() : root.resumeWanted()
        }
        Button {
            objectName: "changeWebhook" + root.suffix
            text: qsTr("Change …")
            onClicked: root.changeWanted()
        }
        Button {
            objectName: "renewSecret" + root.suffix
            iconName: "key"
            text: qsTr("New secret …")
            onClicked: root.secretWanted()
        }
        Button {
            objectName: "deleteWebhook" + root.suffix
            kind: Button.Quiet
            iconName: "trash"
            text: qsTr("Delete …")
            onClicked: root.deleteWanted()
        }
    }
}
