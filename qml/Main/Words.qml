pragma Singleton
import QtQuick

/// What the service's words are called in the reader's language, and how times and numbers are written.
QtObject {
    id: root

    /// Moves every second, so that ages and waiting times count by themselves.
    property date now: new Date()
    readonly property Timer ticker: Timer {
        interval: 1000
        running: true
        repeat: true
        onTriggered: root.now = new Date()
    }

    function requestType(name: string): string {
        switch (name) {
        case "appointment_scheduling":
            return qsTr("New appointment");
        case "appointment_rescheduling":
            return qsTr("Reschedule");
        case "appointment_cancellation":
            return qsTr("Cancellation");
        case "appointment_confirmation":
            return qsTr("Confirm appointment");
        case "general_question":
            return qsTr("Question");
        case "insurance_question":
            return qsTr("Insurance");
        case "callback_request":
            return qsTr("Call back");
        case "referral_request":
            return qsTr("Referral");
        case "billing_question":
            return qsTr("Billing");
        case "medical_records":
            return qsTr("Medical records");
        case "prescription_refill":
            return qsTr("Prescription refill");
        case "medical_question":
            return qsTr("Medical question");
        case "test_results":
            return qsTr("Test results");
        case "escalated_call":
            return qsTr("Handed-over call");
        default:
            return qsTr("Other request");
        }
    }

    function requestIcon(name: string): string {
        switch (name) {
        case "appointment_scheduling":
        case "appointment_rescheduling":
        case "appointment_cancellation":
        case "appointment_confirmation":
            return "calendar";
        case "general_question":
            return "question";
        case "insurance_question":
            return "shield";
        case "callback_request":
            return "phone-in";
        case "referral_request":
            return "forward";
        case "billing_question":
            return "card";
        case "medical_records":
            return "file";
        case "prescription_refill":
            return "pill";
        case "medical_question":
            return "stethoscope";
        case "test_results":
            return "flask";
        case "escalated_call":
            return "phone-in";
        default:
            return "note";
        }
    }

    function reason(name: string): string {
        switch (name) {
        case "emergency_medical":
            return qsTr("Possible medical emergency");
        case "emergency_self_harm":
            return qsTr("Caller may hurt themselves");
        case "emergency_violence":
            return qsTr("Violence or danger");
        case "medication":
            return qsTr("Asks about medication");
        case "test_results":
            return qsTr("Asks about test results");
        case "medical_advice":
            return qsTr("Asks for medical advice");
        case "human_request":
            return qsTr("Wants to talk to a person");
        case "low_confidence":
            return qsTr("Hard to understand");
        case "poor_audio":
            return qsTr("Bad line");
        case "distress":
            return qsTr("Caller is distressed");
        case "angry":
            return qsTr("Caller is angry");
        case "abusive":
            return qsTr("Caller is abusive");
        case "confused":
            return qsTr("Caller seems confused");
        case "language":
            return qsTr("Needs another language");
        case "not_understood":
            return qsTr("Request stayed unclear");
        case "duration":
            return qsTr("Call takes too long");
        case "complex":
            return qsTr("Too many things at once");
        case "system_failure":
            return qsTr("Technical failure");
        case "staff_took_over":
            return qsTr("Taken over by staff");
        default:
            return name;
        }
    }

    function priority(name: string): string {
        return name === "emergency" ? qsTr("Emergency") : name === "urgent" ? qsTr("Urgent") : "";
    }

    function taskStatus(name: string): string {
        return name === "completed" ? qsTr("Completed") : name === "in_progress" ? qsTr("In progress") : qsTr("New");
    }

    function approval(state: string): string {
        switch (state) {
        case "pending":
            return qsTr("With doctor");
        case "approved":
            return qsTr("Approved");
        case "rejected":
            return qsTr("Rejected");
        case "returned":
            return qsTr("Doctor asks");
        case "signed":
            return qsTr("One of two signed");
        default:
            return "";
        }
    }

    /// The colour of that; it is news, but no alarm.
    function approvalTone(state: string): string {
        return state === "approved" ? "good" : state === "returned" ? "accent" : "";
    }

    function action(name: string): string {
        switch (name) {
        case "created":
            return qsTr("created this from the call");
        case "claim":
        case "start":
            return qsTr("took this");
        case "release":
            return qsTr("gave this back");
        case "complete":
            return qsTr("completed this");
        case "reopen":
            return qsTr("opened this again");
        case "assign-to-doctor":
            return qsTr("sent this to the doctor");
        case "call-back":
            return qsTr("called the patient back");
        case "flag":
            return qsTr("flagged this for review");
        case "unflag":
            return qsTr("took the flag away");
        case "note":
            return qsTr("wrote a note");
        case "undo":
            return qsTr("took the last step back");
        case "approve":
            return qsTr("approved");
        case "reject":
            return qsTr("rejected");
        case "return":
            return qsTr("sent this back to staff");
        default:
            return name;
        }
    }

    function role(name: string): string {
        switch (name) {
        case "admin":
            return qsTr("Administrator");
        case "doctor":
            return qsTr("Doctor");
        case "operator":
            return qsTr("Operator");
        default:
            return qsTr("Receptionist");
        }
    }

    /// "2026-12-01" as people here write it.
    function day(iso: string, withWeekday: bool): string {
        const spanish = Qt.locale().name.startsWith("es");
        const format = (withWeekday ? (spanish ? "ddd " : "ddd, ") : "") + (spanish ? "d MMM yyyy" : "MMM d, yyyy");
        return new Date(iso + "T12:00:00").toLocaleDateString(Qt.locale(), format);
    }

    /// "15:30" as people here write it.
    function clock(time: string): string {
        const parts = time.split(":");
        return new Date(2000, 0, 1, Number(parts[0]), Number(parts[1])).toLocaleTimeString(Qt.locale(), Locale.ShortFormat);
    }

    /// 1158 becomes "1,158".
    function number(n: real): string {
        return Number(n).toLocaleString(Qt.locale(), "f", 0);
    }

    /// 0.12 becomes "12%".
    function percent(share: real): string {
        return Math.round(share * 100) + (Qt.locale().name.startsWith("es") ? " %" : "%");
    }

    /// +15550123456 as people here write it.
    function phone(e164: string): string {
        const us = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
        if (us)
            return "(" + us[1] + ") " + us[2] + "-" + us[3];
        return /^\d{7}$/.test(e164) ? e164.slice(0, 3) + "-" + e164.slice(3) : e164;
    }

    /// "4 min", "2 h", "3 d": how long ago.
    function age(since: date, at: date): string {
        const minutes = Math.floor((at - since) / 60000);
        if (isNaN(minutes))
            return "";
        if (minutes < 1)
            return qsTr("now");
        if (minutes < 60)
            return qsTr("%1 min").arg(minutes);
        if (minutes < 48 * 60)
            return qsTr("%1 h").arg(Math.floor(minutes / 60));
        return qsTr("%1 d").arg(Math.floor(minutes / 1440));
    }

    /// "1:05": a length, or how long somebody waits.
    function length(ms: real): string {
        const seconds = Math.max(0, Math.floor(ms / 1000));
        return Math.floor(seconds / 60) + ":" + ("0" + seconds % 60).slice(-2);
    }

    function moment(at: var): string {
        const date = at instanceof Date ? at : new Date(at);
        if (isNaN(date))
            return "";
        const sameDay = date.toDateString() === now.toDateString();
        const time = date.toLocaleTimeString(Qt.locale(), Locale.ShortFormat);
        return sameDay ? time : date.toLocaleDateString(Qt.locale(), Locale.ShortFormat) + " " + time;
    }
}
