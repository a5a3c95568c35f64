pragma Singleton
import QtQuick
import Frontdesk.Platform

/// Every key of the program, with what it does; a person may choose others.
QtObject {
    id: root

    /// The desk's preferences; set by the window.
    property Preferences preferences: null
    readonly property int revision: preferences ? preferences.keysRevision : 0

    readonly property var groups: [
        {
            title: qsTr("Anywhere"),
            keys: [
                { action: "search", key: "/", text: qsTr("Search") },
                { action: "escalation", key: "E", text: qsTr("Take the waiting caller") },
                { action: "undo", key: "U", text: qsTr("Undo the last step") },
                { action: "sheet", key: "?", text: qsTr("Show these keys") },
                { action: "settings", key: "Ctrl+,", text: qsTr("Settings") },
                { action: "lock", key: "Ctrl+L", text: qsTr("Lock the screen") },
                { action: "page1", key: "Ctrl+1", text: qsTr("First page; Ctrl+2 the second, and so on") }
            ]
        },
        {
            title: qsTr("Tasks"),
            keys: [
                { action: "claim", key: "C", text: qsTr("Claim, or give back") },
                { action: "done", key: "D", text: qsTr("Mark complete, or open again") },
                { action: "doctor", key: "A", text: qsTr("Assign to doctor") },
                { action: "phone", key: "P", text: qsTr("Call patient back") },
                { action: "flag", key: "F", text: qsTr("Flag for review") },
                { action: "note", key: "N", text: qsTr("Write a note") },
                { action: "play", key: "Space", text: qsTr("Play the recording") },
                { action: "arrivals", key: ".", text: qsTr("Show what is new") },
                { action: "copy", key: "Ctrl+Shift+C", text: qsTr("Copy the task") },
                { action: "print", key: "Ctrl+P", text: qsTr("Print the task") }
            ]
        },
        {
            title: qsTr("Approvals"),
            keys: [
                { action: "approve", key: "A", text: qsTr("Approve") },
                { action: "reject", key: "R", text: qsTr("Reject, with a reason") },
                { action: "return", key: "F", text: qsTr("Back to staff, with a question") },
                { action: "skip", key: "N", text: qsTr("Decide later") },
                { action: "batch", key: "Shift+A", text: qsTr("Approve all of this kind") }
            ]
        },
        {
            title: qsTr("Calls"),
            keys: [
                { action: "takeover", key: "T", text: qsTr("Take the call over") },
                { action: "testcall", key: "Ctrl+T", text: qsTr("Begin or end a test call") },
                { action: "mute", key: "Ctrl+M", text: qsTr("Mute yourself in a test call") }
            ]
        }
    ]

    /// What this key does already where `action` is done too; empty: it is free there.
    function clash(action: string, key: string): string {
        const own = groups.findIndex(group => group.keys.some(entry => entry.action === action));
        for (let at = 0; at < groups.length; ++at) {
            if (own !== 0 && at !== 0 && at !== own)
                continue;
            for (const entry of groups[at].keys) {
                if (entry.action !== action && sequence(entry.action) === key)
                    return entry.text;
            }
        }
        return "";
    }

    function sequence(action: string): string {
        revision;
        for (const group of groups) {
            for (const entry of group.keys) {
                if (entry.action === action)
                    return preferences ? preferences.key(action, entry.key) : entry.key;
            }
        }
        return "";
    }
}
