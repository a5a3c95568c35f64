import QtQuick

/// Something is on its way; appears only when it takes longer than 300 ms.
Item {
    id: root

    property bool running: false

    implicitHeight: 2
    clip: true
    visible: shown.running || bar.visible
    Accessible.ignored: true

    Timer {
        id: shown
        interval: 300
        running: root.running
        onTriggered: bar.visible = true
    }
    onRunningChanged: if (!running)
        bar.visible = false
    Rectangle {
        id: bar
        visible: false
        width: root.width * 0.3
        height: parent.height
        color: Theme.accent
        NumberAnimation on x {
            running: bar.visible
            loops: Animation.Infinite
            from: -bar.width
            to: root.width
            duration: 1100
        }
    }
}
