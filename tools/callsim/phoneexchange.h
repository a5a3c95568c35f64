#pragma once

#include "tools/callsim/phonerecorder.h"
#include "tools/callsim/staffcall.h"

namespace Frontdesk::CallSim {

/// Twilio's REST side for the simulated calls: rings the clinic when the service asks for it, and brings the service's
/// orders to the calls and to who records them.
class PhoneExchange final : public QObject {
    Q_OBJECT

public:
    /// `twilio` outlives the exchange.
    PhoneExchange(const PhoneNetwork &network, Scheduler &scheduler, Fakes::FakeTwilio &twilio,
                  QObject *parent = nullptr);

    /// From its start to its end a call can be changed. It must outlive its end by a turn of the event loop.
    void add(SimulatedCall &call);

private:
    void onCreated(const QString &sid);
    /// The caller whom the service rings the clinic for: it names the caller's call in its addresses.
    [[nodiscard]] SimulatedCall *callerOf(const Fakes::FakeTwilio::Call &call) const;

    PhoneNetwork m_network;
    Scheduler &m_scheduler;
    Fakes::FakeTwilio &m_twilio;
    ConferenceRooms m_rooms;
    PhoneRecorder m_recorder;
    std::map<QString, SimulatedCall *> m_callers;
    std::map<QString, QPointer<StaffCall>> m_staff;
};

} // namespace Frontdesk::CallSim
