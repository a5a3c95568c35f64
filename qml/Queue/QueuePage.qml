pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Desktop
import Frontdesk.Platform
import Frontdesk.Queue
import Frontdesk.Controls
import Frontdesk.Ui

/// The receptionist's screen: the queue at the left, the open task beside it.
FocusScope {
    id: root

    required property Desk desk
    readonly property TaskModel tasks: desk.tasks
    /// One thing at a time where there is no room for two.
    readonly property bool single: width < Theme.px(760)
    readonly property bool showsDetail: desk.detail.taskId !== ""
    readonly property var kinds: ["appointment_scheduling", "appointment_rescheduling", "appointment_cancellation", "appointment_confirmation", "callback_request", "insurance_question", "billing_question", "general_question", "referral_request", "prescription_refill", "medical_records", "medical_question", "test_results", "escalated_call"]
    signal said(string text)
    signal complained(string text)

    function select(row: int) {
        const id = tasks.idAt(row);
        if (id !== "") {
            list.currentIndex = row;
            desk.detail.taskId = id;
        }
    }
    function showKind(type: string) {
        tasks.requestType = type;
        desk.preferences.setValue("queue/type", type);
    }
    /// Own actions take effect at once, wherever the pointer rests.
    function settle() {
        tasks.settle();
        list.currentIndex = tasks.rowOf(desk.detail.taskId);
    }
    /// After a task has left this list: the one that took its place.
    function advance(from: int) {
        settle();
        if (tasks.rowOf(desk.detail.taskId) < 0 && !single)
            select(Math.min(from, tasks.count - 1));
    }
    function taskHeading(): string {
        return desk.detail.task.task_id + "  " + Words.requestType(desk.detail.task.request_type);
    }
    function taskText(): string {
        const lines = desk.detail.fields.map(field => SlotWords.field(field.name) + ": " + SlotWords.value(field.name, field.value));
        return lines.concat(desk.detail.task.note ? [desk.detail.task.note] : []).join("\n");
    }
    function printTask() {
        const problem = paper.printPage(taskHeading(), taskText());
        if (problem === "")
            said(qsTr("Sent to the printer."));
        else
            complained(problem);
    }
    function copyTask() {
        clipboard.text = taskHeading() + "\n" + taskText();
        clipboard.selectAll();
        clipboard.copy();
        said(qsTr("Copied."));
    }
    function onCommand(action: string) {
        const id = desk.detail.taskId;
        const at = list.currentIndex;
        if (id === "")
            return;
        const status = desk.detail.task.status;
        switch (action) {
        case "claim":
            if (desk.detail.mine && status === "in_progress")
                desk.actions.release(id);
            else
                desk.actions.claim(id);
            break;
        case "done":
            if (status === "completed")
                desk.actions.reopen(id);
            else
                desk.actions.complete(id);
            break;
        case "doctor":
            doctors.show();
            return;
        case "phone":
            desk.actions.callBack(id);
            break;
        case "flag":
            desk.actions.toggleFlag(id);
            break;
        case "note":
            noteDialog.open();
            return;
        case "copy":
            copyTask();
            return;
        case "print":
            printTask();
            return;
        }
        if (action === "done")
            advance(at);
        else
            settle();
    }

    Connections {
        target: root.desk.detail
        function onTaskIdChanged() {
            const row = root.tasks.rowOf(root.desk.detail.taskId);
            list.currentIndex = row;
            if (row >= 0)
                list.positionViewAtIndex(row, ListView.Contain);
        }
    }
    Repeater {
        model: ["claim", "done", "doctor", "phone", "flag", "note"]
        Item {
            id: bound
            required property string modelData
            Command {
                action: bound.modelData
                enabled: root.showsDetail && !noteDialog.opened
                onActivated: root.onCommand(bound.modelData)
            }
        }
    }
    Command {
        action: "search"
        onActivated: search.forceActiveFocus()
    }
    Command {
        action: "copy"
        enabled: root.desk.detail.ready
        onActivated: root.copyTask()
    }
    Command {
        action: "print"
        enabled: root.desk.detail.ready
        onActivated: root.printTask()
    }
    Paper {
        id: paper
    }
    DoctorMenu {
        id: doctors
        objectName: "doctors"
        api: root.desk.api
        parent: root
        onPicked: (id, name) => {
            root.desk.actions.assignToDoctor(root.desk.detail.taskId, id);
            root.settle();
        }
    }
    TextEdit {
        id: clipboard
        visible: false
    }
    Command {
        action: "arrivals"
        onActivated: root.tasks.settle()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            id: left
            visible: !root.single || !root.showsDetail
            color: Theme.base
            Layout.fillHeight: true
            Layout.fillWidth: root.single
            Layout.preferredWidth: root.single ? -1 : Math.max(Theme.px(300), Math.min(handle.wish, root.width - Theme.px(420)))

            ColumnLayout {
                anchors.fill: parent
                spacing: 0
                ColumnLayout {
                    spacing: Theme.gap3
                    Layout.margins: Theme.gap3
                    Layout.leftMargin: Theme.gap4
                    Layout.rightMargin: Theme.gap4
                    RowLayout {
                        spacing: Theme.gap2
                        TextField {
                            id: search
                            objectName: "search"
                            iconName: "search"
                            placeholderText: qsTr("Name, number, day or kind")
                            Layout.fillWidth: true
                            onTextChanged: root.tasks.search = text
                            Keys.onEscapePressed: {
                                clear();
                                list.forceActiveFocus();
                            }
                            Keys.onDownPressed: list.forceActiveFocus()
                            onAccepted: {
                                list.forceActiveFocus();
                                if (list.currentIndex < 0)
                                    list.currentIndex = 0;
                            }
                            KeyHint {
                                anchors.right: parent.right
                                anchors.rightMargin: Theme.gap2
                                anchors.verticalCenter: parent.verticalCenter
                                visible: !search.activeFocus && search.length === 0
                                keys: Keymap.sequence("search")
                            }
                        }
                        IconButton {
                            iconName: "sliders"
                            text: qsTr("Filter")
                            checked: root.tasks.requestType !== "" || root.tasks.onlyMine
                            ink: checked ? Theme.accentText : Theme.muted
                            onClicked: filter.popup(this, width - filter.width, height + Theme.gap1)
                        }
                    }
                    Segments {
                        objectName: "show"
                        current: root.tasks.search === "" ? root.tasks.show : -1
                        options: [
                            { text: qsTr("New"), count: root.tasks.pendingCount },
                            { text: qsTr("In progress"), count: root.tasks.inProgressCount },
                            { text: qsTr("Completed"), count: 0 }
                        ]
                        Layout.fillWidth: true
                        onChosen: index => {
                            search.clear();
                            root.tasks.show = index;
                            root.desk.preferences.setValue("queue/show", index);
                        }
                    }
                    Caption {
                        objectName: "searchState"
                        visible: root.tasks.search !== ""
                        text: root.tasks.lookProblem !== "" ? qsTr("Only what is here was looked through.") + " " + root.tasks.lookProblem : root.tasks.looking ? qsTr("Looking through all tasks") : qsTr("%n found among all tasks", "", root.tasks.count)
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                BusyLine {
                    running: root.tasks.looking
                    Layout.fillWidth: true
                }
                Divider {}
                Rectangle {
                    visible: root.tasks.arrivals > 0
                    color: Theme.selection
                    implicitHeight: Theme.px(32)
                    Layout.fillWidth: true
                    Accessible.role: Accessible.Button
                    Accessible.name: arrivalsText.text
                    RowLayout {
                        anchors.centerIn: parent
                        spacing: Theme.gap2
                        Label {
                            id: arrivalsText
                            text: qsTr("%n new", "", root.tasks.arrivals)
                            color: Theme.accentText
                            strong: true
                            font.pixelSize: Theme.px(13)
                        }
                        KeyHint {
                            keys: Keymap.sequence("arrivals")
                        }
                    }
                    TapHandler {
                        onTapped: root.tasks.settle()
                    }
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    ListArea {
                        id: list
                        objectName: "tasks"
                        anchors.fill: parent
                        model: root.tasks
                        focus: true
                        currentIndex: -1
                        Accessible.name: qsTr("Tasks")
                        delegate: TaskDelegate {
                            selected: root.desk.detail.taskId === taskId
                            focused: list.activeFocus && ListView.isCurrentItem && !selected
                            onChosen: {
                                list.forceActiveFocus();
                                root.select(index);
                            }
                        }
                        Keys.onReturnPressed: root.select(currentIndex)
                        Keys.onEnterPressed: root.select(currentIndex)
                        onCurrentIndexChanged: if (activeFocus && root.showsDetail && !root.single)
                            root.select(currentIndex)
                        add: Transition {
                            NumberAnimation {
                                property: "opacity"
                                from: 0
                                to: 1
                                duration: Theme.quick
                            }
                        }
                        HoverHandler {
                            id: pointer
                        }
                        Binding {
                            target: root.tasks
                            property: "holding"
                            value: pointer.hovered
                        }
                    }
                    EmptyState {
                        anchors.centerIn: parent
                        width: parent.width - 2 * Theme.gap6
                        visible: root.tasks.loaded && root.tasks.count === 0 && !root.tasks.looking
                        iconName: root.tasks.search !== "" ? "search" : "inbox"
                        title: {
                            if (root.tasks.search !== "")
                                return qsTr("Nobody found");
                            return root.tasks.show === TaskModel.New ? qsTr("All done") : root.tasks.show === TaskModel.InProgress ? qsTr("Nothing in progress") : qsTr("Nothing completed yet");
                        }
                        text: {
                            if (root.tasks.search !== "")
                                return qsTr("Try the beginning of a name, some digits of a number, a day such as %1, or a kind of request.").arg(new Date().toLocaleDateString(Qt.locale(), Locale.ShortFormat));
                            return root.tasks.show === TaskModel.New ? qsTr("New requests appear here as soon as a call has ended.") : root.tasks.show === TaskModel.InProgress ? qsTr("What you claim appears here until it is completed.") : qsTr("Completed tasks stay here, the newest first.");
                        }
                    }
                }
            }
        }
        Rectangle {
            id: handle

            property real wish: root.desk.preferences.value("queue/width", Theme.px(372))

            visible: !root.single
            color: Theme.line
            implicitWidth: 1
            Layout.fillHeight: true
            MouseArea {
                anchors.fill: parent
                anchors.margins: -4
                cursorShape: Qt.SplitHCursor
                onPositionChanged: mouse => handle.wish = mapToItem(root, mouse.x, 0).x
                onReleased: root.desk.preferences.setValue("queue/width", handle.wish)
            }
        }
        Rectangle {
            visible: !root.single || root.showsDetail
            color: Theme.panel
            Layout.fillWidth: true
            Layout.fillHeight: true
            TaskView {
                anchors.fill: parent
                visible: root.showsDetail
                desk: root.desk
                single: root.single
                onCommanded: action => root.onCommand(action)
                onClosed: {
                    root.desk.detail.taskId = "";
                    list.forceActiveFocus();
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.gap6, Theme.px(360))
                visible: !root.showsDetail
                iconName: "list"
                title: qsTr("No task is open")
                text: qsTr("Choose one with the arrow keys and Enter. Press %1 for all keys.").arg(Keymap.sequence("sheet"))
            }
        }
    }
    Menu {
        id: filter
        MenuItem {
            text: qsTr("Only mine")
            iconName: root.tasks.onlyMine ? "check" : "user"
            checkable: true
            checked: root.tasks.onlyMine
            onTriggered: {
                root.tasks.onlyMine = checked;
                root.desk.preferences.setValue("queue/only_mine", checked);
            }
        }
        MenuItem {
            text: qsTr("All kinds")
            iconName: "list"
            onTriggered: root.showKind("")
        }
        Instantiator {
            model: root.kinds
            delegate: MenuItem {
                required property string modelData
                text: Words.requestType(modelData)
                iconName: Words.requestIcon(modelData)
                checked: root.tasks.requestType === modelData
                onTriggered: root.showKind(modelData)
            }
            onObjectAdded: (index, object) => filter.addItem(object as MenuItem)
        }
    }
    NoteDialog {
        id: noteDialog
        objectName: "noteDialog"
        onSaved: text => root.desk.actions.note(root.desk.detail.taskId, text)
    }
    Component.onCompleted: {
        const names = {};
        for (const kind of kinds)
            names[kind] = Words.requestType(kind);
        tasks.kindNames = names;
        tasks.show = desk.preferences.value("queue/show", 0);
        tasks.onlyMine = desk.preferences.value("queue/only_mine", false) === true || desk.preferences.value("queue/only_mine", false) === "true";
        tasks.requestType = desk.preferences.value("queue/type", "");
        if (desk.detail.taskId !== "")
            list.currentIndex = tasks.rowOf(desk.detail.taskId);
    }
}
