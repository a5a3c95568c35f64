#include "service/reception/transfer.h"

namespace Frontdesk::Reception {

QString transferFailureName(Transfer::Failure failure)
{
    switch (failure) {
    case Transfer::Failure::None:
        return QStringLiteral("none");
    case Transfer::Failure::NoAnswer:
        return QStringLiteral("no answer");
    case Transfer::Failure::Busy:
        return QStringLiteral("busy");
    case Transfer::Failure::Voicemail:
        return QStringLiteral("voicemail");
    case Transfer::Failure::Declined:
        return QStringLiteral("declined");
    case Transfer::Failure::StaffHungUp:
        return QStringLiteral("the clinic hung up");
    case Transfer::Failure::CallerLeft:
        return QStringLiteral("the caller hung up");
    case Transfer::Failure::TooLate:
        return QStringLiteral("no decision in time");
    }
    Q_UNREACHABLE();
}

Transfer::Transfer(Instant now, Milliseconds ringTime)
    : m_ringTime(ringTime)
    , m_patienceEnds(now + ringTime)
{}

bool Transfer::isOpen() const
{
    switch (m_state) {
    case State::Calling:
    case State::Uncertain:
    case State::Ringing:
    case State::Announcing:
        return true;
    default:
        return false;
    }
}

void Transfer::rings(Instant now)
{
    m_state = State::Ringing;
    m_patienceEnds = now + m_ringTime + RingSlack;
}

Transfer::Orders Transfer::fail(Failure failure)
{
    const bool staffIsThere =
        failure == Failure::Voicemail || failure == Failure::CallerLeft || failure == Failure::TooLate;
    m_state = State::Failed;
    m_failure = failure;
    return {false, staffIsThere};
}

Transfer::Orders Transfer::staffCallMade(Instant now)
{
    if (m_state == State::Calling || m_state == State::Uncertain) {
        rings(now);
        return {};
    }
    return {false, m_state == State::Failed || m_state == State::Direct};
}

Transfer::Orders Transfer::staffCallRefused(Instant now, bool mayRing)
{
    if (m_state != State::Calling) {
        return {};
    }
    m_state = mayRing ? State::Uncertain : State::Direct;
    m_patienceEnds = now + UncertainFor;
    return {!mayRing, false};
}

Transfer::Orders Transfer::staffCallIs(StaffCall is, Instant now)
{
    if (is == StaffCall::Rings || is == StaffCall::Answered) {
        return staffCallMade(now);
    }
    if (m_state == State::Accepted || m_state == State::Joining) {
        const bool callerIsAlone = m_state == State::Joining;
        static_cast<void>(fail(Failure::StaffHungUp));
        return {callerIsAlone, false};
    }
    if (!isOpen()) {
        return {};
    }
    if (m_state == State::Announcing) {
        return fail(Failure::Declined);
    }
    switch (is) {
    case StaffCall::Busy:
        return fail(Failure::Busy);
    case StaffCall::Unreachable:
        m_state = State::Direct;
        return {};
    default:
        return fail(Failure::NoAnswer);
    }
}

bool Transfer::staffAsks(Instant now)
{
    if (!isOpen()) {
        return false;
    }
    if (m_state != State::Announcing) {
        m_state = State::Announcing;
        m_patienceEnds = now + LongestAnnouncement;
    }
    return true;
}

bool Transfer::keyPressed(const QString &keys, Orders &orders)
{
    if (m_state != State::Announcing) {
        return false;
    }
    if (keys != QLatin1String(AcceptKey)) {
        // Who presses nothing may be a machine; whoever it is gets no caller.
        static_cast<void>(fail(keys.isEmpty() ? Failure::Voicemail : Failure::Declined));
        return false;
    }
    m_state = State::Accepted;
    orders = {true, false};
    return true;
}

Transfer::Orders Transfer::machineAnswered()
{
    return isOpen() ? fail(Failure::Voicemail) : Orders{};
}

void Transfer::talkBegins()
{
    if (m_state == State::Accepted || m_state == State::Joining) {
        m_state = State::Talking;
    }
}

Transfer::Next Transfer::callerAsks(Instant now, Orders &orders)
{
    if (isOpen() && now >= m_patienceEnds) {
        if (m_state == State::Calling || m_state == State::Uncertain) {
            m_state = State::Direct;
        } else {
            orders = fail(Failure::TooLate);
        }
    }
    switch (m_state) {
    case State::Accepted:
        m_state = State::Joining;
        return Next::Join;
    case State::Joining:
    case State::Talking: // Hurried when it had just been told to join.
        return Next::Join;
    case State::Direct:
        return Next::RingDirectly;
    case State::Failed:
    case State::Over:
        return Next::NobodyTook;
    default:
        return Next::Wait;
    }
}

bool Transfer::talkEnds()
{
    if (m_state == State::Talking || m_state == State::Over) {
        m_state = State::Over;
        return true;
    }
    if (m_state != State::Failed) {
        static_cast<void>(fail(Failure::StaffHungUp));
    }
    return false;
}

Transfer::Orders Transfer::callerLeft()
{
    if (m_state == State::Talking) {
        m_state = State::Over;
        return {false, true};
    }
    if (m_state == State::Over || m_state == State::Failed || m_state == State::Direct) {
        return {};
    }
    return fail(Failure::CallerLeft);
}

} // namespace Frontdesk::Reception
