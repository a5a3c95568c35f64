import Frontdesk.Ui
import QtQuick

/// Something a key does. Letters typed into a field stay letters.
Shortcut {
    required property string action

    sequence: Keymap.sequence(action)
    autoRepeat: false
}
