#pragma once

#include "shared/core/clock.h"
#include "shared/core/id.h"

#include <QString>

#include <optional>
#include <vector>

namespace Frontdesk {

/// Where a call stands, as the database knows it. Decides what the phone network is told when the media stream ends
/// for any reason.
enum class CallPhase {
    Ringing,     ///< Webhook answered, no media yet.
    Conversing,  ///< The assistant is talking with the caller.
    Escalating,  ///< Decided to hand over; the caller is, or is about to be, connected to people.
    Transferred, ///< The phone network is ringing, or has reached, the clinic's line.
    Finished,    ///< The conversation came to its end, or the caller hung up.
    Abandoned,   ///< Found unfinished after a restart and closed.
};

[[nodiscard]] QString callPhaseName(CallPhase phase);
[[nodiscard]] std::optional<CallPhase> callPhaseFromName(QStringView name);

struct CallRecord {
    CallId id;
    ClinicId clinicId;
    QString networkCallId; ///< The phone network's id (Twilio CallSid).
    QString callerNumber;  ///< E.164, or empty when withheld; patient data.
    CallPhase phase = CallPhase::Ringing;
    /// completed, escalated, emergency_escalated, caller_hung_up, no_task, failover, unanswered (handed over, and nobody
    /// took the call); empty while running.
    QString outcome;
    QDateTime startedAt; ///< UTC.
    QDateTime endedAt;   ///< UTC; invalid while running.
};

enum class Speaker { Caller, Assistant };

[[nodiscard]] QString speakerName(Speaker speaker);
[[nodiscard]] std::optional<Speaker> speakerFromName(QStringView name);

struct SpokenWord {
    QString text;
    double confidence = 1.0; ///< 0 to 1; 1 for our own words.
    Milliseconds start{0};   ///< From the start of the stream.
    Milliseconds end{0};
};

/// One turn of the conversation as it is kept.
struct TurnRecord {
    CallId callId;
    int number = 0; ///< Counts both speakers' turns from 1.
    Speaker speaker = Speaker::Caller;
    QString text;                  ///< What was said or, for the assistant, meant to be said; patient data.
    QString heardText;             ///< Assistant: the part the caller really heard. Caller: same as text.
    double confidence = 1.0;       ///< Caller: mean word confidence.
    double audioQuality = 1.0;     ///< Caller: 0 to 1.
    std::vector<SpokenWord> words; ///< Caller only.
    Milliseconds start{0};         ///< From the start of the stream.
    Milliseconds end{0};
    QDateTime at; ///< UTC.
};

} // namespace Frontdesk
