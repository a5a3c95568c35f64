import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// One caller who needs a person now: why, who, how long already, and what they say.
Rectangle {
    id: root

    required property int index
    required property string escalationId
    required property string taskId
    required property string reason
    required property bool emergency
    required property string patientName
    required property string callerNumber
    required property string lastWords
    required property date decidedAt
    readonly property color ink: emergency ? Theme.emergencyInk : Theme.text
    signal acknowledgeWanted
    signal openWanted

    implicitHeight: Math.max(Theme.px(60), content.implicitHeight + Theme.gap4)
    color: emergency ? Theme.emergencyFill : Theme.urgentSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [emergency ? qsTr("Emergency") : qsTr("Caller waiting"), Words.reason(reason), patientName, Words.phone(callerNumber), lastWords].filter(part => part !== "").join(", ")

    Rectangle {
        width: Theme.px(4)
        height: parent.height
        visible: !root.emergency
        color: Theme.urgent
    }
    RowLayout {
        id: content
        anchors.fill: parent
        anchors.leftMargin: Theme.gap4
        anchors.rightMargin: Theme.gap3
        spacing: Theme.gap3
        Icon {
            name: root.emergency ? "emergency" : "alert"
            size: Theme.px(26)
            color: root.emergency ? root.ink : Theme.urgent
        }
        ColumnLayout {
            spacing: 1
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Label {
                    text: (root.emergency ? qsTr("EMERGENCY") + " · " : "") + Words.reason(root.reason)
                    color: root.ink
                    strong: true
                    font.pixelSize: Theme.px(15)
                    Accessible.ignored: true
                    Layout.maximumWidth: implicitWidth + 1
                    Layout.fillWidth: true
                }
                Label {
                    text: root.patientName === "" ? Words.phone(root.callerNumber) : root.patientName + "  " + Words.phone(root.callerNumber)
                    color: root.ink
                    Accessible.ignored: true
                    Layout.maximumWidth: implicitWidth + 1
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            Label {
                visible: root.lastWords !== ""
                text: "“" + root.lastWords + "”"
                color: root.ink
                font.pixelSize: Theme.px(13)
                font.italic: true
                elide: Text.ElideLeft
                Accessible.ignored: true
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            spacing: 0
            Label {
                text: Words.length(Words.now - root.decidedAt)
                color: root.ink
                strong: true
                font.pixelSize: Theme.px(18)
                horizontalAlignment: Text.AlignRight
                Layout.minimumWidth: Theme.px(48)
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Caption {
                text: qsTr("waiting")
                color: root.ink
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Button {
            id: open
            text: qsTr("Open")
            kind: Button.Quiet
            ink: root.ink
            visible: root.taskId !== "" && root.width > Theme.px(640)
            focusPolicy: Qt.TabFocus
            background: Rectangle {
                radius: Theme.radius
                color: open.hovered ? Qt.rgba(root.ink.r, root.ink.g, root.ink.b, 0.14) : "transparent"
                FocusRing {
                    shown: open.visualFocus
                    border.color: root.ink
                }
            }
            onClicked: root.openWanted()
        }
        Button {
            id: take
            objectName: "takeCaller"
            text: qsTr("I take it")
            iconName: "hand"
            keys: root.index === 0 ? Keymap.sequence("escalation") : ""
            kind: Button.Primary
            focusPolicy: Qt.TabFocus
            ink: root.emergency ? Theme.emergencyFill : Theme.urgentInk
            background: Rectangle {
                radius: Theme.radius
                color: root.emergency ? Theme.emergencyInk : Theme.urgent
                opacity: take.hovered ? 0.88 : 1
                FocusRing {
                    shown: take.visualFocus
                    border.color: root.ink
                }
            }
            onClicked: root.acknowledgeWanted()
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        anchors.bottom: parent.bottom
        color: root.emergency ? Qt.darker(Theme.emergencyFill, 1.15) : Theme.line
    }
}
