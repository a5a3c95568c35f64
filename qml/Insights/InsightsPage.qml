pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Platform
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Four questions: how many calls did we not have to take, why were calls handed over, when do we need people at the
/// phones, and how fast were we in emergencies?
ColumnLayout {
    id: root

    required property ApiClient api
    property int days: 30
    readonly property var figures: report.value
    readonly property real goal: 0.15
    signal said(string text)
    signal complained(string text)

    spacing: 0

    function day(offset: int): string {
        const date = new Date();
        date.setDate(date.getDate() - offset);
        return Qt.formatDate(date, "yyyy-MM-dd");
    }
    function show(count: int) {
        days = count;
        report.query = { from: day(count - 1), to: day(0) };
        report.load();
    }

    /// One line a day, as spreadsheets read it; counts only, nothing about a patient.
    function csv(): string {
        const lines = [["date", "calls", "handed_over"].join(",")];
        for (const entry of figures.by_day ?? [])
            lines.push([entry.date, entry.calls, entry.escalated].join(","));
        lines.push("", ["hour", "calls"].join(","));
        for (const entry of figures.by_hour ?? [])
            lines.push([entry.hour, entry.calls].join(","));
        lines.push("", ["reason", "handed_over"].join(","));
        for (const entry of figures.escalations_by_reason ?? [])
            lines.push([entry.reason, entry.count].join(","));
        return lines.join("\r\n") + "\r\n";
    }
    function exportFigures() {
        const file = saver.save("frontdesk-" + day(days - 1) + "-" + day(0) + ".csv", csv());
        if (file === "")
            complained(qsTr("The file could not be written to your downloads."));
        else
            said(qsTr("Saved as %1").arg(file));
    }

    FileSaver {
        id: saver
    }
    RecordDocument {
        id: report
        api: root.api
        path: "/analytics"
    }
    Component.onCompleted: show(30)

    BusyLine {
        running: report.loading
        Layout.fillWidth: true
    }
    Banner {
        visible: report.problem !== ""
        text: report.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        columnWidth: Theme.px(1060)
        visible: report.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        RowLayout {
            Layout.fillWidth: true
            Heading {
                text: qsTr("Insights")
                Layout.fillWidth: true
            }
            Segments {
                current: [7, 30, 90].indexOf(root.days)
                options: [
                    { text: qsTr("7 days") },
                    { text: qsTr("30 days") },
                    { text: qsTr("90 days") }
                ]
                onChosen: index => root.show([7, 30, 90][index])
            }
            Button {
                objectName: "exportFigures"
                iconName: "download"
                text: qsTr("Export")
                onClicked: root.exportFigures()
            }
        }
        GridLayout {
            columns: root.width > Theme.px(760) ? 4 : 2
            columnSpacing: Theme.gap3
            rowSpacing: Theme.gap3
            Layout.fillWidth: true
            Figure {
                label: qsTr("Calls you did not have to take")
                value: root.figures.handled_without_escalation ?? 0
                note: qsTr("of %1 calls").arg(root.figures.calls?.total ?? 0)
            }
            Figure {
                label: qsTr("Handed to a person")
                value: Words.percent(root.figures.escalation_rate ?? 0)
                note: (root.figures.escalation_rate ?? 0) <= root.goal ? qsTr("within the goal of %1").arg(Words.percent(root.goal)) : qsTr("goal: under %1").arg(Words.percent(root.goal))
                tone: (root.figures.escalation_rate ?? 0) <= root.goal ? "good" : "urgent"
            }
            Figure {
                label: qsTr("Time saved")
                value: qsTr("%1 h").arg(Math.round((root.figures.time_saved_minutes ?? 0) / 60))
                note: qsTr("average call %1 min").arg(Words.length(root.figures.average_duration_ms ?? 0))
            }
            Figure {
                label: qsTr("Tasks completed")
                value: Words.percent(root.figures.tasks?.completion_rate ?? 0)
                note: qsTr("half of them within %1 min").arg(Math.round(root.figures.tasks?.median_minutes_to_completion ?? 0))
            }
        }
        Card {
            title: qsTr("Calls each day")
            corner: Row {
                spacing: Theme.gap3
                Repeater {
                    model: [{ c: Theme.accent, t: qsTr("by the assistant") }, { c: Theme.urgent, t: qsTr("handed over") }]
                    Row {
                        id: key
                        required property var modelData
                        spacing: Theme.gap1
                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Theme.px(10)
                            height: width
                            radius: 2
                            color: key.modelData.c
                        }
                        Caption {
                            text: key.modelData.t
                        }
                    }
                }
            }
            BarChart {
                bars: (root.figures.by_day ?? []).map(entry => ({ label: Qt.formatDate(new Date(entry.date + "T12:00:00"), Qt.locale().name.startsWith("es") ? "d/M" : "M/d"), value: entry.calls, part: entry.escalated }))
                labelEvery: Math.ceil(bars.length / (root.width > Theme.px(760) ? 15 : 7))
                unit: qsTr("calls")
                partName: qsTr("handed over")
                Layout.fillWidth: true
            }
        }
        GridLayout {
            columns: root.width > Theme.px(760) ? 2 : 1
            columnSpacing: Theme.gap4
            rowSpacing: Theme.gap4
            Layout.fillWidth: true
            Card {
                title: qsTr("Why calls were handed over")
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                ShareBars {
                    shares: (root.figures.escalations_by_reason ?? []).map(entry => ({ label: Words.reason(entry.reason), value: entry.count, tone: entry.reason.startsWith("emergency") ? "emergency" : "" }))
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
            }
            Card {
                title: qsTr("When people are needed at the phones")
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                BarChart {
                    bars: (root.figures.by_hour ?? []).filter(entry => entry.hour >= 6 && entry.hour <= 20).map(entry => ({ label: String(entry.hour), value: entry.calls }))
                    labelEvery: 2
                    unit: qsTr("calls")
                    Layout.fillWidth: true
                }
            }
        }
        Card {
            title: qsTr("Emergencies")
            visible: root.figures.emergencies !== undefined
            note: qsTr("From the words to the 911 guidance.")
            Repeater {
                model: root.figures.emergencies ?? []
                RowLayout {
                    id: line
                    required property var modelData
                    spacing: Theme.gap3
                    Layout.fillWidth: true
                    Icon {
                        name: "octagon"
                        size: Theme.iconSmall
                        color: Theme.emergency
                    }
                    Label {
                        text: Words.moment(line.modelData.at)
                        Layout.fillWidth: true
                    }
                    Label {
                        text: qsTr("%1 s").arg(Number(line.modelData.seconds_to_guidance).toFixed(1))
                        strong: true
                    }
                }
            }
            Label {
                visible: (root.figures.emergencies ?? []).length === 0
                text: qsTr("None in this time.")
                secondary: true
            }
        }
    }
    Item {
        visible: !report.ready
        Layout.fillHeight: true
    }
}
