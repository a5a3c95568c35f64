#include "tools/callsim/calljournal.h"

namespace Frontdesk::CallSim {

QString partyName(Party party)
{
    switch (party) {
    case Party::Phone:
        return QStringLiteral("phone");
    case Party::Caller:
        return QStringLiteral("caller");
    case Party::Assistant:
        return QStringLiteral("assistant");
    case Party::Callee:
        return QStringLiteral("callee");
    case Party::Service:
        return QStringLiteral("service");
    }
    Q_UNREACHABLE();
}

CallJournal::CallJournal(const Clock &clock, Listener listener)
    : m_clock(clock)
    , m_start(clock.now())
    , m_listener(std::move(listener))
{}

void CallJournal::add(Party party, const QString &what)
{
    m_entries.push_back({now(), party, what});
    if (m_listener) {
        m_listener(m_entries.back());
    }
}

Milliseconds CallJournal::now() const
{
    return std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_start);
}

} // namespace Frontdesk::CallSim
