import Frontdesk.Ui
import QtQuick
import Qt.labs.platform as Platform

/// In the tray: blue while all is well, red while callers wait, grey without the service.
Platform.SystemTrayIcon {
    id: root

    property int waiting: 0
    property bool online: true
    signal windowWanted

    visible: available
    icon.source: waiting > 0 ? "qrc:/icons/tray-waiting.svg" : online ? "qrc:/icons/tray.svg" : "qrc:/icons/tray-offline.svg"
    tooltip: waiting > 0 ? qsTr("Frontdesk: %n caller(s) waiting for a person", "", waiting) : online ? "Frontdesk" : qsTr("Frontdesk: offline")
    onActivated: reason => {
        if (reason === Platform.SystemTrayIcon.Trigger || reason === Platform.SystemTrayIcon.DoubleClick)
            windowWanted();
    }
    onMessageClicked: windowWanted()

    menu: Platform.Menu {
        Platform.MenuItem {
            text: qsTr("Open Frontdesk")
            onTriggered: root.windowWanted()
        }
        Platform.MenuSeparator {}
        Platform.MenuItem {
            text: qsTr("Quit")
            onTriggered: Qt.quit()
        }
    }

    function notify(title: string, text: string, emergency: bool) {
        if (available && supportsMessages)
            showMessage(title, text, emergency ? Platform.SystemTrayIcon.Critical : Platform.SystemTrayIcon.Warning, 30000);
    }
}
