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
            visible: root.title !== ""
            spacing: Theme.gap2
            Layout.fillWidth: true
            Label {
                text: root.title
                strong: true
                Layout.alignment: Qt.AlignTop
                Accessible.role: Accessible.Heading
            }
            Caption {
                text: root.note
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            Row {
                id: corner
                spacing: Theme.gap2
            }
        }
    }
}
