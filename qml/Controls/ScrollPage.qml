import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A page of sections that scrolls; its column is as wide as a line can be read.
Flickable {
    id: root

    property int columnWidth: Theme.px(760)
    property int margin: width < Theme.px(700) ? Theme.gap4 : Theme.gap6
    default property alias content: column.data

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * margin
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: ScrollBar {}

    ColumnLayout {
        id: column
        x: root.margin
        y: root.margin
        width: Math.min(root.columnWidth, root.width - 2 * root.margin)
        spacing: Theme.gap6
    }
}
