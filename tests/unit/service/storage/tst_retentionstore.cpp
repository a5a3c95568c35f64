#include "service/storage/retentionrules.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestRetentionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup() { m_fixture.reset(); }

    void rules_json_comesBack();
    void rules_outOfRange_areProblems();
    void erase_call_leavesNothingOfIt();
    void erase_transcript_leavesTheTaskWithoutWords();
    void expired_openTaskOrRunningOrHeld_areLeftOut();
    void expired_pages_reachTheEnd();
    void expired_clinicHeld_isNothing();
    void hold_ofPatient_keepsCallsThatCameLater();
    void hold_released_keepsNothing();
    void hold_ofUnknownCallOrNobody_isRefused();
    void hold_onDisk_showsNoName();

private:
    RetentionStore &retention() { return m_fixture->store().retention(); }
    /// An ended call with everything a call can have; its task is completed.
    CallRecord givenWholeCall(int number, const QString &patient = QStringLiteral("Jane Doe"));
    LegalHold someHold(LegalHold::Kind kind) const;
    [[nodiscard]] qint64 rowsOf(const CallRecord &call, const QString &table);
    [[nodiscard]] QStringList expired(Keeping what, int limit = 100);

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
};

void TestRetentionStore::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_fixture = std::make_unique<StoreFixture>(backend);
    m_clinic = m_fixture->givenClinic();
}

CallRecord TestRetentionStore::givenWholeCall(int number, const QString &patient)
{
    Store &store = m_fixture->store();
    const CallRecord call = m_fixture->givenCall(m_clinic, QStringLiteral("CA%1").arg(number), someTime(number));
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = call.id;
    task.createdAt = someTime(number);
    task.slotValues[SlotName::PatientName].value = patient;
    task.transcript = QStringLiteral("words that were said");
    const Task kept = *store.tasks().submit(task, QStringLiteral("1"));
    DeskTask desk = *store.desk().find(m_clinic.id, kept.id);
    desk.task.status = TaskStatus::Completed;
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = call.id;
    escalation.decidedAt = someTime(number);
    Evidence evidence;
    evidence.words = QStringLiteral("chest pain");
    escalation.evidence = {evidence};
    const bool done =
        store.desk()
            .change(desk, {.action = QStringLiteral("complete"), .at = someTime(1), .note = QStringLiteral("called")})
            .ok() &&
        store.calls().saveTurn(m_clinic.id, someTurn(call.id, 1)).ok() && store.escalations().record(escalation).ok() &&
        store.tapes().save(m_clinic.id, call.id, "tape").ok() &&
        store.calls().finish(m_clinic.id, call.id, QStringLiteral("completed"), someTime(number + 60)).ok();
    if (!done) {
        qFatal("the call could not be kept");
    }
    return call;
}

LegalHold TestRetentionStore::someHold(LegalHold::Kind kind) const
{
    return {.clinic = m_clinic.id,
            .kind = kind,
            .reason = QStringLiteral("Doe against the clinic"),
            .placedBy = QStringLiteral("Ann"),
            .placedAt = someTime()};
}

qint64 TestRetentionStore::rowsOf(const CallRecord &call, const QString &table)
{
    const bool byTask = table.startsWith(QLatin1String("task_"));
    const QString column = table == QLatin1String("blind_index") ? QStringLiteral("subject_id")
                           : byTask                              ? QStringLiteral("clinic_id")
                                                                 : QStringLiteral("call_id");
    const auto rows = m_fixture->database().connect()->query(
        QStringLiteral("SELECT count(*) FROM %1 WHERE %2 = $1").arg(table, column),
        {byTask ? m_clinic.id.text() : call.id.text()});
    return rows->front().integer(0);
}

QStringList TestRetentionStore::expired(Keeping what, int limit)
{
    QStringList calls;
    std::optional<CallCursor> after;
    do {
        const auto page = retention().expired(m_clinic.id, what, someTime(1000), after, limit);
        for (const CallId &call : page->calls) {
            calls << m_fixture->store().calls().find(call)->networkCallId;
        }
        after = page->last;
    } while (after);
    return calls;
}

void TestRetentionStore::rules_json_comesBack()
{
    RetentionRules rules;
    rules.callsDays = 400;
    rules.legalHold = true;
    QCOMPARE(RetentionRules::fromJson(rules.toJson()).toJson(), rules.toJson());
    QCOMPARE(RetentionRules::fromJson({}).auditDays, 2192);
    QCOMPARE(RetentionRules::fromJson({{QStringLiteral("calls_days"), QStringLiteral("x")}}).callsDays, 2192);
}

void TestRetentionStore::rules_outOfRange_areProblems()
{
    RetentionRules rules;
    QVERIFY(rules.problems().isEmpty());
    rules.auditDays = 2191; // HIPAA wants six years.
    rules.callsDays = 0;
    QStringList fields;
    for (const auto &problem : rules.problems()) {
        fields << problem.field;
    }
    QCOMPARE(fields, (QStringList{QStringLiteral("calls_days"), QStringLiteral("audit_days")}));
}

