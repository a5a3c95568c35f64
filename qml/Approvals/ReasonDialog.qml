pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

/// Why not, or what staff shall find out: one line, with ready ones a digit away.
Dialog {
    id: root

    property var templates: []
    property string action
    signal given(string text)

    function accept(words: string) {
        if (words.trim() === "")
            return;
        given(words.trim());
        close();
    }
    onOpened: {
        field.clear();
        field.forceActiveFocus();
    }

    ColumnLayout {
        spacing: Theme.gap1
        Layout.fillWidth: true
        Repeater {
            model: root.templates
            Button {
                id: ready

                required property string modelData
                required property int index

                text: modelData
                keys: "Alt+" + (index + 1)
                Layout.fillWidth: true
                onClicked: root.accept(modelData)
                Shortcut {
                    sequence: "Alt+" + (ready.index + 1)
                    enabled: root.opened
                    onActivated: root.accept(ready.modelData)
                }
            }
        }
    }
    TextField {
        id: field
        objectName: "reasonText"
        placeholderText: qsTr("Or in your own words")
        Layout.fillWidth: true
        onAccepted: root.accept(text)
    }
    buttons: [
        Button {
            text: qsTr("Cancel")
            kind: Button.Quiet
            onClicked: root.close()
        },
        Button {
            text: root.action
            kind: Button.Primary
            keys: "↵"
            enabled: field.length > 0
            onClicked: root.accept(field.text)
        }
    ]
}
