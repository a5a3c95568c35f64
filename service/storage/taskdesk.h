#pragma once

#include "shared/core/result.h"
#include "shared/model/task.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

enum class ApprovalState {
    Approved,
    Rejected,
    Returned, ///< To staff, with a question.
    Signed,   ///< By the first of two doctors; the task still awaits the other one's decision.
};

[[nodiscard]] QString approvalStateName(ApprovalState state);
[[nodiscard]] std::optional<ApprovalState> approvalStateFromName(QStringView name);

/// What a doctor decided.
struct Approval {
    ApprovalState state = ApprovalState::Approved;
    UserId by;
    QDateTime at;
    QString reason; ///< May name the patient.
    QString note;   ///< May name the patient.
};

/// A task as the clinic's people work on it.
struct DeskTask {
    Task task{};
    qint64 version = 1; ///< Counts up with every change, also those of a call that still runs.
    UserId assignee{};  ///< Empty: nobody has it.
    QDateTime claimedAt{};
    QDateTime completedAt{};
    bool flagged = false;
    int noteCount = 0;
    std::optional<Approval> approval{};
    bool hasRecording = false; ///< There is sound of its call to be played.
};

struct TaskNote {
    QString id;
    UserId author;
    QString text; ///< Patient data.
    QDateTime at;
};

/// Who did what with a task.
struct TaskDeed {
    QString action{}; ///< `claim`, `complete` ...
    UserId by{};
    QDateTime at{};
    QString detail{};   ///< No patient data.
    QString note{};     ///< Kept as a note of the task; patient data. Empty: none.
    qint64 version = 0; ///< The one it made; filled in.
};

struct TaskSearch {
    enum class Order {
        Urgency, ///< Emergencies, urgent, normal; among equals the oldest first.
        Newest,
    };
    enum class Decision { Any, Awaited, Made };

    ClinicId clinic{};
    std::vector<TaskStatus> statuses{}; ///< Empty: all.
    std::optional<RequestType> type{};
    std::optional<TaskPriority> priority{};
    std::optional<TaskQueue> queue{};
    std::optional<UserId> assignee{}; ///< An empty id: nobody has it.
    std::optional<bool> flagged{};
    std::optional<QDateTime> from{}; ///< Made at or after.
    std::optional<QDateTime> to{};   ///< Made before.
    Decision decision = Decision::Any;
    /// Begins a word of the patient's name, stands in the digits of the number to call back, or ends the task's own number.
    QString who{};
    Order order = Order::Urgency;
    QStringList after{}; ///< `next` of the page before; empty: from the beginning.
    int limit = 50;      ///< 1 to 200.
};

struct TaskPage {
    std::vector<DeskTask> tasks;
    QStringList next; ///< Empty: there is no more. A page may be short, even empty, and still not be the last.
};

/// Tasks on the clinic's desk. No two people overwrite each other: every change names the version it was made on.
class TaskDesk {
public:
    virtual ~TaskDesk() = default;

    /// NotFound: this clinic has no such task.
    virtual Result<DeskTask> find(const ClinicId &clinic, const TaskId &id) = 0;
    /// InvalidInput: `after` is no place in this order.
    virtual Result<TaskPage> search(const TaskSearch &search) = 0;

    /// Keeps status, queue, assignee, times, flag and approval of `changed`, made on its `version`, and writes down who did
    /// it. Returns the task as it is kept. Conflict: it has another version by now. NotFound.
    virtual Result<DeskTask> change(const DeskTask &changed, const TaskDeed &deed) = 0;

    /// Takes back the last deed, when it was this person's, since the given moment, and made the version that is now. An
    /// undo cannot be undone. Refused: not so. Conflict: it has another version than `version`.
    virtual Result<DeskTask> undo(const ClinicId &clinic, const TaskId &id, qint64 version, const UserId &by,
                                  const QDateTime &since, const QDateTime &now) = 0;

    /// Oldest first.
    virtual Result<std::vector<TaskNote>> notes(const ClinicId &clinic, const TaskId &id) = 0;
    virtual Result<std::vector<TaskDeed>> history(const ClinicId &clinic, const TaskId &id) = 0;
};

/// A doctor's absence.
struct Delegation {
    UserId doctor;
    UserId delegate;
    QDateTime from;
    QDateTime until;
};

class DelegationStore {
public:
    virtual ~DelegationStore() = default;

    /// Not set: the doctor has named nobody.
    virtual Result<std::optional<Delegation>> of(const ClinicId &clinic, const UserId &doctor) = 0;
    virtual Result<void> put(const ClinicId &clinic, const Delegation &delegation) = 0;
    virtual Result<void> remove(const ClinicId &clinic, const UserId &doctor) = 0;
};

} // namespace Frontdesk::Storage
