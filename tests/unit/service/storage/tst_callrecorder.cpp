#include "service/storage/callrecorder.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;
using Frontdesk::Tests::PrivatePostgres;

/// A database that goes away while calls run, and returns.
class TestCallRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void bytes_ofEveryKind_comeBackAsTheyWere();
    void bytes_cutOrUnknown_areCorrupt();
    void write_databaseThere_goesToIt();
    void write_callUnknown_isNotFound();
    void write_databaseAway_isKeptAndStoredOnce();
    void write_processDied_nextOneStoresIt();
    void open_journalOfAnother_isConflict();
    void open_newMasterKey_storesWhatTheOldOneSealed();
    void write_killedUnderLoad_losesNothing();

private:
    [[nodiscard]] CallRecord someCall();
    [[nodiscard]] std::vector<CallWrite> wholeCall(const CallRecord &call, int turns) const;
    void mustHold(const CallRecord &call, int turns);
    [[nodiscard]] JournalSettings journal() const
    {
        return {m_folder->filePath(QStringLiteral("calls.journal")), m_key, {}, Milliseconds(20)};
    }

    std::unique_ptr<PrivatePostgres> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseSettings m_settings;
    ClinicProfile m_clinic;
    const Sealing::SecretKey m_key = Sealing::SecretKey::random();
    const NodeId m_node = NodeId::create();
    int m_calls = 0;
};

void TestCallRecorder::initTestCase()
{
    m_server = std::make_unique<PrivatePostgres>();
    m_settings.url = m_server->url(m_server->createDatabase());
    m_settings.masterKeys = Frontdesk::Tests::testKeys();
    Database database(m_settings);
    m_clinic =
        database.run([](Store &store) { return store.clinics().create(someClinic(), someTime()); }).result().value();
}

void TestCallRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

CallRecord TestCallRecorder::someCall()
{
    CallRecord call;
    call.id = CallId::create();
    call.clinicId = m_clinic.id;
    call.networkCallId = QStringLiteral("CA%1").arg(++m_calls);
    call.callerNumber = QStringLiteral("+15550123456");
    call.startedAt = someTime();
    return call;
}

std::vector<CallWrite> TestCallRecorder::wholeCall(const CallRecord &call, int turns) const
{
    std::vector<CallWrite> writes{BeginCall{call},
                                  ChangePhase{call.clinicId, call.id, CallPhase::Conversing, someTime(1)}};
    for (int number = 1; number <= turns; ++number) {
        writes.emplace_back(SaveTurn{call.clinicId, someTurn(call.id, number)});
    }
    Task task;
    task.clinicId = call.clinicId;
    task.callId = call.id;
    task.createdAt = someTime(2);
    task.slotValues[SlotName::PatientName].value = QStringLiteral("Jane Doe");
    writes.emplace_back(SubmitTask{task, QStringLiteral("1")});
    task.note = QStringLiteral("In the end.");
    writes.emplace_back(SubmitTask{task, QStringLiteral("1")});
    EscalationRecord escalation;
    escalation.id = EscalationId::create();
    escalation.clinicId = call.clinicId;
    escalation.callId = call.id;
    escalation.decidedAt = someTime(3);
    Evidence evidence;
    evidence.words = QStringLiteral("chest pain");
    escalation.evidence = {evidence};
    writes.emplace_back(RecordEscalation{escalation});
    writes.emplace_back(SaveTape{call.clinicId, call.id, "tape"});
    writes.emplace_back(FinishCall{call.clinicId, call.id, QStringLiteral("completed"), someTime(60)});
    writes.emplace_back(
        SaveUsage{call.clinicId, call.id, 0, {{QStringLiteral("openai"), UsageUnit::OutputTokens, 42}}});
    writes.emplace_back(
        SaveTurnTimes{call.clinicId,
                      call.id,
                      1,
                      {Milliseconds(500), Milliseconds(120), std::nullopt, Milliseconds(0), Milliseconds(9)}});
    writes.emplace_back(TellUnanswered{call.clinicId, call.id, someTime(61)});
    return writes;
}

/// All of a whole call is in the database, and nothing of it twice.
void TestCallRecorder::mustHold(const CallRecord &call, int turns)
{
    Database database(m_settings);
    const auto checked = database.run([&](Store &store) -> Result<void> {
        const auto kept = store.calls().find(call.id);
        const auto spoken = store.calls().turns(call.clinicId, call.id);
        const auto tasks = store.tasks().list({.clinic = call.clinicId, .call = call.id});
        const auto escalations = store.escalations().forCall(call.clinicId, call.id);
        const auto tape = store.tapes().find(call.clinicId, call.id);
        const auto usage = store.usage().ofCall(call.clinicId, call.id);
        const auto times = store.usage().timesOf(call.clinicId, call.id);
        const bool whole = usage && times && usage->size() == 1 && times->size() == 1 && kept && spoken && tasks &&
                           escalations && tape && kept->phase == CallPhase::Finished &&
                           kept->outcome == QStringLiteral("completed") &&
                           spoken->size() == static_cast<size_t>(turns) && tasks->size() == 1 &&
                           tasks->front().note == QStringLiteral("In the end.") && escalations->size() == 1;
        return whole ? Result<void>() : Error{ErrorCode::Corrupt, QStringLiteral("The call is not whole.")};
    });
    QVERIFY(checked.result().ok());
}

