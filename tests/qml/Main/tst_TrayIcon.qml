import QtQuick
import QtTest
import Frontdesk.Ui

/// What the icon in the tray says; no system's tray is needed for that.
TestCase {
    id: test

    name: "TrayIcon"

    Component {
        id: maker
        TrayIconNative {}
    }

    function made(properties: var): TrayIconNative {
        return test.createTemporaryObject(maker, test, properties) as TrayIconNative;
    }
    function test_icon_saysHowItStands_data() {
        return [
            { tag: "well", waiting: 0, online: true, icon: "tray.svg", text: "Frontdesk" },
            { tag: "offline", waiting: 0, online: false, icon: "tray-offline.svg", text: "Frontdesk: offline" },
            { tag: "callers", waiting: 2, online: true, icon: "tray-waiting.svg", text: "2" },
            { tag: "callers before offline", waiting: 1, online: false, icon: "tray-waiting.svg", text: "1" }
        ];
    }
    function test_icon_saysHowItStands(data: var) {
        const icon = made({ waiting: data.waiting, online: data.online });
        verify(String(icon.icon.source).endsWith("/" + data.icon));
        verify(icon.tooltip.includes(data.text));
    }
}
