#pragma once

#include "shared/core/scheduler.h"
#include "tests/fakes/faketwilio.h"
#include "tools/callsim/conferencerooms.h"
#include "tools/callsim/twiliowire.h"
#include "tools/callsim/twimlwalker.h"

namespace Frontdesk::CallSim {

/// A call that the service made through the REST API: the phone of a person at the clinic, who behaves as told. Asks the
/// call's address when it is answered, and tells its status callbacks.
class StaffCall final : public QObject, public CallLeg {
    Q_OBJECT

public:
    /// `twilio` knows the call as `sid`. All outlive it.
    StaffCall(const PhoneNetwork &network, Fakes::FakeTwilio &twilio, QString sid, CalleeBehaviour behaviour,
              ConferenceRooms &rooms, Scheduler &scheduler, QObject *parent = nullptr);

    void start();
    /// By order of the service, or because the person hangs up.
    void hangUp();
    [[nodiscard]] const QString &sid() const { return m_sid; }

    void fetch(const QString &method, const QUrl &url, const Parameters &extra, Document done) override;
    void fetchFallback(const QUrl &failedUrl, const Error &failure, Document done) override;
    void say(const QString &text, Done done) override;
    void play(const QUrl &url, Done done) override;
    void pause(Milliseconds length, Done done) override;
    void gather(int digits, Milliseconds timeout, std::function<void(QString)> done) override;
    void connectStream(const Verb &stream, const QUrl &base, Done closed) override;
    void dial(const Verb &dial, const QUrl &base, std::function<void(DialResult)> done) override;
    void warn(const QString &text) override;

Q_SIGNALS:
    /// For the journal: what the person hears and does.
    void noted(const QString &what);
    void ended();

private:
    void answer();
    void detectMachine();
    void finish(const QString &status);
    void tell(const QString &event);
    void later(Scheduler::JobHandle &job, Milliseconds delay, std::function<void()> run);
    [[nodiscard]] Parameters parameters() const;
    [[nodiscard]] QString parameter(const char *name) const;

    PhoneNetwork m_network;
    Fakes::FakeTwilio &m_twilio;
    QString m_sid;
    CalleeBehaviour m_behaviour;
    ConferenceRooms &m_rooms;
    Scheduler &m_scheduler;
    TwilioWire m_wire;
    TwimlWalker m_walker;
    Scheduler::JobHandle m_next;
    Scheduler::JobHandle m_detection;
    Scheduler::JobHandle m_leaving;
    QString m_status = QStringLiteral("queued");
    int m_sequence = 0;
    bool m_over = false;
};

} // namespace Frontdesk::CallSim
