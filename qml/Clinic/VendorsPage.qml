pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Who outside the clinic handles patient data, and under which agreement.
ColumnLayout {
    id: root

    required property ApiClient api
    /// Those the service can work with; whoever was never signed is not in its list.
    readonly property var known: [
        { name: "twilio", title: "Twilio", purpose: qsTr("Telephone network") },
        { name: "deepgram", title: "Deepgram", purpose: qsTr("Hears what callers say"), takesKey: true },
        { name: "openai", title: "OpenAI", purpose: qsTr("Understands what callers mean"), takesKey: true },
        { name: "elevenlabs", title: "ElevenLabs", purpose: qsTr("Speaks"), takesKey: true }
    ]
    readonly property var rows: {
        const kept = vendors.value.items ?? [];
        const others = kept.filter(one => !known.some(entry => entry.name === one.name)).map(one => Object.assign({ title: one.name }, one));
        return known.map(entry => Object.assign({}, entry, kept.find(one => one.name === entry.name) ?? ({}))).concat(others);
    }
    signal said(string text)
    signal complained(string text)

    spacing: 0

    RecordDocument {
        id: vendors
        api: root.api
        path: "/clinic/vendors"
    }
    RecordAction {
        id: change
        api: root.api
        onDone: {
            vendors.load();
            root.said(qsTr("Saved."));
        }
        onRefused: (path, sentence) => root.complained(sentence)
    }
    RecordDocument {
        id: speech
        api: root.api
        path: "/clinic/speech"
        onSaved: root.said(qsTr("Saved."))
    }
    Component.onCompleted: {
        vendors.load();
        speech.load();
    }

    Dialog {
        id: sign

        property string vendor

        title: qsTr("Agreement with %1").arg(vendor)
        note: qsTr("The day both sides signed the business associate agreement.")
        onOpened: {
            day.text = Qt.formatDate(new Date(), "yyyy-MM-dd");
            day.forceActiveFocus();
            day.selectAll();
        }
        TextField {
            id: day
            objectName: "signedOn"
            placeholderText: "2026-01-31"
            wrong: !acceptableInput
            Accessible.name: qsTr("Day of signature")
            validator: RegularExpressionValidator {
                regularExpression: /^\d{4}-\d{2}-\d{2}$/
            }
            Layout.fillWidth: true
        }
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: sign.close()
            },
            Button {
                objectName: "signedSave"
                text: qsTr("Save")
                kind: Button.Primary
                enabled: day.acceptableInput
                onClicked: {
                    change.send("PUT", "/clinic/vendors/" + sign.vendor, { baa_signed_on: day.text, phi: true }, vendors.value.version ?? 0);
                    sign.close();
                }
            }
        ]
    }

    Dialog {
        id: keyDialog

        property var vendor: ({})
        readonly property bool isSet: (vendor.key_set_at ?? "") !== ""

        title: qsTr("Your own key for %1").arg(vendor.title ?? "")
        note: qsTr("For clinics that have an account of their own. It is kept sealed and never shown again; calls that begin from now on use it in place of your operator's.")
        onOpened: {
            secret.clear();
            secret.forceActiveFocus();
        }
        onClosed: secret.clear()
        TextField {
            id: secret
            objectName: "vendorKey"
            placeholderText: keyDialog.isSet ? qsTr("A new key replaces the one of %1").arg(Words.moment(keyDialog.vendor.key_set_at)) : qsTr("Key")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Accessible.name: qsTr("Key")
            Layout.fillWidth: true
            onAccepted: if (keep.enabled)
                keep.clicked()
        }
        buttons: [
            Button {
                text: qsTr("Remove the key")
                kind: Button.Quiet
                visible: keyDialog.isSet
                onClicked: {
                    change.send("DELETE", "/clinic/vendors/" + keyDialog.vendor.name + "/key");
                    keyDialog.close();
                }
            },
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: keyDialog.close()
            },
            Button {
                id: keep
                text: qsTr("Save")
                kind: Button.Primary
                enabled: /^[!-~]+$/.test(secret.text.trim())
                onClicked: {
                    change.send("PUT", "/clinic/vendors/" + keyDialog.vendor.name + "/key", { key: secret.text.trim() });
                    keyDialog.close();
                }
            }
        ]
    }

    BusyLine {
        running: vendors.loading || speech.loading || change.busy
        Layout.fillWidth: true
    }
    Banner {
        visible: text !== ""
        text: vendors.problem !== "" ? vendors.problem : speech.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        ColumnLayout {
            spacing: Theme.gap1
            Heading {
                text: qsTr("Vendors")
            }
            Label {
                text: qsTr("Without a signed agreement a vendor gets no patient data. The service refuses to send it.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Card {
            inset: 0
            Repeater {
                model: vendors.ready ? root.rows : []
                Item {
                    id: line

                    required property int index
                    required property var modelData
                    readonly property bool signed: (modelData.baa_signed_on ?? "") !== ""
                    readonly property bool takesKey: modelData.takesKey === true
                    readonly property bool hasKey: (modelData.key_set_at ?? "") !== ""

                    implicitHeight: Math.max(Theme.px(60), parts.implicitHeight + 2 * Theme.gap3)
                    Layout.fillWidth: true
                    Layout.topMargin: index === 0 ? 0 : -Theme.gap3
                    GridLayout {
                        id: parts
                        columns: root.width > Theme.px(840) ? 3 : 1
                        columnSpacing: Theme.gap3
                        rowSpacing: Theme.gap2
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.gap4
                        anchors.rightMargin: Theme.gap3
                        anchors.verticalCenter: parent.verticalCenter
                        ColumnLayout {
                            spacing: 0
                            Layout.fillWidth: true
                            Label {
                                text: line.modelData.title ?? line.modelData.name
                                strong: true
                                Layout.fillWidth: true
                            }
                            Caption {
                                text: (line.modelData.purpose ?? "") + (line.hasKey ? " · " + qsTr("own key, set %1").arg(Words.moment(line.modelData.key_set_at)) : "")
                                Layout.fillWidth: true
                            }
                        }
                        Row {
                            spacing: Theme.gap2
                            Badge {
                                text: line.signed ? qsTr("Signed %1").arg(Words.day(line.modelData.baa_signed_on, false)) : qsTr("No agreement")
                                tone: line.signed ? "good" : ""
                                iconName: line.signed ? "check" : ""
                            }
                            Badge {
                                text: line.modelData.phi && line.signed ? qsTr("Gets patient data") : qsTr("Gets none")
                                tone: line.modelData.phi && line.signed ? "accent" : ""
                            }
                        }
                        Row {
                            spacing: Theme.gap2
                            Item {
                                visible: !line.takesKey && parts.columns > 1
                                width: Theme.px(120)
                                height: 1
                            }
                            Button {
                                objectName: "key-" + line.modelData.name
                                visible: line.takesKey
                                iconName: "key"
                                text: line.hasKey ? qsTr("Own key") : qsTr("Key …")
                                width: Theme.px(120)
                                Accessible.description: line.hasKey ? qsTr("Set %1").arg(Words.moment(line.modelData.key_set_at)) : qsTr("Not set: your operator's account is used")
                                onClicked: {
                                    keyDialog.vendor = line.modelData;
                                    keyDialog.open();
                                }
                            }
                            Button {
                                objectName: "sign-" + line.modelData.name
                                text: line.signed ? qsTr("Withdraw") : qsTr("Signed …")
                                width: Theme.px(112)
                                onClicked: {
                                    if (line.signed) {
                                        change.send("PUT", "/clinic/vendors/" + line.modelData.name, { baa_signed_on: null, phi: false }, vendors.value.version ?? 0);
                                    } else {
                                        sign.vendor = line.modelData.name;
                                        sign.open();
                                    }
                                }
                            }
                        }
                    }
                    Divider {
                        width: parent.width
                        anchors.bottom: parent.bottom
                        visible: line.index + 1 < root.rows.length
                    }
                }
            }
        }
        SpeechCard {
            document: speech
        }
    }
    SaveBar {
        shown: speech.dirty
        Layout.fillWidth: true
        onDiscarded: speech.revert()
        onSaveWanted: speech.save()
    }
}
