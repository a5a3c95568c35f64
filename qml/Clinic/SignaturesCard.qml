pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Frontdesk.Records
import Frontdesk.Controls
import Frontdesk.Ui

/// For which kinds of request one doctor's approval is not enough.
Card {
    id: root

    required property RecordDocument document
    readonly property var chosen: document.value.second_signature ?? []
    /// What doctors decide most often comes first.
    readonly property var kinds: ["prescription_refill", "referral_request", "medical_question", "test_results", "medical_records", "escalated_call", "appointment_scheduling", "appointment_rescheduling", "appointment_cancellation", "appointment_confirmation", "callback_request", "general_question", "insurance_question", "billing_question", "other"]

    title: qsTr("Second signature")
    note: qsTr("Requests of these kinds are approved only when two doctors have signed.")
    visible: document.ready

    GridLayout {
        columns: Math.max(1, Math.floor((root.width - 2 * root.inset) / Theme.px(220)))
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap2
        Layout.fillWidth: true
        Repeater {
            model: root.kinds
            CheckBox {
                required property string modelData
                objectName: "sign-" + modelData
                text: Words.requestType(modelData)
                checked: root.chosen.includes(modelData)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onToggled: root.document.set("second_signature", root.kinds.filter(kind => kind === modelData ? checked : root.chosen.includes(kind)))
            }
        }
    }
    Caption {
        objectName: "signaturesProblem"
        text: root.document.problem
        visible: text !== ""
        color: Theme.problem
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
