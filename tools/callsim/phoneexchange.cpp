#include "tools/callsim/phoneexchange.h"

namespace Frontdesk::CallSim {

using Fakes::FakeTwilio;

PhoneExchange::PhoneExchange(const PhoneNetwork &network, Scheduler &scheduler, Fakes::FakeTwilio &twilio,
                             QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_scheduler(scheduler)
    , m_twilio(twilio)
    , m_recorder(network, scheduler, twilio)
{
    m_twilio.useAccount(network.accountSid.toLatin1(), network.authToken);
    m_twilio.addNumber(network.number);
    connect(&m_twilio, &FakeTwilio::callCreated, this, &PhoneExchange::onCreated);
    connect(&m_twilio, &FakeTwilio::callRedirected, this, [this](const QString &sid, const QString &url) {
        if (const auto caller = m_callers.find(sid); caller != m_callers.end()) {
            caller->second->redirect(QUrl(url));
        }
    });
    connect(&m_twilio, &FakeTwilio::callEnded, this, [this](const QString &sid) {
        if (const auto caller = m_callers.find(sid); caller != m_callers.end()) {
            caller->second->hangUp();
        } else if (const auto staff = m_staff.find(sid); staff != m_staff.end() && staff->second) {
            staff->second->hangUp();
        }
    });
    connect(&m_twilio, &FakeTwilio::soundStarted, this, [this](const QString &sid) {
        if (const auto caller = m_callers.find(m_twilio.sounds().at(sid).callSid); caller != m_callers.end()) {
            m_recorder.begin(sid, *caller->second);
        } else {
            m_twilio.completeSound(sid, {}); // The call has just ended.
        }
    });
    connect(&m_twilio, &FakeTwilio::soundStopped, &m_recorder, &PhoneRecorder::end);
}

void PhoneExchange::add(SimulatedCall &call)
{
    const QString sid = call.callSid();
    m_callers[sid] = &call;
    m_twilio.addCall(sid);
    call.setRooms(&m_rooms);
    connect(&call, &SimulatedCall::over, this, [this, sid] {
        m_recorder.endAll(sid);
        m_callers.erase(sid);
        m_twilio.setStatus(sid, QStringLiteral("completed"));
    });
}

SimulatedCall *PhoneExchange::callerOf(const FakeTwilio::Call &call) const
{
    const QString url = call.parameter(QStringLiteral("Url"));
    const auto caller =
        std::find_if(m_callers.begin(), m_callers.end(), [&url](const auto &one) { return url.contains(one.first); });
    return caller == m_callers.end() ? nullptr : caller->second;
}

void PhoneExchange::onCreated(const QString &sid)
{
    const FakeTwilio::Call &made = m_twilio.calls().at(sid);
    const QString number = made.parameter(QStringLiteral("To"));
    const QPointer<SimulatedCall> caller = callerOf(made);
    const CalleeBehaviour behaviour = m_network.calleeFor(number, caller ? caller->script().callee : CalleeBehaviour());
    auto *staff = new StaffCall(m_network, m_twilio, sid, behaviour, m_rooms, m_scheduler, this);
    m_staff[sid] = staff;
    if (caller) {
        caller->staffIsRung(number);
    }
    connect(staff, &StaffCall::noted, this, [caller](const QString &what) {
        if (caller) {
            caller->note(Party::Callee, what);
        }
    });
    connect(staff, &StaffCall::ended, staff, &QObject::deleteLater);
    staff->start();
}

} // namespace Frontdesk::CallSim
