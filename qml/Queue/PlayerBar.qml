pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Calls
import Frontdesk.Controls
import Frontdesk.Ui

/// The recording: play, move, speed, and the shape of the call.
ColumnLayout {
    id: root

    required property RecordingPlayer player
    readonly property var speeds: [1, 1.25, 1.5, 2]

    spacing: Theme.gap1
    RowLayout {
        spacing: Theme.gap3
        Layout.fillWidth: true
        Button {
            kind: Button.Secondary
            iconName: root.player.playing ? "pause" : "play"
            text: root.player.playing ? qsTr("Pause") : qsTr("Play")
            keys: Keymap.sequence("play") === "Space" ? qsTr("Space") : Keymap.sequence("play")
            onClicked: root.player.toggle()
        }
        Item {
            id: wave

            readonly property int bars: Math.max(1, Math.floor(width / Theme.px(4)))

            implicitHeight: Theme.px(32)
            activeFocusOnTab: true
            Layout.fillWidth: true
            Accessible.role: Accessible.Slider
            Accessible.name: qsTr("Position")
            Keys.onLeftPressed: root.player.seek(root.player.positionMs - 5000)
            Keys.onRightPressed: root.player.seek(root.player.positionMs + 5000)
            Keys.onSpacePressed: root.player.toggle()

            FocusRing {
                shown: wave.activeFocus
            }
            Repeater {
                model: wave.bars
                Rectangle {
                    required property int index
                    readonly property real share: index / wave.bars
                    readonly property int peak: root.player.peaks[Math.floor(share * root.player.peaks.length)] ?? 0

                    x: index * Theme.px(4)
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.px(2)
                    height: Math.max(2, wave.height * peak / 255)
                    radius: 1
                    color: share * root.player.durationMs < root.player.positionMs ? Theme.accent : Theme.contrast ? Theme.text : Theme.dark ? "#4a5664" : "#b6bfc9"
                }
            }
            MouseArea {
                anchors.fill: parent
                cursorShape: Qt.PointingHandCursor
                onPressed: mouse => root.player.seek(mouse.x / width * root.player.durationMs)
                onPositionChanged: mouse => root.player.seek(mouse.x / width * root.player.durationMs)
            }
        }
        Caption {
            text: Words.length(root.player.positionMs) + " / " + Words.length(root.player.durationMs)
        }
        Button {
            kind: Button.Quiet
            text: root.player.speed + "×"
            Accessible.name: qsTr("Speed %1").arg(root.player.speed)
            implicitWidth: Theme.px(52)
            onClicked: root.player.speed = root.speeds[(root.speeds.indexOf(root.player.speed) + 1) % root.speeds.length]
        }
    }
    BusyLine {
        running: root.player.loading
        Layout.fillWidth: true
    }
    Caption {
        text: root.player.problem
        visible: text !== ""
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
