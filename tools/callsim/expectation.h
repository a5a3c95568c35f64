#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace Frontdesk::CallSim {

struct CallFacts;

/// A task that must exist after the call. A type or value between slashes is a regular expression, any other must be equal
/// when case is ignored.
struct ExpectedTask {
    QString type;
    QMap<QString, QString> slotValues;
};

/// Words the assistant must have said and the caller heard.
struct ExpectedWords {
    QString contains;  ///< Case is ignored.
    int afterLine = 0; ///< The patient's spoken line (from 1) after whose end the time counts; 0: any time will do.
    std::optional<Milliseconds> within;
};

struct TimeLimit {
    std::optional<Milliseconds> median;
    std::optional<Milliseconds> max;
};

/// What a script demands of its call. Absent parts demand nothing.
struct Expectations {
    std::optional<int> taskCount;
    std::vector<ExpectedTask> tasks;
    std::vector<ExpectedWords> words;
    std::optional<bool> dialled;
    QString dialledNumber;
    QString outcome;
    QString endedBy; ///< `assistant` or `caller`.
    TimeLimit greeting;
    TimeLimit response;
    TimeLimit bargeIn;
    std::optional<Milliseconds> silence; ///< Longest time in which nobody makes a sound.
    QStringList escalations;             ///< Reasons that must have been written down.
    QStringList heard;                   ///< In a turn of the caller as it was written down.
    QStringList neverSaid;               ///< In no turn of the assistant.
    std::optional<int> keepsTalking; ///< How many noises that are no turn must not have stopped the assistant for good.
    bool allLinesSpoken = true;

    /// True when checking needs what the service recorded.
    [[nodiscard]] bool needsRecords() const
    {
        return taskCount || !tasks.empty() || !words.empty() || !outcome.isEmpty() || !escalations.isEmpty() ||
               !heard.isEmpty() || !neverSaid.isEmpty();
    }
};

/// Every time limit times `factor`, for machines that are busy with other things.
[[nodiscard]] Expectations withPatience(Expectations expected, double factor);

/// InvalidInput names the unknown or wrong member.
[[nodiscard]] Result<Expectations> parseExpectations(const QJsonObject &json);

struct Verdict {
    QString what;
    bool met = false;
    QString found; ///< What was there instead, when not met.
};

[[nodiscard]] std::vector<Verdict> judge(const Expectations &expected, const CallFacts &facts);

} // namespace Frontdesk::CallSim
