// qmllint disable unqualified
// Loaders of Qt 6.4 cannot make bound components; ids of this file are meant.
import Frontdesk.Ui
import QtQuick

/// The system's own notification, where there is a tray; everything works without one.
Item {
    id: root

    property int waiting: 0
    property bool online: true
    readonly property bool available: tray.item !== null && (tray.item as TrayIconNative).available
    signal windowWanted

    function notify(title: string, text: string, emergency: bool) {
        const icon = tray.item as TrayIconNative;
        if (icon)
            icon.notify(title, text, emergency);
    }

    Loader {
        id: tray
        // Without a screen there is no tray, and asking for one warns on every start.
        active: Qt.platform.pluginName !== "offscreen" && Qt.platform.pluginName !== "minimal"
        sourceComponent: TrayIconNative {
            waiting: root.waiting
            online: root.online
            onWindowWanted: root.windowWanted()
        }
    }
}
