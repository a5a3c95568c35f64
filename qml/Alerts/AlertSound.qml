import Frontdesk.Ui
import QtQuick
import QtMultimedia

/// Sounds when a caller needs a person, again every 20 seconds until somebody has taken all of them.
Item {
    id: root

    property int waiting: 0
    property bool emergency: false

    function play(isEmergency: bool) {
        if (!enabled || devices.audioOutputs.length === 0)
            return;
        (isEmergency ? urgent : calm).play();
    }

    MediaDevices {
        id: devices
    }
    Timer {
        interval: 20000
        repeat: true
        running: root.waiting > 0
        onTriggered: root.play(root.emergency)
    }
    SoundEffect {
        id: calm
        source: "qrc:/sounds/attention.wav"
    }
    SoundEffect {
        id: urgent
        source: "qrc:/sounds/emergency.wav"
    }
}
