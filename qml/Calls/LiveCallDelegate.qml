import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// A call the assistant has on the line now.
Item {
    id: root

    required property int index
    required property string callId
    required property string callerNumber
    required property string patientName
    required property string escalationReason
    required property string lastWords
    required property string lastSpeaker
    required property date startedAt
    property bool selected: false
    property bool focused: false
    signal chosen

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: Theme.px(66)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Live call") + ", " + (patientName || Words.phone(callerNumber)) + ", " + lastWords
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
            Rectangle {
                implicitWidth: Theme.px(8)
                implicitHeight: width
                radius: width / 2
                color: root.escalationReason !== "" ? Theme.urgent : Theme.good
            }
            Label {
                text: root.patientName || Words.phone(root.callerNumber) || qsTr("Unknown caller")
                strong: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Caption {
                text: Words.length(Words.now - root.startedAt)
                color: Theme.text
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
        Label {
            text: root.escalationReason !== "" ? Words.reason(root.escalationReason) : root.lastWords === "" ? qsTr("Listening …") : (root.lastSpeaker === "caller" ? "“" + root.lastWords + "”" : qsTr("Assistant: %1").arg(root.lastWords))
            secondary: true
            font.pixelSize: Theme.px(13)
            elide: Text.ElideLeft
            horizontalAlignment: Text.AlignLeft
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    Divider {
        width: parent.width
        anchors.bottom: parent.bottom
    }
}
