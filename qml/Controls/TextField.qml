import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: root

    property bool wrong: false
    property string iconName

    implicitWidth: Theme.px(220)
    implicitHeight: Theme.controlHeight
    leftPadding: iconName !== "" ? Theme.px(32) : Theme.px(10)
    rightPadding: Theme.px(10)
    verticalAlignment: TextInput.AlignVCenter
    color: enabled ? Theme.text : Theme.disabled
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    font.family: Theme.family
    font.pixelSize: Theme.body
    hoverEnabled: true
    Accessible.name: placeholderText

    Text {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        verticalAlignment: Text.AlignVCenter
        visible: root.length === 0 && root.preeditText === ""
        text: root.placeholderText
        color: root.placeholderTextColor
        font: root.font
        elide: Text.ElideRight
    }
    Icon {
        x: Theme.px(10)
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.px(16)
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.enabled ? Theme.base : Theme.panel
        border.width: root.activeFocus ? 2 : 1
        border.color: root.wrong ? Theme.problem : root.activeFocus ? Theme.accent : root.hovered ? Theme.muted : Theme.fieldLine
    }
}
