#pragma once

#include "tests/fakes/fakevendors.h"
#include "tools/callsim/metronome.h"
#include "tools/callsim/phoneexchange.h"
#include "tools/callsim/processmonitor.h"
#include "tools/callsim/report.h"
#include "tools/callsim/simulatedcall.h"
#include "tools/callsim/staffoutbox.h"

#include <map>

namespace Frontdesk::CallSim {

/// What to run.
struct FleetPlan {
    PhoneNetwork network;
    std::vector<Script> scripts;
    int concurrent = 0;              ///< 0: each script once, one after the other; N: N calls at once, scripts in turn.
    Milliseconds stagger{250};       ///< Between the starts of calls that run at once.
    std::optional<qint64> pid;       ///< Process to watch.
    QString frontdeskctl;            ///< Program; empty: the service's records are not asked for.
    QProcessEnvironment environment; ///< For frontdeskctl.
    QString wavFolder;
    bool quiet = false;  ///< Only summaries.
    quint16 apiPort = 0; ///< Where Twilio's REST API is played; 0: nowhere.
    Fakes::Fault apiFault;
    bool waits = false;      ///< Calls nobody before `begin`.
    bool stays = false;      ///< Vendors stay until the standard input ends.
    QString databaseSocket;  ///< Of a PostgreSQL that is reached by the port after the vendors'; empty: none.
    quint16 vendorsPort = 0; ///< Where all vendors and a mail server are played; 0: nowhere.
    QString outbox;          ///< File for what staff are sent by those; empty: none.
    QString mailCertificate; ///< The mail server encrypts, and its certificate goes to this file; empty: it does not.
};

/// Runs calls, after each other or at once, and collects what came of them.
class CallFleet final : public QObject {
    Q_OBJECT

public:
    CallFleet(FleetPlan plan, Scheduler &scheduler, QObject *parent = nullptr);

    /// Prepares all sounds, then starts calling. An error: nothing was started.
    [[nodiscard]] Result<void> start();

    /// Starts calling; for fleets that wait.
    void begin();

    [[nodiscard]] const std::vector<JudgedCall> &calls() const { return m_judged; }
    [[nodiscard]] bool allPassed() const;

    /// Every vendor is well again.
    void heal();
    /// What the vendors have kept and how often each failed on purpose, in words; empty: none are played.
    [[nodiscard]] QString vendorsTold() const;

Q_SIGNALS:
    void printed(const QString &text);
    /// A call is about to start; the place to attach a handset.
    void callStarting(Frontdesk::CallSim::SimulatedCall &call);
    void finished();

private:
    [[nodiscard]] Result<void> openNetwork();
    [[nodiscard]] Result<void> openVendors();
    [[nodiscard]] Result<void> openMail();
    [[nodiscard]] size_t total() const;
    void startNext();
    void onFinished(SimulatedCall *call);
    void keep(const Script &script, CallFacts facts);
    void end();

    FleetPlan m_plan;
    Scheduler &m_scheduler;
    Metronome m_metronome;
    PatientVoice m_voice;
    RecordsReader m_records;
    std::optional<ProcessMonitor> m_monitor;
    std::unique_ptr<Fakes::FakeVendors> m_vendors;
    std::unique_ptr<StaffOutbox> m_outbox;
    bool m_faulty = false;
    std::unique_ptr<Fakes::FakeTwilio> m_ownTwilio;
    std::unique_ptr<PhoneExchange> m_exchange;
    std::vector<std::shared_ptr<const PreparedSounds>> m_sounds;
    std::map<SimulatedCall *, std::unique_ptr<SimulatedCall>> m_running;
    std::vector<JudgedCall> m_judged;
    Scheduler::JobHandle m_next;
    size_t m_started = 0;
};

} // namespace Frontdesk::CallSim
