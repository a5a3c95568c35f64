import QtQuick
import QtQuick.Layouts

/// One subject on a page, with a title and perhaps a word beside it.
Rectangle {
    id: root

    property string title
    property string note
    property int inset: Theme.gap4
    property alias corner: corner.data
    default property alias content: column.data

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth + 2 * inset
    implicitHeight: column.implicitHeight + 2 * inset
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.inset
        spacing: Theme.gap3
        RowLayout {
            id: header

            readonly property real room: root.width - 2 * root.inset - (corner.width > 0 ? corner.width + spacing : 0)

            visible: root.title !== ""
            spacing: Theme.gap2
            Layout.fillWidth: true
            // The note stands beside the title where it fits, else below.
            Item {
                id: words

                readonly property bool beside: Math.ceil(titleSize.advanceWidth) + Theme.gap2 + Math.ceil(noteSize.advanceWidth) + 2 <= header.room

                implicitHeight: beside || note.text === "" ? title.height : title.height + 2 + note.height
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                TextMetrics {
                    id: titleSize
                    font: title.font
                    text: root.title
                }
                TextMetrics {
                    id: noteSize
                    font: note.font
                    text: root.note
                }
                Label {
                    id: title
                    width: Math.min(Math.ceil(titleSize.advanceWidth) + 1, header.room)
                    text: root.title
                    strong: true
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                }
                Caption {
                    id: note
                    x: words.beside ? title.width + Theme.gap2 : 0
                    y: words.beside ? title.baselineOffset - baselineOffset : title.height + 2
                    width: header.room - x
                    text: root.note
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
            }
            Row {
                id: corner
                spacing: Theme.gap2
                Layout.alignment: Qt.AlignVCenter
            }
        }
    }
}