void TestCallRecorder::bytes_ofEveryKind_comeBackAsTheyWere()
{
    for (const CallWrite &write : wholeCall(someCall(), 2)) {
        const QByteArray bytes = toBytes(write);
        const auto back = callWriteFromBytes(bytes);
        QVERIFY(back.ok());
        QCOMPARE(back->index(), write.index());
        QCOMPARE(toBytes(*back), bytes);
    }
    const TurnRecord turn = someTurn(CallId(QStringLiteral("c")), 2);
    const auto back = callWriteFromBytes(toBytes(SaveTurn{m_clinic.id, turn}));
    const TurnRecord &kept = std::get<SaveTurn>(*back).turn;
    QCOMPARE(kept.text, turn.text);
    QCOMPARE(kept.words.size(), turn.words.size());
    QCOMPARE(kept.words[1].confidence, turn.words[1].confidence);
    QCOMPARE(kept.end, turn.end);
    QCOMPARE(kept.at, turn.at);
}

void TestCallRecorder::bytes_cutOrUnknown_areCorrupt()
{
    const QByteArray bytes = toBytes(SaveTurn{m_clinic.id, someTurn(CallId(QStringLiteral("c")), 2)});
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY(!callWriteFromBytes(bytes.left(size)).ok());
    }
    QVERIFY(!callWriteFromBytes(bytes + 'x').ok());
    QVERIFY(!callWriteFromBytes(QByteArray("\x63") + bytes.mid(1)).ok());
}

void TestCallRecorder::write_databaseThere_goesToIt()
{
    const CallRecord call = someCall();
    Database database(m_settings);
    CallRecorder recorder(database, m_node, journal());
    for (const CallWrite &write : wholeCall(call, 3)) {
        QVERIFY(recorder.write(write).result().ok());
    }
    QCOMPARE(recorder.waiting(), 0);
    QCOMPARE(QFileInfo(journal().file).size(), 0);
    mustHold(call, 3);
}

void TestCallRecorder::write_callUnknown_isNotFound()
{
    Database database(m_settings);
    CallRecorder recorder(database, m_node, journal());
    const auto written = recorder.write(SaveTurn{m_clinic.id, someTurn(CallId::create(), 1)}).result();
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QCOMPARE(recorder.waiting(), 0);
}

void TestCallRecorder::write_databaseAway_isKeptAndStoredOnce()
{
    const CallRecord call = someCall();
    Database database(m_settings);
    CallRecorder recorder(database, m_node, journal());
    QVERIFY(database.ready().result().ok());
    m_server->kill();
    const auto writes = wholeCall(call, 20);
    for (const CallWrite &write : writes) {
        // The one who is on the phone notices nothing.
        QVERIFY(recorder.write(write).result().ok());
    }
    QCOMPARE(recorder.waiting(), static_cast<qsizetype>(writes.size()));
    QFile file(journal().file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.size() > 1000);
    QVERIFY(!content.contains("Jane") && !content.contains("chest") && !content.contains("5550123456"));
    m_server->start();
    recorder.waitUntilEmpty();
    QCOMPARE(recorder.refused(), 0);
    QCOMPARE(QFileInfo(journal().file).size(), 0);
    mustHold(call, 20);
}

void TestCallRecorder::write_processDied_nextOneStoresIt()
{
    const CallRecord call = someCall();
    m_server->kill();
    {
        Database database(m_settings);
        CallRecorder recorder(database, m_node, journal());
        for (const CallWrite &write : wholeCall(call, 5)) {
            QVERIFY(recorder.write(write).result().ok());
        }
    }
    m_server->start();
    Database database(m_settings);
    CallRecorder recorder(database, m_node, journal());
    recorder.waitUntilEmpty();
    QCOMPARE(recorder.refused(), 0);
    mustHold(call, 5);
}

void TestCallRecorder::open_journalOfAnother_isConflict()
{
    Database database(m_settings);
    CallRecorder first(database, m_node, journal());
    QVERIFY(first.opened().ok());
    CallRecorder second(database, NodeId::create(), journal());
    QCOMPARE(second.opened().error().code, ErrorCode::Conflict);
}

void TestCallRecorder::open_newMasterKey_storesWhatTheOldOneSealed()
{
    const CallRecord call = someCall();
    m_server->kill();
    {
        Database database(m_settings);
        CallRecorder recorder(database, m_node, journal());
        for (const CallWrite &write : wholeCall(call, 2)) {
            QVERIFY(recorder.write(write).result().ok());
        }
    }
    m_server->start();
    Database database(m_settings);
    JournalSettings later = journal();
    later.previousKey = later.key;
    later.key = Sealing::SecretKey::random();
    CallRecorder recorder(database, m_node, later);
    recorder.waitUntilEmpty();
    mustHold(call, 2);
}

void TestCallRecorder::write_killedUnderLoad_losesNothing()
{
    constexpr int CallCount = 40;
    constexpr int Turns = 10;
    std::vector<CallRecord> calls;
    std::vector<std::vector<CallWrite>> writes;
    for (int i = 0; i < CallCount; ++i) {
        calls.push_back(someCall());
        writes.push_back(wholeCall(calls.back(), Turns));
    }
    Database database(m_settings);
    CallRecorder recorder(database, m_node, journal());
    std::vector<Pending<Result<void>>> answers;
    for (size_t step = 0; step < writes.front().size(); ++step) {
        for (const auto &call : writes) {
            answers.push_back(recorder.write(call[step]));
        }
    }
    answers[100].wait();
    m_server->kill();
    for (auto &answer : answers) {
        const auto kept = answer.result();
        QVERIFY2(kept.ok(), qPrintable(kept ? QString() : kept.error().message));
    }
    QVERIFY(recorder.waiting() > 0);
    m_server->start();
    recorder.waitUntilEmpty();
    QCOMPARE(recorder.refused(), 0);
    for (const CallRecord &call : calls) {
        mustHold(call, Turns);
    }
}

QTEST_GUILESS_MAIN(TestCallRecorder)
#include "tst_callrecorder.moc"
