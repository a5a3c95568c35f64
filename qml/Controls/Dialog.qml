import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A sheet over the window for one short task; Escape leaves it.
T.Popup {
    id: root

    property string title
    property string note
    property int sheetWidth: Theme.px(440)
    property alias buttons: buttonRow.data
    default property alias content: column.data
    readonly property real room: (parent ? parent.height : 0) - 2 * Theme.gap4

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.max(Theme.gap4, Math.round((parent.height - height) / 2.4))
    width: Math.min(sheetWidth, parent ? parent.width - 2 * Theme.gap4 : sheetWidth)
    height: Math.min(implicitHeight, Math.max(1, room))
    implicitHeight: contentItem.implicitHeight + 2 * padding
    padding: Theme.px(20)
    modal: true
    focus: true
    dim: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.dark ? "#a0000000" : "#590f141a"
    }
    background: Rectangle {
        radius: Theme.radiusLarge + 2
        color: Theme.raised
        border.color: Theme.contrast ? Theme.text : Theme.line
    }
    contentItem: ColumnLayout {
        spacing: Theme.gap4
        ColumnLayout {
            spacing: Theme.gap1
            Layout.fillWidth: true
            Heading {
                text: root.title
                font.pixelSize: Theme.px(17)
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Label {
                text: root.note
                secondary: true
                visible: text !== ""
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        ScrollArea {
            implicitHeight: column.implicitHeight
            contentHeight: column.implicitHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                id: column
                width: parent.width
                spacing: Theme.gap3
            }
        }
        RowLayout {
            id: buttonRow
            spacing: Theme.gap2
            Layout.alignment: Qt.AlignRight
            visible: children.length > 0
        }
    }
}
