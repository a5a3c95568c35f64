#include "tools/callsim/callfleet.h"

#include "tests/fakes/selfsigned.h"

#include <QSaveFile>
#include <QSslCertificate>

namespace Frontdesk::CallSim {

CallFleet::CallFleet(FleetPlan plan, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_scheduler(scheduler)
    , m_metronome(scheduler)
    , m_records(m_plan.frontdeskctl, m_plan.environment)
{}

Result<void> CallFleet::start()
{
    for (const Script &script : m_plan.scripts) {
        auto sounds = prepareSounds(script, m_voice);
        if (!sounds) {
            return Error{sounds.error().code, QStringLiteral("%1: %2").arg(script.name, sounds.error().message)};
        }
        m_sounds.push_back(std::make_shared<const PreparedSounds>(std::move(sounds).value()));
    }
    if (m_plan.pid) {
        m_monitor.emplace(*m_plan.pid, m_scheduler);
        if (auto watching = m_monitor->start(); !watching) {
            return watching;
        }
    }
    if (auto opened = openNetwork(); !opened) {
        return opened;
    }
    if (!m_plan.waits) {
        begin();
    }
    return {};
}

void CallFleet::begin()
{
    if (m_started == 0) {
        m_next = m_scheduler.after(Milliseconds(0), [this] { startNext(); });
    }
}

Result<void> CallFleet::openNetwork()
{
    if (m_plan.vendorsPort != 0) {
        return openVendors();
    }
    if (m_plan.apiPort != 0) {
        m_ownTwilio = std::make_unique<Fakes::FakeTwilio>();
        if (!m_ownTwilio->listen(m_plan.apiPort)) {
            return Error{ErrorCode::Unavailable, QStringLiteral("--api-port: %1 is not free").arg(m_plan.apiPort)};
        }
        m_ownTwilio->setFault(m_plan.apiFault);
        m_exchange = std::make_unique<PhoneExchange>(m_plan.network, m_scheduler, *m_ownTwilio);
    }
    return {};
}

Result<void> CallFleet::openVendors()
{
    m_vendors = std::make_unique<Fakes::FakeVendors>(
        [] { return std::make_unique<Fakes::MarkedEar>(Fakes::MarkedEar::Line::Noisy); });
    if (auto opened = openMail(); !opened) {
        return opened;
    }
    if (!m_vendors->listen(m_plan.vendorsPort)) {
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("--vendors: six ports from %1 on are not all free").arg(m_plan.vendorsPort)};
    }
    const auto databasePort = quint16(m_plan.vendorsPort + Fakes::FakeVendors::Ports);
    if (!m_plan.databaseSocket.isEmpty() && !m_vendors->relayDatabase(m_plan.databaseSocket, databasePort)) {
        return Error{ErrorCode::Unavailable, QStringLiteral("--database-socket: %1 is not free").arg(databasePort)};
    }
    m_exchange = std::make_unique<PhoneExchange>(m_plan.network, m_scheduler, m_vendors->twilio());
    for (const Script &script : m_plan.scripts) {
        if (!script.to.isEmpty()) {
            m_vendors->twilio().addNumber(script.to);
        }
    }
    return {};
}

Result<void> CallFleet::openMail()
{
    if (!m_plan.mailCertificate.isEmpty()) {
        const QSslConfiguration tls = Tests::selfSignedConfiguration();
        QSaveFile file(m_plan.mailCertificate);
        const QByteArray pem = tls.localCertificate().toPem();
        if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit()) {
            return Error{ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
        }
        m_vendors->smtp().useTls(tls);
        m_vendors->smtp().requireLogin();
    }
    if (m_plan.outbox.isEmpty()) {
        return {};
    }
    m_outbox = std::make_unique<StaffOutbox>(*m_vendors);
    return m_outbox->open(m_plan.outbox);
}

bool CallFleet::allPassed() const
{
    return std::all_of(m_judged.begin(), m_judged.end(), [](const JudgedCall &call) { return call.passed(); });
}

size_t CallFleet::total() const
{
    return m_plan.concurrent > 0 ? static_cast<size_t>(m_plan.concurrent) : m_plan.scripts.size();
}

void CallFleet::startNext()
{
    if (m_started >= total()) {
        return;
    }
    const size_t index = m_started++ % m_plan.scripts.size();
    PhoneNetwork network = m_plan.network;
    if (!m_plan.scripts[index].from.isEmpty()) {
        network.from = m_plan.scripts[index].from;
    }
    if (!m_plan.scripts[index].to.isEmpty()) {
        network.number = m_plan.scripts[index].to;
    }
    CallJournal::Listener listener;
    if (!m_plan.quiet) {
        listener = [this](const JournalEntry &entry) { Q_EMIT printed(CallSim::printed(entry)); };
    }
    auto call = std::make_unique<SimulatedCall>(std::move(network), m_plan.scripts[index], m_sounds[index], m_voice,
                                                m_scheduler, m_metronome, std::move(listener));
    SimulatedCall *const started = call.get();
    m_running.emplace(started, std::move(call));
    // Queued: the call is destroyed there, and it is still talking.
    connect(
        started, &SimulatedCall::finished, this, [this, started] { onFinished(started); }, Qt::QueuedConnection);
    if (!m_plan.wavFolder.isEmpty()) {
        started->line().record();
    }
    if (m_exchange) {
        m_exchange->add(*started);
    }
    if (m_vendors) {
        connect(started, &SimulatedCall::faultsWanted, this,
                [this](const QString &faults) { m_faulty = m_vendors->setFaults(faults) || m_faulty; });
    }
    Q_EMIT callStarting(*started);
    started->start();
    if (m_plan.concurrent > 0) {
        m_next = m_scheduler.after(m_plan.stagger, [this] { startNext(); });
    }
}

void CallFleet::onFinished(SimulatedCall *call)
{
    const auto node = m_running.extract(call);
    const Script script = call->script();
    CallFacts facts = call->facts();
    if (m_plan.frontdeskctl.isEmpty()) {
        keep(script, std::move(facts));
        return;
    }
    if (m_faulty && m_running.empty()) {
        // What was kept back meanwhile reaches the records now.
        static_cast<void>(m_vendors->setFaults(QStringLiteral("database=none")));
    }
    const QString callSid = facts.callSid;
    m_records.read(callSid, [this, script, facts = std::move(facts)](Result<ServiceRecords> records) mutable {
        if (records) {
            facts.records = std::move(records).value();
        } else {
            facts.recordsProblem = records.error().message;
        }
        keep(script, std::move(facts));
    });
}

void CallFleet::keep(const Script &script, CallFacts facts)
{
    JudgedCall judged{std::move(facts), {}};
    judged.verdicts = judge(script.expectations, judged.facts);
    if (!m_plan.wavFolder.isEmpty()) {
        if (const auto written = writeRecording(judged.facts, m_plan.wavFolder); !written) {
            Q_EMIT printed(written.error().message);
        }
    }
    if (!m_plan.quiet) {
        Q_EMIT printed(printedTranscript(judged.facts));
    }
    Q_EMIT printed(printedSummary(judged));
    judged.facts.recording = {};
    m_judged.push_back(std::move(judged));
    if (m_judged.size() == total()) {
        end();
    } else if (m_plan.concurrent == 0) {
        startNext();
    }
}

void CallFleet::end()
{
    if (m_judged.size() > 1) {
        Q_EMIT printed(printedTotals(m_judged));
    }
    if (m_monitor) {
        const auto use = m_monitor->use();
        Q_EMIT printed(use ? QStringLiteral("service: %1 % of a core, %2 MiB now, %3 MiB at most")
                                 .arg(use->cpuCores * 100, 0, 'f', 1)
                                 .arg(double(use->memoryKib) / 1024, 0, 'f', 1)
                                 .arg(double(use->peakMemoryKib) / 1024, 0, 'f', 1)
                           : use.error().message);
    }
    Q_EMIT finished();
}

void CallFleet::heal()
{
    if (m_vendors) {
        m_vendors->heal();
    }
}

QString CallFleet::vendorsTold() const
{
    if (!m_vendors) {
        return {};
    }
    QStringList met;
    const QMap<QString, int> faults = m_vendors->faultsMet();
    for (auto vendor = faults.begin(); vendor != faults.end(); ++vendor) {
        met << QStringLiteral("%1 %2").arg(vendor.key()).arg(vendor.value());
    }
    return QStringLiteral("object store: %1 kept\nfaults met: %2")
        .arg(m_vendors->s3().objects().size())
        .arg(met.join(QStringLiteral(", ")));
}

} // namespace Frontdesk::CallSim
