pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Is everything working? If not: since when, and what happens to callers meanwhile.
ColumnLayout {
    id: root

    required property ApiClient api
    readonly property var components: health.value.components ?? []
    readonly property string state: health.value.status ?? ""

    spacing: 0

    function part(name: string): string {
        switch (name) {
        case "database":
            return qsTr("Database");
        case "telephony":
            return qsTr("Telephone network");
        case "speech_to_text":
            return qsTr("Speech recognition");
        case "text_to_speech":
            return qsTr("Voice");
        case "language_model":
            return qsTr("Language model");
        case "recordings":
            return qsTr("Recordings");
        default:
            return name;
        }
    }

    RecordDocument {
        id: health
        api: root.api
        path: "/health"
    }
    Timer {
        interval: 15000
        running: true
        repeat: true
        onTriggered: health.load()
    }
    Component.onCompleted: health.load()

    BusyLine {
        running: health.loading && !health.ready
        Layout.fillWidth: true
    }
    Banner {
        visible: health.problem !== ""
        text: health.problem
        Layout.fillWidth: true
    }
    ScrollPage {
        visible: health.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        RowLayout {
            Layout.fillWidth: true
            Heading {
                text: qsTr("Health")
                Layout.fillWidth: true
            }
            Button {
                iconName: "refresh"
                text: qsTr("Look again")
                onClicked: health.load()
            }
        }
        Rectangle {
            radius: Theme.radiusLarge
            color: Theme.toneSoft(root.state === "ok" ? "good" : "urgent")
            implicitHeight: summary.implicitHeight + 2 * Theme.gap4
            Layout.fillWidth: true
            RowLayout {
                id: summary
                anchors.fill: parent
                anchors.margins: Theme.gap4
                spacing: Theme.gap3
                Icon {
                    name: root.state === "ok" ? "check-circle" : root.state === "down" ? "octagon" : "alert"
                    size: Theme.px(24)
                    color: Theme.tone(root.state === "ok" ? "good" : "urgent")
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Label {
                        text: root.state === "ok" ? qsTr("Everything works") : root.state === "down" ? qsTr("Calls go to your own line") : qsTr("Working, with a part away")
                        strong: true
                    }
                    Label {
                        text: root.state === "ok" ? qsTr("The assistant answers calls.") : root.state === "down" ? qsTr("The assistant cannot answer. Every caller is connected to the clinic.") : qsTr("The assistant answers calls; a second choice stands in for what is away.")
                        secondary: true
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
        Card {
            inset: 0
            Repeater {
                model: root.components
                Item {
                    id: line

                    required property int index
                    required property var modelData

                    implicitHeight: Theme.px(52)
                    Layout.fillWidth: true
                    Layout.topMargin: index === 0 ? 0 : -Theme.gap3
                    RowLayout {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.gap4
                        anchors.rightMargin: Theme.gap4
                        spacing: Theme.gap3
                        ColumnLayout {
                            spacing: 0
                            Layout.fillWidth: true
                            Label {
                                text: root.part(line.modelData.name)
                                font.weight: Font.Medium
                                Layout.fillWidth: true
                            }
                            Caption {
                                text: line.modelData.detail ?? ""
                                visible: text !== ""
                                Layout.fillWidth: true
                            }
                        }
                        Caption {
                            text: line.modelData.since ? qsTr("since %1").arg(Words.moment(line.modelData.since)) : ""
                        }
                        Badge {
                            text: line.modelData.state === "ok" ? qsTr("Works") : line.modelData.state === "down" ? qsTr("Away") : qsTr("Slow")
                            tone: line.modelData.state === "ok" ? "good" : "urgent"
                            iconName: line.modelData.state === "ok" ? "check" : line.modelData.state === "down" ? "octagon" : "triangle"
                        }
                    }
                    Divider {
                        width: parent.width
                        anchors.bottom: parent.bottom
                        visible: line.index + 1 < root.components.length
                    }
                }
            }
        }
    }
    Item {
        visible: !health.ready
        Layout.fillHeight: true
    }
}
