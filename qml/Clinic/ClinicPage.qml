pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// What the assistant may know and say about the clinic.
ColumnLayout {
    id: root

    required property ApiClient api
    readonly property var clinic: profile.value
    signal said(string text)

    spacing: 0

    RecordDocument {
        id: profile
        api: root.api
        path: "/clinic"
        onSaved: root.said(qsTr("Saved. The next call uses it."))
    }
    RecordDocument {
        id: retention
        api: root.api
        path: "/clinic/retention"
        onSaved: root.said(qsTr("Saved."))
    }
    RecordDocument {
        id: signatures
        api: root.api
        path: "/clinic/approvals"
        onSaved: root.said(qsTr("Saved."))
    }
    Component.onCompleted: {
        profile.load();
        retention.load();
        signatures.load();
    }

    component Line: Field {
        id: line
        required property string field
        property string hint
        property RecordDocument document: profile
        problem: document.fieldProblems[field] ?? ""
        TextField {
            objectName: "field-" + line.field
            text: String(line.document.value[line.field] ?? "")
            placeholderText: line.hint
            wrong: line.problem !== ""
            Accessible.name: line.label
            Layout.fillWidth: true
            onTextEdited: line.document.set(line.field, line.document === retention ? Number(text) : text)
        }
    }

    BusyLine {
        running: profile.loading
        Layout.fillWidth: true
    }
    Banner {
        visible: profile.problem !== ""
        text: profile.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        visible: profile.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        Heading {
            text: qsTr("Clinic")
        }
        Card {
            title: qsTr("Profile")
            GridLayout {
                columns: root.width > Theme.px(640) ? 2 : 1
                columnSpacing: Theme.gap4
                rowSpacing: Theme.gap3
                Layout.fillWidth: true
                Line {
                    label: qsTr("Name")
                    field: "name"
                    help: qsTr("As the assistant says it.")
                }
                Line {
                    label: qsTr("Time zone")
                    field: "time_zone"
                    hint: "America/New_York"
                }
                Line {
                    label: qsTr("Number patients call")
                    field: "number"
                    hint: "+15550100000"
                }
                Line {
                    label: qsTr("Your own line")
                    field: "line"
                    hint: "+15550199999"
                    help: qsTr("Rung whenever a caller needs a person.")
                }
                Line {
                    label: qsTr("On call after hours")
                    field: "on_call_line"
                    help: qsTr("Empty: your own line.")
                }
                Line {
                    label: qsTr("Call back")
                    field: "callback_promise"
                    help: qsTr("Completes “will call you back …”.")
                }
            }
            Line {
                label: qsTr("Address")
                field: "address"
            }
        }
        HoursCard {
            document: profile
        }
        Card {
            title: qsTr("What callers hear")
            note: qsTr("Empty: the standard words.")
            Field {
                label: qsTr("Greeting")
                problem: profile.fieldProblems.greeting ?? ""
                TextBox {
                    text: root.clinic.greeting ?? ""
                    placeholderText: qsTr("Thank you for calling {clinic}.")
                    Accessible.name: qsTr("Greeting")
                    Layout.fillWidth: true
                    onTextChanged: if (activeFocus)
                        profile.set("greeting", text)
                }
            }
        }
        VoiceCard {
            api: root.api
            greeting: (root.clinic.greeting || qsTr("Thank you for calling {clinic}.")).replace("{clinic}", root.clinic.name ?? "")
        }
        RecordingCard {
            api: root.api
            document: profile
        }
        SignaturesCard {
            document: signatures
        }
        Card {
            title: qsTr("How long records are kept")
            note: qsTr("Days; afterwards they are deleted for good.")
            visible: retention.ready
            GridLayout {
                columns: root.width > Theme.px(640) ? 4 : 2
                columnSpacing: Theme.gap4
                rowSpacing: Theme.gap3
                Layout.fillWidth: true
                Line {
                    label: qsTr("Calls")
                    field: "calls_days"
                    document: retention
                }
                Line {
                    label: qsTr("Recordings")
                    field: "recordings_days"
                    document: retention
                }
                Line {
                    label: qsTr("Transcripts")
                    field: "transcripts_days"
                    document: retention
                }
                Line {
                    label: qsTr("Audit trail")
                    field: "audit_days"
                    document: retention
                }
            }
            Switch {
                text: qsTr("Legal hold: delete nothing")
                checked: retention.value.legal_hold === true
                onToggled: retention.set("legal_hold", checked)
            }
            Caption {
                text: retention.problem
                visible: text !== ""
                color: Theme.problem
            }
        }
    }
    SaveBar {
        shown: profile.dirty || retention.dirty || signatures.dirty
        Layout.fillWidth: true
        onDiscarded: {
            profile.revert();
            retention.revert();
            signatures.revert();
        }
        onSaveWanted: {
            if (profile.dirty)
                profile.save();
            if (retention.dirty)
                retention.save();
            if (signatures.dirty)
                signatures.save();
        }
    }
    Item {
        visible: !profile.ready
        Layout.fillHeight: true
    }
}
