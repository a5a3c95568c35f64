import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// One task in the queue: how urgent, who, what, how old, and who has it.
Item {
    id: root

    required property int index
    required property string taskId
    required property string patientName
    required property string callbackNumber
    required property string requestType
    required property string priority
    required property string status
    required property string wish
    required property string escalationReason
    required property bool flagged
    required property string assigneeName
    required property bool mine
    required property int noteCount
    required property string approvalState
    required property date createdAt
    required property var dueAt
    property bool selected: false
    property bool focused: false
    /// How long it waits, or how long somebody should have seen to it.
    readonly property string since: !overdue ? Words.age(createdAt, Words.now) : Words.now - dueAt < 60000 ? qsTr("due now") : qsTr("%1 late").arg(Words.age(dueAt, Words.now))
    readonly property bool overdue: dueAt instanceof Date && !isNaN(dueAt) && dueAt < Words.now && status !== "completed"
    readonly property string who: patientName !== "" ? patientName : callbackNumber !== "" ? Words.phone(callbackNumber) : qsTr("Unknown caller")
    signal chosen

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitWidth: Theme.px(360)
    implicitHeight: Theme.px(62)
    Accessible.role: Accessible.ListItem
    Accessible.name: [Words.priority(priority), who, Words.requestType(requestType), wish, status === "completed" ? qsTr("completed") : "", since, assigneeName].filter(part => part !== "").join(", ")
    Accessible.selected: selected
    Accessible.onPressAction: chosen()

    Rectangle {
        anchors.fill: parent
        color: root.selected ? Theme.selection : mouse.containsMouse ? Theme.hover : "transparent"
        border.width: root.focused ? 2 : 0
        border.color: Theme.accent
    }
    Rectangle {
        width: Theme.px(3)
        height: parent.height
        visible: root.priority !== "normal"
        color: Theme.tone(root.priority)
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        onClicked: root.chosen()
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap4
        anchors.rightMargin: Theme.gap4
        anchors.topMargin: Theme.gap2
        anchors.bottomMargin: Theme.gap2
        spacing: 2
        RowLayout {
            spacing: Theme.gap2
            Layout.fillWidth: true
            Label {
                text: root.who
                strong: true
                Accessible.ignored: true
                Layout.maximumWidth: implicitWidth + 1
                Layout.fillWidth: true
            }
            PriorityMark {
                priority: root.priority
                Accessible.ignored: true
            }
            Item {
                Layout.fillWidth: true
            }
            Icon {
                name: "check-circle"
                visible: root.status === "completed"
                size: Theme.iconSmall
                color: Theme.good
            }
            Icon {
                name: "flag"
                visible: root.flagged
                size: Theme.iconSmall
                color: Theme.accentText
            }
            Icon {
                name: "note"
                visible: root.noteCount > 0
                size: Theme.iconSmall
            }
            Icon {
                name: "clock"
                visible: root.overdue
                size: Theme.iconSmall
                color: Theme.urgent
            }
            Caption {
                text: root.since
                color: root.overdue ? Theme.urgent : Theme.muted
                font.weight: root.overdue ? Font.DemiBold : Font.Normal
                Accessible.ignored: true
            }
        }
        RowLayout {
            spacing: Theme.gap2 - 2
            Layout.fillWidth: true
            Icon {
                name: Words.requestIcon(root.requestType)
                size: Theme.px(15)
            }
            Label {
                text: {
                    const what = root.requestType === "escalated_call" && root.escalationReason !== "" ? Words.reason(root.escalationReason) : Words.requestType(root.requestType);
                    return root.wish === "" ? what : what + " · " + root.wish;
                }
                secondary: true
                font.pixelSize: Theme.px(13)
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Badge {
                text: Words.approval(root.approvalState)
                tone: Words.approvalTone(root.approvalState)
                Accessible.ignored: true
            }
            Avatar {
                name: root.assigneeName
                mine: root.mine
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
