pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls

/// Every control in one window, in the look chosen above: for whoever changes the design system.
T.ApplicationWindow {
    id: root

    readonly property var looks: ["light", "dark", "contrast"]

    width: 1100
    height: 860
    visible: true
    color: Theme.panel
    title: "Frontdesk controls"
    Component.onCompleted: Theme.mode = "light"

    ScrollPage {
        anchors.fill: parent
        columnWidth: root.width
        RowLayout {
            spacing: Theme.gap4
            Heading {
                text: "Controls"
                Layout.fillWidth: true
            }
            Segments {
                options: [{ text: "Light" }, { text: "Dark" }, { text: "High contrast" }]
                current: root.looks.indexOf(Theme.mode)
                onChosen: index => Theme.mode = root.looks[index]
            }
            Slider {
                from: 1
                to: 2
                stepSize: 0.25
                snapMode: T.Slider.SnapAlways
                Accessible.name: "Scale"
                onMoved: Theme.scale = value
            }
        }
        Card {
            title: "Colours"
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Repeater {
                    model: ["base", "panel", "raised", "hover", "pressed", "selection", "line", "fieldLine", "text", "muted", "accent", "accentText", "emergency", "emergencyFill", "emergencySoft", "urgent", "urgentSoft", "good", "goodSoft", "neutralSoft"]
                    Column {
                        id: swatch
                        required property string modelData
                        spacing: 2
                        Rectangle {
                            width: Theme.px(84)
                            height: Theme.px(32)
                            radius: Theme.radius
                            color: Theme[swatch.modelData]
                            border.color: Theme.line
                        }
                        Caption {
                            text: swatch.modelData
                        }
                    }
                }
            }
        }
        Card {
            title: "Type"
            Heading {
                text: "Title, 20"
            }
            Label {
                text: "Body, 14: what people read all day"
            }
            Caption {
                text: "Small, 12: ages, hints and labels"
            }
        }
        Card {
            title: "Buttons"
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Button {
                    kind: Button.Primary
                    text: "Claim"
                    iconName: "hand"
                    keys: "C"
                }
                Button {
                    text: "Complete"
                    keys: "D"
                }
                Button {
                    kind: Button.Quiet
                    text: "Later"
                }
                Button {
                    kind: Button.Danger
                    text: "End"
                    iconName: "octagon"
                }
                Button {
                    text: "Not now"
                    enabled: false
                }
                IconButton {
                    iconName: "flag"
                    text: "Flag"
                }
            }
        }
        Card {
            title: "Fields"
            GridLayout {
                columns: 3
                columnSpacing: Theme.gap4
                Layout.fillWidth: true
                Field {
                    label: "Name"
                    help: "As the assistant says it."
                    TextField {
                        placeholderText: "Oak Street Clinic"
                        Layout.fillWidth: true
                    }
                }
                Field {
                    label: "Number"
                    problem: "This is no number."
                    TextField {
                        text: "twelve"
                        wrong: true
                        Accessible.name: "Number"
                        Layout.fillWidth: true
                    }
                }
                Field {
                    label: "Role"
                    ComboBox {
                        model: [{ value: 1, text: "Receptionist" }, { value: 2, text: "Doctor" }]
                        Accessible.name: "Role"
                        Layout.fillWidth: true
                    }
                }
            }
            RowLayout {
                spacing: Theme.gap6
                CheckBox {
                    text: "Stay signed in"
                    checked: true
                }
                Switch {
                    text: "Sounds"
                    checked: true
                }
            }
            TextBox {
                placeholderText: "A note"
                Layout.fillWidth: true
            }
        }
        Card {
            title: "Badges and marks"
            Flow {
                spacing: Theme.gap2
                Layout.fillWidth: true
                Badge {
                    text: "Emergency"
                    tone: "emergency"
                    iconName: "octagon"
                }
                Badge {
                    text: "Urgent"
                    tone: "urgent"
                    iconName: "triangle"
                }
                Badge {
                    text: "Works"
                    tone: "good"
                    iconName: "check"
                }
                Badge {
                    text: "With doctor"
                    tone: "accent"
                }
                Badge {
                    text: "Call back by 5 PM"
                    iconName: "clock"
                }
                Count {
                    value: 16
                }
                Avatar {
                    name: "Ana Torres"
                    mine: true
                }
                KeyHint {
                    keys: "Space"
                }
            }
        }
        Banner {
            text: "Offline since 2:14 PM. What you see may be out of date; we keep trying."
            iconName: "offline"
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gap4
            Figure {
                label: "Handed to a person"
                value: "12%"
                note: "within the goal of 15%"
                tone: "good"
            }
            Card {
                title: "Charts"
                BarChart {
                    bars: [3, 8, 12, 9, 4].map((value, index) => ({ label: String(index + 8), value: value, part: Math.round(value / 5) }))
                    Layout.fillWidth: true
                }
            }
            EmptyState {
                title: "All done"
                text: "New requests appear here as soon as a call has ended."
                Layout.fillWidth: true
            }
        }
    }
}
