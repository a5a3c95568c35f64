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
    /// The newest first: {at, kind, status, problem}.
    readonly property var attempts: webhook.attempts ?? []
    readonly property int few: 3
    property bool all: false
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
        RowLayout {
            spacing: Theme.gap3
            Layout.fillWidth: true
            Label {
                text: qsTr("Deliveries")
                secondary: true
                font.pixelSize: Theme.px(13)
                Layout.preferredWidth: Theme.px(148)
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                Label {
                    visible: root.attempts.length === 0
                    text: qsTr("none yet")
                    font.pixelSize: Theme.px(13)
                }
                Repeater {
                    model: Math.min(root.attempts.length, root.all ? 20 : root.few)
                    Item {
                        id: line

                        required property int index
                        readonly property var attempt: root.attempts[index] ?? ({ at: "", kind: "" })

                        implicitHeight: Math.max(Theme.px(18), words.height)
                        Layout.fillWidth: true
                        Accessible.role: Accessible.StaticText
                        Accessible.name: words.text
                        Icon {
                            id: mark
                            y: Theme.px(3)
                            name: line.attempt.problem ? "triangle" : "check"
                            size: Theme.px(12)
                            color: Theme.tone(line.attempt.problem ? "urgent" : "good")
                        }
                        Label {
                            id: words
                            anchors.left: mark.right
                            anchors.leftMargin: Theme.gap2
                            anchors.right: parent.right
                            wrapMode: Text.Wrap
                            text: [Words.moment(line.attempt.at), WebhookWords.kind(line.attempt.kind ?? ""), WebhookWords.outcome(line.attempt)].join("  ·  ")
                            font.pixelSize: Theme.px(13)
                            Accessible.ignored: true
                        }
                    }
                }
                Button {
                    objectName: "allDeliveries" + root.suffix
                    visible: root.attempts.length > root.few
                    kind: Button.Quiet
                    implicitHeight: Theme.px(24)
                    leftPadding: 0
                    font.pixelSize: Theme.px(13)
                    ink: Theme.accentText
                    text: root.all ? qsTr("Show fewer") : qsTr("Show the last %1").arg(root.attempts.length)
                    onClicked: root.all = !root.all
                }
            }
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
