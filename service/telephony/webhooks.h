#pragma once

#include "service/telephony/twilioform.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace Frontdesk::Telephony {

enum class CallStatus { Queued, Initiated, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled };
/// Nobody is on that call any more, or ever was.
[[nodiscard]] bool isOver(CallStatus status);

enum class CallDirection { Inbound, OutboundApi, OutboundDial };

/// How far the caller's carrier vouches for the number (STIR/SHAKEN). Anything unknown counts as unverified.
enum class CallerAttestation { Unverified, Gateway, Partial, Full };

/// What every call webhook carries.
struct CallReference {
    QString callSid;    ///< CA and 32 hex digits.
    QString accountSid; ///< AC and 32 hex digits.
    CallStatus status = CallStatus::Ringing;
    CallDirection direction = CallDirection::Inbound;
    QString from; ///< E.164; empty when withheld or not a phone number.
    QString to;   ///< E.164 or a client/sip address.
};

/// A call arrives (or its number's fallback is asked: then `errorCode` says why).
struct VoiceWebhook {
    CallReference call;
    QString forwardedFrom; ///< E.164 or empty.
    CallerAttestation attestation = CallerAttestation::Unverified;
    int errorCode = 0;

    [[nodiscard]] static Result<VoiceWebhook> parse(const TwilioForm &form);
};

/// The action of <Connect>: the media stream is over, what next? Only the standard parameters are promised.
struct StreamEnded {
    CallReference call;

    [[nodiscard]] static Result<StreamEnded> parse(const TwilioForm &form);
};

enum class DialOutcome { Completed, Answered, Busy, NoAnswer, Failed, Canceled };

/// The action of <Dial>: how the transfer went.
struct DialEnded {
    CallReference call;
    DialOutcome outcome = DialOutcome::Failed;
    QString dialledCallSid; ///< Empty when nobody was reached.
    std::chrono::seconds talked{0};
    std::optional<bool> bridged; ///< Whether the two were joined; nothing: not told.

    /// True when the caller and the dialled person were joined: somebody who answers and then declines was not.
    [[nodiscard]] bool reachedSomebody() const;

    /// Why nobody was reached, in a few words.
    [[nodiscard]] QString reason() const;

    [[nodiscard]] static Result<DialEnded> parse(const TwilioForm &form);
};

/// A call's progress. Arrives in any order: `sequence` tells the true one.
struct StatusCallback {
    CallReference call;
    int sequence = 0;
    std::chrono::seconds duration{0}; ///< Only when completed.
    QDateTime at;                     ///< UTC; invalid when Twilio did not say.

    [[nodiscard]] static Result<StatusCallback> parse(const TwilioForm &form);
};

/// CA, AC, MZ.. and 32 lower-case hex digits.
[[nodiscard]] bool isSid(QStringView text, QLatin1String prefix);

} // namespace Frontdesk::Telephony
