import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

T.MenuItem {
    id: root

    property string iconName
    property string keys

    implicitHeight: Theme.controlHeight
    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    hoverEnabled: true
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    Accessible.name: text
    background: Rectangle {
        radius: Theme.px(4)
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"
    }
    contentItem: RowLayout {
        id: row
        spacing: Theme.gap2
        Icon {
            name: root.iconName
            size: Theme.px(16)
            visible: root.iconName !== ""
        }
        Label {
            text: root.text
            Layout.fillWidth: true
            strong: root.checked
            Accessible.ignored: true
        }
        KeyHint {
            keys: root.keys
        }
    }
}
