#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace Frontdesk::Queue {

/// What a row of the queue shows of a task; the summary of the service, read once.
struct TaskRow {
    enum class Priority { Normal, Urgent, Emergency };
    enum class Status { Pending, InProgress, Completed };

    QString id;
    QString number; ///< `TASK-2026-0001`
    int version = 0;
    QString callId;
    QString patientName;
    QString callbackNumber; ///< E.164
    QString requestType;
    QString queue; ///< `staff` or `doctor`
    Priority priority = Priority::Normal;
    Status status = Status::Pending;
    QString wish; ///< What the caller asked for in a few words: day, time and reason.
    QString escalationReason;
    bool flagged = false;
    QString assigneeId;
    QString assigneeName;
    int noteCount = 0;
    QString approvalState; ///< Empty, `pending`, `signed`, `approved`, `rejected` or `returned`.
    bool hasRecording = false;
    QDateTime dueAt;
    QDateTime createdAt;
    QDateTime completedAt;

    [[nodiscard]] static TaskRow fromJson(const QJsonObject &json);

    /// True when this comes before `other`: what is open by urgency, then who waits longest; behind it what is completed, the
    /// newest first.
    [[nodiscard]] bool isBefore(const TaskRow &other) const;

    friend bool operator==(const TaskRow &, const TaskRow &) = default;
};

} // namespace Frontdesk::Queue
