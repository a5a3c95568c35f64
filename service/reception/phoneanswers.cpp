#include "service/reception/phoneanswers.h"

#include "shared/model/escalation.h"

namespace Frontdesk::Reception {

namespace {

using Telephony::TwiML;

/// How long staff's phone rings before the caller hears that nobody can answer: about six rings.
constexpr std::chrono::seconds RingTime{30};

QString guidance()
{
    return QStringLiteral("If this is a medical emergency, please hang up and dial 911.");
}

bool emergency(const LiveCall &call)
{
    const auto reason = escalationReasonFromName(call.escalationReason);
    return reason && isEmergency(*reason);
}

QString spokenReason(const QString &escalationReason)
{
    const auto reason = escalationReasonFromName(escalationReason);
    if (!reason) {
        return QStringLiteral("The assistant could not go on.");
    }
    if (isEmergency(*reason)) {
        return QStringLiteral("Possible emergency. The caller was told to dial 911.");
    }
    switch (*reason) {
    case EscalationReason::Medication:
        return QStringLiteral("About a medication or prescription.");
    case EscalationReason::TestResults:
        return QStringLiteral("About test results.");
    case EscalationReason::MedicalAdvice:
        return QStringLiteral("A medical question.");
    case EscalationReason::HumanRequest:
        return QStringLiteral("The caller asked for a person.");
    case EscalationReason::Distress:
        return QStringLiteral("The caller is upset.");
    case EscalationReason::Angry:
    case EscalationReason::Abusive:
        return QStringLiteral("The caller is angry.");
    case EscalationReason::Language:
        return QStringLiteral("The caller speaks another language.");
    case EscalationReason::Confused:
        return QStringLiteral("The caller seems confused.");
    default:
        return QStringLiteral("The assistant could not understand the caller well enough.");
    }
}

} // namespace

PhoneAnswers::PhoneAnswers(PhoneAddresses addresses)
    : m_addresses(std::move(addresses))
{}

Result<QByteArray> PhoneAnswers::connectAssistant(const LiveCall &call, const QString &streamToken) const
{
    Telephony::StreamOptions stream;
    stream.url = m_addresses.streamBase + QLatin1String(MediaPath);
    stream.parameters = {{QLatin1String(TokenParameter), streamToken}};
    stream.actionUrl = url(StreamEndedPath);
    return TwiML().connectStream(stream).dial(dialling(call.clinic.line)).document();
}

Result<QByteArray> PhoneAnswers::ringClinic(const LiveCall &call, const QDateTime &utcNow) const
{
    TwiML answer;
    if (call.guidanceOwed) {
        answer.say(guidance());
    }
    if (!emergency(call)) {
        answer.play(url(HoldMusicPath));
    }
    const bool afterHours = !call.clinic.onCallLine.isEmpty() && !call.clinic.isOpenAt(utcNow);
    Telephony::DialOptions dial = dialling(afterHours ? call.clinic.onCallLine : call.clinic.line);
    dial.numbers.front().whisperUrl = url(WhisperPath) + QStringLiteral("?reason=") + call.escalationReason;
    dial.actionUrl = url(TransferEndedPath);
    return answer.dial(dial).document();
}

Result<QByteArray> PhoneAnswers::ringLine(const QString &line) const
{
    return TwiML().dial(dialling(line)).document();
}

Result<QByteArray> PhoneAnswers::nobodyAnswered(const LiveCall &call) const
{
    TwiML answer;
    if (emergency(call)) {
        answer.say(QStringLiteral("I'm sorry, nobody at the clinic could answer. ") + guidance());
    } else {
        answer.say(QStringLiteral("I'm sorry, nobody at the clinic could answer just now. I've left them a message, "
                                  "and our staff will call you back. ") +
                   guidance());
    }
    return answer.hangUp().document();
}

Result<QByteArray> PhoneAnswers::whisper(const QString &escalationReason) const
{
    return TwiML().say(QStringLiteral("Call from your assistant. ") + spokenReason(escalationReason)).document();
}

Result<QByteArray> PhoneAnswers::unknownNumber() const
{
    return TwiML().say(QStringLiteral("We're sorry, this number is not in service. ") + guidance()).hangUp().document();
}

Result<QByteArray> PhoneAnswers::hangUp() const
{
    return TwiML().hangUp().document();
}

Result<QByteArray> PhoneAnswers::nothing() const
{
    return TwiML().document();
}

Telephony::DialOptions PhoneAnswers::dialling(const QString &line) const
{
    Telephony::DialOptions options;
    options.numbers = {{line, {}}};
    options.timeout = RingTime;
    return options;
}

QString PhoneAnswers::url(const char *path) const
{
    return m_addresses.httpBase + QLatin1String(path);
}

} // namespace Frontdesk::Reception
