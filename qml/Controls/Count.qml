import QtQuick

/// How many; nothing when none.
Rectangle {
    property int value: 0
    property string tone

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.px(10))
    implicitHeight: Theme.px(18)
    radius: height / 2
    color: tone === "emergency" ? Theme.emergencyFill : Theme.toneSoft(tone)
    visible: value > 0
    Accessible.ignored: true

    Text {
        id: label
        anchors.centerIn: parent
        text: parent.value > 999 ? "999+" : parent.value
        color: parent.tone === "emergency" ? Theme.emergencyInk : Theme.tone(parent.tone)
        font.family: Theme.family
        font.pixelSize: Theme.px(11)
        font.weight: Font.DemiBold
    }
}
