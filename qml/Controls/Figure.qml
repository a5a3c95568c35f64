import QtQuick
import QtQuick.Layouts

/// One number that answers a question, with what it is held against.
Rectangle {
    id: root

    property string label
    property string value
    property string note
    property string tone

    Layout.fillWidth: true
    implicitWidth: Theme.px(150)
    implicitHeight: column.implicitHeight + 2 * Theme.gap3
    radius: Theme.radiusLarge
    color: Theme.raised
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value + ". " + note

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.gap3
        anchors.leftMargin: Theme.gap4
        spacing: 2
        Caption {
            text: root.label
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Label {
            text: root.value
            font.pixelSize: Theme.px(24)
            font.weight: Font.DemiBold
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Caption {
            text: root.note
            color: root.tone === "" ? Theme.muted : Theme.tone(root.tone)
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
