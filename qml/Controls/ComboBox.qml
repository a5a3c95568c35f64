pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// One of a few, from a list of {value, text}.
T.ComboBox {
    id: root

    implicitWidth: Theme.px(180)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.px(10)
    rightPadding: Theme.px(30)
    textRole: "text"
    valueRole: "value"
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: Theme.body
    opacity: enabled ? 1 : 0.55

    contentItem: Label {
        text: root.displayText
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    indicator: Icon {
        x: root.width - width - Theme.gap2
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        name: "chevron-down"
        size: Theme.px(16)
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.hover : Theme.base
        border.width: 1
        border.color: Theme.fieldLine
        FocusRing {
            shown: root.visualFocus
        }
    }
    delegate: T.ItemDelegate {
        id: option

        required property var modelData
        required property int index

        width: ListView.view ? ListView.view.width : 0
        implicitHeight: Theme.controlHeight
        hoverEnabled: true
        highlighted: root.highlightedIndex === index
        text: modelData[root.textRole] ?? modelData
        background: Rectangle {
            radius: Theme.px(4)
            color: option.highlighted ? Theme.hover : "transparent"
        }
        contentItem: Label {
            leftPadding: Theme.gap2
            text: option.text
            strong: root.currentIndex === option.index
            verticalAlignment: Text.AlignVCenter
        }
    }
    popup: T.Popup {
        y: root.height + Theme.gap1
        width: root.width
        padding: Theme.gap1
        implicitHeight: Math.min(list.contentHeight + 2 * padding, Theme.px(320))
        margins: Theme.gap2
        contentItem: ListView {
            id: list
            clip: true
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            T.ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.color: Theme.contrast ? Theme.text : Theme.fieldLine
        }
    }
}
