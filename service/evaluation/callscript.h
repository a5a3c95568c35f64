#pragma once

#include "shared/core/result.h"
#include "shared/model/slots.h"

#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Frontdesk::Evaluation {

/// What a scripted caller says, and on which question.
struct ScriptTurn {
    int number = 0;
    QStringList on; ///< Names of assistant questions: `opening`, `ask_name`, `confirm`, `any`, ...
    QString text;   ///< Empty: silence.
    double confidence = 1.0;
    double audioQuality = 1.0;
    bool interrupts = false;
    double silenceSeconds = 0; ///< Before the words.
    double atSeconds = 0;      ///< Since the call began; the call's clock.
};

/// A task the call must leave; more slots than these are fine.
struct ExpectedTask {
    QStringList requestTypes; ///< Any of them.
    std::map<SlotName, QString> slotValues;
    QStringList dateAlsoOk;
};

struct ExpectedOutcome {
    QString outcome; ///< completed, partial, escalated, emergency_escalated, failover, no_task
    QString reason;  ///< Of the escalation, or of the ending of a call without a task; empty: not held.
    int byTurn = 0;  ///< 0: any turn.
    int notBeforeTurn = 0;
    std::vector<ExpectedTask> tasks;
    QStringList alsoOk; ///< `outcome` or `outcome:reason`.
    QStringList must;
    QStringList mustNot;
};

/// One whole call: who calls, what they say, what should come of it. The form is described with the data.
struct CallScript {
    QString id;
    QString edgeCase;
    QDateTime startedAt; ///< UTC.
    QString timeZone;
    QString callerNumber;
    QString faultyPart; ///< What breaks; empty: nothing.
    int faultAtTurn = 0;
    std::vector<ScriptTurn> turns;
    ExpectedOutcome expected;
    QJsonObject clinic; ///< Fields of the clinic's profile that this call needs; usually empty.
};

/// Reads one JSON object a line; the error names the line.
[[nodiscard]] Result<std::vector<CallScript>> readCallScripts(const QByteArray &jsonLines);

} // namespace Frontdesk::Evaluation
