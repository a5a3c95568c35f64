import QtQuick
import QtQuick.Templates as T

T.Menu {
    id: root

    /// What Enter would choose.
    readonly property string currentText: (itemAt(currentIndex) as T.MenuItem)?.text ?? ""

    margins: Theme.gap2
    padding: Theme.gap1
    implicitWidth: Math.max(Theme.px(200), contentItem.implicitWidth + 2 * padding)
    implicitHeight: contentItem.implicitHeight + 2 * padding
    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: Theme.px(220)
        model: root.contentModel
        currentIndex: root.currentIndex
        interactive: false
    }
    background: Rectangle {
        radius: Theme.radius + 2
        color: Theme.raised
        border.color: Theme.contrast ? Theme.text : Theme.dark ? "#3a4552" : "#cbd2da"
    }
}
