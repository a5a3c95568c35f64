pragma Singleton
import QtQuick

/// What the audit trail's words are called in the reader's language.
QtObject {
    function deed(name: string): string {
        switch (name) {
        case "session.opened":
            return qsTr("Signed in");
        case "session.ended":
            return qsTr("Signed out");
        case "sessions.ended":
            return qsTr("Signed somebody out everywhere");
        case "sign_in.failed":
            return qsTr("Sign-in failed");
        case "refresh.refused":
            return qsTr("Session was over");
        case "password.changed":
            return qsTr("Changed the password");
        case "totp.begun":
            return qsTr("Turned two-step sign-in on");
        case "totp.ended":
            return qsTr("Turned two-step sign-in off");
        case "totp.reset":
            return qsTr("Reset somebody's two-step sign-in");
        case "account.changed":
            return qsTr("Changed the own account");
        case "user.invited":
            return qsTr("Invited somebody");
        case "user.changed":
            return qsTr("Changed a person's role or access");
        case "live.opened":
            return qsTr("Began to watch");
        case "tasks.listed":
            return qsTr("Looked at the tasks");
        case "vendor.key_set":
            return qsTr("Set the own key for a vendor");
        case "vendor.key_removed":
            return qsTr("Removed the own key for a vendor");
        case "notifications.changed":
            return qsTr("Changed who is told what");
        case "call.tested":
            return qsTr("Made a test call");
        case "task.read":
            return qsTr("Opened a task");
        case "task.undone":
            return qsTr("Took a step back");
        case "task.claim":
        case "task.start":
            return qsTr("Took a task");
        case "task.release":
            return qsTr("Gave a task back");
        case "task.complete":
            return qsTr("Completed a task");
        case "task.reopen":
            return qsTr("Opened a task again");
        case "task.assign-to-doctor":
            return qsTr("Sent a task to a doctor");
        case "task.call-back":
            return qsTr("Called a patient back");
        case "task.note":
            return qsTr("Wrote a note");
        case "task.flag":
            return qsTr("Flagged a task");
        case "task.unflag":
            return qsTr("Took a flag away");
        case "approvals.listed":
            return qsTr("Looked at the approvals");
        case "approval.decided":
            return qsTr("Decided as a doctor");
        case "delegation.begun":
            return qsTr("Named who stands in");
        case "delegation.ended":
            return qsTr("Decides alone again");
        case "calls.listed":
            return qsTr("Looked at the calls");
        case "call.read":
            return qsTr("Opened a call");
        case "transcript.read":
            return qsTr("Read a transcript");
        case "recording.played":
            return qsTr("Played a recording");
        case "call.taken_over":
            return qsTr("Took a call over");
        case "escalations.listed":
            return qsTr("Looked at the hand-overs");
        case "escalation.acknowledged":
            return qsTr("Took a waiting caller");
        case "clinic.changed":
            return qsTr("Changed the clinic's profile");
        case "thresholds.changed":
            return qsTr("Changed the hand-over limits");
        case "thresholds.previewed":
            return qsTr("Tried out other hand-over limits");
        case "retention.changed":
            return qsTr("Changed how long records are kept");
        case "vendor.changed":
            return qsTr("Changed a vendor's agreement");
        case "speech.changed":
            return qsTr("Changed who listens, understands and speaks");
        case "analytics.read":
            return qsTr("Looked at the figures");
        case "audit.read":
            return qsTr("Read the audit trail");
        case "audit.verified":
            return qsTr("Verified the audit trail");
        case "glass.broken":
            return qsTr("An operator looked in, with a reason");
        case "escalation.read":
            return qsTr("Opened a hand-over");
        case "emergencies.reviewed":
            return qsTr("Looked for missed emergencies");
        case "recording.downloaded":
            return qsTr("Downloaded a recording");
        case "patient.exported":
            return qsTr("Saved a patient's records");
        case "patient.erased":
            return qsTr("Deleted a patient's records");
        case "clinic.exported":
            return qsTr("Saved everything the clinic has");
        case "hold.placed":
            return qsTr("Placed a legal hold");
        case "hold.released":
            return qsTr("Released a legal hold");
        case "holds.listed":
            return qsTr("Looked at the legal holds");
        case "approval_rules.changed":
            return qsTr("Changed which requests two doctors sign");
        case "webhook.created":
            return qsTr("Added a webhook");
        case "webhook.changed":
            return qsTr("Changed a webhook");
        case "webhook.removed":
            return qsTr("Deleted a webhook");
        case "webhook.secret_renewed":
            return qsTr("Gave a webhook a new secret");
        case "webhook.tested":
            return qsTr("Sent a webhook a test");
        default:
            return name;
        }
    }

    /// What the trail adds to a deed, without what only programs read.
    function detail(name: string, text: string): string {
        if (text === "" || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text))
            return "";
        if (/^\d+$/.test(text))
            return qsTr("%n record(s)", "", Number(text));
        if (name.startsWith("webhook."))
            return text.split(" ")[0];
        if (name === "audit.verified")
            return text === "whole" ? qsTr("unbroken") : qsTr("broken");
        return text === "fhir" ? "FHIR" : text;
    }
}
