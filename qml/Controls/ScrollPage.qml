import QtQuick
import QtQuick.Layouts

/// A page of sections that scrolls; its column is as wide as a line can be read.
ScrollArea {
    id: root

    property int columnWidth: Theme.px(1020)
    property int margin: width < Theme.px(700) ? Theme.gap4 : Theme.gap6
    default property alias content: column.data

    contentHeight: column.implicitHeight + 2 * margin
    clip: true

    ColumnLayout {
        id: column
        x: root.margin
        y: root.margin
        width: Math.min(root.columnWidth, root.width - 2 * root.margin)
        spacing: Theme.gap6
    }
}
