#pragma once

#include "shared/core/id.h"
#include "shared/model/requesttype.h"
#include "shared/model/slots.h"

#include <QDateTime>
#include <QJsonObject>

namespace Frontdesk {

enum class TaskStatus { Pending, InProgress, Completed };
enum class TaskPriority { Normal, Urgent, Emergency };

[[nodiscard]] QString taskStatusName(TaskStatus status);
[[nodiscard]] std::optional<TaskStatus> taskStatusFromName(QStringView name);
[[nodiscard]] QString taskPriorityName(TaskPriority priority);
[[nodiscard]] std::optional<TaskPriority> taskPriorityFromName(QStringView name);

/// Work for the clinic's people, made from a call.
struct Task {
    TaskId id;
    ClinicId clinicId;
    CallId callId;
    QString number; ///< `TASK-2026-0001`, per clinic and year; given by the store.
    RequestType type = RequestType::Other;
    TaskQueue queue = TaskQueue::Staff;
    TaskPriority priority = TaskPriority::Normal;
    TaskStatus status = TaskStatus::Pending;
    SlotMap slotValues;       ///< Canonical values beside the caller's own words.
    QString note;             ///< What else staff should know, such as the reason of an escalation.
    QString escalationReason; ///< Text form of EscalationReason; empty for ordinary tasks.
    QString transcript;       ///< The conversation so far, one line a turn; patient data.
    QString recordingUrl;     ///< Empty where nothing was recorded.
    QDateTime createdAt;      ///< UTC.
    QDateTime updatedAt;      ///< UTC.

    [[nodiscard]] QString slot(SlotName name) const;

    /// The specification's shape: `task_id`, `patient_name`, `callback_number`, `request_type`, `priority`, `details`
    /// {slot: value}, `call_transcript`, `call_recording_url`, `created_at`, `status`; in `details`, each slot that was
    /// spoken has its `<slot>_said_as` beside it.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace Frontdesk
