#include "shared/model/openinghours.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace Frontdesk {

namespace {

const QStringList &dayNames()
{
    static const QStringList names{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                   QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                   QStringLiteral("sun")};
    return names;
}

Error cannotRead(const QString &part)
{
    return {ErrorCode::InvalidInput,
            QStringLiteral("Opening hours: cannot read \"%1\"; write for example \"mon-fri 08:00-17:00; sat "
                           "09:00-12:00\".")
                .arg(part)};
}

std::optional<TimeRange> parseRange(const QString &text)
{
    const QStringList ends = text.split(QLatin1Char('-'));
    if (ends.size() != 2) {
        return std::nullopt;
    }
    const QTime from = QTime::fromString(ends[0].trimmed(), QStringLiteral("H:mm"));
    const QTime to = QTime::fromString(ends[1].trimmed(), QStringLiteral("H:mm"));
    if (!from.isValid() || !to.isValid() || to <= from) {
        return std::nullopt;
    }
    return TimeRange{from, to};
}

} // namespace

std::vector<TimeRange> OpeningHours::on(QDate date) const
{
    if (const auto holiday = holidays.find(date); holiday != holidays.end()) {
        return holiday->second.hours;
    }
    return weekly[static_cast<size_t>(date.dayOfWeek() - 1)];
}

bool OpeningHours::isOpenAt(QDate date, QTime time) const
{
    const auto ranges = on(date);
    return std::any_of(ranges.begin(), ranges.end(),
                       [time](const TimeRange &range) { return time >= range.from && time < range.to; });
}

std::optional<QDateTime> OpeningHours::nextOpening(const QDateTime &local) const
{
    for (int day = 0; day <= 366; ++day) {
        const QDate date = local.date().addDays(day);
        for (const TimeRange &range : on(date)) {
            if (day > 0 || local.time() < range.from) {
                return QDateTime(date, range.from, local.timeZone());
            }
            if (local.time() < range.to) {
                return local;
            }
        }
    }
    return std::nullopt;
}

Result<OpeningHours> OpeningHours::parse(const QString &text)
{
    OpeningHours hours;
    const QStringList parts = text.toLower().split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &rawPart : parts) {
        const QString part = rawPart.trimmed();
        const qsizetype gap = part.indexOf(QLatin1Char(' '));
        const QStringList days = part.left(gap).split(QLatin1Char('-'));
        const qsizetype first = dayNames().indexOf(days.first().left(3));
        const qsizetype last = dayNames().indexOf(days.last().left(3));
        if (gap < 0 || days.size() > 2 || first < 0 || last < first) {
            return cannotRead(part);
        }
        std::vector<TimeRange> ranges;
        if (const QString times = part.mid(gap + 1).trimmed(); times != QLatin1String("closed")) {
            for (const QString &rangeText : times.split(QLatin1Char(','))) {
                const auto range = parseRange(rangeText.trimmed());
                if (!range) {
                    return cannotRead(part);
                }
                ranges.push_back(*range);
            }
        }
        std::sort(ranges.begin(), ranges.end(), [](const TimeRange &a, const TimeRange &b) { return a.from < b.from; });
        for (qsizetype day = first; day <= last; ++day) {
            hours.weekly[static_cast<size_t>(day)] = ranges;
        }
    }
    return hours;
}

QString OpeningHours::toText() const
{
    QStringList parts;
    for (size_t first = 0; first < weekly.size();) {
        size_t last = first;
        while (last + 1 < weekly.size() && weekly[last + 1] == weekly[first]) {
            ++last;
        }
        if (!weekly[first].empty()) {
            QStringList ranges;
            for (const TimeRange &range : weekly[first]) {
                ranges << range.from.toString(QStringLiteral("HH:mm")) + QLatin1Char('-') +
                              range.to.toString(QStringLiteral("HH:mm"));
            }
            QString days = dayNames()[static_cast<qsizetype>(first)];
            if (last > first) {
                days += QLatin1Char('-') + dayNames()[static_cast<qsizetype>(last)];
            }
            parts << days + QLatin1Char(' ') + ranges.join(QLatin1Char(','));
        }
        first = last + 1;
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace Frontdesk
