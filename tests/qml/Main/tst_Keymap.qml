import QtQuick
import QtTest
import Frontdesk.Ui

TestCase {
    name: "Keymap"

    function test_clash_withinTheSamePage_namesWhatTheKeyDoes() {
        compare(Keymap.clash("claim", "D"), "Mark complete, or open again");
        compare(Keymap.clash("approve", "R"), "Reject, with a reason");
    }

    function test_clash_withAKeyForEverywhere_isFoundFromBothSides() {
        compare(Keymap.clash("claim", "U"), "Undo the last step");
        compare(Keymap.clash("undo", "R"), "Reject, with a reason");
    }

    function test_clash_ofPagesThatAreNeverTogether_isNone() {
        compare(Keymap.clash("claim", "R"), "");
        compare(Keymap.clash("claim", "C"), "");
    }
}
