import QtQuick
import QtQuick.Templates as T

/// Scrolls what is higher than the room there is, and follows the keyboard: what has the focus is always in sight.
Flickable {
    id: root

    readonly property Item focused: Window.activeFocusItem

    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds
    clip: contentHeight > height
    T.ScrollBar.vertical: ScrollBar {}
    onFocusedChanged: reveal(focused)

    function reveal(item: Item) {
        let parent = item;
        while (parent && parent !== contentItem)
            parent = parent.parent;
        if (!parent || item === contentItem || item.height > height)
            return;
        const margin = Math.min(Theme.gap6, (height - item.height) / 2);
        const top = item.mapToItem(contentItem, 0, 0).y;
        if (top - margin < contentY)
            contentY = Math.max(0, top - margin);
        else if (top + item.height + margin > contentY + height)
            contentY = Math.max(0, Math.min(contentHeight - height, top + item.height + margin - height));
    }
}
