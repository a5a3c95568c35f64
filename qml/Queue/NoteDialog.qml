import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Ui

Dialog {
    id: root

    signal saved(string text)

    title: qsTr("Note")
    note: qsTr("Everybody at the clinic sees it beside this task.")

    function save() {
        if (text.text.trim() === "")
            return;
        saved(text.text);
        close();
    }
    onOpened: {
        text.clear();
        text.forceActiveFocus();
    }

    TextBox {
        id: text
        objectName: "noteText"
        placeholderText: qsTr("What should the next person know?")
        Layout.fillWidth: true
        Keys.onPressed: event => {
            if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier) {
                root.save();
                event.accepted = true;
            }
        }
    }
    buttons: [
        Button {
            text: qsTr("Cancel")
            kind: Button.Quiet
            onClicked: root.close()
        },
        Button {
            text: qsTr("Save")
            kind: Button.Primary
            keys: "Ctrl+↵"
            enabled: text.length > 0
            onClicked: root.save()
        }
    ]
}
