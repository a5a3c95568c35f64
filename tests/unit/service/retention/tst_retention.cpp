#include "service/retention/retentionkeeper.h"
#include "tests/support/storefixture.h"
#include "tests/support/virtualscheduler.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Retention;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

namespace {

/// Two recordings a call, for calls in the database.
class FakeShelf final : public RecordingShelf {
public:
    Result<ExpiredCalls> madeBefore(Store &store, const ClinicId &clinic, const QDateTime &before,
                                    const std::optional<CallCursor> & /*after*/, int /*limit*/) override
    {
        CallFilter filter{.clinic = clinic};
        filter.to = before;
        filter.limit = 1000;
        const auto calls = store.calls().list(filter);
        ExpiredCalls old;
        for (const CallRecord &call : *calls) {
            if (!erased.contains(call.id.text())) {
                old.calls.push_back(call.id);
            }
        }
        return old;
    }
    Result<qint64> erase(Store & /*store*/, const ClinicId & /*clinic*/, const CallId &call) override
    {
        const bool isNew = !erased.contains(call.text());
        erased.insert(call.text());
        return isNew ? qint64{2} : qint64{0};
    }

    QSet<QString> erased;
};

} // namespace

class TestRetention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup();

    void sweep_oldAndYoung_deletesTheOldAndProvesIt();
    void sweep_again_findsNothing();
    void sweep_legalHoldSetting_deletesNothing();
    void sweep_heldCall_staysWithItsRecordingAndTheLog();
    void sweep_oldAuditEntries_leaveAWholeLog();
    void sweep_batchFails_deletesNothingOfIt();
    void keeper_hourly_sweepsEveryClinicByItsRules();

private:
    CallRecord givenCall(const ClinicId &clinic, int number, int daysAgo);
    Swept sweep(const RetentionRules &rules);
    [[nodiscard]] QStringList proofs(const char *action);
    [[nodiscard]] QDateTime now() const { return m_scheduler.utcNow(); }

    Frontdesk::Tests::VirtualScheduler m_scheduler;
    const AuditSeal m_seal{QByteArray(32, 's')};
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<FakeShelf> m_shelf;
    ClinicProfile m_clinic;
};

void TestRetention::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_fixture = std::make_unique<StoreFixture>(backend);
    m_shelf = std::make_unique<FakeShelf>();
    m_clinic = m_fixture->givenClinic();
}

void TestRetention::cleanup()
{
    m_fixture.reset();
}

CallRecord TestRetention::givenCall(const ClinicId &clinic, int number, int daysAgo)
{
    ClinicProfile profile;
    profile.id = clinic;
    const CallRecord call = m_fixture->givenCall(profile, QStringLiteral("CA%1").arg(number), now().addDays(-daysAgo));
    Store &store = m_fixture->store();
    if (!store.calls().saveTurn(clinic, someTurn(call.id, 1)) ||
        !store.calls().finish(clinic, call.id, QStringLiteral("completed"), call.startedAt.addSecs(60))) {
        qFatal("the call could not be kept");
    }
    return call;
}

Swept TestRetention::sweep(const RetentionRules &rules)
{
    Sweep sweep(m_clinic.id, rules, now(), m_seal, m_shelf.get());
    for (Result<bool> more = true; more && *more;) {
        more = sweep.step(m_fixture->store());
        if (!more) {
            qFatal("%s", qPrintable(more.error().message));
        }
    }
    return sweep.done();
}

QStringList TestRetention::proofs(const char *action)
{
    QStringList details;
    const auto entries =
        m_fixture->store().audit().list({.clinic = m_clinic.id, .action = QString::fromLatin1(action)});
    for (const AuditEntry &entry : *entries) {
        details << entry.detail;
    }
    return details;
}

void TestRetention::sweep_oldAndYoung_deletesTheOldAndProvesIt()
{
    constexpr int Old = 3 * Sweep::CallsAtOnce;
    for (int number = 0; number < Old; ++number) {
        givenCall(m_clinic.id, number, 400);
    }
    const CallRecord wordless = givenCall(m_clinic.id, Old, 50);
    const CallRecord young = givenCall(m_clinic.id, Old + 1, 5);
    RetentionRules rules;
    rules.callsDays = 365;
    rules.transcriptsDays = 30;
    rules.recordingsDays = 10;
    const Swept swept = sweep(rules);
    QCOMPARE(swept.calls, qint64{Old});
    QCOMPARE(swept.transcripts, qint64{Old + 1});
    QCOMPARE(swept.recordings, qint64{2 * (Old + 1)});
    CallStore &calls = m_fixture->store().calls();
    QCOMPARE(calls.list({.clinic = m_clinic.id})->size(), size_t{2});
    QVERIFY(calls.turns(m_clinic.id, wordless.id)->empty());
    QCOMPARE(calls.turns(m_clinic.id, young.id)->size(), size_t{1});
    QVERIFY(!m_shelf->erased.contains(young.id.text()));
    QCOMPARE(proofs("retention.calls").size(), 3);
    QCOMPARE(proofs("retention.calls").first(),
             QStringLiteral("20 deleted, from before %1").arg(now().addDays(-365).toString(Qt::ISODate)));
    QVERIFY(!m_fixture->store().audit().verify(m_clinic.id, m_seal)->firstBad);
}

