#include "service/evaluation/slotcomparison.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <cstdlib>

namespace Frontdesk::Evaluation {
namespace {

/// Days by which an open end may differ, and a date the caller gave only roughly.
constexpr qint64 kOpenEndDays = 1;
constexpr qint64 kRoughDays = 3;

/// Share of common content words (harmonic mean of both directions) from which two reasons are the same.
constexpr double kSameReason = 0.5;

QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text.toLower()) {
        result += c.isLetterOrNumber() || c == QLatin1Char('|') ? c : c == QLatin1Char('\'') ? QChar() : QChar(u' ');
    }
    return result.remove(QChar()).simplified();
}

QSet<QString> parts(const QString &value, QLatin1Char separator)
{
    const QStringList list = value.split(separator, Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

bool near(const QString &a, const QString &b, qint64 days)
{
    const QDate x = QDate::fromString(a, Qt::ISODate);
    const QDate y = QDate::fromString(b, Qt::ISODate);
    return a == b || (x.isValid() && y.isValid() && std::abs(x.daysTo(y)) <= days);
}

bool sameDateSpan(const QString &expected, const QString &value, bool rough)
{
    const QString from = expected.section(QLatin1Char('/'), 0, 0);
    const QString to = expected.section(QLatin1Char('/'), -1);
    const QString readFrom = value.section(QLatin1Char('/'), 0, 0);
    const QString readTo = value.section(QLatin1Char('/'), -1);
    const bool open = expected.contains(QLatin1String("..")) && value.contains(QLatin1String(".."));
    const qint64 days = rough ? kRoughDays : open ? kOpenEndDays : 0;
    return near(from, readFrom, days) && near(to, readTo, days);
}

bool sameDates(const QString &expected, const QString &value, bool rough)
{
    QStringList wanted = expected.split(QLatin1Char('|'));
    QStringList read = value.split(QLatin1Char('|'));
    std::sort(wanted.begin(), wanted.end());
    std::sort(read.begin(), read.end());
    return std::equal(wanted.begin(), wanted.end(), read.begin(), read.end(),
                      [&](const QString &a, const QString &b) { return sameDateSpan(a, b, rough); });
}

bool sameReason(const QString &expected, const QString &value)
{
    const QStringList wanted = contentWords(expected);
    const QStringList read = contentWords(value);
    const auto common =
        std::count_if(wanted.begin(), wanted.end(), [&](const QString &word) { return read.contains(word); });
    const double words = static_cast<double>(wanted.size() + read.size());
    return common > 0 && 2.0 * static_cast<double>(common) / words >= kSameReason;
}

/// The set's own labels are practice names with titles ("Dr. Malini Nijagal, MD"); ours is the surname.
bool samePartlyLabelledProvider(const QString &expected, const QString &value)
{
    const QSet<QString> labelled = parts(plain(expected), QLatin1Char(' '));
    const QSet<QString> read = parts(plain(value), QLatin1Char(' '));
    return !read.isEmpty() && labelled.contains(read);
}

} // namespace

QStringList contentWords(const QString &text)
{
    static const QSet<QString> empty = {
        QStringLiteral("a"),   QStringLiteral("an"),   QStringLiteral("the"),  QStringLiteral("my"),
        QStringLiteral("his"), QStringLiteral("her"),  QStringLiteral("for"),  QStringLiteral("of"),
        QStringLiteral("on"),  QStringLiteral("in"),   QStringLiteral("to"),   QStringLiteral("and"),
        QStringLiteral("is"),  QStringLiteral("s"),    QStringLiteral("been"), QStringLiteral("with"),
        QStringLiteral("has"), QStringLiteral("have"), QStringLiteral("some"), QStringLiteral("are"),
        QStringLiteral("at"),  QStringLiteral("from"), QStringLiteral("me"),   QStringLiteral("up"),
        QStringLiteral("it")};
    QString words = plain(text);
    words.replace(QLatin1String("check up"), QLatin1String("checkup"))
        .replace(QLatin1String("follow up"), QLatin1String("followup"));
    QStringList result;
    for (QString word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (empty.contains(word)) {
            continue;
        }
        for (const char *ending : {"ing", "es", "ed", "s", "y"}) {
            const QLatin1String suffix(ending);
            if (word.size() > suffix.size() + 2 && word.endsWith(suffix)) {
                word.chop(suffix.size());
                break;
            }
        }
        result.append(word);
    }
    result.removeDuplicates();
    return result;
}

bool sameSlot(const SlotItem &item, SlotName name, const QString &value)
{
    const QString expected = item.labels.at(name);
    switch (name) {
    case SlotName::PreferredDate: {
        const QStringList allowed = QStringList{expected} + item.dateAlsoOk;
        return std::any_of(allowed.begin(), allowed.end(),
                           [&](const QString &date) { return sameDates(date, value, item.dateApproximate); });
    }
    case SlotName::Reason:
        return sameReason(expected, value);
    case SlotName::PreferredDays:
        return parts(expected, QLatin1Char(',')) == parts(value, QLatin1Char(','));
    case SlotName::PreferredTime:
        return parts(expected, QLatin1Char('|')) == parts(value, QLatin1Char('|'));
    case SlotName::ProviderName:
        if (item.partlyLabelled) {
            return samePartlyLabelledProvider(expected, value);
        }
        return value.startsWith(QLatin1Char('!')) == expected.startsWith(QLatin1Char('!')) &&
               plain(value) == plain(expected);
    case SlotName::PatientName:
    case SlotName::CallerName:
    case SlotName::Insurance:
        return plain(value) == plain(expected);
    default:
        return value == expected;
    }
}

} // namespace Frontdesk::Evaluation
