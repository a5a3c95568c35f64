pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Platform
import Frontdesk.Controls
import Frontdesk.Ui

/// Nobody is at the desk: says that callers wait, and nothing about them.
Rectangle {
    id: root

    required property Session session
    required property Preferences preferences
    /// Who else works at this desk.
    readonly property var others: preferences.accounts.filter(account => account.email !== session.email)
    required property int waiting
    required property bool emergency

    color: Theme.panel

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(Theme.px(320), root.width - Theme.gap8)
        spacing: Theme.gap4
        Avatar {
            name: root.session.userName
            implicitWidth: Theme.px(56)
            Layout.alignment: Qt.AlignHCenter
        }
        Heading {
            text: root.session.userName
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Badge {
            Layout.alignment: Qt.AlignHCenter
            text: root.waiting === 0 ? "" : qsTr("%n caller(s) waiting for a person", "", root.waiting)
            tone: root.emergency ? "emergency" : "urgent"
            iconName: root.emergency ? "octagon" : "triangle"
        }
        TextField {
            id: password
            objectName: "unlockPassword"
            echoMode: TextInput.Password
            placeholderText: qsTr("Password")
            wrong: root.session.problem !== ""
            Layout.fillWidth: true
            onAccepted: root.session.unlock(text)
        }
        Caption {
            text: root.session.problem
            visible: text !== ""
            color: Theme.problem
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button {
            kind: Button.Primary
            text: qsTr("Unlock")
            iconName: "lock"
            enabled: password.length > 0 && !root.session.busy
            Layout.fillWidth: true
            onClicked: root.session.unlock(password.text)
        }
        Flow {
            visible: root.others.length > 0
            spacing: Theme.gap2
            Layout.fillWidth: true
            Repeater {
                model: root.others
                Button {
                    required property var modelData
                    objectName: "switchTo"
                    text: modelData.name
                    iconName: "user"
                    kind: Button.Quiet
                    Accessible.name: qsTr("Sign in as %1").arg(modelData.name)
                    onClicked: {
                        root.preferences.email = modelData.email;
                        root.session.signOut();
                    }
                }
            }
        }
        Button {
            kind: Button.Quiet
            text: qsTr("Sign in as somebody else")
            Layout.fillWidth: true
            onClicked: root.session.signOut()
        }
    }
    Component.onCompleted: password.forceActiveFocus()
}
