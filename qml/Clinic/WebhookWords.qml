pragma Singleton
import QtQuick

/// What a webhook may be told, and what came of telling it, in the reader's language.
QtObject {
    readonly property var kinds: ["task.created", "task.changed", "approval.decided", "escalation.raised", "escalation.acknowledged", "call.ended", "call.unanswered"]

    function kind(name: string): string {
        switch (name) {
        case "task.created":
            return qsTr("A task was left");
        case "task.changed":
            return qsTr("A task has changed");
        case "approval.decided":
            return qsTr("A doctor has decided");
        case "escalation.raised":
            return qsTr("A caller is handed over");
        case "escalation.acknowledged":
            return qsTr("A waiting caller was taken");
        case "call.ended":
            return qsTr("A call has ended");
        case "call.unanswered":
            return qsTr("A handed-over call was not answered");
        default:
            return name;
        }
    }

    /// {text, tone, icon}: how it goes, in one or two words.
    function standing(webhook: var): var {
        if (!webhook.enabled)
            return webhook.stopped_because ? { text: qsTr("Switched off"), tone: "urgent", icon: "triangle" } : { text: qsTr("Paused"), tone: "", icon: "pause" };
        if (webhook.failures > 0)
            return { text: qsTr("Not delivered"), tone: "urgent", icon: "triangle" };
        return webhook.last_attempt ? { text: qsTr("Delivers"), tone: "good", icon: "check" } : { text: qsTr("Nothing to tell yet"), tone: "", icon: "clock" };
    }

    /// What came of one try: {at, status, problem, sequence}.
    function outcome(attempt: var): string {
        return attempt.problem ? problem(attempt) : qsTr("accepted (%1)").arg(attempt.status);
    }
    function problem(attempt: var): string {
        if (attempt.status >= 300 && attempt.status < 400)
            return qsTr("it wants us elsewhere (%1); redirects are not followed").arg(attempt.status);
        if (attempt.status)
            return qsTr("refused (%1)").arg(attempt.status);
        if (attempt.problem.includes("name"))
            return qsTr("nobody knows this name");
        return attempt.problem.includes("public") ? qsTr("leads into a network that is not public") : qsTr("no answer");
    }
    function whyStopped(webhook: var): string {
        return webhook.last_attempt?.status === 410 ? qsTr("The receiver says that it is gone for good.") : qsTr("The receiver has taken nothing for a day.");
    }
}
