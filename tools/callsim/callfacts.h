#pragma once

#include "tools/callsim/calljournal.h"
#include "tools/callsim/measurements.h"
#include "tools/callsim/phoneline.h"
#include "tools/callsim/servicerecords.h"

namespace Frontdesk::CallSim {

/// Everything known about a call after it.
struct CallFacts {
    QString script;
    QString callSid;
    QString endedBy; ///< assistant, caller, clinic (the person who was rung) or phone (Twilio gave up).
    QString ending;  ///< In words.
    Milliseconds length{0};
    Milliseconds pickedUpAt{0}; ///< Journal times minus this are the line's times.
    Milliseconds streamAt{0};   ///< Start of the first stream, on the line's clock.
    bool streamed = false;
    bool usedFallback = false;
    int linesLeft = 0;
    QStringList dialled;
    QStringList warnings;
    Measurements measurements;
    std::vector<JournalEntry> journal;
    std::vector<Milliseconds> lateness;
    PhoneLine::Recording recording;
    std::optional<ServiceRecords> records;
    QString recordsProblem; ///< Why there are none, when asked for.
};

} // namespace Frontdesk::CallSim
