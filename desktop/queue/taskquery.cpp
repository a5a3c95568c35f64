#include "desktop/queue/taskquery.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

namespace {

constexpr qsizetype FewestLetters = 2;

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

bool beginsAWord(const QString &text, const QString &beginning)
{
    const int at = text.indexOf(beginning, 0, Qt::CaseInsensitive);
    return at == 0 || (at > 0 && text.contains(u' ' + beginning, Qt::CaseInsensitive));
}

QString momentOf(const QDate &day)
{
    return day.startOfDay().toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

TaskQuery::TaskQuery(const QString &text, const QHash<QString, QString> &kinds)
    : m_text(text.simplified())
    , m_day(dayFrom(m_text))
{
    std::copy_if(m_text.begin(), m_text.end(), std::back_inserter(m_digits), [](QChar c) { return c.isDigit(); });
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        if (m_text.size() > FewestLetters && beginsAWord(kind.value(), m_text))
            m_kinds << kind.key();
    }
    m_kinds.sort();
}

bool TaskQuery::matches(const TaskRow &row) const
{
    if (m_day.isValid())
        return row.createdAt.toLocalTime().date() == m_day;
    if (!m_digits.isEmpty() && (row.callbackNumber.contains(m_digits) || row.number.endsWith(m_digits)))
        return true;
    return row.number.contains(m_text, Qt::CaseInsensitive) || beginsAWord(row.patientName, m_text) ||
           m_kinds.contains(row.requestType);
}

std::vector<QUrlQuery> TaskQuery::questions() const
{
    if (m_day.isValid())
        return {{{u"from"_s, momentOf(m_day)}, {u"to"_s, momentOf(m_day.addDays(1))}}};
    std::vector<QUrlQuery> questions;
    if (m_text.size() >= FewestLetters)
        questions.push_back({{u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_text))}});
    for (const auto &kind : m_kinds)
        questions.push_back({{u"type"_s, kind}});
    return questions;
}

} // namespace Frontdesk::Queue