void TestRetentionStore::erase_call_leavesNothingOfIt()
{
    const CallRecord call = givenWholeCall(1);
    const QStringList tables{QStringLiteral("calls"),        QStringLiteral("turns"),      QStringLiteral("tapes"),
                             QStringLiteral("escalations"),  QStringLiteral("tasks"),      QStringLiteral("task_notes"),
                             QStringLiteral("task_history"), QStringLiteral("blind_index")};
    for (const QString &table : tables) {
        QVERIFY2(rowsOf(call, table) > 0, qPrintable(table));
    }
    QVERIFY(retention().erase(m_clinic.id, call.id, Keeping::Call).ok());
    for (const QString &table : tables) {
        QVERIFY2(rowsOf(call, table) == 0, qPrintable(table));
    }
    QVERIFY(retention().erase(m_clinic.id, call.id, Keeping::Call).ok());
}

void TestRetentionStore::erase_transcript_leavesTheTaskWithoutWords()
{
    const CallRecord call = givenWholeCall(1);
    QVERIFY(retention().erase(m_clinic.id, call.id, Keeping::Transcript).ok());
    Store &store = m_fixture->store();
    QVERIFY(store.calls().turns(m_clinic.id, call.id)->empty());
    QCOMPARE(store.tapes().find(m_clinic.id, call.id).error().code, ErrorCode::NotFound);
    const auto tasks = store.tasks().list({.clinic = m_clinic.id});
    QCOMPARE(tasks->front().transcript, QString());
    QCOMPARE(tasks->front().slot(SlotName::PatientName), QStringLiteral("Jane Doe"));
    QCOMPARE(store.escalations().forCall(m_clinic.id, call.id)->front().evidence.front().words, QString());
    QCOMPARE(expired(Keeping::Transcript), QStringList());
    QCOMPARE(expired(Keeping::Call), QStringList(QStringLiteral("CA1")));
}

void TestRetentionStore::expired_openTaskOrRunningOrHeld_areLeftOut()
{
    givenWholeCall(1);
    const CallRecord open = givenWholeCall(2);
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = open.id;
    task.createdAt = someTime(2);
    QVERIFY(m_fixture->store().tasks().submit(task, QStringLiteral("2")).ok());
    m_fixture->givenCall(m_clinic, QStringLiteral("CA3"), someTime(3));
    LegalHold hold = someHold(LegalHold::Kind::Call);
    hold.call = givenWholeCall(4).id;
    QVERIFY(retention().place(hold).ok());
    givenWholeCall(2000); // Younger than is asked for.
    QCOMPARE(expired(Keeping::Call), QStringList(QStringLiteral("CA1")));
    QCOMPARE(expired(Keeping::Transcript), QStringList(QStringLiteral("CA1")));
}

void TestRetentionStore::expired_pages_reachTheEnd()
{
    QStringList all;
    for (int number = 1; number <= 7; ++number) {
        givenWholeCall(number);
        all << QStringLiteral("CA%1").arg(number);
    }
    QCOMPARE(expired(Keeping::Call, 2), all);
}

void TestRetentionStore::expired_clinicHeld_isNothing()
{
    const CallRecord call = givenWholeCall(1);
    QVERIFY(retention().place(someHold(LegalHold::Kind::Clinic)).ok());
    QCOMPARE(expired(Keeping::Call), QStringList());
    QVERIFY(retention().notHeld(m_clinic.id, {call.id})->empty());
}

void TestRetentionStore::hold_ofPatient_keepsCallsThatCameLater()
{
    LegalHold hold = someHold(LegalHold::Kind::Patient);
    hold.name = QStringLiteral("jane doe");
    const auto placed = retention().place(hold);
    QVERIFY(placed.ok());
    givenWholeCall(1);
    givenWholeCall(2, QStringLiteral("John Smith"));
    QCOMPARE(expired(Keeping::Call), QStringList(QStringLiteral("CA2")));
    const auto standing = retention().holds(m_clinic.id);
    QCOMPARE(standing->size(), size_t{1});
    QCOMPARE(standing->front().name, hold.name);
    QCOMPARE(standing->front().reason, hold.reason);
    QCOMPARE(standing->front().placedBy, hold.placedBy);
}

void TestRetentionStore::hold_released_keepsNothing()
{
    const auto hold = retention().place(someHold(LegalHold::Kind::Clinic));
    givenWholeCall(1);
    QVERIFY(retention().release(m_clinic.id, hold->id, QStringLiteral("Ann"), someTime(9)).ok());
    QCOMPARE(expired(Keeping::Call), QStringList(QStringLiteral("CA1")));
    QVERIFY(retention().holds(m_clinic.id)->empty());
    QCOMPARE(retention().release(m_clinic.id, hold->id, QStringLiteral("Ann"), someTime(9)).error().code,
             ErrorCode::NotFound);
}

void TestRetentionStore::hold_ofUnknownCallOrNobody_isRefused()
{
    LegalHold hold = someHold(LegalHold::Kind::Call);
    hold.call = CallId::create();
    QCOMPARE(retention().place(hold).error().code, ErrorCode::NotFound);
    QCOMPARE(retention().place(someHold(LegalHold::Kind::Patient)).error().code, ErrorCode::InvalidInput);
}

void TestRetentionStore::hold_onDisk_showsNoName()
{
    LegalHold hold = someHold(LegalHold::Kind::Patient);
    hold.name = QStringLiteral("Wilhelmina Quackenbush");
    QVERIFY(retention().place(hold).ok());
    const auto rows = m_fixture->database().connect()->query(QStringLiteral("SELECT body FROM legal_holds"), {});
    QVERIFY(rows->front().bytes(0).size() > 40);
    QVERIFY(!rows->front().bytes(0).contains("Wilhelmina"));
}

QTEST_GUILESS_MAIN(TestRetentionStore)
#include "tst_retentionstore.moc"
