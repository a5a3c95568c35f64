#include "service/dialogue/internal/spokenvalues.h"

#include <QLocale>
#include <QRegularExpression>

namespace Frontdesk::Dialogue {

namespace {

QString english(QDate date, const char *format)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, QLatin1String(format));
}

QString ordinal(int day)
{
    const bool teen = day % 100 >= 11 && day % 100 <= 13;
    const char *ending = teen ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
    return QString::number(day) + QLatin1String(ending);
}

QDate mondayOf(QDate date)
{
    return date.addDays(1 - date.dayOfWeek());
}

QString spokenDatePart(const QString &value, QDate today)
{
    const QStringList ends = value.split(QLatin1Char('/'));
    if (ends.size() != 2) {
        const QDate date = QDate::fromString(value, Qt::ISODate);
        return date.isValid() ? spokenDate(date, today) : QString();
    }
    const QDate from = QDate::fromString(ends[0], Qt::ISODate);
    const QDate to = QDate::fromString(ends[1], Qt::ISODate);
    if (!from.isValid() && !to.isValid()) {
        return {};
    }
    if (!to.isValid()) {
        return from <= today ? QStringLiteral("as soon as possible")
                             : QStringLiteral("from ") + spokenDate(from, today) + QStringLiteral(" on");
    }
    if (!from.isValid()) {
        return QStringLiteral("by ") + spokenDate(to, today);
    }
    if (from.dayOfWeek() == Qt::Monday && from.daysTo(to) >= 4 && from.daysTo(to) <= 6) {
        const qint64 weeks = mondayOf(today).daysTo(from) / 7;
        return weeks == 0   ? QStringLiteral("this week")
               : weeks == 1 ? QStringLiteral("next week")
                            : QStringLiteral("the week of ") + english(from, "MMMM ") + ordinal(from.day());
    }
    return QStringLiteral("between ") + spokenDate(from, today) + QStringLiteral(" and ") + spokenDate(to, today);
}

QString spokenDays(const QString &value)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("MO"), QStringLiteral("Monday")},    {QStringLiteral("TU"), QStringLiteral("Tuesday")},
        {QStringLiteral("WE"), QStringLiteral("Wednesday")}, {QStringLiteral("TH"), QStringLiteral("Thursday")},
        {QStringLiteral("FR"), QStringLiteral("Friday")},    {QStringLiteral("SA"), QStringLiteral("Saturday")},
        {QStringLiteral("SU"), QStringLiteral("Sunday")}};
    QStringList wanted;
    QStringList unwanted;
    for (const QString &day : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = names.value(day.right(2));
        if (!name.isEmpty()) {
            (day.startsWith(QLatin1Char('!')) ? unwanted : wanted) << name;
        }
    }
    if (!wanted.isEmpty()) {
        return QStringLiteral("on a ") + wanted.join(QStringLiteral(" or "));
    }
    return unwanted.isEmpty() ? QString() : QStringLiteral("but not on ") + unwanted.join(QStringLiteral(" or "));
}

QString spokenPartOfDay(const QString &value, bool directlyAfterDay)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("morning"), QStringLiteral("in the morning")},
        {QStringLiteral("early_morning"), QStringLiteral("early in the morning")},
        {QStringLiteral("late_morning"), QStringLiteral("late in the morning")},
        {QStringLiteral("midday"), QStringLiteral("around noon")},
        {QStringLiteral("afternoon"), QStringLiteral("in the afternoon")},
        {QStringLiteral("early_afternoon"), QStringLiteral("early in the afternoon")},
        {QStringLiteral("late_afternoon"), QStringLiteral("late in the afternoon")},
        {QStringLiteral("evening"), QStringLiteral("in the evening")},
        {QStringLiteral("end_of_day"), QStringLiteral("at the end of the day")}};
    if (directlyAfterDay && (value == QLatin1String("morning") || value == QLatin1String("afternoon") ||
                             value == QLatin1String("evening"))) {
        return value;
    }
    return names.value(value);
}

QString spokenTimePart(const QString &value, bool directlyAfterDay)
{
    if (value == QLatin1String("any")) {
        return {};
    }
    const auto clock = [](const QString &text) { return QTime::fromString(text, QStringLiteral("HH:mm")); };
    if (const QTime exact = clock(value); exact.isValid()) {
        return QStringLiteral("at ") + spokenTime(exact);
    }
    const QStringList ends = value.split(QLatin1Char('-'));
    if (ends.size() == 2) {
        const QTime from = clock(ends[0]);
        const QTime to = clock(ends[1]);
        if (from.isValid() && to.isValid()) {
            return QStringLiteral("between ") + spokenTime(from) + QStringLiteral(" and ") + spokenTime(to);
        }
        return from.isValid() ? QStringLiteral("from ") + spokenTime(from)
               : to.isValid() ? QStringLiteral("before ") + spokenTime(to)
                              : QString();
    }
    return spokenPartOfDay(value, directlyAfterDay);
}

QString alternatives(const QString &value, const std::function<QString(const QString &)> &speak)
{
    QStringList spoken;
    for (const QString &one : value.split(QLatin1Char('|'), Qt::SkipEmptyParts)) {
        if (const QString words = speak(one); !words.isEmpty()) {
            spoken << words;
        }
    }
    return spoken.join(QStringLiteral(" or "));
}

QString valueOf(const SlotMap &slotValues, SlotName name)
{
    const auto found = slotValues.find(name);
    return found == slotValues.end() ? QString() : found->second.value;
}

} // namespace

