#pragma once

#include "tests/fakes/faketwilio.h"
#include "tools/callsim/simulatedcall.h"

namespace Frontdesk::CallSim {

/// Twilio's recordings of the simulated calls: what both ends say, from the service's order on until its next one or the
/// end of the call. A moment later the sound can be fetched, and the service is told.
class PhoneRecorder final : public QObject {
    Q_OBJECT

public:
    /// Twilio's work on a sound before it can be fetched.
    static constexpr Milliseconds Processing{1000};

    /// `scheduler` and `twilio` outlive it.
    PhoneRecorder(const PhoneNetwork &network, Scheduler &scheduler, Fakes::FakeTwilio &twilio,
                  QObject *parent = nullptr);

    /// The recording `sid` of this call begins. The call must stay until it has ended.
    void begin(const QString &sid, SimulatedCall &call);
    /// It was stopped.
    void end(const QString &sid);
    /// The call is over, and what is recorded of it ends.
    void endAll(const QString &callSid);

private:
    struct Running {
        SimulatedCall *call;
        size_t from; ///< In the samples of its line.
        QDateTime beganAt;
    };
    /// What both ends said.
    struct Dialogue {
        Sound caller;
        Sound heard;
    };

    void complete(const QString &sid, const Dialogue &dialogue, const QDateTime &beganAt);
    void tell(const QString &sid, Milliseconds length, const QDateTime &beganAt);

    PhoneNetwork m_network;
    Scheduler &m_scheduler;
    Fakes::FakeTwilio &m_twilio;
    TwilioWire m_wire;
    std::map<QString, Running> m_running;
    std::map<QString, Scheduler::JobHandle> m_processing;
};

} // namespace Frontdesk::CallSim
