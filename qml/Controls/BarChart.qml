pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/// Upright bars: [{label, value, part}]; `part` is the lower share in the second colour. Said as a table to a screen reader.
Item {
    id: root

    property var bars: []
    property int labelEvery: 1
    property string unit
    property string partName
    readonly property real ceiling: {
        let most = 1;
        for (const bar of bars)
            most = Math.max(most, bar.value);
        const step = Math.pow(10, Math.floor(Math.log10(most)));
        for (const factor of [1, 2, 2.5, 5, 10]) {
            if (most <= factor * step)
                return factor * step;
        }
        return 10 * step;
    }

    implicitHeight: Theme.px(180)
    Accessible.role: Accessible.Chart
    Accessible.name: bars.map(bar => bar.label + ": " + bar.value).join(", ")

    Repeater {
        model: 3
        Item {
            required property int index
            y: Math.round(index * plot.height / 2)
            width: root.width
            Rectangle {
                x: plot.x
                width: plot.width
                height: 1
                color: Theme.line
            }
            Caption {
                width: plot.x - Theme.gap2
                y: -height / 2
                horizontalAlignment: Text.AlignRight
                text: Math.round(root.ceiling * (2 - parent.index) / 2 * 10) / 10
                font.pixelSize: Theme.px(11)
                Accessible.ignored: true
            }
        }
    }
    Item {
        id: plot
        x: Theme.px(40)
        width: root.width - x
        height: root.height - Theme.px(22)
        Row {
            anchors.fill: parent
            Repeater {
                model: root.bars
                Item {
                    id: cell

                    required property var modelData
                    required property int index

                    width: plot.width / Math.max(1, root.bars.length)
                    height: plot.height
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        width: Math.max(3, Math.min(Theme.px(28), parent.width * 0.62))
                        height: Math.round(plot.height * cell.modelData.value / root.ceiling)
                        radius: Math.min(3, width / 4)
                        color: area.containsMouse ? Theme.accentHover : Theme.accent
                        Rectangle {
                            anchors.bottom: parent.bottom
                            width: parent.width
                            height: Math.round(plot.height * (cell.modelData.part ?? 0) / root.ceiling)
                            radius: parent.radius
                            color: Theme.accentDeep
                        }
                    }
                    Caption {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: plot.height + Theme.gap1
                        visible: cell.index % root.labelEvery === 0
                        text: cell.modelData.label
                        font.pixelSize: Theme.px(11)
                        elide: Text.ElideNone
                        Accessible.ignored: true
                    }
                    MouseArea {
                        id: area
                        anchors.fill: parent
                        hoverEnabled: true
                        acceptedButtons: Qt.NoButton
                    }
                    Hint {
                        y: -height
                        delay: 0
                        shown: area.containsMouse
                        text: cell.modelData.label + ": " + cell.modelData.value + " " + root.unit + (cell.modelData.part ? " · " + cell.modelData.part + " " + root.partName : "")
                    }
                }
            }
        }
    }
}
