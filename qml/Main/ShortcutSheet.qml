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
                    Item {
                        id: line

                        required property var modelData

                        implicitHeight: Math.max(Theme.px(20), what.height)
                        Layout.fillWidth: true
                        Label {
                            id: what
                            width: parent.width - hint.width - Theme.gap2
                            text: line.modelData.text
                            font.pixelSize: Theme.px(13)
                            wrapMode: Text.Wrap
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        KeyHint {
                            id: hint
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            width: implicitWidth
                            height: implicitHeight
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
