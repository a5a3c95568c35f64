#pragma once

#include "tools/callsim/callfacts.h"
#include "tools/callsim/expectation.h"

#include <QJsonObject>

namespace Frontdesk::CallSim {

/// A call and what the script's expectations make of it.
struct JudgedCall {
    CallFacts facts;
    std::vector<Verdict> verdicts;

    [[nodiscard]] bool passed() const;
};

/// One line of the conversation: time, who, what.
[[nodiscard]] QString printed(const JournalEntry &entry);

/// The conversation as the service recorded it, with times; empty without records.
[[nodiscard]] QString printedTranscript(const CallFacts &facts);

/// Timings, warnings and verdicts of one call, for people.
[[nodiscard]] QString printedSummary(const JudgedCall &call);

/// Timings over all calls.
[[nodiscard]] QString printedTotals(const std::vector<JudgedCall> &calls);

[[nodiscard]] QJsonObject toJson(const JudgedCall &call);

/// `SCRIPT-CALLSID.wav` in `folder`: the caller left, what the caller heard right.
[[nodiscard]] Result<void> writeRecording(const CallFacts &facts, const QString &folder);

} // namespace Frontdesk::CallSim
