#include "desktop/queue/taskrow.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

namespace {

/// A day as people write it: 2026-11-21, the reader's own short form, or that without the year (11/21, 21/11).
QDate dayFrom(const QString &text)
{
    static const QRegularExpression separated(u"^\\d{1,4}[-/.]\\d{1,2}([-/.]\\d{1,4})?$"_s);
    if (!separated.match(text).hasMatch())
        return {};
    if (const auto day = QDate::fromString(text, Qt::ISODate); day.isValid())
        return day;
    const auto today = QDate::currentDate();
    const bool dayFirst = QLocale().dateFormat(QLocale::ShortFormat).startsWith(u'd');
    auto day = QDate::fromString(text + u'/' + QString::number(today.year()), dayFirst ? u"d/M/yyyy"_s : u"M/d/yyyy"_s);
    if (!day.isValid())
        day = QDate::fromString(text, dayFirst ? u"d/M/yyyy"_s : u"M/d/yyyy"_s);
    // In January, December was last year.
    return day > today && !text.endsWith(QString::number(day.year())) ? day.addYears(-1) : day;
}

QDateTime timeIn(const QJsonObject &json, QLatin1StringView name)
{
    return QDateTime::fromString(json.value(name).toString(), Qt::ISODateWithMs);
}

QString wishOf(const QJsonObject &details)
{
    QStringList parts;
    // The caller's own words where there are some: "next Tuesday" says more than a date.
    for (const auto name : {"preferred_date"_L1, "preferred_time"_L1, "reason"_L1}) {
        auto text = details.value(QString(name + "_said_as"_L1)).toString();
        if (text.isEmpty())
            text = details.value(name).toString();
        if (!text.isEmpty() && !parts.contains(text, Qt::CaseInsensitive))
            parts << text;
    }
    return parts.join(u" \u00b7 "_s);
}

TaskRow::Priority priorityFrom(const QString &name)
{
    if (name == "emergency"_L1)
        return TaskRow::Priority::Emergency;
    return name == "urgent"_L1 ? TaskRow::Priority::Urgent : TaskRow::Priority::Normal;
}

TaskRow::Status statusFrom(const QString &name)
{
    if (name == "completed"_L1)
        return TaskRow::Status::Completed;
    return name == "in_progress"_L1 ? TaskRow::Status::InProgress : TaskRow::Status::Pending;
}

} // namespace

TaskRow TaskRow::fromJson(const QJsonObject &json)
{
    TaskRow row;
    row.id = json.value("id"_L1).toString();
    row.number = json.value("task_id"_L1).toString();
    row.version = json.value("version"_L1).toInt();
    row.callId = json.value("call_id"_L1).toString();
    row.patientName = json.value("patient_name"_L1).toString();
    row.callbackNumber = json.value("callback_number"_L1).toString();
    row.requestType = json.value("request_type"_L1).toString();
    row.queue = json.value("queue"_L1).toString();
    row.priority = priorityFrom(json.value("priority"_L1).toString());
    row.status = statusFrom(json.value("status"_L1).toString());
    row.wish = wishOf(json.value("details"_L1).toObject());
    row.escalationReason = json.value("escalation_reason"_L1).toString();
    row.flagged = json.value("flagged"_L1).toBool();
    const auto assignee = json.value("assignee"_L1).toObject();
    row.assigneeId = assignee.value("id"_L1).toString();
    row.assigneeName = assignee.value("name"_L1).toString();
    row.noteCount = json.value("note_count"_L1).toInt();
    row.approvalState = json.value("approval"_L1).toObject().value("state"_L1).toString();
    row.hasRecording = json.value("has_recording"_L1).toBool();
    row.dueAt = timeIn(json, "due_at"_L1);
    row.createdAt = timeIn(json, "created_at"_L1);
    row.completedAt = timeIn(json, "completed_at"_L1);
    return row;
}

bool TaskRow::isBefore(const TaskRow &other) const
{
    if (status == Status::Completed && other.status == Status::Completed && completedAt != other.completedAt)
        return completedAt > other.completedAt;
    if (priority != other.priority)
        return priority > other.priority;
    if (createdAt != other.createdAt)
        return createdAt < other.createdAt;
    return id < other.id;
}

bool TaskRow::matches(const QString &needle) const
{
    if (const auto day = dayFrom(needle); day.isValid())
        return createdAt.toLocalTime().date() == day;
    QString digits;
    for (const auto c : needle) {
        if (c.isDigit())
            digits += c;
    }
    if (!digits.isEmpty() && (callbackNumber.contains(digits) || number.endsWith(digits)))
        return true;
    const int at = patientName.indexOf(needle, 0, Qt::CaseInsensitive);
    return at == 0 || (at > 0 && patientName[at - 1] == u' ');
}

} // namespace Frontdesk::Queue
