pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/// Lying bars, the longest first: [{label, value, tone}], and `text` where the value is written in another way.
ColumnLayout {
    id: root

    property var shares: []
    readonly property var texts: shares.map(share => String(share.text ?? share.value))
    readonly property int longest: texts.reduce((top, text) => Math.max(top, text.length), 0)
    readonly property real most: shares.reduce((top, share) => Math.max(top, share.value), 1)

    spacing: Theme.gap2
    Repeater {
        model: root.shares
        RowLayout {
            id: line

            required property int index
            required property var modelData

            spacing: Theme.gap3
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.label + " " + root.texts[index]
            Label {
                text: line.modelData.label
                font.pixelSize: Theme.px(13)
                Layout.preferredWidth: root.width * 0.42
                Accessible.ignored: true
            }
            Item {
                Layout.fillWidth: true
                implicitHeight: Theme.px(10)
                Rectangle {
                    width: Math.max(3, parent.width * line.modelData.value / root.most)
                    height: parent.height
                    radius: 3
                    color: line.modelData.tone === "emergency" ? Theme.emergency : Theme.accent
                }
            }
            Label {
                text: root.texts[line.index] ?? ""
                font.pixelSize: Theme.px(13)
                horizontalAlignment: Text.AlignRight
                Layout.preferredWidth: Math.max(Theme.px(32), root.longest * Theme.px(8))
                Accessible.ignored: true
            }
        }
    }
}
