// qmllint disable unqualified
// Loaders of Qt 6.4 cannot make bound components; ids of this file are meant.
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Desktop
import Frontdesk.Controls
import Frontdesk.Ui

/// What a signed-in person sees: pages at the left, alarms above, one page at a time.
FocusScope {
    id: root

    required property Desk desk
    property bool windowActive: true
    property string page: pages[0].page
    property string presence: "available"
    readonly property bool ready: pageLoader.status === Loader.Ready
    readonly property alias pageItem: pageLoader.item
    readonly property bool inTray: tray.available
    signal attentionWanted
    signal windowWanted

    readonly property bool isAdmin: desk.session.role === "admin" || desk.session.role === "operator"
    readonly property bool isDoctor: desk.session.role === "doctor"
    readonly property var pages: {
        const all = [];
        if (isDoctor)
            all.push({ page: "approvals", icon: "check-circle", text: qsTr("Approvals"), count: desk.approvals.count });
        all.push({ page: "queue", icon: "inbox", text: qsTr("Tasks"), count: desk.tasks.pendingCount });
        all.push({ page: "calls", icon: "phone", text: qsTr("Calls"), count: desk.calls.count });
        if (isAdmin) {
            all.push({ page: "insights", icon: "chart", text: qsTr("Insights"), group: qsTr("Clinic") });
            all.push({ page: "clinic", icon: "building", text: qsTr("Clinic") });
            all.push({ page: "testcall", icon: "mic", text: qsTr("Test call") });
            all.push({ page: "thresholds", icon: "sliders", text: qsTr("Hand-over limits") });
            all.push({ page: "people", icon: "users", text: qsTr("People") });
            if (desk.session.role === "admin")
                all.push({ page: "patients", icon: "file", text: qsTr("Patients' records") });
            all.push({ page: "notifications", icon: "bell", text: qsTr("Notifications") });
            all.push({ page: "webhooks", icon: "webhook", text: qsTr("Webhooks") });
            all.push({ page: "vendors", icon: "shield", text: qsTr("Vendors") });
            all.push({ page: "health", icon: "pulse", text: qsTr("Health") });
            all.push({ page: "audit", icon: "list", text: qsTr("Audit trail") });
        }
        return all;
    }

    function show(name: string) {
        page = name;
    }
    function openTask(id: string) {
        if (id === "")
            return;
        desk.detail.taskId = id;
        page = "queue";
    }
    function say(text: string, undoable: bool) {
        toast.show(text, undoable, false);
    }
    function quiet() {
        toast.hide();
    }
    function complain(text: string) {
        toast.show(text, false, true);
    }

    Repeater {
        model: Math.min(9, root.pages.length)
        Item {
            id: jump
            required property int index
            Shortcut {
                sequence: "Ctrl+" + (jump.index + 1)
                onActivated: root.page = root.pages[jump.index].page
            }
        }
    }
    Command {
        action: "settings"
        onActivated: root.page = "settings"
    }
    Command {
        action: "sheet"
        onActivated: sheet.open()
    }
    Command {
        action: "lock"
        onActivated: root.desk.session.lock()
    }
    Command {
        action: "escalation"
        enabled: root.desk.escalations.count > 0
        onActivated: root.desk.escalations.acknowledge(root.desk.escalations.idAt(0))
    }
    Command {
        action: "undo"
        onActivated: root.undo()
    }

    function undo() {
        toast.hide();
        if (page === "approvals" && desk.approvals.canUndo)
            desk.approvals.undo();
        else if (desk.actions.canUndo)
            desk.actions.undo();
    }

    Connections {
        target: root.desk.actions
        function onPerformed(id: string, action: string) {
            const said = {
                "start": qsTr("This is yours now."),
                "release": qsTr("Given back to everybody."),
                "complete": qsTr("Completed."),
                "reopen": qsTr("Open again."),
                "assign-to-doctor": qsTr("Sent to the doctor."),
                "flag": qsTr("Flagged for review."),
                "unflag": qsTr("Flag taken away."),
                "note": qsTr("Note saved."),
                "undo": qsTr("Taken back."),
                "call-back": qsTr("Calling the patient …")
            };
            root.say(said[action] ?? "", action !== "undo" && action !== "call-back");
        }
        function onRefused(id: string, sentence: string) {
            root.complain(sentence);
        }
        function onDial(link: url) {
            Qt.openUrlExternally(link);
        }
    }
    Connections {
        target: root.desk.escalations
        function onRaised(id: string, reason: string, emergency: bool, caller: string) {
            if (root.presence === "away" && root.desk.escalations.count > 1)
                return;
            root.attentionWanted();
            sound.play(emergency);
            if (!root.windowActive)
                tray.notify(Words.reason(reason), Words.phone(caller), emergency);
        }
        function onAcknowledged(id: string, taskId: string) {
            root.say(qsTr("You have this caller. Everybody else can see it."), false);
            root.openTask(taskId);
        }
        function onTaken(sentence: string) {
            root.complain(sentence);
        }
    }
    AlertSound {
        id: sound
        enabled: root.desk.preferences.sounds && root.presence !== "away"
        waiting: root.desk.escalations.count
        emergency: root.desk.escalations.hasEmergency
    }
    TrayIcon {
        id: tray
        waiting: root.desk.escalations.count
        online: root.desk.live.state === LiveConnection.Live
        onWindowWanted: root.windowWanted()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        NavigationBar {
            desk: root.desk
            pages: root.pages
            current: root.page
            narrow: root.width < Theme.px(1000)
            presence: root.presence
            onChosen: page => root.page = page
            onPresenceWanted: presence => root.presence = presence
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            Banner {
                visible: root.desk.live.state !== LiveConnection.Live && !isNaN(root.desk.live.offlineSince)
                iconName: "offline"
                text: qsTr("Offline since %1. What you see may be out of date; we keep trying.").arg(Words.moment(root.desk.live.offlineSince))
                Layout.fillWidth: true
            }
            EscalationStack {
                escalations: root.desk.escalations
                Layout.fillWidth: true
                onOpenWanted: taskId => root.openTask(taskId)
            }
            Loader {
                id: pageLoader
                focus: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                sourceComponent: {
                    switch (root.page) {
                    case "approvals":
                        return approvals;
                    case "calls":
                        return calls;
                    case "insights":
                        return insights;
                    case "clinic":
                        return clinic;
                    case "testcall":
                        return testcall;
                    case "notifications":
                        return notifications;
                    case "thresholds":
                        return thresholds;
                    case "people":
                        return people;
                    case "patients":
                        return patients;
                    case "webhooks":
                        return webhooks;
                    case "vendors":
                        return vendors;
                    case "health":
                        return health;
                    case "audit":
                        return audit;
                    case "settings":
                        return settings;
                    default:
                        return queue;
                    }
                }
                onLoaded: (item as Item).forceActiveFocus()
            }
        }
    }
    ToastArea {
        id: toast
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap6
        undoKeys: Keymap.sequence("undo")
        onUndoWanted: root.undo()
    }
    ShortcutSheet {
        id: sheet
        objectName: "shortcutSheet"
        preferences: root.desk.preferences
    }

    Component {
        id: queue
        QueuePage {
            desk: root.desk
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: calls
        CallsPage {
            desk: root.desk
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: approvals
        ApprovalsPage {
            desk: root.desk
            onSaid: (text, undoable) => root.say(text, undoable)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: insights
        InsightsPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: clinic
        ClinicPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
        }
    }
    Component {
        id: testcall
        TestCallPage {
            api: root.desk.api
        }
    }
    Component {
        id: notifications
        NotificationsPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
        }
    }
    Component {
        id: thresholds
        ThresholdsPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
        }
    }
    Component {
        id: people
        PeoplePage {
            api: root.desk.api
            userId: root.desk.session.userId
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: patients
        PatientsPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: webhooks
        WebhooksPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: vendors
        VendorsPage {
            api: root.desk.api
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: health
        HealthPage {
            api: root.desk.api
        }
    }
    Component {
        id: audit
        AuditPage {
            api: root.desk.api
            onComplained: text => root.complain(text)
        }
    }
    Component {
        id: settings
        SettingsPage {
            preferences: root.desk.preferences
            session: root.desk.session
            api: root.desk.api
            onSheetWanted: sheet.open()
            onSaid: text => root.say(text, false)
            onComplained: text => root.complain(text)
        }
    }
}
