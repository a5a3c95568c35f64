import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Platform
import Frontdesk.Controls
import Frontdesk.Ui

/// Who are you, and where is your clinic's service?
Rectangle {
    id: root

    required property Session session
    required property Preferences preferences
    readonly property bool codeNeeded: session.state === Session.CodeNeeded
    property bool otherServer: false

    color: Theme.panel

    function submit() {
        if (codeNeeded)
            session.submitCode(code.text);
        else
            session.signIn(server.text, email.text, password.text, stay.checked);
    }

    onCodeNeededChanged: if (codeNeeded)
        code.forceActiveFocus();

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(Theme.px(400), root.width - Theme.gap8)
        height: Math.min(form.implicitHeight + 2 * Theme.gap8, root.height - Theme.gap4)
        radius: Theme.radiusLarge + 4
        color: Theme.raised
        border.color: Theme.line

        ColumnLayout {
            id: form
            anchors.fill: parent
            anchors.margins: Theme.gap8
            spacing: Theme.gap4

            RowLayout {
                spacing: Theme.gap3
                Layout.bottomMargin: Theme.gap1
                Icon {
                    name: "logo"
                    color: Theme.accent
                    size: Theme.px(36)
                }
                ColumnLayout {
                    spacing: 0
                    Heading {
                        text: "Frontdesk"
                    }
                    Label {
                        text: root.codeNeeded ? qsTr("One more step") : qsTr("Sign in to your clinic")
                        secondary: true
                    }
                }
            }
            Field {
                label: qsTr("Server")
                visible: !root.codeNeeded && !root.preferences.serverManaged && (root.otherServer || root.preferences.server === "")
                TextField {
                    id: server
                    objectName: "server"
                    text: root.preferences.server
                    placeholderText: "desk.example.com"
                    inputMethodHints: Qt.ImhUrlCharactersOnly
                    Accessible.name: qsTr("Server address")
                    Layout.fillWidth: true
                    onAccepted: email.forceActiveFocus()
                }
            }
            Field {
                label: qsTr("E-mail")
                visible: !root.codeNeeded
                TextField {
                    id: email
                    objectName: "email"
                    text: root.preferences.email
                    placeholderText: qsTr("you@clinic.com")
                    inputMethodHints: Qt.ImhEmailCharactersOnly
                    Accessible.name: qsTr("E-mail")
                    Layout.fillWidth: true
                    onAccepted: password.forceActiveFocus()
                }
            }
            Field {
                label: qsTr("Password")
                visible: !root.codeNeeded
                TextField {
                    id: password
                    objectName: "password"
                    echoMode: TextInput.Password
                    Accessible.name: qsTr("Password")
                    Layout.fillWidth: true
                    onAccepted: root.submit()
                }
            }
            CheckBox {
                id: stay
                text: qsTr("Stay signed in on this computer")
                visible: !root.codeNeeded
            }
            Field {
                label: qsTr("Code from your authenticator app")
                help: qsTr("Or one of your recovery codes.")
                visible: root.codeNeeded
                TextField {
                    id: code
                    objectName: "code"
                    placeholderText: "123 456"
                    inputMethodHints: Qt.ImhDigitsOnly
                    Accessible.name: qsTr("Code")
                    Layout.fillWidth: true
                    onAccepted: root.submit()
                }
            }
            Rectangle {
                visible: root.session.problem !== ""
                radius: Theme.radius
                color: Theme.emergencySoft
                implicitHeight: problem.implicitHeight + Theme.gap4
                Layout.fillWidth: true
                Accessible.role: Accessible.AlertMessage
                Accessible.name: problem.text
                Label {
                    id: problem
                    anchors.fill: parent
                    anchors.margins: Theme.gap2
                    anchors.leftMargin: Theme.gap3
                    text: root.session.problem
                    color: Theme.emergency
                    font.pixelSize: Theme.px(13)
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
            Button {
                id: submitButton
                kind: Button.Primary
                text: root.codeNeeded ? qsTr("Continue") : qsTr("Sign in")
                enabled: !root.session.busy && (root.codeNeeded ? code.length > 0 : email.length > 0 && password.length > 0)
                implicitHeight: Theme.px(38)
                Layout.fillWidth: true
                onClicked: root.submit()
            }
            RowLayout {
                Layout.fillWidth: true
                Button {
                    kind: Button.Quiet
                    visible: root.codeNeeded
                    text: qsTr("Back")
                    iconName: "chevron-left"
                    onClicked: root.session.cancelCode()
                }
                Caption {
                    visible: !root.codeNeeded && root.preferences.server !== "" && !root.otherServer
                    text: root.preferences.server.replace(/^https?:\/\//, "")
                    Layout.fillWidth: true
                }
                Button {
                    kind: Button.Quiet
                    visible: !root.codeNeeded && root.preferences.server !== "" && !root.otherServer && !root.preferences.serverManaged
                    text: qsTr("Other server")
                    font.pixelSize: Theme.small
                    onClicked: {
                        root.otherServer = true;
                        server.forceActiveFocus();
                    }
                }
            }
            BusyLine {
                running: root.session.busy
                Layout.fillWidth: true
            }
        }
    }
    Component.onCompleted: (preferences.server === "" ? server : preferences.email === "" ? email : password).forceActiveFocus()
}
