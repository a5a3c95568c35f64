pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Account
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// One's own account: password, two-step sign-in, and where one is signed in.
Card {
    id: root

    required property Session session
    required property ApiClient api
    property bool hasTotp: session.hasTotp
    signal said(string text)
    signal complained(string text)

    title: qsTr("You")

    RecordAction {
        id: action
        api: root.api
        onRefused: (path, sentence) => {
            password.problem = password.opened ? sentence : "";
            totp.problem = totp.opened ? sentence : "";
            if (!password.opened && !totp.opened)
                root.complained(sentence);
        }
        onDone: (path, answer) => {
            if (path === "/auth/password") {
                password.close();
                root.said(qsTr("Your password is changed. You stay signed in here."));
            } else if (path === "/auth/totp" && answer.secret) {
                totp.begin(answer.secret, answer.uri);
            } else if (path === "/auth/totp") {
                root.hasTotp = false;
                totp.close();
                root.said(qsTr("Two-step sign-in is off."));
            } else if (path === "/auth/totp/confirm") {
                root.hasTotp = true;
                totp.recovery = answer.recovery_codes;
            } else {
                sessions.reload();
                root.said(qsTr("That computer is signed out."));
            }
        }
    }
    RecordList {
        id: sessions
        api: root.api
        path: "/auth/sessions"
    }
    Component.onCompleted: sessions.reload()

    Dialog {
        id: password

        property string problem

        title: qsTr("Change password")
        note: qsTr("At least 12 characters. Three or four words that have nothing to do with each other are good.")
        onOpened: {
            present.clear();
            next.clear();
            problem = "";
            present.forceActiveFocus();
        }
        Field {
            label: qsTr("Present password")
            TextField {
                id: present
                objectName: "presentPassword"
                echoMode: TextInput.Password
                Accessible.name: qsTr("Present password")
                Layout.fillWidth: true
            }
        }
        Field {
            label: qsTr("New password")
            problem: password.problem
            TextField {
                id: next
                objectName: "nextPassword"
                echoMode: TextInput.Password
                Accessible.name: qsTr("New password")
                Layout.fillWidth: true
                onAccepted: change.clicked()
            }
        }
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: password.close()
            },
            Button {
                id: change
                text: qsTr("Change")
                kind: Button.Primary
                enabled: present.length > 0 && next.length >= 12 && !action.busy
                onClicked: action.send("POST", "/auth/password", { current_password: present.text, new_password: next.text })
            }
        ]
    }
    Dialog {
        id: totp

        property string secret
        property string uri
        property string problem
        property var recovery: []
        readonly property bool ending: root.hasTotp && recovery.length === 0
        readonly property bool finished: recovery.length > 0

        function begin(newSecret: string, newUri: string) {
            secret = newSecret;
            uri = newUri;
            problem = "";
            recovery = [];
            open();
        }
        title: finished ? qsTr("Keep these recovery codes") : ending ? qsTr("Turn two-step sign-in off") : qsTr("Two-step sign-in")
        note: finished ? qsTr("Each works once, should you lose your phone. Write them down or print them; they are not shown again.") : ending ? qsTr("Your password is asked for, because this makes your account less safe.") : qsTr("Scan this with an authenticator app on your phone, then enter the code it shows.")
        closePolicy: finished ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape
        onOpened: (ending ? own : code).forceActiveFocus()
        onClosed: {
            secret = uri = "";
            recovery = [];
            code.clear();
            own.clear();
        }
        RowLayout {
            visible: !totp.finished && !totp.ending
            spacing: Theme.gap4
            QrPicture {
                text: totp.uri
                implicitWidth: Theme.px(168)
                implicitHeight: Theme.px(168)
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Code to scan")
            }
            ColumnLayout {
                spacing: Theme.gap3
                Layout.fillWidth: true
                Field {
                    label: qsTr("Or type this into the app")
                    Label {
                        text: totp.secret.replace(/(.{4})/g, "$1 ").trim()
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                Field {
                    label: qsTr("Code of the app")
                    problem: totp.problem
                    TextField {
                        id: code
                        objectName: "totpCode"
                        placeholderText: "123 456"
                        inputMethodHints: Qt.ImhDigitsOnly
                        Accessible.name: qsTr("Code of the app")
                        Layout.fillWidth: true
                        onAccepted: confirm.clicked()
                    }
                }
            }
        }
        Field {
            visible: totp.ending
            label: qsTr("Password")
            problem: totp.problem
            TextField {
                id: own
                echoMode: TextInput.Password
                Accessible.name: qsTr("Password")
                Layout.fillWidth: true
                onAccepted: confirm.clicked()
            }
        }
        GridLayout {
            visible: totp.finished
            columns: 2
            columnSpacing: Theme.gap8
            rowSpacing: Theme.gap2
            Layout.alignment: Qt.AlignHCenter
            Repeater {
                model: totp.recovery
                Label {
                    required property string modelData
                    text: modelData
                    strong: true
                    font.pixelSize: Theme.px(16)
                }
            }
        }
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                visible: !totp.finished
                onClicked: totp.close()
            },
            Button {
                id: confirm
                text: totp.finished ? qsTr("I have kept them") : totp.ending ? qsTr("Turn off") : qsTr("Turn on")
                kind: Button.Primary
                enabled: totp.finished || !action.busy && (totp.ending ? own.length > 0 : code.length >= 6)
                onClicked: {
                    if (totp.finished)
                        totp.close();
                    else if (totp.ending)
                        action.send("DELETE", "/auth/totp", { password: own.text });
                    else
                        action.send("POST", "/auth/totp/confirm", { code: code.text.replace(/\s/g, "") });
                }
            }
        ]
    }

    RowLayout {
        spacing: Theme.gap3
        Layout.fillWidth: true
        Avatar {
            name: root.session.userName
            implicitWidth: Theme.px(36)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label {
                text: root.session.userName + "  ·  " + root.session.email
                Layout.fillWidth: true
            }
            Caption {
                text: qsTr("%1 at %2, %3").arg(Words.role(root.session.role)).arg(root.session.clinicName).arg(root.session.server)
                Layout.fillWidth: true
            }
        }
    }
    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Button {
            objectName: "changePassword"
            iconName: "key"
            text: qsTr("Change password")
            onClicked: password.open()
        }
        Button {
            objectName: "twoStep"
            iconName: root.hasTotp ? "check" : "shield"
            text: root.hasTotp ? qsTr("Two-step sign-in is on") : qsTr("Turn two-step sign-in on")
            onClicked: root.hasTotp ? totp.open() : action.send("POST", "/auth/totp")
        }
    }
    Divider {}
    Caption {
        text: qsTr("Where you are signed in")
        color: Theme.text
        font.weight: Font.Medium
    }
    Repeater {
        model: sessions
        RowLayout {
            id: line

            required property int index
            required property var record

            spacing: Theme.gap3
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label {
                    text: line.record.device_name || qsTr("A computer")
                    font.pixelSize: Theme.px(13)
                    Layout.fillWidth: true
                }
                Caption {
                    text: qsTr("last used %1").arg(Words.moment(line.record.last_used_at)) + "  ·  " + line.record.address
                    Layout.fillWidth: true
                }
            }
            Badge {
                text: line.record.current ? qsTr("This one") : ""
                tone: "good"
            }
            Button {
                visible: !line.record.current
                text: qsTr("Sign out")
                Accessible.name: qsTr("Sign out %1").arg(line.record.device_name)
                onClicked: action.send("DELETE", "/auth/sessions/" + line.record.id)
            }
        }
    }
}
