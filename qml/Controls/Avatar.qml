import QtQuick

/// Whose it is, in two letters.
Rectangle {
    id: root

    property string name
    property bool mine: false
    /// Instead of letters, for what is no person.
    property string iconName

    implicitWidth: Theme.px(22)
    implicitHeight: implicitWidth
    radius: width / 2
    color: mine ? Theme.accent : Theme.neutralSoft
    border.width: Theme.contrast ? 1 : 0
    border.color: Theme.line
    visible: name !== "" || iconName !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: name

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        size: Math.round(root.height * 0.6)
    }
    Text {
        anchors.centerIn: parent
        visible: root.iconName === ""
        text: {
            const words = root.name.replace(/^(Dr|Dra)\.?\s+/, "").split(/\s+/);
            return (words[0].charAt(0) + (words.length > 1 ? words[words.length - 1].charAt(0) : "")).toUpperCase();
        }
        color: root.mine ? Theme.accentInk : Theme.muted
        font.family: Theme.family
        font.pixelSize: Math.round(root.height * 0.43)
        font.weight: Font.DemiBold
    }
}
