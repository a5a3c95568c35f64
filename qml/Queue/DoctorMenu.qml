pragma ComponentBehavior: Bound
import QtQuick
import Frontdesk.Client
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// Which doctor shall decide: the first entry lets any of them.
Menu {
    id: root

    required property ApiClient api
    /// An empty id: any doctor.
    signal picked(string id, string name)

    implicitWidth: Theme.px(260)

    function show() {
        people.reload();
        popup(parent, parent.width - implicitWidth - Theme.gap6, Theme.px(128));
    }

    RecordList {
        id: people
        api: root.api
        path: "/colleagues"
    }
    MenuItem {
        text: qsTr("Any doctor")
        iconName: "stethoscope"
        onTriggered: root.picked("", "")
    }
    Instantiator {
        model: people
        delegate: MenuItem {
            id: entry

            required property int index
            required property var record
            readonly property bool isDoctor: record.role === "doctor"

            text: record.name
            iconName: "user"
            visible: isDoctor
            height: isDoctor ? implicitHeight : 0
            onTriggered: root.picked(record.id, record.name)
        }
        onObjectAdded: (index, object) => root.insertItem(index + 1, object as MenuItem)
        onObjectRemoved: (index, object) => root.removeItem(object as MenuItem)
    }
    onOpened: currentIndex = 0
}
