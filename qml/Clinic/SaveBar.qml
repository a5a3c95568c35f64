import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls

/// Below a form: what was changed is saved or forgotten as a whole.
Rectangle {
    id: root

    required property bool shown
    property bool ready: true
    property string hint
    signal saveWanted
    signal discarded

    visible: shown
    color: Theme.base
    implicitHeight: Theme.px(56)
    Divider {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap6
        anchors.rightMargin: Theme.gap6
        spacing: Theme.gap2
        Label {
            text: root.hint !== "" ? root.hint : qsTr("There are changes that are not saved.")
            secondary: true
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Layout.fillWidth: true
        }
        Button {
            kind: Button.Quiet
            text: qsTr("Discard")
            onClicked: root.discarded()
        }
        Button {
            objectName: "save"
            kind: Button.Primary
            text: qsTr("Save")
            keys: "Ctrl+S"
            enabled: root.ready
            onClicked: root.saveWanted()
        }
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: root.visible && root.ready
        onActivated: root.saveWanted()
    }
}
