#pragma once

#include "desktop/queue/taskrow.h"

#include <QDate>
#include <QHash>
#include <QUrlQuery>

#include <vector>

namespace Frontdesk::Queue {

/// What somebody typed into the search: the beginning of a word of a name or of a kind of request, digits of a number or of
/// a task's own number, or a day as the reader writes days, with or without the year.
class TaskQuery {
public:
    TaskQuery() = default;
    /// `kinds`: request types with the names the reader knows them by.
    TaskQuery(const QString &text, const QHash<QString, QString> &kinds);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool matches(const TaskRow &row) const;
    /// What the service is asked to find the same among all tasks there ever were; each question on its own. None: too
    /// little was typed for that.
    [[nodiscard]] std::vector<QUrlQuery> questions() const;

private:
    QString m_text;
    QString m_digits;
    QDate m_day; ///< Not valid: no day was typed.
    QStringList m_kinds;
};

} // namespace Frontdesk::Queue
