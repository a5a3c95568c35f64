pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Client
import Frontdesk.Desktop
import Frontdesk.Controls
import Frontdesk.Ui

/// Where one can go, and who one is.
Rectangle {
    id: root

    required property Desk desk
    required property var pages
    required property string current
    property bool narrow: false
    property string presence: "available"
    signal chosen(string page)
    signal presenceWanted(string presence)

    implicitWidth: narrow ? Theme.px(56) : Theme.px(212)
    color: Theme.panel

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap2
        anchors.rightMargin: Theme.gap2 + 1
        spacing: 2

        RowLayout {
            spacing: Theme.gap2
            Layout.fillWidth: true
            Layout.leftMargin: root.narrow ? 0 : Theme.gap2
            Layout.topMargin: Theme.gap2
            Layout.bottomMargin: Theme.gap3
            Icon {
                name: "logo"
                color: Theme.accent
                size: Theme.px(24)
                Layout.minimumWidth: size
                Layout.leftMargin: root.narrow ? Theme.gap2 : 0
            }
            Label {
                text: root.desk.session.clinicName
                visible: !root.narrow
                strong: true
                Layout.fillWidth: true
            }
        }
        Flickable {
            id: places

            function reveal(item: Item) {
                contentY = Math.max(0, Math.min(contentY, item.y));
                contentY = Math.max(contentY, item.y + item.height - height);
            }

            contentHeight: entries.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            T.ScrollBar.vertical: ScrollBar {}
            ColumnLayout {
                id: entries
                width: places.width
                spacing: 2
                Repeater {
                    model: root.pages
                    ColumnLayout {
                        id: entry

                        required property var modelData
                        required property int index

                        spacing: 2
                        Layout.fillWidth: true
                        Caption {
                            text: entry.modelData.group ?? ""
                            visible: text !== "" && !root.narrow
                            font.pixelSize: Theme.px(11)
                            font.weight: Font.DemiBold
                            Layout.topMargin: Theme.gap3
                            Layout.leftMargin: Theme.px(10)
                            Layout.bottomMargin: 2
                        }
                        Divider {
                            visible: root.narrow && (entry.modelData.group ?? "") !== ""
                            Layout.margins: Theme.gap1
                        }
                        NavigationItem {
                            iconName: entry.modelData.icon
                            text: entry.modelData.text
                            count: entry.modelData.count ?? 0
                            countTone: entry.modelData.tone ?? ""
                            checked: root.current === entry.modelData.page
                            narrow: root.narrow
                            keys: entry.index < 9 ? "Ctrl+" + (entry.index + 1) : ""
                            onClicked: root.chosen(entry.modelData.page)
                            onActiveFocusChanged: if (activeFocus)
                                places.reveal(entry)
                        }
                    }
                }
            }
        }
        NavigationItem {
            iconName: "settings"
            text: qsTr("Settings")
            checked: root.current === "settings"
            narrow: root.narrow
            onClicked: root.chosen("settings")
        }
        Divider {
            Layout.topMargin: Theme.gap1
            Layout.bottomMargin: Theme.gap1
        }
        T.AbstractButton {
            id: me

            implicitHeight: Theme.px(44)
            hoverEnabled: true
            focusPolicy: Qt.TabFocus
            Layout.fillWidth: true
            Accessible.role: Accessible.ButtonMenu
            Accessible.name: root.desk.session.userName + ", " + status.text
            onClicked: menu.popup(me, 0, -menu.implicitHeight - Theme.gap1)
            background: Rectangle {
                radius: Theme.radius
                color: me.hovered ? Theme.hover : "transparent"
                FocusRing {
                    shown: me.visualFocus
                }
            }
            contentItem: Item {
                Avatar {
                    id: avatar
                    x: root.narrow ? Math.round((parent.width - width) / 2) : Theme.gap2
                    anchors.verticalCenter: parent.verticalCenter
                    implicitWidth: Theme.px(28)
                    name: root.desk.session.userName
                    color: Theme.pressed
                    Rectangle {
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        anchors.margins: -1
                        width: Theme.px(10)
                        height: width
                        radius: width / 2
                        border.width: 2
                        border.color: Theme.panel
                        color: root.desk.live.state !== LiveConnection.Live ? Theme.disabled : root.presence === "available" ? Theme.good : root.presence === "busy" ? Theme.accent : Theme.disabled
                    }
                }
                Column {
                    visible: !root.narrow
                    x: Theme.px(46)
                    width: parent.width - x
                    anchors.verticalCenter: parent.verticalCenter
                    Label {
                        width: parent.width
                        text: root.desk.session.userName
                        font.pixelSize: Theme.px(13)
                        font.weight: Font.Medium
                        Accessible.ignored: true
                    }
                    Caption {
                        id: status
                        width: parent.width
                        font.pixelSize: Theme.px(11.5)
                        Accessible.ignored: true
                        text: {
                            if (root.desk.live.state !== LiveConnection.Live)
                                return qsTr("Connecting …");
                            return root.presence === "busy" ? qsTr("Busy") : root.presence === "away" ? qsTr("Away") : qsTr("Available");
                        }
                    }
                }
            }
            Menu {
                id: menu
                MenuItem {
                    text: qsTr("Available")
                    iconName: "check-circle"
                    onTriggered: root.presenceWanted("available")
                }
                MenuItem {
                    text: qsTr("Busy")
                    iconName: "phone"
                    onTriggered: root.presenceWanted("busy")
                }
                MenuItem {
                    text: qsTr("Away")
                    iconName: "moon"
                    onTriggered: root.presenceWanted("away")
                }
                MenuItem {
                    text: qsTr("Lock the screen")
                    iconName: "lock"
                    keys: Keymap.sequence("lock")
                    onTriggered: root.desk.session.lock()
                }
                MenuItem {
                    text: qsTr("Sign out")
                    iconName: "sign-out"
                    onTriggered: root.desk.session.signOut()
                }
            }
        }
    }
}
