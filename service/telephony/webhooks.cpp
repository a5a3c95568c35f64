#include "service/telephony/webhooks.h"

#include "shared/core/phonenumber.h"

#include <algorithm>
#include <optional>

namespace Frontdesk::Telephony {

namespace {

Error invalid(const char *what)
{
    return {ErrorCode::InvalidInput,
            QStringLiteral("The webhook's %1 is missing or malformed.").arg(QLatin1String(what))};
}

template <typename Value>
struct Name {
    const char *text;
    Value value;
};

template <typename Value, size_t Size>
std::optional<Value> valueOf(const QString &text, const Name<Value> (&names)[Size])
{
    for (const auto &name : names) {
        if (text == QLatin1String(name.text)) {
            return name.value;
        }
    }
    return {};
}

constexpr Name<CallStatus> StatusNames[] = {
    {"queued", CallStatus::Queued},          {"initiated", CallStatus::Initiated}, {"ringing", CallStatus::Ringing},
    {"in-progress", CallStatus::InProgress}, {"completed", CallStatus::Completed}, {"busy", CallStatus::Busy},
    {"failed", CallStatus::Failed},          {"no-answer", CallStatus::NoAnswer},  {"canceled", CallStatus::Canceled}};

constexpr Name<CallDirection> DirectionNames[] = {{"inbound", CallDirection::Inbound},
                                                  {"outbound-api", CallDirection::OutboundApi},
                                                  {"outbound-dial", CallDirection::OutboundDial}};

constexpr Name<DialOutcome> OutcomeNames[] = {
    {"completed", DialOutcome::Completed}, {"answered", DialOutcome::Answered}, {"busy", DialOutcome::Busy},
    {"no-answer", DialOutcome::NoAnswer},  {"failed", DialOutcome::Failed},     {"canceled", DialOutcome::Canceled}};

QString phoneNumber(const TwilioForm &form, const char *name)
{
    const QString number = form.text(name);
    return isE164(number) ? number : QString();
}

/// A number that Twilio gives only sometimes: 0 when it is absent, nothing when it is no number.
std::optional<int> count(const TwilioForm &form, const char *name)
{
    const QString text = form.text(name);
    if (text.isEmpty()) {
        return 0;
    }
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

CallerAttestation attestationOf(const QString &verstat)
{
    const QString passed = QStringLiteral("TN-Validation-Passed-");
    if (!verstat.startsWith(passed)) {
        return CallerAttestation::Unverified;
    }
    const QString level = verstat.mid(passed.size());
    // A diverted or passed-through call was vouched for on another leg, in the same letters.
    const QString letter = level.section(u'-', 0, 0);
    const QString suffix = level.section(u'-', 1);
    if (!suffix.isEmpty() && suffix != QLatin1String("Diverted") && suffix != QLatin1String("Passthrough")) {
        return CallerAttestation::Unverified;
    }
    if (letter == u'A') {
        return CallerAttestation::Full;
    }
    if (letter == u'B') {
        return CallerAttestation::Partial;
    }
    return letter == u'C' ? CallerAttestation::Gateway : CallerAttestation::Unverified;
}

Result<CallReference> parseCall(const TwilioForm &form)
{
    CallReference call;
    call.callSid = form.text("CallSid");
    if (!isSid(call.callSid, QLatin1String("CA"))) {
        return invalid("CallSid");
    }
    call.accountSid = form.text("AccountSid");
    if (!isSid(call.accountSid, QLatin1String("AC"))) {
        return invalid("AccountSid");
    }
    const auto status = valueOf(form.text("CallStatus"), StatusNames);
    if (!status) {
        return invalid("CallStatus");
    }
    call.status = *status;
    const auto direction = valueOf(form.text("Direction"), DirectionNames);
    if (!direction && form.contains("Direction")) {
        return invalid("Direction");
    }
    call.direction = direction.value_or(CallDirection::Inbound);
    call.from = phoneNumber(form, "From");
    call.to = form.text("To");
    return call;
}

} // namespace

bool isOver(CallStatus status)
{
    switch (status) {
    case CallStatus::Completed:
    case CallStatus::Busy:
    case CallStatus::Failed:
    case CallStatus::NoAnswer:
    case CallStatus::Canceled:
        return true;
    default:
        return false;
    }
}

bool isSid(QStringView text, QLatin1String prefix)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    const QStringView digits = text.mid(prefix.size());
    return text.startsWith(prefix) && digits.size() == 32 && std::all_of(digits.begin(), digits.end(), isHex);
}

Result<VoiceWebhook> VoiceWebhook::parse(const TwilioForm &form)
{
    auto call = parseCall(form);
    if (!call) {
        return call.error();
    }
    if (call->to.isEmpty()) {
        return invalid("To");
    }
    const auto errorCode = count(form, "ErrorCode");
    if (!errorCode) {
        return invalid("ErrorCode");
    }
    return VoiceWebhook{std::move(call).value(), phoneNumber(form, "ForwardedFrom"),
                        attestationOf(form.text("StirVerstat")), *errorCode};
}

Result<StreamEnded> StreamEnded::parse(const TwilioForm &form)
{
    auto call = parseCall(form);
    if (!call) {
        return call.error();
    }
    return StreamEnded{std::move(call).value()};
}

bool DialEnded::reachedSomebody() const
{
    return bridged.value_or(outcome == DialOutcome::Completed || outcome == DialOutcome::Answered);
}

QString DialEnded::reason() const
{
    switch (outcome) {
    case DialOutcome::Busy:
        return QStringLiteral("busy");
    case DialOutcome::NoAnswer:
    case DialOutcome::Canceled:
        return QStringLiteral("no answer");
    case DialOutcome::Failed:
        return QStringLiteral("the line could not be reached");
    case DialOutcome::Completed:
    case DialOutcome::Answered:
        return QStringLiteral("declined or voicemail");
    }
    Q_UNREACHABLE();
}

Result<DialEnded> DialEnded::parse(const TwilioForm &form)
{
    auto call = parseCall(form);
    if (!call) {
        return call.error();
    }
    const auto outcome = valueOf(form.text("DialCallStatus"), OutcomeNames);
    if (!outcome) {
        return invalid("DialCallStatus");
    }
    const QString dialled = form.text("DialCallSid");
    if (!dialled.isEmpty() && !isSid(dialled, QLatin1String("CA"))) {
        return invalid("DialCallSid");
    }
    const auto talked = count(form, "DialCallDuration");
    if (!talked) {
        return invalid("DialCallDuration");
    }
    std::optional<bool> bridged;
    if (form.contains("DialBridged")) {
        bridged = form.text("DialBridged") == QLatin1String("true");
    }
    return DialEnded{std::move(call).value(), *outcome, dialled, std::chrono::seconds(*talked), bridged};
}

Result<StatusCallback> StatusCallback::parse(const TwilioForm &form)
{
    auto call = parseCall(form);
    if (!call) {
        return call.error();
    }
    const auto sequence = count(form, "SequenceNumber");
    if (!sequence) {
        return invalid("SequenceNumber");
    }
    const auto duration = count(form, "CallDuration");
    if (!duration) {
        return invalid("CallDuration");
    }
    const QDateTime at = QDateTime::fromString(form.text("Timestamp"), Qt::RFC2822Date).toUTC();
    return StatusCallback{std::move(call).value(), *sequence, std::chrono::seconds(*duration), at};
}

} // namespace Frontdesk::Telephony
