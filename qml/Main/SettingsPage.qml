pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Client
import Frontdesk.Platform
import Frontdesk.Controls
import Frontdesk.Ui

ScrollPage {
    id: root

    required property Preferences preferences
    required property Session session
    required property ApiClient api
    signal sheetWanted
    signal said(string text)
    signal complained(string text)

    /// "Ctrl+Shift+C" of a key press; empty for a modifier alone.
    function chord(event: var): string {
        if ([Qt.Key_Control, Qt.Key_Shift, Qt.Key_Alt, Qt.Key_Meta].includes(event.key))
            return "";
        const held = (event.modifiers & Qt.ControlModifier ? "Ctrl+" : "") + (event.modifiers & Qt.AltModifier ? "Alt+" : "");
        const isLetter = event.key >= Qt.Key_A && event.key <= Qt.Key_Z;
        const shift = event.modifiers & Qt.ShiftModifier && (isLetter || held !== "") ? "Shift+" : "";
        if (event.key === Qt.Key_Space)
            return held + shift + "Space";
        if (event.key >= Qt.Key_F1 && event.key <= Qt.Key_F12)
            return held + shift + "F" + (event.key - Qt.Key_F1 + 1);
        if (isLetter)
            return held + shift + String.fromCharCode(event.key);
        return event.text.trim() === "" || event.key > 0xff ? "" : held + event.text.toUpperCase();
    }

    Heading {
        text: qsTr("Settings")
    }
    Card {
        title: qsTr("Look")
        GridLayout {
            columns: root.width > Theme.px(560) ? 2 : 1
            columnSpacing: Theme.gap6
            rowSpacing: Theme.gap4
            Layout.fillWidth: true
            Field {
                label: qsTr("Colours")
                ComboBox {
                    Layout.fillWidth: true
                    Accessible.name: qsTr("Colours")
                    model: [
                        { value: "system", text: qsTr("As the system") },
                        { value: "light", text: qsTr("Light") },
                        { value: "dark", text: qsTr("Dark") },
                        { value: "contrast", text: qsTr("High contrast") }
                    ]
                    currentIndex: Math.max(0, model.findIndex(entry => entry.value === root.preferences.theme))
                    onActivated: root.preferences.theme = currentValue
                }
            }
            Field {
                label: qsTr("Language")
                ComboBox {
                    Layout.fillWidth: true
                    Accessible.name: qsTr("Language")
                    model: [
                        { value: "", text: qsTr("As the system") },
                        { value: "en", text: "English" },
                        { value: "es", text: "Español" }
                    ]
                    currentIndex: Math.max(0, model.findIndex(entry => entry.value === root.preferences.language))
                    onActivated: root.preferences.language = currentValue
                }
            }
            Field {
                label: qsTr("Size: %1").arg(Words.percent(root.preferences.textScale))
                Slider {
                    Layout.fillWidth: true
                    from: 1
                    to: 2
                    stepSize: 0.125
                    snapMode: T.Slider.SnapAlways
                    value: root.preferences.textScale
                    Accessible.name: qsTr("Size")
                    onPressedChanged: if (!pressed)
                        root.preferences.textScale = value
                    onMoved: if (!pressed)
                        root.preferences.textScale = value
                }
            }
        }
    }
    Card {
        title: qsTr("At the desk")
        Field {
            label: root.preferences.lockManaged ? qsTr("Lock when nobody is there (set by your clinic's IT)") : qsTr("Lock when nobody is there")
            ComboBox {
                objectName: "lockMinutes"
                Accessible.name: qsTr("Lock when nobody is there")
                enabled: !root.preferences.lockManaged
                model: [...new Set([5, 10, 15, 30, root.preferences.lockMinutes])].sort((a, b) => a - b).map(minutes => ({ value: minutes, text: qsTr("After %n minute(s)", "", minutes) }))
                currentIndex: Math.max(0, model.findIndex(entry => entry.value === root.preferences.lockMinutes))
                onActivated: root.preferences.lockMinutes = currentValue
            }
        }
        Switch {
            text: qsTr("Sound when a caller waits for a person")
            checked: root.preferences.sounds
            onToggled: root.preferences.sounds = checked
        }
        Switch {
            text: qsTr("Start when I sign in to this computer")
            checked: autostart.enabled
            onToggled: autostart.enabled = checked
            Autostart {
                id: autostart
            }
        }
        Switch {
            text: qsTr("Keep watching for callers when the window is closed")
            checked: root.preferences.staysInTray
            onToggled: root.preferences.staysInTray = checked
        }
    }
    AccountCard {
        session: root.session
        api: root.api
        onSaid: text => root.said(text)
        onComplained: text => root.complained(text)
    }
    DelegationCard {
        visible: root.session.role === "doctor"
        api: root.api
        userId: root.session.userId
        onSaid: text => root.said(text)
    }
    Card {
        title: qsTr("Keys")
        note: qsTr("Click a key and press another.")
        corner: Button {
            text: qsTr("All keys")
            keys: Keymap.sequence("sheet")
            onClicked: root.sheetWanted()
        }
        GridLayout {
            columns: root.width > Theme.px(640) ? 2 : 1
            columnSpacing: Theme.gap8
            rowSpacing: Theme.gap1
            Layout.fillWidth: true
            Repeater {
                // Pages have their numbers.
                model: Keymap.groups.reduce((all, group) => all.concat(group.keys), []).filter(entry => entry.action !== "page1")
                RowLayout {
                    id: line

                    required property var modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Label {
                        text: line.modelData.text
                        font.pixelSize: Theme.px(13)
                        Layout.fillWidth: true
                    }
                    TextField {
                        objectName: "key-" + line.modelData.action
                        implicitWidth: Theme.px(96)
                        implicitHeight: Theme.px(28)
                        horizontalAlignment: TextInput.AlignHCenter
                        readOnly: true
                        text: activeFocus ? qsTr("Press a key") : Keymap.sequence(line.modelData.action) === "Space" ? qsTr("Space") : Keymap.sequence(line.modelData.action)
                        color: activeFocus ? Theme.muted : Theme.text
                        font.pixelSize: Theme.small
                        Accessible.name: line.modelData.text
                        Accessible.description: Keymap.sequence(line.modelData.action)
                        Keys.onShortcutOverride: event => event.accepted = event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab
                        Keys.onPressed: event => {
                            if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
                                return;
                            event.accepted = true;
                            const pressed = event.key === Qt.Key_Backspace ? "" : root.chord(event);
                            if (event.key !== Qt.Key_Backspace && event.key !== Qt.Key_Escape && pressed === "")
                                return;
                            const taken = pressed === "" ? "" : Keymap.clash(line.modelData.action, pressed);
                            if (taken !== "")
                                root.complained(qsTr("%1 is taken: %2.").arg(pressed).arg(taken));
                            else if (event.key !== Qt.Key_Escape)
                                root.preferences.setKey(line.modelData.action, pressed);
                            focus = false;
                        }
                    }
                }
            }
        }
        Button {
            text: qsTr("Back to the standard keys")
            iconName: "undo"
            onClicked: root.preferences.resetKeys()
        }
    }
}
