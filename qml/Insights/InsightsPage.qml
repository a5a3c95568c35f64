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
    readonly property int emergencies: (figures.escalations_by_reason ?? []).filter(entry => entry.emergency).reduce((sum, entry) => sum + entry.count, 0)
    readonly property var missed: review.value.items ?? []
    /// {currency, total, per_call, complete, lines}; null where the service counts none.
    readonly property var cost: figures.cost ?? null
    /// What each vendor took, the dearest first.
    readonly property var costLines: {
        const sums = {};
        for (const line of cost?.lines ?? []) {
            if (line.cost !== null)
                sums[line.vendor] = (sums[line.vendor] ?? 0) + line.cost;
        }
        return Object.keys(sums).map(vendor => ({ vendor: vendor, cost: sums[vendor] })).sort((a, b) => b.cost - a.cost);
    }
    signal said(string text)
    signal complained(string text)

    spacing: 0

    function day(offset: int): string {
        const date = new Date();
        date.setDate(date.getDate() - offset);
        return Qt.formatDate(date, "yyyy-MM-dd");
    }
    /// "$12.30"; of a single call also tenths of a cent.
    function money(amount: var): string {
        if (amount === null || amount === undefined)
            return "–";
        const number = Number(amount).toLocaleString(Qt.locale(), "f", amount < 1 ? 3 : 2);
        return cost.currency === "USD" ? "$" + number : number + " " + (cost.currency ?? "");
    }
    function vendorName(name: string): string {
        const known = { twilio: "Twilio", deepgram: "Deepgram", openai: "OpenAI", openai2: "OpenAI 2", elevenlabs: "ElevenLabs" };
        return known[name] ?? name;
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
        lines.push("", ["tasks_created", "tasks_completed", "median_minutes"].join(","));
        lines.push([figures.tasks?.created ?? 0, figures.tasks?.completed ?? 0, figures.tasks?.median_minutes_to_completion ?? ""].join(","));
        lines.push("", ["hour", "calls"].join(","));
        for (const entry of figures.by_hour ?? [])
            lines.push([entry.hour, entry.calls].join(","));
        lines.push("", ["seconds_from", "seconds_to", "calls"].join(","));
        for (const entry of figures.by_duration ?? [])
            lines.push([entry.from_ms / 1000, entry.to_ms === null ? "" : entry.to_ms / 1000, entry.calls].join(","));
        lines.push("", ["reason", "handed_over"].join(","));
        for (const entry of figures.escalations_by_reason ?? [])
            lines.push([entry.reason, entry.count].join(","));
        if (cost !== null && cost.total !== null) {
            lines.push("", ["vendor", "cost_" + (cost.currency ?? "")].join(","));
            for (const line of costLines)
                lines.push([line.vendor, line.cost].join(","));
        }
        return lines.join("\r\n") + "\r\n";
    }
    /// "2 to 3 min"
    function lengthOf(entry: var): string {
        if (entry.to_ms === null)
            return qsTr("over %1 min").arg(entry.from_ms / 60000);
        if (entry.from_ms === 0)
            return qsTr("under %1 s").arg(entry.to_ms / 1000);
        return entry.to_ms <= 60000 ? qsTr("%1 to %2 s").arg(entry.from_ms / 1000).arg(entry.to_ms / 1000) : qsTr("%1 to %2 min").arg(entry.from_ms / 60000).arg(entry.to_ms / 60000);
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
    RecordDocument {
        id: review
        api: root.api
        path: "/analytics/missed-emergencies"
    }
    Component.onCompleted: {
        show(30);
        review.load();
    }

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
        columnWidth: Theme.px(1020)
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
                value: Words.number(root.figures.handled_without_escalation ?? 0)
                note: qsTr("of %1 calls").arg(Words.number(root.figures.calls?.total ?? 0))
            }
            Figure {
                label: qsTr("Handed to a person")
                value: Words.percent(root.figures.escalation_rate ?? 0)
                note: (root.figures.escalation_rate ?? 0) <= root.goal ? qsTr("within the goal of %1").arg(Words.percent(root.goal)) : qsTr("goal: under %1").arg(Words.percent(root.goal))
                tone: (root.figures.escalation_rate ?? 0) <= root.goal ? "good" : ""
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
                    model: [{ c: Theme.accent, t: qsTr("by the assistant") }, { c: Theme.accentDeep, t: qsTr("handed over") }]
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
            columnSpacing: Theme.gap6
            rowSpacing: Theme.gap6
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
                    Layout.fillHeight: true
                }
            }
        }
        Card {
            title: qsTr("How long calls take")
            note: qsTr("Of the calls that are still kept.")
            BarChart {
                objectName: "durations"
                bars: (root.figures.by_duration ?? []).map(entry => ({ label: root.lengthOf(entry), value: entry.calls }))
                labelEvery: root.width > Theme.px(760) ? 1 : 2
                unit: qsTr("calls")
                Layout.fillWidth: true
            }
        }
        Card {
            objectName: "cost"
            visible: root.cost !== null && root.cost.total !== null
            title: qsTr("Cost")
            note: root.cost?.complete === false ? qsTr("Of what has a price; something here has none.") : qsTr("At the prices your operator has noted.")
            RowLayout {
                spacing: Theme.gap3
                Layout.fillWidth: true
                Figure {
                    label: qsTr("In this time")
                    value: root.money(root.cost?.total)
                    note: qsTr("of %1 calls").arg(Words.number(root.figures.calls?.total ?? 0))
                }
                Figure {
                    label: qsTr("Per call")
                    value: root.money(root.cost?.per_call)
                    note: qsTr("vendors and line together")
                }
            }
            ShareBars {
                shares: root.costLines.map(line => ({ label: root.vendorName(line.vendor), value: line.cost, text: root.money(line.cost), tone: "" }))
                Layout.fillWidth: true
            }
        }
        Card {
            title: qsTr("Emergencies")
            note: qsTr("Told to call 911 at once, then connected to you.")
            RowLayout {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Icon {
                    name: root.emergencies > 0 ? "octagon" : "check-circle"
                    size: Theme.iconSmall
                    color: root.emergencies > 0 ? Theme.emergency : Theme.good
                }
                Label {
                    text: root.emergencies > 0 ? qsTr("%n call(s) handed over as an emergency", "", root.emergencies) : qsTr("None in this time.")
                    Layout.fillWidth: true
                }
            }
            Divider {
                visible: root.missed.length > 0
            }
            Label {
                visible: root.missed.length > 0
                text: qsTr("%n call(s) of the last 30 days that today's rules would have handed over as an emergency. Please review.", "", root.missed.length)
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Repeater {
                model: root.missed
                RowLayout {
                    id: line
                    required property var modelData
                    spacing: Theme.gap3
                    Layout.fillWidth: true
                    Icon {
                        name: "alert"
                        size: Theme.iconSmall
                        color: Theme.urgent
                    }
                    Label {
                        text: Words.reason(line.modelData.reason ?? "")
                        Layout.fillWidth: true
                    }
                    Caption {
                        text: Words.moment(line.modelData.started_at)
                    }
                }
            }
        }
    }
    Item {
        visible: !report.ready
        Layout.fillHeight: true
    }
}
