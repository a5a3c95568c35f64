#include "service/reception/transferanswers.h"

#include "service/reception/phoneanswers.h"
#include "service/reception/whisper.h"

namespace Frontdesk::Reception {

using Telephony::TwiML;

namespace {

/// Names the room of a call; nothing about a person is in it.
QString roomOf(const LiveCall &call)
{
    return QStringLiteral("frontdesk-%1-%2").arg(call.record.id.text()).arg(call.transfers);
}

} // namespace

TransferAnswers::TransferAnswers(QString httpBase)
    : m_base(std::move(httpBase))
{}

QString TransferAnswers::address(const char *path, const LiveCall &call) const
{
    return QStringLiteral("%1%2?%3=%4&%5=%6")
        .arg(m_base, QLatin1String(path), QLatin1String(CallKey), call.record.networkCallId, QLatin1String(AttemptKey))
        .arg(call.transfers);
}

Result<QByteArray> TransferAnswers::hold() const
{
    return TwiML().play(address(MusicPath)).redirect(address(HoldPath)).document();
}

Result<QByteArray> TransferAnswers::join(const LiveCall &call) const
{
    Telephony::ConferenceOptions room;
    room.name = roomOf(call);
    room.waitUrl = address(AlonePath);
    room.statusCallback = address(RoomPath, call);
    room.actionUrl = address(PhoneAnswers::TransferEndedPath);
    return TwiML().conference(room).document();
}

Result<QByteArray> TransferAnswers::alone(bool somebodyComes) const
{
    if (somebodyComes) {
        return TwiML().play(address(MusicPath)).redirect(address(AlonePath)).document();
    }
    return TwiML()
        .say(QStringLiteral("I'm sorry, nobody at the clinic could take your call. I've left them a message. ") +
             emergencyGuidance())
        .redirect(address(AlonePath))
        .document();
}

Result<QByteArray> TransferAnswers::announce(const LiveCall &call) const
{
    const Telephony::GatherOptions question{
        QStringLiteral("Call from the assistant of %1. %2 %3")
            .arg(call.clinic.name, spokenReason(call.escalationReason), keyQuestion()),
        address(StaffKeyPath, call)};
    return TwiML().gather(question).gather(question).redirect(address(StaffKeyPath, call)).document();
}

Result<QByteArray> TransferAnswers::connectStaff(const LiveCall &call) const
{
    Telephony::ConferenceOptions room;
    room.name = roomOf(call);
    room.waitUrl = address(AlonePath);
    room.endsForAll = true;
    const QString who = call.callerName.isEmpty() ? QStringLiteral("the caller") : call.callerName;
    return TwiML().say(QStringLiteral("Connecting you with %1.").arg(who)).conference(room).document();
}

Result<QByteArray> TransferAnswers::tooLate() const
{
    return TwiML()
        .say(QStringLiteral("Call from your assistant. The caller is no longer waiting. "
                            "You find what they wanted in Frontdesk."))
        .hangUp()
        .document();
}

Result<QByteArray> TransferAnswers::goodbye() const
{
    return TwiML().hangUp().document();
}

} // namespace Frontdesk::Reception
