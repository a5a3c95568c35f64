pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Desktop
import Frontdesk.Approvals
import Frontdesk.Controls
import Frontdesk.Ui

/// The doctor's two minutes: one card, one key, the next.
FocusScope {
    id: root

    required property Desk desk
    readonly property ApprovalModel approvals: desk.approvals
    readonly property var task: approvals.current
    readonly property bool some: approvals.count > 0
    readonly property bool roomy: width > Theme.px(820)
    readonly property bool batchable: task.request_type === "referral_request" || task.request_type === "medical_records"
    readonly property int sameKind: {
        const kind = approvals.kinds.find(entry => entry.request_type === task.request_type);
        return kind ? kind.count : 0;
    }
    readonly property bool free: some && !reject.opened && !question.opened
    signal said(string text, bool undoable)
    signal complained(string text)

    Command {
        action: "approve"
        enabled: root.free
        onActivated: root.approvals.decide("approve")
    }
    Command {
        action: "reject"
        enabled: root.free
        onActivated: reject.open()
    }
    Command {
        action: "return"
        enabled: root.free
        onActivated: question.open()
    }
    Command {
        action: "skip"
        enabled: root.free
        onActivated: root.approvals.skip()
    }
    Command {
        action: "batch"
        enabled: root.free && root.batchable && root.sameKind > 1
        onActivated: root.approvals.approveKind()
    }
    Connections {
        target: root.approvals
        function onDecided(decision: string, count: int) {
            const text = decision === "approve" ? (count > 1 ? qsTr("%n approved.", "", count) : qsTr("Approved.")) : decision === "reject" ? qsTr("Rejected.") : qsTr("Back with staff.");
            root.said(text, count === 1);
        }
        function onUndone() {
            root.said(qsTr("Taken back."), false);
        }
        function onRefused(sentence: string) {
            root.complained(sentence);
        }
    }
    ReasonDialog {
        id: reject
        objectName: "reasonDialog"
        title: qsTr("Reject")
        note: qsTr("Staff will tell the patient.")
        action: qsTr("Reject")
        templates: [qsTr("Needs a visit first"), qsTr("Not our patient"), qsTr("Already done"), qsTr("Must go through the pharmacy")]
        onGiven: text => root.approvals.decide("reject", text)
    }
    ReasonDialog {
        id: question
        title: qsTr("Back to staff")
        note: qsTr("What do you need to know?")
        action: qsTr("Send")
        templates: [qsTr("Please ask for the dose"), qsTr("Please ask since when"), qsTr("Please find the last visit"), qsTr("Please book a visit")]
        onGiven: text => root.approvals.decide("return", text)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.panel
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0
        Rectangle {
            visible: root.roomy && root.some
            color: Theme.base
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.px(300)
            ColumnLayout {
                anchors.fill: parent
                spacing: 0
                ColumnLayout {
                    spacing: Theme.gap2
                    Layout.margins: Theme.gap4
                    Label {
                        text: qsTr("%n waiting for you", "", root.approvals.count)
                        strong: true
                    }
                    Flow {
                        spacing: Theme.gap1
                        Layout.fillWidth: true
                        Repeater {
                            model: root.approvals.kinds
                            Badge {
                                required property var modelData
                                text: Words.requestType(modelData.request_type) + " " + modelData.count
                            }
                        }
                    }
                }
                Divider {}
                ListArea {
                    id: list
                    objectName: "approvals"
                    model: root.approvals
                    focus: true
                    currentIndex: root.approvals.currentRow
                    onCurrentIndexChanged: root.approvals.currentRow = currentIndex
                    Accessible.name: qsTr("Waiting for you")
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    delegate: Item {
                        id: row

                        required property int index
                        required property string patientName
                        required property string requestType
                        required property string priority
                        required property string wish
                        required property date createdAt

                        width: ListView.view.width
                        implicitHeight: Theme.px(54)
                        Accessible.role: Accessible.ListItem
                        Accessible.name: patientName + ", " + Words.requestType(requestType)
                        Rectangle {
                            anchors.fill: parent
                            color: root.approvals.currentRow === row.index ? Theme.selection : area.containsMouse ? Theme.hover : "transparent"
                        }
                        Rectangle {
                            width: Theme.px(3)
                            height: parent.height
                            visible: row.priority !== "normal"
                            color: Theme.tone(row.priority)
                        }
                        MouseArea {
                            id: area
                            anchors.fill: parent
                            hoverEnabled: true
                            onClicked: root.approvals.currentRow = row.index
                        }
                        ColumnLayout {
                            anchors.fill: parent
                            anchors.leftMargin: Theme.gap4
                            anchors.rightMargin: Theme.gap4
                            anchors.topMargin: Theme.gap2
                            anchors.bottomMargin: Theme.gap2
                            spacing: 1
                            RowLayout {
                                Layout.fillWidth: true
                                Label {
                                    text: row.patientName
                                    strong: true
                                    Layout.fillWidth: true
                                    Accessible.ignored: true
                                }
                                Caption {
                                    text: Words.age(row.createdAt, Words.now)
                                    Accessible.ignored: true
                                }
                            }
                            RowLayout {
                                spacing: Theme.gap1 + 2
                                Layout.fillWidth: true
                                Icon {
                                    name: Words.requestIcon(row.requestType)
                                    size: Theme.iconSmall
                                }
                                Label {
                                    text: row.wish !== "" ? row.wish : Words.requestType(row.requestType)
                                    secondary: true
                                    font.pixelSize: Theme.px(13)
                                    Layout.fillWidth: true
                                    Accessible.ignored: true
                                }
                            }
                        }
                        Divider {
                            width: parent.width
                            anchors.bottom: parent.bottom
                            opacity: 0.7
                        }
                    }
                }
            }
            Rectangle {
                anchors.right: parent.right
                width: 1
                height: parent.height
                color: Theme.line
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                anchors.fill: parent
                visible: root.some
                spacing: 0
                ScrollPage {
                    id: scroll
                    columnWidth: Theme.px(720)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    ApprovalCard {
                        task: root.task
                        Layout.topMargin: root.height > Theme.px(700) ? Theme.gap4 : 0
                        Divider {}
                        Flow {
                            Layout.fillWidth: true
                            spacing: Theme.gap2
                            Button {
                                objectName: "approve"
                                kind: Button.Primary
                                iconName: "check"
                                text: qsTr("Approve")
                                keys: Keymap.sequence("approve")
                                implicitHeight: Theme.px(38)
                                onClicked: root.approvals.decide("approve")
                            }
                            Button {
                                objectName: "reject"
                                iconName: "close"
                                text: qsTr("Reject")
                                keys: Keymap.sequence("reject")
                                implicitHeight: Theme.px(38)
                                onClicked: reject.open()
                            }
                            Button {
                                iconName: "undo"
                                text: qsTr("Back to staff")
                                keys: Keymap.sequence("return")
                                implicitHeight: Theme.px(38)
                                onClicked: question.open()
                            }
                            Button {
                                kind: Button.Quiet
                                text: qsTr("Later")
                                keys: Keymap.sequence("skip")
                                implicitHeight: Theme.px(38)
                                onClicked: root.approvals.skip()
                            }
                            Button {
                                kind: Button.Quiet
                                visible: root.batchable && root.sameKind > 1
                                text: qsTr("Approve all %1 of this kind").arg(root.sameKind)
                                keys: Keymap.sequence("batch")
                                implicitHeight: Theme.px(38)
                                onClicked: root.approvals.approveKind()
                            }
                        }
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.gap6, Theme.px(380))
                visible: root.approvals.loaded && !root.some
                iconName: "check-circle"
                title: qsTr("Nothing waits for you")
                text: qsTr("Refills, referrals and medical questions appear here once staff have looked at them. Anything urgent reaches you by phone, never by this list.")
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.gap6, Theme.px(380))
                visible: !root.approvals.loaded && root.approvals.problem !== ""
                iconName: "alert"
                title: qsTr("The list could not be read")
                text: root.approvals.problem
                Button {
                    text: qsTr("Try again")
                    onClicked: root.approvals.reload()
                }
            }
        }
    }
    Component.onCompleted: approvals.reload()
}
