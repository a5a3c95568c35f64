pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// When people are there: the week, and the days on which the week does not hold.
Card {
    id: root

    required property RecordDocument document
    readonly property var names: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    readonly property var week: parse(document.value.hours ?? "")
    readonly property var holidays: document.value.holidays ?? []

    title: qsTr("Opening hours")
    note: qsTr("The clinic's own time. Outside them callers hear when you are back, and urgent wishes go to who is on call.")

    /// "mon-fri 08:00-17:00; sat 09:00-12:00" as one text a day.
    function parse(text: string): var {
        const days = ["", "", "", "", "", "", ""];
        for (const part of text.split(";")) {
            const words = part.trim().split(/\s+/);
            const ends = words[0].split("-").map(name => names.indexOf(name));
            for (let day = ends[0]; day >= 0 && day <= (ends[1] ?? ends[0]); ++day)
                days[day] = words.slice(1).join(" ");
        }
        return days;
    }
    function format(days: var): string {
        return days.map((hours, day) => hours.trim() === "" ? "" : names[day] + " " + hours.trim()).filter(part => part !== "").join("; ");
    }
    /// "8:00 - 12:00, 13:00-17:00" as the service wants it; null when it cannot be understood.
    function tidy(text: string): var {
        const ranges = text.trim() === "" ? [] : text.split(",").map(part => /^\s*(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*$/.exec(part));
        if (ranges.some(range => !range || Number(range[1]) > 23 || Number(range[3]) > 23 || range[1].padStart(2, "0") + range[2] >= range[3].padStart(2, "0") + range[4]))
            return null;
        return ranges.map(range => range[1].padStart(2, "0") + ":" + range[2] + "-" + range[3].padStart(2, "0") + ":" + range[4]).join(",");
    }
    function setDay(day: int, text: string) {
        const hours = tidy(text);
        if (hours === null)
            return;
        const days = week.slice();
        days[day] = hours;
        document.set("hours", format(days));
    }
    function setHoliday(at: int, change: var) {
        const days = holidays.slice();
        days[at] = Object.assign({}, days[at], change);
        document.set("holidays", days);
    }

    GridLayout {
        columns: root.width > Theme.px(560) ? 2 : 1
        columnSpacing: Theme.gap6
        rowSpacing: Theme.gap2
        Layout.fillWidth: true
        Repeater {
            model: 7
            RowLayout {
                id: line

                required property int index
                readonly property string dayName: Qt.locale().dayName((index + 1) % 7, Locale.LongFormat)

                spacing: Theme.gap3
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Switch {
                    checked: root.week[line.index] !== ""
                    Accessible.name: qsTr("Open on %1").arg(line.dayName)
                    onToggled: root.setDay(line.index, checked ? "08:00-17:00" : "")
                }
                Label {
                    text: line.dayName.charAt(0).toUpperCase() + line.dayName.slice(1)
                    Layout.preferredWidth: Theme.px(92)
                }
                TextField {
                    objectName: "hours" + line.index
                    text: root.week[line.index]
                    visible: root.week[line.index] !== ""
                    wrong: root.tidy(text) === null
                    placeholderText: "08:00-17:00"
                    Accessible.name: qsTr("Hours on %1").arg(line.dayName)
                    Layout.fillWidth: true
                    onEditingFinished: root.setDay(line.index, text)
                }
                Label {
                    visible: root.week[line.index] === ""
                    text: qsTr("Closed")
                    secondary: true
                    Layout.fillWidth: true
                }
            }
        }
    }
    Caption {
        text: qsTr("Several stretches of a day: 08:00-12:00, 13:00-17:00")
        Layout.fillWidth: true
    }
    Divider {}
    RowLayout {
        Layout.fillWidth: true
        Label {
            text: qsTr("Holidays and other days")
            strong: true
            Layout.fillWidth: true
        }
        Button {
            objectName: "addHoliday"
            iconName: "plus"
            text: qsTr("Add a day")
            onClicked: root.document.set("holidays", root.holidays.concat([{ date: Qt.formatDate(new Date(), "yyyy-MM-dd"), name: "", hours: [] }]))
        }
    }
    Label {
        visible: root.holidays.length === 0
        text: qsTr("None yet. A day without hours is closed.")
        secondary: true
    }
    Repeater {
        model: root.holidays.length
        RowLayout {
            id: holiday

            required property int index
            readonly property var day: root.holidays[index] ?? ({ date: "", name: "", hours: [] })

            spacing: Theme.gap2
            Layout.fillWidth: true
            TextField {
                text: holiday.day.date
                implicitWidth: Theme.px(120)
                wrong: isNaN(new Date(text + "T12:00"))
                placeholderText: "2026-12-25"
                Accessible.name: qsTr("Date")
                onEditingFinished: root.setHoliday(holiday.index, { date: text })
            }
            TextField {
                text: holiday.day.name
                placeholderText: qsTr("Name")
                Accessible.name: qsTr("Name of the day")
                Layout.fillWidth: true
                onEditingFinished: root.setHoliday(holiday.index, { name: text })
            }
            TextField {
                text: (holiday.day.hours ?? []).join(", ")
                implicitWidth: Theme.px(170)
                placeholderText: qsTr("Closed all day")
                wrong: root.tidy(text) === null
                Accessible.name: qsTr("Hours of the day")
                onEditingFinished: if (!wrong)
                    root.setHoliday(holiday.index, { hours: root.tidy(text).split(",").filter(range => range !== "") })
            }
            IconButton {
                iconName: "close"
                text: qsTr("Remove %1").arg(holiday.day.name || holiday.day.date)
                onClicked: root.document.set("holidays", root.holidays.filter((day, at) => at !== holiday.index))
            }
        }
    }
}
