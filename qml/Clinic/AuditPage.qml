pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Who saw or did what. The trail is chained: a row that was changed or taken away shows.
ColumnLayout {
    id: root

    required property ApiClient api
    property var verdict: null
    readonly property var actions: ["session.opened", "sign_in.failed", "session.ended", "task.read", "tasks.listed", "transcript.read", "recording.played", "recording.downloaded", "clinic.changed", "thresholds.changed", "retention.changed", "vendor.changed", "speech.changed", "vendor.key_set", "vendor.key_removed", "notifications.changed", "approval_rules.changed", "webhook.created", "webhook.changed", "webhook.removed", "webhook.secret_renewed", "webhook.tested", "call.tested", "clinic.exported", "patient.exported", "patient.erased", "hold.placed", "hold.released", "user.invited", "user.changed", "password.changed", "totp.begun", "audit.verified"]
    signal complained(string text)

    function detail(record: var): string {
        const words = (record.detail ?? "").split(" ");
        if (record.action === "approval.decided")
            return Words.action(words[0]);
        if (record.action.startsWith("user."))
            return Words.role(words[0]) + (words[1] === "deactivated" ? ", " + qsTr("deactivated") : "");
        return DeedWords.detail(record.action, record.detail ?? "");
    }

    spacing: 0

    RecordList {
        id: trail
        api: root.api
        path: "/audit"
        query: ({ actor: actor.currentValue ?? "", action: action.currentValue ?? "" })
        onSourceChanged: soon.restart()
    }
    Timer {
        id: soon
        interval: 250
        onTriggered: trail.reload()
    }
    RecordList {
        id: people
        api: root.api
        path: "/users"
    }
    RecordAction {
        id: verify
        api: root.api
        onDone: (path, answer) => root.verdict = answer
        onRefused: (path, sentence) => root.complained(sentence)
    }
    Component.onCompleted: {
        trail.reload();
        people.reload();
    }

    ColumnLayout {
        spacing: Theme.gap3
        Layout.margins: Theme.gap6
        Layout.bottomMargin: Theme.gap3
        RowLayout {
            spacing: Theme.gap3
            Heading {
                text: qsTr("Audit trail")
                Layout.fillWidth: true
            }
            Badge {
                objectName: "auditVerdict"
                text: !root.verdict ? "" : root.verdict.ok ? qsTr("%1 rows, unbroken").arg(root.verdict.rows) : qsTr("Broken at row %1").arg(root.verdict.first_bad)
                tone: root.verdict?.ok ? "good" : "urgent"
                iconName: root.verdict?.ok ? "check" : "octagon"
            }
            Button {
                objectName: "verifyAudit"
                iconName: "shield"
                text: qsTr("Verify")
                enabled: !verify.busy
                onClicked: verify.send("POST", "/audit/verify")
            }
        }
        RowLayout {
            spacing: Theme.gap2
            ComboBox {
                id: actor
                objectName: "auditActor"
                Accessible.name: qsTr("Who")
                model: {
                    const entries = [{ value: "", text: qsTr("Everybody") }];
                    for (let row = 0; row < people.count; ++row)
                        entries.push({ value: people.get(row).id, text: people.get(row).name });
                    return entries;
                }
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.px(260)
            }
            ComboBox {
                id: action
                objectName: "auditAction"
                Accessible.name: qsTr("What was done")
                model: [{ value: "", text: qsTr("Everything") }].concat(root.actions.map(name => ({ value: name, text: DeedWords.deed(name) })))
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.px(340)
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
    BusyLine {
        running: trail.loading || verify.busy
        Layout.fillWidth: true
    }
    Banner {
        visible: trail.problem !== ""
        text: trail.problem
        Layout.fillWidth: true
    }
    Divider {}
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        ListArea {
            id: list
            anchors.fill: parent
            model: trail
            focus: true
            Accessible.name: qsTr("Audit trail")

            readonly property bool narrow: width < Theme.px(760)

            delegate: Item {
                id: row

                required property int index
                required property var record

                width: ListView.view.width
                implicitHeight: Theme.px(list.narrow ? 54 : 42)
                Accessible.role: Accessible.ListItem
                Accessible.name: [Words.moment(record.at), record.actor?.name, DeedWords.deed(record.action), root.detail(record)].filter(part => part).join(", ")
                Rectangle {
                    anchors.fill: parent
                    color: row.ListView.isCurrentItem && list.activeFocus ? Theme.selection : "transparent"
                }
                ColumnLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap6
                    anchors.rightMargin: Theme.gap6
                    anchors.topMargin: Theme.gap2
                    anchors.bottomMargin: Theme.gap2
                    spacing: 0
                    visible: list.narrow
                    RowLayout {
                        spacing: Theme.gap2
                        Label {
                            text: DeedWords.deed(row.record.action)
                            font.pixelSize: Theme.px(13)
                            font.weight: Font.Medium
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }
                        Caption {
                            text: Words.moment(row.record.at)
                            Accessible.ignored: true
                        }
                    }
                    Caption {
                        text: [row.record.actor?.name ?? qsTr("Service"), root.detail(row.record)].filter(part => part).join("  ·  ")
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                }
                RowLayout {
                    visible: !list.narrow
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap6
                    anchors.rightMargin: Theme.gap6
                    spacing: Theme.gap4
                    Caption {
                        text: row.record.sequence
                        horizontalAlignment: Text.AlignRight
                        Layout.preferredWidth: Theme.px(48)
                        Accessible.ignored: true
                    }
                    Caption {
                        text: Words.moment(row.record.at)
                        Layout.preferredWidth: Theme.px(128)
                        Accessible.ignored: true
                    }
                    Label {
                        text: row.record.actor?.name ?? qsTr("Service")
                        font.pixelSize: Theme.px(13)
                        font.weight: Font.Medium
                        Layout.preferredWidth: Theme.px(150)
                        Accessible.ignored: true
                    }
                    Label {
                        text: DeedWords.deed(row.record.action)
                        font.pixelSize: Theme.px(13)
                        Layout.preferredWidth: Theme.px(230)
                        Accessible.ignored: true
                    }
                    Label {
                        text: root.detail(row.record)
                        secondary: true
                        font.pixelSize: Theme.px(13)
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                    Caption {
                        text: row.record.address ?? ""
                        visible: list.width > Theme.px(820)
                        Accessible.ignored: true
                    }
                }
                Divider {
                    width: parent.width
                    anchors.bottom: parent.bottom
                    opacity: 0.6
                }
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: Theme.px(340)
            visible: trail.ready && trail.count === 0
            iconName: "list"
            title: qsTr("Nothing found")
            text: qsTr("Every view of patient data, playback, export, sign-in and change of a setting is written here.")
        }
    }
}
