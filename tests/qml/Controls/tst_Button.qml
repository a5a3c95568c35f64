import QtQuick
import QtTest
import Frontdesk.Controls

Item {
    id: root

    width: 400
    height: 300

    Column {
        spacing: 8
        Button {
            id: button
            text: "Claim"
            keys: "C"
        }
        IconButton {
            id: icon
            iconName: "flag"
            text: "Flag"
        }
        CheckBox {
            id: box
            text: "Stay"
        }
        Segments {
            id: segments
            options: [{ text: "New", count: 3 }, { text: "Done" }]
        }
    }
    SignalSpy {
        id: clicked
        target: button
        signalName: "clicked"
    }
    SignalSpy {
        id: chosen
        target: segments
        signalName: "chosen"
    }

    TestCase {
        name: "Button"
        when: windowShown

        function test_button_bySpace_isClicked() {
            clicked.clear();
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            keyClick(Qt.Key_Space);
            compare(clicked.count, 1);
        }
        function test_button_saysItsNameAndKey() {
            compare(button.Accessible.name, "Claim");
            verify(button.Accessible.description.indexOf("C") >= 0);
        }
        function test_iconButton_hasANameForScreenReaders() {
            compare(icon.Accessible.name, "Flag");
        }
        function test_checkBox_bySpace_toggles() {
            const before = box.checked;
            box.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(box.checked, !before);
        }
        function test_segments_byKeyboard_chooses() {
            chosen.clear();
            box.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Space);
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], 1);
        }
        function test_tab_walksThroughEverything() {
            button.forceActiveFocus();
            keyClick(Qt.Key_Tab);
            verify(icon.activeFocus);
            keyClick(Qt.Key_Tab);
            verify(box.activeFocus);
        }
    }
}
