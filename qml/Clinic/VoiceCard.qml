pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Calls
import Frontdesk.Client
import Frontdesk.Controls
import Frontdesk.Ui

/// The assistant's voice, to hear: the service says the words as it would say them to a caller now.
Card {
    id: root

    required property ApiClient api
    required property string greeting
    readonly property string words: text.text.trim()

    title: qsTr("Voice")
    note: qsTr("As callers hear it now, over the telephone's narrow line.")

    VoiceSample {
        id: voice
        api: root.api
    }
    Field {
        label: qsTr("Words to hear")
        problem: voice.problem
        TextBox {
            id: text
            objectName: "sampleText"
            text: root.greeting
            Accessible.name: qsTr("Words to hear")
            Layout.fillWidth: true
        }
    }
    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Button {
            objectName: "hearVoice"
            iconName: voice.playing ? "square" : "speaker"
            text: voice.playing ? qsTr("Stop") : qsTr("Hear it")
            enabled: !voice.loading && (voice.playing || root.words !== "") && root.words.length <= 300
            onClicked: voice.playing ? voice.stop() : voice.speak(root.words, language.currentValue)
        }
        ComboBox {
            id: language
            implicitWidth: Theme.px(130)
            Accessible.name: qsTr("Language")
            model: [
                { value: "en", text: qsTr("English") },
                { value: "es", text: qsTr("Spanish") }
            ]
        }
        Caption {
            text: root.words.length > 300 ? qsTr("At most 300 letters.") : voice.loading ? qsTr("The voice is speaking …") : voice.durationMs > 0 ? qsTr("%1 s").arg((voice.durationMs / 1000).toFixed(1)) : ""
            Layout.fillWidth: true
        }
    }
    BusyLine {
        running: voice.loading
        Layout.fillWidth: true
    }
}
