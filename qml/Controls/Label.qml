import QtQuick

/// Words on a page, in one of the three sizes.
Text {
    property bool secondary: false
    property bool strong: false

    color: secondary ? Theme.muted : Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: strong ? Font.DemiBold : Font.Normal
    textFormat: Text.PlainText
    elide: Text.ElideRight
    linkColor: Theme.accentText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
