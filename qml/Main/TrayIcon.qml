import Frontdesk.Ui
import QtQuick

/// The system's own notification, where there is a tray; everything works without one.
Item {
    id: root

    property int waiting: 0

    function notify(title: string, text: string, emergency: bool) {
        if (tray.item)
            tray.item.notify(title, text, emergency);
    }

    Loader {
        id: tray
        // Without a screen there is no tray, and asking for one warns on every start.
        active: Qt.platform.pluginName !== "offscreen" && Qt.platform.pluginName !== "minimal"
        source: "TrayIconNative.qml"
    }
    Binding {
        target: tray.item
        property: "waiting"
        value: root.waiting
        when: tray.item !== null
    }
}
