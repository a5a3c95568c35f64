#pragma once

#include "service/storage/taskdesk.h"
#include "shared/model/user.h"

#include <optional>

namespace Frontdesk::Api {

enum class TaskAction { Claim, Release, Start, Complete, Reopen, AssignToDoctor, CallBack, Flag, Unflag, Note };

/// As in the path: `assign-to-doctor`.
[[nodiscard]] QString taskActionName(TaskAction action);
[[nodiscard]] std::optional<TaskAction> taskActionFromName(QStringView name);

/// Why something cannot be done with a task as it is.
struct TaskRefusal {
    const char *code; ///< `owned`, `completed`, `not_completed`, `no_number`.
    QString detail;
};

/// What becomes of a task when this person does this with it; nothing of it depends on anything else. `doctor` is who gets
/// it in AssignToDoctor, empty for any doctor. A refusal leaves it as it was.
[[nodiscard]] std::optional<TaskRefusal> perform(TaskAction action, Storage::DeskTask &task, const User &by,
                                                 const UserId &doctor, const QDateTime &now);

/// How many doctors must approve before it counts.
enum class Signatures { One, Two };

/// A doctor's decision: the task goes back to staff, who carry it out or tell the patient. Where two must sign, the first
/// one's approval leaves it with the doctors, for another one. Refused when it does not await a decision, or not theirs.
[[nodiscard]] std::optional<TaskRefusal> decide(Storage::DeskTask &task, Storage::Approval decision,
                                                Signatures needed = Signatures::One);

/// True for kinds that may be approved many at once: no medicine, no results, no advice.
[[nodiscard]] bool isLowRisk(RequestType type);

/// How long a deed can be taken back.
constexpr std::chrono::minutes UndoTime{10};

} // namespace Frontdesk::Api
