#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestUsageStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
        m_call = m_fixture->givenCall(m_clinic);
    }
    void cleanup() { m_fixture.reset(); }

    void save_severalConversations_addUp();
    void save_again_replacesWhatWasSaid();
    void save_unknownCall_isNotFound();
    void byDay_countsTheCallsOfThePeriod();
    void byDay_ofAnErasedCall_stays();
    void times_ofATurn_comeBack();

private:
    UsageStore &usage() { return m_fixture->store().usage(); }
    [[nodiscard]] static UsageLine letters(qint64 amount)
    {
        return {QStringLiteral("elevenlabs"), UsageUnit::Characters, amount};
    }
    [[nodiscard]] static UsageLine heard(qint64 milliseconds)
    {
        return {QStringLiteral("deepgram"), UsageUnit::RecognizedMilliseconds, milliseconds};
    }
    [[nodiscard]] std::vector<DayOfUsage> days(const QDateTime &from, const QDateTime &to)
    {
        return usage().byDay(m_clinic.id, {from, to}).valueOr({});
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
};

void TestUsageStore::save_severalConversations_addUp()
{
    QVERIFY(usage().save(m_clinic.id, m_call.id, 0, {letters(100), heard(5000)}).ok());
    QVERIFY(usage().save(m_clinic.id, m_call.id, 1, {letters(20)}).ok());
    const CallUsage expected{heard(5000), letters(120)};
    QCOMPARE(usage().ofCall(m_clinic.id, m_call.id).value(), expected);
    const CallRecord other = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"));
    QVERIFY(usage().ofCall(m_clinic.id, other.id)->empty());
}

void TestUsageStore::save_again_replacesWhatWasSaid()
{
    const QDateTime from = m_call.startedAt.addSecs(-3600);
    const QDateTime to = m_call.startedAt.addSecs(3600);
    QVERIFY(usage().save(m_clinic.id, m_call.id, 0, {letters(100)}).ok());
    QVERIFY(usage().save(m_clinic.id, m_call.id, 0, {letters(100)}).ok()); // The journal tells it twice.
    QCOMPARE(usage().ofCall(m_clinic.id, m_call.id)->front().amount, 100);
    QCOMPARE(days(from, to).front().used, letters(100));
    QVERIFY(usage().save(m_clinic.id, m_call.id, 0, {letters(130), heard(1)}).ok());
    QCOMPARE(days(from, to).size(), size_t(2));
    QCOMPARE(days(from, to)[1].used, letters(130));
}

void TestUsageStore::save_unknownCall_isNotFound()
{
    const auto saved = usage().save(m_clinic.id, CallId::create(), 0, {letters(1)});
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, ErrorCode::NotFound);
}

void TestUsageStore::byDay_countsTheCallsOfThePeriod()
{
    const QDateTime midnight(QDate(2026, 7, 2), QTime(0, 0), Qt::UTC);
    const CallRecord late = m_fixture->givenCall(m_clinic, QStringLiteral("CA2"), midnight.addSecs(-1));
    const CallRecord early = m_fixture->givenCall(m_clinic, QStringLiteral("CA3"), midnight);
    const CallRecord same = m_fixture->givenCall(m_clinic, QStringLiteral("CA4"), midnight.addSecs(5 * 3600));
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100009"));
    const CallRecord elsewhere = m_fixture->givenCall(other, QStringLiteral("CA5"), midnight);
    QVERIFY(usage().save(m_clinic.id, late.id, 0, {letters(1)}).ok());
    QVERIFY(usage().save(m_clinic.id, early.id, 0, {letters(10)}).ok());
    QVERIFY(usage().save(m_clinic.id, same.id, 0, {letters(100)}).ok());
    QVERIFY(usage().save(other.id, elsewhere.id, 0, {letters(1000)}).ok());
    const auto both = days(midnight.addDays(-1), midnight.addDays(1));
    QCOMPARE(both.size(), size_t(2));
    QCOMPARE(both[0].day, QDate(2026, 7, 1));
    QCOMPARE(both[0].used, letters(1));
    QCOMPARE(both[1].day, QDate(2026, 7, 2));
    QCOMPARE(both[1].used, letters(110));
    QCOMPARE(days(midnight, midnight.addSecs(900)).front().used, letters(10));
    QVERIFY(days(midnight.addDays(1), midnight.addDays(2)).empty());
}

void TestUsageStore::byDay_ofAnErasedCall_stays()
{
    QVERIFY(usage().save(m_clinic.id, m_call.id, 0, {letters(7)}).ok());
    QVERIFY(m_fixture->store().calls().finish(m_clinic.id, m_call.id, QStringLiteral("completed"), someTime(60)).ok());
    const auto connection = m_fixture->database().connect();
    QVERIFY(connection->execute(QStringLiteral("DELETE FROM calls WHERE call_id = $1"), {m_call.id.text()}).ok());
    QVERIFY(usage().ofCall(m_clinic.id, m_call.id)->empty());
    QCOMPARE(days(m_call.startedAt.addDays(-1), m_call.startedAt.addDays(1)).front().used, letters(7));
}

void TestUsageStore::times_ofATurn_comeBack()
{
    const TurnTimes plain{Milliseconds(500), Milliseconds(120), std::nullopt, std::nullopt, Milliseconds(15)};
    const TurnTimes whole{Milliseconds(1), Milliseconds(2), Milliseconds(3), Milliseconds(4), Milliseconds(5)};
    QVERIFY(usage().saveTimes(m_clinic.id, m_call.id, 2, whole).ok());
    QVERIFY(usage().saveTimes(m_clinic.id, m_call.id, 2, plain).ok());
    QVERIFY(usage().saveTimes(m_clinic.id, m_call.id, 4, whole).ok());
    const std::map<int, TurnTimes> expected{{2, plain}, {4, whole}};
    const auto kept = usage().timesOf(m_clinic.id, m_call.id);
    QVERIFY(kept.ok());
    QVERIFY(*kept == expected);
}

QTEST_GUILESS_MAIN(TestUsageStore)
#include "tst_usagestore.moc"
