#include "service/reception/phoneanswers.h"

#include "service/reception/transfer.h"
#include "service/reception/whisper.h"

namespace Frontdesk::Reception {

namespace {

using Telephony::TwiML;

/// How long staff's phone rings before the caller hears that nobody can answer: about six rings.
constexpr std::chrono::seconds RingTime{30};

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
        answer.say(emergencyGuidance());
    }
    if (!isEmergency(call)) {
        answer.play(url(HoldMusicPath));
    }
    Telephony::DialOptions dial = dialling(lineFor(call.clinic, utcNow));
    if (!isEmergency(call)) {
        dial.numbers.front().whisperUrl = url(WhisperPath) + QStringLiteral("?reason=") + call.escalationReason;
    }
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
    if (isEmergency(call)) {
        answer.say(QStringLiteral("I'm sorry, nobody at the clinic could answer. ") + emergencyGuidance());
    } else {
        answer.say(QStringLiteral("I'm sorry, nobody at the clinic could answer just now. I've left them a message, "
                                  "and our staff will call you back. ") +
                   emergencyGuidance());
    }
    return answer.hangUp().document();
}

Result<QByteArray> PhoneAnswers::whisper(const QString &escalationReason) const
{
    const Telephony::GatherOptions question{
        QStringLiteral("Call from your assistant. %1 %2").arg(spokenReason(escalationReason), keyQuestion()),
        url(WhisperKeyPath)};
    return TwiML().gather(question).gather(question).hangUp().document();
}

Result<QByteArray> PhoneAnswers::whisperAnswered(const QString &keys) const
{
    // What ends without another verb joins the two.
    return keys == QLatin1String(Transfer::AcceptKey) ? nothing() : hangUp();
}

QString PhoneAnswers::lineFor(const ClinicProfile &clinic, const QDateTime &utcNow)
{
    return !clinic.onCallLine.isEmpty() && !clinic.isOpenAt(utcNow) ? clinic.onCallLine : clinic.line;
}

Result<QByteArray> PhoneAnswers::unknownNumber() const
{
    return TwiML()
        .say(QStringLiteral("We're sorry, this number is not in service. ") + emergencyGuidance())
        .hangUp()
        .document();
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
