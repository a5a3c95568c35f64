pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A few views of the same thing side by side, each with its count: [{text, count, tone}].
Rectangle {
    id: root

    property var options: []
    property int current: 0
    signal chosen(int index)

    implicitHeight: Theme.controlHeight
    implicitWidth: row.implicitWidth + Theme.gap1
    radius: Theme.radius + 1
    color: Theme.neutralSoft
    border.width: Theme.contrast ? 1 : 0
    border.color: Theme.line
    Accessible.role: Accessible.PageTabList

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: 2
        spacing: 2
        Repeater {
            model: root.options
            T.AbstractButton {
                id: segment

                required property var modelData
                required property int index
                readonly property bool on: root.current === index

                objectName: root.objectName + index

                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitWidth: label.implicitWidth + Theme.px(20) + (count.visible ? count.implicitWidth + Theme.gap1 : 0)
                hoverEnabled: true
                focusPolicy: Qt.TabFocus
                text: modelData.text
                onClicked: root.chosen(index)
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.count > 0 ? text + " " + modelData.count : text
                Accessible.selected: on
                background: Rectangle {
                    radius: Theme.radius - 1
                    color: segment.on ? (Theme.dark ? "#2d3846" : Theme.base) : segment.hovered ? Theme.pressed : "transparent"
                    border.width: segment.on ? 1 : 0
                    border.color: Theme.line
                    FocusRing {
                        shown: segment.visualFocus
                    }
                }
                contentItem: Item {
                    Row {
                        anchors.centerIn: parent
                        spacing: Theme.gap1 + 2
                        Label {
                            id: label
                            anchors.verticalCenter: parent.verticalCenter
                            text: segment.text
                            font.pixelSize: Theme.px(13)
                            font.weight: segment.on ? Font.DemiBold : Font.Medium
                            secondary: !segment.on
                            Accessible.ignored: true
                        }
                        Count {
                            id: count
                            anchors.verticalCenter: parent.verticalCenter
                            value: segment.modelData.count ?? 0
                            tone: segment.modelData.tone ?? (segment.on ? "accent" : "")
                        }
                    }
                }
            }
        }
    }
}