QString spokenDate(QDate date, QDate today)
{
    const qint64 days = today.daysTo(date);
    if (days == 0) {
        return QStringLiteral("today");
    }
    if (days == 1) {
        return QStringLiteral("tomorrow");
    }
    const qint64 weeks = mondayOf(today).daysTo(mondayOf(date)) / 7;
    if (days > 1 && weeks == 0) {
        return QStringLiteral("this ") + english(date, "dddd");
    }
    if (weeks == 1) {
        return QStringLiteral("next ") + english(date, "dddd");
    }
    return english(date, "dddd, MMMM ") + ordinal(date.day());
}

QString spokenTime(QTime time)
{
    if (time == QTime(12, 0)) {
        return QStringLiteral("noon");
    }
    return QLocale(QLocale::English, QLocale::UnitedStates)
        .toString(time, time.minute() == 0 ? QStringLiteral("h AP") : QStringLiteral("h:mm AP"));
}

QString spokenRanges(const std::vector<TimeRange> &ranges)
{
    QStringList spoken;
    for (const TimeRange &range : ranges) {
        spoken << spokenTime(range.from) + QStringLiteral(" to ") + spokenTime(range.to);
    }
    return spokenList(spoken);
}

QString spokenMoment(const QDateTime &local, QDate today)
{
    return spokenDate(local.date(), today) + QStringLiteral(" at ") + spokenTime(local.time());
}

QString spokenWhen(const SlotMap &slotValues, QDate today)
{
    const QString dateValue = valueOf(slotValues, SlotName::PreferredDate);
    const QString date = alternatives(dateValue, [&](const QString &one) { return spokenDatePart(one, today); });
    const QString days = spokenDays(valueOf(slotValues, SlotName::PreferredDays));
    const bool simpleDay = !date.isEmpty() && days.isEmpty() && !dateValue.contains(QLatin1Char('/')) &&
                           !date.contains(QLatin1Char(',')) && date != QLatin1String("today");
    const QString time = alternatives(valueOf(slotValues, SlotName::PreferredTime),
                                      [&](const QString &one) { return spokenTimePart(one, simpleDay); });
    QStringList parts{date, days, time};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' ')).replace(QLatin1String("today morning"), QLatin1String("this morning"));
}

QString writtenNumber(const QString &canonical)
{
    const QString extension = canonical.section(QStringLiteral(";ext="), 1);
    QString digits = canonical.section(QLatin1Char(';'), 0, 0);
    if (digits.startsWith(QLatin1String("+1")) && digits.size() == 12) {
        digits = digits.mid(2);
    }
    QString written = digits;
    if (digits.size() == 10) {
        written = digits.left(3) + QLatin1Char('-') + digits.mid(3, 3) + QLatin1Char('-') + digits.mid(6);
    } else if (digits.size() == 7) {
        written = digits.left(3) + QLatin1Char('-') + digits.mid(3);
    }
    return extension.isEmpty() ? written : written + QStringLiteral(", extension ") + extension;
}

QString spokenNumber(const QString &canonical)
{
    static const QStringList names{QStringLiteral("zero"),  QStringLiteral("one"),   QStringLiteral("two"),
                                   QStringLiteral("three"), QStringLiteral("four"),  QStringLiteral("five"),
                                   QStringLiteral("six"),   QStringLiteral("seven"), QStringLiteral("eight"),
                                   QStringLiteral("nine")};
    QStringList groups;
    for (const QString &group : writtenNumber(canonical).split(QRegularExpression(QStringLiteral("-|, ")))) {
        QStringList words;
        for (const QChar c : group.section(QLatin1Char(' '), -1)) {
            if (c.isDigit()) {
                words << names[c.digitValue()];
            }
        }
        const QString prefix = group.startsWith(QLatin1String("extension")) ? QStringLiteral("extension ") : QString();
        groups << prefix + words.join(QLatin1Char(' '));
    }
    return groups.join(QStringLiteral(", "));
}

QString spokenReason(const QString &reason)
{
    static const QRegularExpression ordinaryWords(
        QStringLiteral("\\b(just|regular|routine|normal|usual|my|an?|the)\\b"));
    static const QRegularExpression visit(QStringLiteral(
        "^(?:[\\w'-]+ ){0,3}(check-?ups?|physicals?|exams?|follow-?ups?|follow "
        "up|visits?|shots?|vaccines?|vaccinations?|"
        "consultations?|screenings?|mammograms?|colonoscopy|x-?rays?|ultrasounds?|cleanings?|tests?|pap smear|"
        "blood draw|stitches removal|therapy|wellness check)$"));
    static const QRegularExpression bodyPart(
        QStringLiteral("^(?:left |right |lower |upper "
                       ")?(knees?|back|shoulders?|elbows?|wrists?|hands?|foot|feet|ankles?|hips?|neck|skin|"
                       "eyes?|ears?|nose|throat|stomach|teeth|tooth|toes?|fingers?)$"));
    const QString words = reason.toLower().remove(ordinaryWords).simplified();
    if (bodyPart.match(words).hasMatch()) {
        return QStringLiteral("your ") + words;
    }
    if (!visit.match(words).hasMatch()) {
        return {};
    }
    const bool plural = words.endsWith(QLatin1Char('s')) && !words.endsWith(QLatin1String("ss"));
    const bool uncounted = words.endsWith(QLatin1String("therapy")) || words.endsWith(QLatin1String("removal"));
    const bool vowel = QStringLiteral("aeio").contains(words[0]) || words.startsWith(QLatin1String("x-")) ||
                       words.startsWith(QLatin1String("ultra"));
    return plural || uncounted ? words : (vowel ? QStringLiteral("an ") : QStringLiteral("a ")) + words;
}

QString spokenList(const QStringList &items)
{
    if (items.size() < 2) {
        return items.join(QString());
    }
    return items.mid(0, items.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + items.last();
}

} // namespace Frontdesk::Dialogue
