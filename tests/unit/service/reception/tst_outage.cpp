#include "service/reception/callbook.h"
#include "service/reception/calljournal.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"

#include <QTest>

#include <map>

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;
using Frontdesk::Tests::PrivatePostgres;

namespace {

/// A database that goes away and comes back: a server that is killed, a file that somebody else holds.
class Outage {
public:
    virtual ~Outage() = default;
    [[nodiscard]] virtual DatabaseSettings settings() const = 0;
    virtual void begin() = 0;
    virtual void end() = 0;
};

class KilledServer final : public Outage {
public:
    KilledServer()
    {
        m_settings = {.url = m_server.url(m_server.createDatabase()), .masterKeys = Frontdesk::Tests::testKeys()};
    }
    [[nodiscard]] DatabaseSettings settings() const override { return m_settings; }
    void begin() override { m_server.kill(); }
    void end() override { m_server.start(); }

private:
    PrivatePostgres m_server;
    DatabaseSettings m_settings;
};

class HeldFile final : public Outage {
public:
    [[nodiscard]] DatabaseSettings settings() const override { return m_records.settings(); }
    void begin() override
    {
        m_holder = m_records.connect();
        QVERIFY(m_holder->command(QStringLiteral("BEGIN EXCLUSIVE")).ok());
    }
    void end() override { m_holder.reset(); }

private:
    TestDatabase m_records{QStringLiteral("sqlite")};
    std::unique_ptr<SqlConnection> m_holder;
};

} // namespace

/// Calls that run while their database is away.
class TestOutage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calls_throughAnOutage_areWholeAndToldOnce_data();
    void calls_throughAnOutage_areWholeAndToldOnce();
    void calls_outageAndDeath_areWholeAfterTheRestart();

private:
    struct Service {
        Service(const DatabaseSettings &settings, const QString &journal, const Sealing::SecretKey &key)
            : database(settings)
            , recorder(database, node, {journal, key, {}, Milliseconds(20)})
            , book(database, recorder, registry, clock)
        {}

        NodeId node{QStringLiteral("here")};
        SystemClock clock;
        Database database;
        CallRecorder recorder;
        CallRegistry registry;
        CallBook book;
    };
    struct RunningCall {
        LiveCall call;
        std::unique_ptr<CallJournal> journal;
    };

    static RunningCall beginCall(Service &service, const ClinicProfile &clinic, int number);
    static void say(const RunningCall &running, int number);
    static void ask(const RunningCall &running, const QString &note);
    static void mustBeWhole(Database &database, const LiveCall &call, int turns, const QString &outcome);
    static ClinicProfile clinicIn(Database &database);

    QTemporaryDir m_folder;
    const Sealing::SecretKey m_key = Sealing::SecretKey::random();
};

ClinicProfile TestOutage::clinicIn(Database &database)
{
    return database.run([](Store &store) { return store.clinics().create(someClinic(), someTime()); }).result().value();
}

TestOutage::RunningCall TestOutage::beginCall(Service &service, const ClinicProfile &clinic, int number)
{
    Telephony::CallReference reference;
    reference.callSid = QStringLiteral("CA%1").arg(number);
    reference.from = QStringLiteral("+15550123456");
    RunningCall running{service.book.open(reference, clinic).call, nullptr};
    running.journal = std::make_unique<CallJournal>(
        running.call, Dialogue::CallBriefing{clinic, reference.from, service.clock.utcNow(), false}, service.recorder,
        service.registry, service.clock, std::make_shared<Flow::UsageMeter>());
    return running;
}

void TestOutage::say(const RunningCall &running, int number)
{
    running.journal->onTurn(someTurn(running.call.record.id, number));
}

void TestOutage::ask(const RunningCall &running, const QString &note)
{
    Dialogue::SubmitTask task;
    task.key = 1;
    task.note = note;
    running.journal->onTask(task);
}

