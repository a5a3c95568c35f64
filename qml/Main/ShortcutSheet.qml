pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Platform
import Frontdesk.Controls
import Frontdesk.Ui

/// Every key on one sheet.
Dialog {
    id: root

    required property Preferences preferences

    title: qsTr("Keys")
    note: qsTr("Other keys can be chosen in the settings.")
    sheetWidth: Theme.px(680)

    GridLayout {
        columns: root.width > Theme.px(560) ? 2 : 1
        columnSpacing: Theme.gap8
        rowSpacing: Theme.gap4
        Layout.fillWidth: true
        Repeater {
            model: Keymap.groups
            ColumnLayout {
                id: group

                required property var modelData

                spacing: Theme.gap2
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                Label {
                    text: group.modelData.title
                    strong: true
                }
                Repeater {
                    model: group.modelData.keys
                    RowLayout {
                        id: line

                        required property var modelData

                        Layout.fillWidth: true
                        Label {
                            text: line.modelData.text
                            font.pixelSize: Theme.px(13)
                            Layout.fillWidth: true
                            wrapMode: Text.Wrap
                        }
                        KeyHint {
                            keys: root.opened ? Keymap.sequence(line.modelData.action) : line.modelData.key
                        }
                    }
                }
            }
        }
    }
    buttons: Button {
        text: qsTr("Close")
        onClicked: root.close()
    }
}
