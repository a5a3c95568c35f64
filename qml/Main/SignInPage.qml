pragma ComponentBehavior: Bound
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
    readonly property bool passwordNeeded: !codeNeeded && !invited
    property bool otherServer: false
    /// With an invitation: chooses a password for the first time, or after it was forgotten.
    property bool invited: false

    color: Theme.panel

    function submit() {
        if (codeNeeded)
            session.submitCode(code.text);
        else if (invited)
            session.acceptInvitation(server.text, invitation.text, ownName.text, newPassword.text);
        else
            session.signIn(server.text, email.text, password.text, stay.checked);
    }

    onCodeNeededChanged: if (codeNeeded)
        code.forceActiveFocus();

    function choose(address: string) {
        email.text = address;
        password.clear();
        password.forceActiveFocus();
    }

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
                        text: root.codeNeeded ? qsTr("One more step") : root.invited ? qsTr("Welcome to your clinic") : qsTr("Sign in to your clinic")
                        secondary: true
                    }
                }
            }
            Flow {
                visible: root.passwordNeeded && root.preferences.accounts.length > 1
                spacing: Theme.gap2
                Layout.fillWidth: true
                Repeater {
                    model: root.preferences.accounts
                    Button {
                        required property var modelData
                        objectName: "account"
                        text: modelData.name
                        iconName: "user"
                        kind: email.text === modelData.email ? Button.Secondary : Button.Quiet
                        Accessible.name: qsTr("Sign in as %1").arg(modelData.name)
                        onClicked: root.choose(modelData.email)
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
                visible: root.passwordNeeded
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
                visible: root.passwordNeeded
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
                visible: root.passwordNeeded
            }
            Field {
                label: qsTr("Invitation")
                visible: root.invited
                TextField {
                    id: invitation
                    objectName: "invitation"
                    placeholderText: qsTr("From your administrator")
                    Accessible.name: qsTr("Invitation")
                    Layout.fillWidth: true
                    onAccepted: ownName.forceActiveFocus()
                }
            }
            Field {
                label: qsTr("Your name")
                visible: root.invited
                TextField {
                    id: ownName
                    objectName: "ownName"
                    Accessible.name: qsTr("Your name")
                    Layout.fillWidth: true
                    onAccepted: newPassword.forceActiveFocus()
                }
            }
            Field {
                label: qsTr("Choose a password")
                help: qsTr("At least 12 characters. Three or four words that have nothing to do with each other are good.")
                visible: root.invited
                TextField {
                    id: newPassword
                    objectName: "newPassword"
                    echoMode: TextInput.Password
                    Accessible.name: qsTr("Choose a password")
                    Layout.fillWidth: true
                    onAccepted: root.submit()
                }
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
                color: Theme.urgentSoft
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
                    color: Theme.text
                    font.pixelSize: Theme.px(13)
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
            Button {
                id: submitButton
                kind: Button.Primary
                text: root.codeNeeded || root.invited ? qsTr("Continue") : qsTr("Sign in")
                enabled: {
                    if (root.session.busy)
                        return false;
                    if (root.codeNeeded)
                        return code.length > 0;
                    return root.invited ? invitation.length > 0 && ownName.length > 0 && newPassword.length >= 12 : email.length > 0 && password.length > 0;
                }
                implicitHeight: Theme.px(38)
                Layout.fillWidth: true
                onClicked: root.submit()
            }
            RowLayout {
                Layout.fillWidth: true
                Button {
                    kind: Button.Quiet
                    visible: root.codeNeeded || root.invited
                    text: qsTr("Back")
                    iconName: "chevron-left"
                    onClicked: {
                        if (root.codeNeeded)
                            root.session.cancelCode();
                        root.invited = false;
                    }
                }
                Button {
                    objectName: "haveInvitation"
                    kind: Button.Quiet
                    visible: root.passwordNeeded
                    text: qsTr("I have an invitation")
                    font.pixelSize: Theme.small
                    Layout.leftMargin: -Theme.gap3
                    onClicked: {
                        root.invited = true;
                        (root.preferences.server === "" ? server : invitation).forceActiveFocus();
                    }
                }
                Caption {
                    visible: !root.codeNeeded && root.preferences.server !== "" && !root.otherServer
                    text: root.preferences.server.replace(/^https?:\/\//, "")
                    horizontalAlignment: Text.AlignRight
                    elide: Text.ElideMiddle
                    Layout.fillWidth: true
                }
                Button {
                    kind: Button.Quiet
                    visible: !root.codeNeeded && root.preferences.server !== "" && !root.otherServer && !root.preferences.serverManaged
                    text: qsTr("Other server")
                    font.pixelSize: Theme.small
                    Layout.rightMargin: -Theme.gap3
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
