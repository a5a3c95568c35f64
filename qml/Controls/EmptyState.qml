import QtQuick
import QtQuick.Layouts

/// Nothing here: says what will appear, and when.
ColumnLayout {
    id: root

    property string iconName: "inbox"
    property string title
    property string text
    default property alias content: slot.data

    spacing: Theme.gap2

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.gap1
        implicitWidth: Theme.px(52)
        implicitHeight: width
        radius: width / 2
        color: Theme.neutralSoft
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: Theme.px(26)
        }
    }
    Label {
        text: root.title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Label {
        text: root.text
        secondary: true
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        lineHeight: 1.25
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.px(360)
        Layout.alignment: Qt.AlignHCenter
    }
    RowLayout {
        id: slot
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gap2
    }
}
