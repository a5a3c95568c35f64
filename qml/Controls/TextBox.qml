import QtQuick
import QtQuick.Templates as T

/// Several lines of text.
T.TextArea {
    id: root

    property bool wrong: false

    implicitWidth: Theme.px(320)
    implicitHeight: Math.max(Theme.px(72), contentHeight + 2 * padding)
    padding: Theme.px(10)
    color: enabled ? Theme.text : Theme.disabled
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    font.family: Theme.family
    font.pixelSize: Theme.body
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Accessible.name: placeholderText
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    Text {
        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        visible: root.length === 0 && root.preeditText === ""
        text: root.placeholderText
        color: Theme.muted
        font: root.font
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.enabled ? Theme.base : Theme.panel
        border.width: root.activeFocus ? 2 : 1
        border.color: root.wrong ? Theme.problem : root.activeFocus ? Theme.accent : Theme.fieldLine
    }
}
