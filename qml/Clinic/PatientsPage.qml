pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Platform
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// What a patient may ask of the clinic: a copy of everything that is kept about them, and that it is deleted.
ColumnLayout {
    id: root

    required property ApiClient api
    readonly property bool someone: name.text.trim().length >= 2 || phone.text.replace(/\D/g, "").length >= 4
    signal said(string text)
    signal complained(string text)

    spacing: 0

    PatientRecords {
        id: records
        api: root.api
        onCopied: (calls, json) => {
            if (calls === 0) {
                root.complained(qsTr("Nothing is kept about this person."));
                return;
            }
            const file = saver.save("frontdesk-patient-" + Qt.formatDate(new Date(), "yyyy-MM-dd") + ".json", json);
            if (file === "")
                root.complained(qsTr("The file could not be written to your downloads."));
            else
                root.said(qsTr("%n call(s), saved as %1", "", calls).arg(file));
        }
        onErased: (calls, held) => root.said(held > 0 ? qsTr("%1 deleted; %2 stay because of a legal hold.").arg(calls).arg(held) : qsTr("%n call(s) deleted with everything that belongs to them.", "", calls))
        onRefused: sentence => root.complained(sentence)
    }
    ClinicExport {
        id: everything
        api: root.api
        onFinished: (calls, path) => root.said(qsTr("%n call(s), saved as %1", "", calls).arg(path))
        onRefused: sentence => root.complained(sentence)
    }
    FileSaver {
        id: saver
    }
    Dialog {
        id: sure

        title: qsTr("Delete everything about this person?")
        note: qsTr("Calls, transcripts, recordings and tasks of everybody these words fit. It cannot be undone. Type the name or number once more.")
        onOpened: {
            again.clear();
            again.forceActiveFocus();
        }
        TextField {
            id: again
            objectName: "eraseAgain"
            placeholderText: name.text !== "" ? name.text : phone.text
            Accessible.name: qsTr("Name or number once more")
            Layout.fillWidth: true
        }
        buttons: [
            Button {
                text: qsTr("Cancel")
                kind: Button.Quiet
                onClicked: sure.close()
            },
            Button {
                objectName: "eraseConfirm"
                text: qsTr("Delete")
                kind: Button.Danger
                enabled: again.text.trim() === (name.text !== "" ? name.text : phone.text).trim()
                onClicked: {
                    records.erase(name.text, phone.text);
                    sure.close();
                }
            }
        ]
    }

    BusyLine {
        running: records.busy || everything.busy
        Layout.fillWidth: true
    }
    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        ColumnLayout {
            spacing: Theme.gap1
            Heading {
                text: qsTr("Patients' records")
            }
            Label {
                text: qsTr("Patients may ask for a copy of what is kept about them. Both steps are written to the audit trail.")
                secondary: true
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Card {
            title: qsTr("Who")
            note: qsTr("The beginnings of the name, the number, or both.")
            GridLayout {
                columns: root.width > Theme.px(560) ? 2 : 1
                columnSpacing: Theme.gap4
                rowSpacing: Theme.gap3
                Layout.fillWidth: true
                Field {
                    label: qsTr("Name")
                    TextField {
                        id: name
                        objectName: "patientName"
                        Accessible.name: qsTr("Name")
                        Layout.fillWidth: true
                    }
                }
                Field {
                    label: qsTr("Telephone number")
                    TextField {
                        id: phone
                        objectName: "patientPhone"
                        inputMethodHints: Qt.ImhDialableCharactersOnly
                        Accessible.name: qsTr("Telephone number")
                        Layout.fillWidth: true
                    }
                }
            }
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Button {
                    objectName: "copyRecords"
                    kind: Button.Primary
                    iconName: "download"
                    text: qsTr("Save a copy")
                    enabled: root.someone && !records.busy
                    onClicked: records.copy(name.text, phone.text)
                }
                Button {
                    objectName: "eraseRecords"
                    text: qsTr("Delete …")
                    enabled: root.someone && !records.busy
                    onClicked: sure.open()
                }
            }
            Caption {
                text: qsTr("The copy lies among your downloads and holds patient data. Hand it over and delete it, or keep it where your clinic keeps such files.")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        Card {
            title: qsTr("Everything the clinic has")
            note: qsTr("All calls with transcripts, tasks and decisions: one line of JSON for each call.")
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Button {
                    objectName: "exportClinic"
                    iconName: "download"
                    text: qsTr("Save everything")
                    enabled: !everything.busy
                    onClicked: everything.start(saver.place("frontdesk-clinic-" + Qt.formatDate(new Date(), "yyyy-MM-dd") + ".jsonl"))
                }
                Button {
                    visible: everything.busy
                    kind: Button.Quiet
                    text: qsTr("Stop")
                    onClicked: everything.cancel()
                }
            }
            Caption {
                text: everything.busy ? qsTr("%n call(s) so far …", "", everything.calls) : qsTr("For moving to another system, or for your own archive. The file holds patient data of everybody; the step is written to the audit trail.")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
}
