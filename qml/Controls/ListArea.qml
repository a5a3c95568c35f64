import QtQuick
import QtQuick.Templates as T

/// A list that scrolls smoothly and is walked with the arrow keys.
ListView {
    id: root

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    highlightResizeDuration: 0
    reuseItems: true
    activeFocusOnTab: true
    cacheBuffer: 400
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(height / Math.max(1, contentHeight / Math.max(1, count))) - 1);
        if (event.key === Qt.Key_Home)
            currentIndex = Math.min(0, count - 1);
        else if (event.key === Qt.Key_End)
            currentIndex = count - 1;
        else if (event.key === Qt.Key_PageDown)
            currentIndex = Math.min(count - 1, currentIndex + page);
        else if (event.key === Qt.Key_PageUp)
            currentIndex = Math.max(Math.min(0, count - 1), currentIndex - page);
        else
            return;
        event.accepted = true;
    }
}