void TestRetention::sweep_again_findsNothing()
{
    givenCall(m_clinic.id, 1, 400);
    RetentionRules rules;
    rules.callsDays = 365;
    QCOMPARE(sweep(rules).calls, qint64{1});
    const Swept again = sweep(rules);
    QCOMPARE(again.calls + again.transcripts + again.recordings + again.auditEntries, qint64{0});
    QCOMPARE(proofs("retention.calls").size(), 1);
}

void TestRetention::sweep_legalHoldSetting_deletesNothing()
{
    givenCall(m_clinic.id, 1, 4000);
    RetentionRules rules;
    rules.legalHold = true;
    QCOMPARE(sweep(rules).calls, qint64{0});
    QVERIFY(m_shelf->erased.isEmpty());
    QCOMPARE(m_fixture->store().calls().list({.clinic = m_clinic.id})->size(), size_t{1});
}

void TestRetention::sweep_heldCall_staysWithItsRecordingAndTheLog()
{
    const CallRecord held = givenCall(m_clinic.id, 1, 4000);
    const CallRecord free = givenCall(m_clinic.id, 2, 4000);
    AuditEntry old;
    old.clinic = m_clinic.id;
    old.action = QStringLiteral("call.read");
    old.at = now().addDays(-4000);
    QVERIFY(m_fixture->store().audit().append(old, m_seal).ok());
    QVERIFY(m_fixture->store()
                .retention()
                .place({.clinic = m_clinic.id, .kind = LegalHold::Kind::Call, .call = held.id, .placedAt = now()})
                .ok());
    const Swept swept = sweep({});
    QCOMPARE(swept.calls, qint64{1});
    QCOMPARE(swept.auditEntries, qint64{0});
    QVERIFY(!m_shelf->erased.contains(held.id.text()));
    QVERIFY(m_shelf->erased.contains(free.id.text()));
    QVERIFY(m_fixture->store().calls().find(held.id).ok());
    QCOMPARE(m_fixture->store().calls().turns(m_clinic.id, held.id)->size(), size_t{1});
}

void TestRetention::sweep_oldAuditEntries_leaveAWholeLog()
{
    AuditStore &audit = m_fixture->store().audit();
    constexpr int Old = 20;
    for (int number = 0; number < Old + 5; ++number) {
        AuditEntry entry;
        entry.clinic = m_clinic.id;
        entry.action = QStringLiteral("call.read");
        entry.at = now().addDays(number < Old ? -2300 : -1);
        QVERIFY(audit.append(entry, m_seal).ok());
    }
    RetentionRules rules;
    rules.auditDays = 1; // However it came there: six years are six years.
    QCOMPARE(sweep(rules).auditEntries, qint64{Old});
    const auto check = audit.verify(m_clinic.id, m_seal);
    QVERIFY2(!check->firstBad, qPrintable(check->what));
    QCOMPARE(check->entries, qint64{6});
    QCOMPARE(proofs("retention.audit").size(), 1);
}

void TestRetention::sweep_batchFails_deletesNothingOfIt()
{
    givenCall(m_clinic.id, 1, 4000);
    // Another table holds on to the call, so that it cannot be deleted.
    const auto owner = m_fixture->database().connect();
    QVERIFY(owner
                ->command(QStringLiteral("CREATE TABLE holder (clinic_id text, call_id text, "
                                         "FOREIGN KEY (clinic_id, call_id) REFERENCES calls (clinic_id, call_id))"))
                .ok());
    QVERIFY(owner->command(QStringLiteral("INSERT INTO holder SELECT clinic_id, call_id FROM calls")).ok());
    RetentionRules rules;
    rules.transcriptsDays = RetentionRules::Longest;
    Sweep sweep(m_clinic.id, rules, now(), m_seal, nullptr);
    Result<bool> more = true;
    while (more && *more) {
        more = sweep.step(m_fixture->store());
    }
    QVERIFY(!more.ok());
    QCOMPARE(sweep.done().calls, qint64{0});
    QVERIFY(proofs("retention.calls").isEmpty());
    const auto calls = m_fixture->store().calls().list({.clinic = m_clinic.id});
    QCOMPARE(m_fixture->store().calls().turns(m_clinic.id, calls->front().id)->size(), size_t{1});
    QVERIFY(owner->command(QStringLiteral("DROP TABLE holder")).ok());
    while (!more || *more) {
        more = sweep.step(m_fixture->store());
    }
    QCOMPARE(sweep.done().calls, qint64{1});
}

void TestRetention::keeper_hourly_sweepsEveryClinicByItsRules()
{
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    RetentionRules strict;
    strict.callsDays = 30;
    QVERIFY(m_fixture->store()
                .clinicSettings()
                .replace(other.id, QLatin1String(RetentionRules::SettingName), strict.toJson(), 0, now())
                .ok());
    const CallRecord ours = givenCall(m_clinic.id, 1, 100);
    const CallRecord theirs = givenCall(other.id, 2, 100);
    Database database(m_fixture->database().settings());
    RetentionKeeper keeper(database, m_seal, m_scheduler, nullptr);
    QSignalSpy swept(&keeper, &RetentionKeeper::swept);
    keeper.start();
    m_scheduler.advance(RetentionKeeper::FirstPause);
    QVERIFY(swept.wait());
    const auto there = [&](const CallRecord &call) { return m_fixture->store().calls().find(call.id).ok(); };
    QVERIFY(there(ours));
    QVERIFY(!there(theirs));
    const CallRecord later = givenCall(other.id, 3, 50);
    m_scheduler.advance(RetentionKeeper::Pause);
    QTRY_COMPARE(swept.count(), 2);
    QVERIFY(!there(later));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
