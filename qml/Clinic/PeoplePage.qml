pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Who may sign in, and as what. People are deactivated, never deleted: what they did stays theirs.
ColumnLayout {
    id: root

    required property ApiClient api
    required property string userId
    readonly property var roles: [
        { value: "receptionist", text: Words.role("receptionist") },
        { value: "doctor", text: Words.role("doctor") },
        { value: "admin", text: Words.role("admin") }
    ]
    signal said(string text)
    signal complained(string text)

    spacing: 0

    RecordList {
        id: people
        api: root.api
        path: "/users"
    }
    RecordAction {
        id: change
        api: root.api
        onDone: (path, answer) => {
            people.reload();
            if (answer.invitation_token) {
                invitation.token = answer.invitation_token;
                invitation.title = qsTr("Invitation for %1").arg(answer.name);
                invitation.open();
            } else {
                root.said(qsTr("Saved."));
            }
        }
        onRefused: (path, sentence) => root.complained(sentence)
    }
    Component.onCompleted: people.reload()

    Dialog {
        id: invite
        objectName: "inviteDialog"

        title: qsTr("Invite somebody")
        note: qsTr("They choose their own password with the invitation.")
        onOpened: {
            name.clear();
            email.clear();
            name.forceActiveFocus();
        }
        Field {
            label: qsTr("Name")
            TextField {
                id: name
                objectName: "inviteName"
                Accessible.name: qsTr("Name")
                Layout.fillWidth: true
            }
        }
        Field {
            label: qsTr("E-mail")
            TextField {
                id: email
                objectName: "inviteEmail"
                Accessible.name: qsTr("E-mail")
                Layout.fillWidth: true
            }
        }
        Field {
            label: qsTr("Role")
            ComboBox {
                id: role
                model: root.roles
                Accessible.name: qsTr("Role")
                Layout.fillWidth: true
            }
        }
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: invite.close()
            },
            Button {
                objectName: "inviteConfirm"
                text: qsTr("Invite")
                kind: Button.Primary
                enabled: name.length > 0 && email.text.indexOf("@") > 0
                onClicked: {
                    change.send("POST", "/users", { name: name.text, email: email.text, role: role.currentValue });
                    invite.close();
                }
            }
        ]
    }
    Dialog {
        id: invitation

        property string token

        note: qsTr("Give this to them in person or through a channel you trust. It works once.")
        TextField {
            objectName: "invitationToken"
            text: invitation.token
            readOnly: true
            Accessible.name: qsTr("Invitation")
            Layout.fillWidth: true
            onActiveFocusChanged: if (activeFocus)
                selectAll()
        }
        buttons: Button {
            text: qsTr("Close")
            kind: Button.Primary
            onClicked: invitation.close()
        }
    }

    BusyLine {
        running: people.loading || change.busy
        Layout.fillWidth: true
    }
    Banner {
        visible: people.problem !== ""
        text: people.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        RowLayout {
            Layout.fillWidth: true
            Heading {
                text: qsTr("People")
                Layout.fillWidth: true
            }
            Button {
                objectName: "invite"
                kind: Button.Primary
                iconName: "plus"
                text: qsTr("Invite")
                onClicked: invite.open()
            }
        }
        Card {
            inset: 0
            Repeater {
                model: people
                Item {
                    id: line

                    required property int index
                    required property var record

                    implicitHeight: Theme.px(60)
                    Layout.fillWidth: true
                    Layout.topMargin: index === 0 ? 0 : -Theme.gap3
                    opacity: record.status === "deactivated" ? 0.6 : 1
                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.gap4
                        anchors.rightMargin: Theme.gap3
                        spacing: Theme.gap3
                        Avatar {
                            name: line.record.name
                            implicitWidth: Theme.px(32)
                        }
                        ColumnLayout {
                            spacing: 0
                            Layout.fillWidth: true
                            RowLayout {
                                spacing: Theme.gap2
                                Label {
                                    text: line.record.name
                                    strong: true
                                    Layout.maximumWidth: implicitWidth + 1
                                    Layout.fillWidth: true
                                }
                                Badge {
                                    text: line.record.status === "invited" ? qsTr("Invited") : line.record.status === "deactivated" ? qsTr("Deactivated") : ""
                                    tone: line.record.status === "invited" ? "accent" : ""
                                }
                                Badge {
                                    text: line.record.has_totp ? qsTr("Two-step") : ""
                                    tone: "good"
                                    iconName: "lock"
                                }
                                Item {
                                    Layout.fillWidth: true
                                }
                            }
                            Caption {
                                text: line.record.email + (line.record.last_seen_at && root.width > Theme.px(600) ? "  ·  " + qsTr("last here %1").arg(Words.moment(line.record.last_seen_at)) : "")
                                Layout.fillWidth: true
                            }
                        }
                        ComboBox {
                            implicitWidth: Theme.px(150)
                            model: root.roles
                            enabled: line.record.id !== root.userId && line.record.status !== "deactivated"
                            Accessible.name: qsTr("Role of %1").arg(line.record.name)
                            currentIndex: Math.max(0, root.roles.findIndex(entry => entry.value === line.record.role))
                            onActivated: change.send("PATCH", "/users/" + line.record.id, { role: currentValue })
                        }
                        IconButton {
                            iconName: "settings"
                            text: qsTr("More about %1").arg(line.record.name)
                            enabled: line.record.id !== root.userId
                            onClicked: more.popup(this, width - more.width, height)
                            Menu {
                                id: more
                                MenuItem {
                                    iconName: "sign-out"
                                    text: qsTr("Sign out everywhere")
                                    onTriggered: change.send("POST", "/users/" + line.record.id + "/sign-out-everywhere")
                                }
                                MenuItem {
                                    iconName: "key"
                                    text: qsTr("Reset two-step sign-in")
                                    onTriggered: change.send("POST", "/users/" + line.record.id + "/reset-totp")
                                }
                                MenuItem {
                                    iconName: line.record.status === "deactivated" ? "check" : "close"
                                    text: line.record.status === "deactivated" ? qsTr("Activate again") : qsTr("Deactivate")
                                    onTriggered: change.send("PATCH", "/users/" + line.record.id, { status: line.record.status === "deactivated" ? "active" : "deactivated" })
                                }
                            }
                        }
                    }
                    Divider {
                        width: parent.width
                        anchors.bottom: parent.bottom
                        visible: line.index + 1 < people.count
                    }
                }
            }
        }
    }
}
