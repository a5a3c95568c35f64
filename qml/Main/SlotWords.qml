pragma Singleton
import QtQuick

/// What a caller asked for, from the service's canonical forms into the reader's words.
QtObject {
    function field(name: string): string {
        switch (name) {
        case "patient_name":
            return qsTr("Patient");
        case "caller_name":
            return qsTr("Caller");
        case "relationship":
            return qsTr("Relation");
        case "callback_number":
            return qsTr("Call back at");
        case "preferred_date":
            return qsTr("Preferred day");
        case "preferred_days":
            return qsTr("Days of the week");
        case "preferred_time":
            return qsTr("Preferred time");
        case "provider_name":
            return qsTr("Doctor");
        case "reason":
            return qsTr("Reason");
        case "insurance":
            return qsTr("Insurance");
        case "question":
            return qsTr("Question");
        default:
            return name.charAt(0).toUpperCase() + name.slice(1).replace(/_/g, " ");
        }
    }

    function value(name: string, raw: var): string {
        const text = String(raw ?? "");
        switch (name) {
        case "callback_number":
            return number(text);
        case "preferred_date":
            return text.split("|").map(days).join(qsTr(" or "));
        case "preferred_days":
            return text.split(",").map(weekday).join(", ");
        case "preferred_time":
            return text.split("|").map(time).join(qsTr(" or "));
        case "provider_name":
            return doctor(text);
        case "relationship":
            return relation(text);
        case "insurance":
            return text === "self_pay" ? qsTr("Pays without insurance") : text;
        default:
            return text.charAt(0).toUpperCase() + text.slice(1);
        }
    }

    function number(text: string): string {
        const parts = text.split(";ext=");
        return parts.length > 1 ? qsTr("%1, extension %2").arg(Words.phone(parts[0])).arg(parts[1]) : Words.phone(text);
    }

    /// "2026-12-01", "2026-12-01/2026-12-05", and ranges open at one end.
    function days(text: string): string {
        const ends = text.split("/");
        if (ends.length !== 2)
            return day(text);
        if (ends[0] === "..")
            return qsTr("until %1").arg(day(ends[1]));
        return ends[1] === ".." ? qsTr("from %1 on").arg(day(ends[0])) : qsTr("%1 to %2").arg(day(ends[0])).arg(day(ends[1]));
    }

    function day(text: string): string {
        return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Words.day(text, true) : text;
    }

    /// "TU", or "!MO": any but that.
    function weekday(text: string): string {
        const at = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].indexOf(text.replace("!", ""));
        const name = at < 0 ? text : Qt.locale().dayName(at, Locale.LongFormat);
        return text.startsWith("!") ? qsTr("not %1").arg(name) : name;
    }

    /// "15:00", "15:00-17:00", "15:00-", "-17:00", or a part of the day.
    function time(text: string): string {
        const range = /^(\d\d:\d\d)?(-?)(\d\d:\d\d)?$/.exec(text);
        if (!range)
            return part(text);
        if (!range[2])
            return Words.clock(text);
        if (!range[1])
            return qsTr("before %1").arg(Words.clock(range[3]));
        return range[3] ? Words.clock(range[1]) + " – " + Words.clock(range[3]) : qsTr("from %1 on").arg(Words.clock(range[1]));
    }

    function part(text: string): string {
        switch (text) {
        case "early_morning":
            return qsTr("Early morning");
        case "morning":
            return qsTr("Morning");
        case "late_morning":
            return qsTr("Late morning");
        case "noon":
            return qsTr("Around noon");
        case "early_afternoon":
            return qsTr("Early afternoon");
        case "afternoon":
            return qsTr("Afternoon");
        case "late_afternoon":
            return qsTr("Late afternoon");
        case "evening":
            return qsTr("Evening");
        case "any":
            return qsTr("Any time");
        default:
            return text;
        }
    }

    function doctor(text: string): string {
        if (text === "any")
            return qsTr("Any doctor");
        if (text === "any_female")
            return qsTr("A female doctor");
        return text.startsWith("!") ? qsTr("Not Dr. %1").arg(text.slice(1)) : qsTr("Dr. %1").arg(text);
    }

    function relation(text: string): string {
        switch (text) {
        case "self":
            return qsTr("The patient");
        case "parent":
            return qsTr("Parent of the patient");
        case "child":
            return qsTr("Child of the patient");
        case "spouse":
            return qsTr("Husband or wife");
        case "partner":
            return qsTr("Partner");
        case "sibling":
            return qsTr("Brother or sister");
        case "grandparent":
            return qsTr("Grandparent");
        case "grandchild":
            return qsTr("Grandchild");
        case "other_family":
            return qsTr("Family");
        case "friend":
            return qsTr("Friend");
        case "guardian":
            return qsTr("Guardian");
        case "caregiver":
            return qsTr("Caregiver");
        case "professional":
            return qsTr("Calls for their work");
        default:
            return qsTr("Somebody else");
        }
    }
}
