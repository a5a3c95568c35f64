// qmllint disable unqualified
// Loaders of Qt 6.4 cannot make bound components; ids of this file are meant.
import QtQuick
import QtQuick.Templates as T
import Frontdesk.Client
import Frontdesk.Desktop
import Frontdesk.Platform
import Frontdesk.Controls
import Frontdesk.Ui

/// The one window: who you are decides what is in it.
T.ApplicationWindow {
    id: root

    required property Desk desk
    readonly property Item shell: shellLoader.item as Item

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 480
    visible: true
    color: Theme.base
    title: desk.session.clinicName === "" ? "Frontdesk" : desk.session.clinicName + " · Frontdesk"

    Binding {
        target: Theme
        property: "mode"
        value: root.desk.preferences.theme
    }
    SystemLook {
        id: look
    }
    Binding {
        target: Theme
        property: "systemContrast"
        value: look.highContrast
    }
    Binding {
        target: Theme
        property: "scale"
        value: root.desk.preferences.textScale
    }
    Component.onCompleted: {
        Keymap.preferences = desk.preferences;
        restoreLayout();
    }
    Connections {
        target: Qt.application
        function onAboutToQuit() {
            root.keepLayout();
        }
    }
    onClosing: close => {
        keepLayout();
        if ((shell as Shell)?.inTray && desk.preferences.staysInTray) {
            close.accepted = false;
            hide();
        } else {
            Qt.quit();
        }
    }

    function keepLayout() {
        if (visibility === Window.Hidden || visibility === Window.Minimized)
            return;
        const kept = desk.preferences;
        kept.setValue("window/maximized", visibility === Window.Maximized);
        if (visibility !== Window.Windowed)
            return;
        kept.setValue("window/width", width);
        kept.setValue("window/height", height);
        kept.setValue("window/x", x);
        kept.setValue("window/y", y);
    }
    /// As it was left, unless the screen it was on is gone.
    function restoreLayout() {
        const kept = desk.preferences;
        width = kept.value("window/width", 1280);
        height = kept.value("window/height", 800);
        const left = Number(kept.value("window/x", NaN));
        const top = Number(kept.value("window/y", NaN));
        for (const screen of Array.from(Qt.application.screens)) {
            const within = left + 100 > screen.virtualX && left + 100 < screen.virtualX + screen.width && top >= screen.virtualY && top + 50 < screen.virtualY + screen.height;
            if (within) {
                x = left;
                y = top;
            }
        }
        if (String(kept.value("window/maximized", false)) === "true")
            showMaximized();
    }

    /// Somebody wants to see it: from the tray, or by starting the program again.
    function bringForward() {
        show();
        raise();
        requestActivate();
    }

    Loader {
        anchors.fill: parent
        active: root.desk.session.state === Session.SignedOut || root.desk.session.state === Session.CodeNeeded
        sourceComponent: SignInPage {
            session: root.desk.session
            preferences: root.desk.preferences
            focus: true
        }
        focus: active
    }
    Loader {
        id: shellLoader
        anchors.fill: parent
        active: root.desk.session.state === Session.SignedIn || root.desk.session.state === Session.Locked
        // Hidden, not only covered: nothing of a patient stays on a locked screen.
        visible: root.desk.session.state === Session.SignedIn
        focus: active && visible
        sourceComponent: Shell {
            desk: root.desk
            focus: true
            onAttentionWanted: root.alert(0)
            onWindowWanted: root.bringForward()
            windowActive: root.active
        }
    }
    Loader {
        anchors.fill: parent
        active: root.desk.session.state === Session.Locked
        focus: active
        sourceComponent: LockPage {
            session: root.desk.session
            preferences: root.desk.preferences
            waiting: root.desk.escalations.count
            emergency: root.desk.escalations.hasEmergency
            focus: true
        }
    }
}