/// Everything once, and each event once.
void TestOutage::mustBeWhole(Database &database, const LiveCall &call, int turns, const QString &outcome)
{
    const auto looked = database.run([&](Store &store) -> Result<QStringList> {
        const ClinicId &clinic = call.clinic.id;
        const CallId &id = call.record.id;
        QStringList wrong;
        const auto record = store.calls().find(id);
        if (!record || record->outcome != outcome || record->phase != CallPhase::Finished) {
            wrong << QStringLiteral("the call's end");
        }
        const auto spoken = store.calls().turns(clinic, id);
        if (spoken->size() != static_cast<size_t>(turns)) {
            wrong << QStringLiteral("turns: %1").arg(spoken->size());
        }
        const auto tasks = store.tasks().list({.clinic = clinic, .call = id});
        if (tasks->size() != 1 || tasks->front().note != QLatin1String("in the end")) {
            wrong << QStringLiteral("tasks: %1").arg(tasks->size());
        }
        if (!store.tapes().find(clinic, id)) {
            wrong << QStringLiteral("the tape");
        }
        std::map<QString, int> told;
        const auto events = store.events().after(clinic, 0, 1000);
        for (const ClinicEvent &event : *events) {
            if (event.subject.startsWith(id.text())) {
                ++told[event.kind + QLatin1Char(' ') + event.subject];
            }
        }
        // It began, it ended, and each turn was spoken; nothing of that twice.
        for (const auto &[event, times] : told) {
            if (times != 1) {
                wrong << QStringLiteral("%1 times %2").arg(times).arg(event);
            }
        }
        if (told.size() != static_cast<size_t>(turns) + 2) {
            wrong << QStringLiteral("%1 kinds of events").arg(told.size());
        }
        return wrong;
    });
    const auto wrong = looked.result();
    QVERIFY2(wrong->isEmpty(), qPrintable(wrong->join(QStringLiteral(", "))));
}

void TestOutage::calls_throughAnOutage_areWholeAndToldOnce_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("postgres killed") << true;
    QTest::newRow("sqlite held by another") << false;
}

void TestOutage::calls_throughAnOutage_areWholeAndToldOnce()
{
    QFETCH(bool, postgres);
    std::unique_ptr<Outage> outage;
    if (postgres) {
        outage = std::make_unique<KilledServer>();
    } else {
        outage = std::make_unique<HeldFile>();
    }
    Service service(outage->settings(), m_folder.filePath(QStringLiteral("calls.journal")), m_key);
    const ClinicProfile clinic = clinicIn(service.database);
    constexpr int Before = 10;
    std::vector<RunningCall> running;
    for (int number = 0; number < Before; ++number) {
        running.push_back(beginCall(service, clinic, number));
        say(running.back(), 1);
        ask(running.back(), QStringLiteral("at first"));
    }
    outage->begin();
    for (int number = Before; number < 2 * Before; ++number) {
        running.push_back(beginCall(service, clinic, number));
        say(running.back(), 1);
        ask(running.back(), QStringLiteral("at first"));
    }
    for (const RunningCall &call : running) {
        say(call, 2);
        // Who asks about a running call gets an answer, whatever the database does.
        Telephony::CallReference reference;
        reference.callSid = call.call.record.networkCallId;
        QCOMPARE(service.book.lookUp(reference).result()->record.id, call.call.record.id);
    }
    QTRY_VERIFY_WITH_TIMEOUT(service.recorder.waiting() >= Before, 30'000);
    outage->end();
    for (const RunningCall &call : running) {
        say(call, 3);
        ask(call, QStringLiteral("in the end"));
        call.journal->onEnded(QStringLiteral("completed"));
    }
    QVERIFY(service.database.ready().result().ok() || postgres);
    service.recorder.waitUntilEmpty();
    for (const RunningCall &call : running) {
        mustBeWhole(service.database, call.call, 3, QStringLiteral("completed"));
    }
    QCOMPARE(service.recorder.refused(), 0);
}

void TestOutage::calls_outageAndDeath_areWholeAfterTheRestart()
{
    KilledServer outage;
    const QString journal = m_folder.filePath(QStringLiteral("second.journal"));
    LiveCall call;
    {
        Service service(outage.settings(), journal, m_key);
        const ClinicProfile clinic = clinicIn(service.database);
        outage.begin();
        const RunningCall running = beginCall(service, clinic, 1);
        call = running.call;
        say(running, 1);
        ask(running, QStringLiteral("in the end"));
        running.journal->onEnded(QStringLiteral("completed"));
        // The database's destructor has all of it done: in the journal.
    }
    outage.end();
    Service service(outage.settings(), journal, m_key);
    service.recorder.waitUntilEmpty();
    mustBeWhole(service.database, call, 1, QStringLiteral("completed"));
}

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"
