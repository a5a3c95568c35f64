#pragma once

#include <QString>

#include <optional>

namespace Frontdesk {

/// What a caller can want. The text forms are the ones stored and sent, for example `appointment_scheduling`.
enum class RequestType {
    AppointmentScheduling,
    AppointmentRescheduling,
    AppointmentCancellation,
    AppointmentConfirmation, ///< Asks when or whether an existing appointment is.
    GeneralQuestion,         ///< Hours, location, parking, services.
    InsuranceQuestion,
    CallbackRequest,
    ReferralRequest,
    BillingQuestion,
    MedicalRecords, ///< Records, forms, notes, letters.
    PrescriptionRefill,
    MedicalQuestion,
    TestResults,
    EscalatedCall, ///< The task every escalation leaves.
    Other,
};

[[nodiscard]] QString requestTypeName(RequestType type);
[[nodiscard]] std::optional<RequestType> requestTypeFromName(QStringView name);

/// Whose queue a request lands in first. Source: the specification's routing table.
enum class TaskQueue { Staff, Doctor };

[[nodiscard]] QString taskQueueName(TaskQueue queue);
[[nodiscard]] std::optional<TaskQueue> taskQueueFromName(QStringView name);
[[nodiscard]] TaskQueue queueFor(RequestType type);

} // namespace Frontdesk
