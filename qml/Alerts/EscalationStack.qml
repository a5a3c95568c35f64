pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Alerts
import Frontdesk.Controls
import Frontdesk.Ui

/// Callers waiting for a person, above everything else; pushes the page down and covers nothing.
ColumnLayout {
    id: root

    required property EscalationModel escalations
    readonly property int most: 3
    signal openWanted(string taskId)

    spacing: 0
    visible: escalations.count > 0
    Repeater {
        model: root.escalations
        EscalationBanner {
            visible: index < root.most
            Layout.fillWidth: true
            onAcknowledgeWanted: root.escalations.acknowledge(escalationId)
            onOpenWanted: root.openWanted(taskId)
        }
    }
    Banner {
        visible: root.escalations.count > root.most
        text: qsTr("%n more caller(s) waiting for a person", "", root.escalations.count - root.most)
        Layout.fillWidth: true
    }
}
