#pragma once

#include "shared/core/clock.h"
#include "shared/core/id.h"
#include "shared/core/result.h"
#include "shared/model/escalation.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

/// A stretch of time, its end not included. UTC.
struct Period {
    QDateTime from;
    QDateTime to;
};

/// The calls that began within one hour of the clinic's own clock.
struct HourOfCalls {
    QDate date;
    int hour = 0;
    qint64 calls = 0;
    qint64 ended = 0;
    qint64 escalated = 0;           ///< Ended with people on the line.
    qint64 milliseconds = 0;        ///< Of the ended ones together.
    qint64 handledMilliseconds = 0; ///< Of those that ended without people.
};

struct ReasonCount {
    EscalationReason reason = EscalationReason::NotUnderstood;
    qint64 count = 0;
};

/// Ended calls that took at least `from` and less than `to`.
struct DurationCount {
    Milliseconds from{0};
    std::optional<Milliseconds> to{}; ///< Not set: however long.
    qint64 calls = 0;
};

struct TaskFigures {
    qint64 created = 0;
    qint64 completed = 0; ///< Of those created in the period.
    /// From creation to completion: to the minute below two hours, to ten minutes within a day, to the hour beyond.
    std::optional<Milliseconds> medianTime{};
};

/// Counts, made by the database.
class AnalyticsStore {
public:
    virtual ~AnalyticsStore() = default;

    virtual Result<qint64> calls(const ClinicId &clinic, const Period &period) = 0;

    /// Hours of the zone's clock that had calls, in order. When the clock is put back, the hour that comes twice is one.
    virtual Result<std::vector<HourOfCalls>> callsByHour(const ClinicId &clinic, const Period &period,
                                                         const QTimeZone &zone) = 0;
    /// All classes of length, the shortest first, also those without a call. Counts the calls that are kept: erased ones are
    /// not among them.
    virtual Result<std::vector<DurationCount>> callsByDuration(const ClinicId &clinic, const Period &period) = 0;
    /// The most frequent first.
    virtual Result<std::vector<ReasonCount>> escalationsByReason(const ClinicId &clinic, const Period &period) = 0;
    virtual Result<TaskFigures> tasks(const ClinicId &clinic, const Period &period) = 0;
};

} // namespace Frontdesk::Storage
