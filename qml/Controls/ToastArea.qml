pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/// What has just happened, with a way back; leaves by itself after ten seconds.
Item {
    id: root

    property string undoKeys
    signal undoWanted

    implicitHeight: box.height
    implicitWidth: box.width
    visible: box.opacity > 0

    function show(text: string, undoable: bool, isProblem: bool) {
        label.text = text;
        undoButton.visible = undoable;
        box.problem = isProblem;
        box.opacity = 1;
        timer.restart();
    }
    function hide() {
        box.opacity = 0;
    }

    Timer {
        id: timer
        interval: 10000
        onTriggered: root.hide()
    }
    Rectangle {
        id: box

        property bool problem: false

        opacity: 0
        width: Math.min(row.implicitWidth + 2 * Theme.gap3, root.parent ? root.parent.width - 2 * Theme.gap4 : 9999)
        height: Math.max(Theme.px(44), label.implicitHeight + Theme.gap4)
        radius: Theme.radiusLarge
        color: Theme.dark ? "#2b3543" : "#20262e"
        border.width: problem || Theme.contrast ? 1 : 0
        border.color: Theme.contrast ? "#ffffff" : "#ffb74d"
        Accessible.role: Accessible.AlertMessage
        Accessible.name: label.text
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
        RowLayout {
            id: row
            anchors.fill: parent
            anchors.leftMargin: Theme.gap3
            anchors.rightMargin: Theme.gap2
            spacing: Theme.gap3
            Icon {
                name: box.problem ? "alert" : "check-circle"
                color: box.problem ? "#ffb74d" : "#8fd694"
            }
            Label {
                id: label
                color: "#f4f7fa"
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Button {
                id: undoButton
                kind: Button.Quiet
                text: qsTr("Undo")
                keys: root.undoKeys
                ink: "#8ab8ff"
                focusPolicy: Qt.NoFocus
                background: Rectangle {
                    radius: Theme.radius
                    color: undoButton.hovered ? "#3a4656" : "transparent"
                }
                onClicked: {
                    root.hide();
                    root.undoWanted();
                }
            }
            IconButton {
                iconName: "close"
                text: qsTr("Dismiss")
                ink: "#c5ced8"
                focusPolicy: Qt.NoFocus
                implicitWidth: Theme.px(28)
                background: Item {}
                onClicked: root.hide()
            }
        }
    }
}
