pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Calls
import Frontdesk.Controls
import Frontdesk.Ui

/// Who said what. Underlined: the assistant was not sure of the word. Struck through: the caller did not hear it.
ColumnLayout {
    id: root

    required property TranscriptModel transcript
    property int positionMs: -1
    readonly property int playingRow: positionMs < 0 ? -1 : transcript.rowAt(positionMs)
    signal seekWanted(int ms)

    spacing: 0
    Repeater {
        model: root.transcript
        Rectangle {
            id: line

            required property int index
            required property bool caller
            required property string markedText
            required property string text
            required property bool doubtful
            required property bool cutOff
            required property int startMs
            required property bool settled

            radius: Theme.radius
            color: root.playingRow === index ? Theme.selection : mouse.containsMouse ? Theme.hover : "transparent"
            implicitHeight: words.implicitHeight + Theme.gap2 + 2
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.gap2
            Layout.rightMargin: -Theme.gap2
            Accessible.role: Accessible.StaticText
            Accessible.name: (caller ? qsTr("Caller") : qsTr("Assistant")) + ": " + text

            Caption {
                x: Theme.gap2
                y: Theme.gap1 + 1
                width: Theme.px(76)
                text: line.caller ? qsTr("Caller") : qsTr("Assistant")
                color: line.caller ? Theme.text : Theme.muted
                font.weight: line.caller ? Font.DemiBold : Font.Normal
                Accessible.ignored: true
            }
            Text {
                id: words
                x: Theme.px(92)
                y: Theme.gap1
                width: parent.width - x - Theme.px(56)
                text: line.markedText
                textFormat: Text.StyledText
                color: line.caller ? Theme.text : Theme.muted
                opacity: line.settled ? 1 : 0.9
                font.italic: !line.settled
                font.family: Theme.family
                font.pixelSize: Theme.body
                lineHeight: 1.15
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Icon {
                anchors.right: time.left
                anchors.rightMargin: Theme.gap1
                y: Theme.gap1 + 1
                name: line.doubtful ? "question" : ""
                size: Theme.iconSmall
                color: Theme.muted
            }
            Caption {
                id: time
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap2
                y: Theme.gap1 + 1
                text: line.startMs > 0 || line.index === 0 ? Words.length(line.startMs) : ""
                Accessible.ignored: true
            }
            MouseArea {
                id: mouse
                anchors.fill: parent
                hoverEnabled: true
                onClicked: root.seekWanted(line.startMs)
            }
        }
    }
    Label {
        visible: root.transcript.count === 0 && !root.transcript.loading
        text: root.transcript.problem !== "" ? root.transcript.problem : qsTr("Nothing was said.")
        secondary: true
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
