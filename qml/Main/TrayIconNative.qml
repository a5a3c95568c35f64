import Frontdesk.Ui
import QtQuick
import Qt.labs.platform as Platform

Platform.SystemTrayIcon {
    property int waiting: 0

    visible: available
    icon.source: "qrc:/icons/logo.svg"
    tooltip: waiting > 0 ? qsTr("Frontdesk: %n caller(s) waiting for a person", "", waiting) : "Frontdesk"

    function notify(title: string, text: string, emergency: bool) {
        if (available && supportsMessages)
            showMessage(title, text, emergency ? Platform.SystemTrayIcon.Critical : Platform.SystemTrayIcon.Warning, 30000);
    }
}
