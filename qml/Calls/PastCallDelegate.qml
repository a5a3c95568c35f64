import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

Item {
    id: root

    required property int index
    required property var record
    property bool selected: false
    property bool focused: false
    readonly property string who: record.patient_name || Words.phone(record.caller_number ?? "") || qsTr("Unknown caller")
    readonly property bool unanswered: record.outcome === "unanswered"
    signal chosen

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: Theme.px(58)
    Accessible.role: Accessible.ListItem
    Accessible.name: who + ", " + Words.moment(record.started_at) + (unanswered ? ", " + qsTr("Handed over, nobody answered") : "")
    Accessible.onPressAction: chosen()

    Rectangle {
        anchors.fill: parent
        color: root.selected ? Theme.selection : mouse.containsMouse ? Theme.hover : "transparent"
        border.width: root.focused ? 2 : 0
        border.color: Theme.accent
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
            Label {
                text: root.who
                strong: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Icon {
                name: root.unanswered ? "alert" : ""
                size: Theme.px(14)
                color: Theme.urgent
            }
            Icon {
                name: root.record.has_recording ? "play" : ""
                size: Theme.px(12)
            }
            Caption {
                text: Words.moment(root.record.started_at)
                Accessible.ignored: true
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Label {
                text: root.unanswered ? qsTr("Handed over, nobody answered") : root.record.escalation_reason ? Words.reason(root.record.escalation_reason) : qsTr("Handled by the assistant")
                color: root.unanswered ? Theme.urgent : root.record.escalation_reason ? Theme.text : Theme.muted
                font.pixelSize: Theme.px(13)
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Caption {
                text: Words.length(root.record.duration_ms ?? 0)
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
