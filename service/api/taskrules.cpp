#include "service/api/taskrules.h"

#include "shared/model/enumnames.h"

namespace Frontdesk::Api {

namespace {

using Storage::DeskTask;

constexpr EnumNames<TaskAction, 10> Actions{{{
    {TaskAction::Claim, QLatin1String("claim")},
    {TaskAction::Release, QLatin1String("release")},
    {TaskAction::Start, QLatin1String("start")},
    {TaskAction::Complete, QLatin1String("complete")},
    {TaskAction::Reopen, QLatin1String("reopen")},
    {TaskAction::AssignToDoctor, QLatin1String("assign-to-doctor")},
    {TaskAction::CallBack, QLatin1String("call-back")},
    {TaskAction::Flag, QLatin1String("flag")},
    {TaskAction::Unflag, QLatin1String("unflag")},
    {TaskAction::Note, QLatin1String("note")},
}}};

bool isSomebodyElses(const DeskTask &task, const User &by)
{
    return !task.assignee.isEmpty() && task.assignee != by.id;
}

std::optional<TaskRefusal> owned()
{
    return TaskRefusal{"owned", QStringLiteral("Somebody else works on this task.")};
}

void take(DeskTask &task, const User &by, const QDateTime &now)
{
    if (task.assignee != by.id) {
        task.assignee = by.id;
        task.claimedAt = now;
    }
}

void letGo(DeskTask &task)
{
    task.assignee = {};
    task.claimedAt = {};
    task.task.status = TaskStatus::Pending;
}

/// Whether the deed belongs to whoever has the task. An administrator may finish or free what somebody left behind.
bool needsOwner(TaskAction action, const User &by)
{
    switch (action) {
    case TaskAction::Claim:
    case TaskAction::Start:
        return true;
    case TaskAction::Complete:
    case TaskAction::Release:
        return by.role != Role::Admin;
    default:
        return false;
    }
}

std::optional<TaskRefusal> whyNot(TaskAction action, const DeskTask &task, const User &by)
{
    const bool isCompleted = task.task.status == TaskStatus::Completed;
    const bool isRemark = action == TaskAction::Note || action == TaskAction::Flag || action == TaskAction::Unflag ||
                          action == TaskAction::CallBack;
    if (action == TaskAction::Reopen) {
        return isCompleted ? std::nullopt
                           : std::optional(TaskRefusal{"not_completed", QStringLiteral("This task is not completed.")});
    }
    if (isCompleted && !isRemark) {
        return TaskRefusal{"completed", QStringLiteral("This task is completed; reopen it first.")};
    }
    if (needsOwner(action, by) && isSomebodyElses(task, by)) {
        return owned();
    }
    if (action == TaskAction::CallBack && task.task.slot(SlotName::CallbackNumber).isEmpty()) {
        return TaskRefusal{"no_number", QStringLiteral("This task has no number to call back.")};
    }
    return std::nullopt;
}

} // namespace

QString taskActionName(TaskAction action)
{
    return Actions.name(action);
}

std::optional<TaskAction> taskActionFromName(QStringView name)
{
    return Actions.value(name);
}

std::optional<TaskRefusal> perform(TaskAction action, DeskTask &task, const User &by, const UserId &doctor,
                                   const QDateTime &now)
{
    if (auto refusal = whyNot(action, task, by)) {
        return refusal;
    }
    switch (action) {
    case TaskAction::Claim:
        take(task, by, now);
        break;
    case TaskAction::Release:
        letGo(task);
        break;
    case TaskAction::Start:
        take(task, by, now);
        task.task.status = TaskStatus::InProgress;
        break;
    case TaskAction::Complete:
        take(task, by, now);
        task.task.status = TaskStatus::Completed;
        task.completedAt = now;
        break;
    case TaskAction::Reopen:
        letGo(task);
        task.completedAt = {};
        break;
    case TaskAction::AssignToDoctor:
        letGo(task);
        task.task.queue = TaskQueue::Doctor;
        task.assignee = doctor;
        task.claimedAt = doctor.isEmpty() ? QDateTime() : now;
        task.approval.reset();
        break;
    case TaskAction::CallBack:
        if (task.assignee.isEmpty() && task.task.status != TaskStatus::Completed) {
            take(task, by, now);
            task.task.status = TaskStatus::InProgress;
        }
        break;
    case TaskAction::Flag:
    case TaskAction::Unflag:
        task.flagged = action == TaskAction::Flag;
        break;
    case TaskAction::Note:
        break;
    }
    return std::nullopt;
}

std::optional<TaskRefusal> decide(DeskTask &task, Storage::Approval decision, Signatures needed)
{
    using Storage::ApprovalState;
    const bool isSigned = task.approval && task.approval->state == ApprovalState::Signed;
    if (task.task.queue != TaskQueue::Doctor || task.task.status == TaskStatus::Completed ||
        (task.approval && !isSigned)) {
        return TaskRefusal{"not_awaited", QStringLiteral("This task awaits no decision.")};
    }
    if (decision.state == ApprovalState::Approved && needed == Signatures::Two) {
        if (isSigned && task.approval->by == decision.by) {
            return TaskRefusal{"signed", QStringLiteral("You have signed this; another doctor must, too.")};
        }
        if (!isSigned) {
            letGo(task);
            decision.state = ApprovalState::Signed;
            task.approval = std::move(decision);
            return std::nullopt;
        }
    }
    letGo(task);
    task.task.queue = TaskQueue::Staff;
    task.approval = std::move(decision);
    return std::nullopt;
}

bool isLowRisk(RequestType type)
{
    return type == RequestType::ReferralRequest || type == RequestType::MedicalRecords;
}

} // namespace Frontdesk::Api
