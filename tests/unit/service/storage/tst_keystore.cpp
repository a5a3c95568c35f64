#include "service/storage/database.h"
#include "service/storage/internal/migration.h"
#include "service/storage/internal/openstore.h"
#include "service/storage/internal/reseal.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestKeyStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup() { m_fixture.reset(); }

    void tables_withABody_areAllKnown();
    void rotate_everything_staysReadableUnderTheNewKey();
    void reseal_cutOff_isGoneOnWith();
    void reseal_rowChangedMeanwhile_keepsTheChange();
    void rotate_otherConnection_followsWithinAMinute();
    void dropReplaced_afterReseal_forgetsOldKeysOnly();
    void rewrap_newMasterKey_openedWithoutTheOld();
    void body_movedToAnotherRow_isCorrupt();
    void oldDatabase_opened_isSealed();
    void clinicMadeAgain_afterATakenBackOne_hasOneKey();

private:
    void givenRecords();
    [[nodiscard]] Result<void> readAll(Store &store);
    [[nodiscard]] std::set<quint32> versions();
    [[nodiscard]] qint64 resealAll(int rowsAtOnce);

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
    CallRecord m_call;
    TaskId m_task;
};

void TestKeyStore::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_fixture = std::make_unique<StoreFixture>(backend);
    m_clinic = m_fixture->givenClinic();
}

void TestKeyStore::givenRecords()
{
    m_call = m_fixture->givenCall(m_clinic);
    Store &store = m_fixture->store();
    for (int number = 1; number <= 12; ++number) {
        QVERIFY(store.calls().saveTurn(m_clinic.id, someTurn(m_call.id, number)).ok());
    }
    Task task;
    task.clinicId = m_clinic.id;
    task.callId = m_call.id;
    task.createdAt = someTime();
    task.note = QStringLiteral("A note.");
    const auto kept = store.tasks().submit(task, QStringLiteral("1"));
    QVERIFY(kept.ok());
    m_task = kept->id;
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = m_call.id;
    escalation.decidedAt = someTime();
    QVERIFY(store.escalations().record(escalation).ok());
    QVERIFY(store.tapes().save(m_clinic.id, m_call.id, "tape").ok());
}

Result<void> TestKeyStore::readAll(Store &store)
{
    const auto turns = store.calls().turns(m_clinic.id, m_call.id);
    const auto call = store.calls().find(m_call.id);
    const auto task = store.tasks().find(m_task);
    const auto escalations = store.escalations().forCall(m_clinic.id, m_call.id);
    const auto tape = store.tapes().find(m_clinic.id, m_call.id);
    for (const auto &error :
         {turns ? Error() : turns.error(), call ? Error() : call.error(), task ? Error() : task.error(),
          escalations ? Error() : escalations.error(), tape ? Error() : tape.error()}) {
        if (!error.message.isEmpty()) {
            return error;
        }
    }
    const bool same = turns->size() == 12 && turns->back().text == someTurn(m_call.id, 12).text &&
                      call->callerNumber == m_call.callerNumber && task->note == QStringLiteral("A note.") &&
                      escalations->size() == 1 && *tape == "tape";
    return same ? Result<void>() : Error{ErrorCode::Corrupt, QStringLiteral("Something else was kept.")};
}

std::set<quint32> TestKeyStore::versions()
{
    std::set<quint32> found;
    const auto connection = m_fixture->database().connect();
    for (const SealedTable &table : sealedTables()) {
        const auto rows = connection->query(
            QStringLiteral("SELECT %2 FROM %1 WHERE %2 IS NOT NULL").arg(table.name, table.column), {});
        for (const SqlRow &row : *rows) {
            found.insert(SealedBodies::versionOf(row.bytes(0)).value_or(0));
        }
    }
    return found;
}

qint64 TestKeyStore::resealAll(int rowsAtOnce)
{
    Result<ResealProgress> progress = ResealProgress();
    while (progress && !progress->done) {
        progress = m_fixture->store().keys().reseal(m_clinic.id, *progress, rowsAtOnce);
    }
    return progress ? progress->resealed : -1;
}

void TestKeyStore::tables_withABody_areAllKnown()
{
    QStringList known;
    for (const SealedTable &table : sealedTables()) {
        known << table.place();
    }
    const QRegularExpression statement(QStringLiteral("(?:CREATE|ALTER) TABLE (\\w+)([^;]*);"));
    const QRegularExpression column(QStringLiteral("(\\w*body)\\s+bytea"));
    int found = 0;
    for (const Migration &step : shippedMigrations()) {
        for (auto table = statement.globalMatch(step.sql); table.hasNext();) {
            const auto match = table.next();
            for (auto body = column.globalMatch(match.captured(2)); body.hasNext(); ++found) {
                const QString name = body.next().captured(1);
                const QString place =
                    name == QLatin1String("body") ? match.captured(1) : match.captured(1) + QLatin1Char('.') + name;
                QVERIFY2(known.contains(place), qPrintable(place));
            }
        }
    }
    QCOMPARE(found, known.size());
}

void TestKeyStore::rotate_everything_staysReadableUnderTheNewKey()
{
    givenRecords();
    QCOMPARE(versions(), std::set<quint32>{1});
    QCOMPARE(m_fixture->store().keys().rotate(m_clinic.id, someTime(10)).valueOr(0), 2);
    QVERIFY(readAll(m_fixture->store()).ok());
    QCOMPARE(resealAll(5), 16);
    QCOMPARE(versions(), std::set<quint32>{2});
    QVERIFY(readAll(m_fixture->store()).ok());
    QCOMPARE(resealAll(100), 0);
    QCOMPARE(m_fixture->store().keys().rotate(ClinicId::create(), someTime()).error().code, ErrorCode::NotFound);
}

void TestKeyStore::reseal_cutOff_isGoneOnWith()
{
    givenRecords();
    KeyStore &keys = m_fixture->store().keys();
    QVERIFY(keys.rotate(m_clinic.id, someTime(10)).ok());
    auto progress = keys.reseal(m_clinic.id, {}, 3);
    progress = keys.reseal(m_clinic.id, *progress, 3);
    progress = keys.reseal(m_clinic.id, *progress, 3);
    QVERIFY(progress->resealed > 0 && progress->resealed < 16);
    QCOMPARE(versions(), (std::set<quint32>{1, 2}));
    QVERIFY(readAll(m_fixture->store()).ok());
    // Whoever was at it is gone; the next one begins anew and finds the rest.
    QCOMPARE(resealAll(4), 16 - progress->resealed);
    QCOMPARE(versions(), std::set<quint32>{2});
    QVERIFY(readAll(m_fixture->store()).ok());
}

void TestKeyStore::reseal_rowChangedMeanwhile_keepsTheChange()
{
    givenRecords();
    QVERIFY(m_fixture->store().keys().rotate(m_clinic.id, someTime(10)).ok());
    TurnRecord changed = someTurn(m_call.id, 12);
    changed.text = QStringLiteral("Changed meanwhile.");
    QVERIFY(m_fixture->store().calls().saveTurn(m_clinic.id, changed).ok());
    QCOMPARE(resealAll(5), 15);
    QCOMPARE(m_fixture->store().calls().turns(m_clinic.id, m_call.id)->back().text, changed.text);
}

void TestKeyStore::rotate_otherConnection_followsWithinAMinute()
{
    struct HandClock final : Clock {
        Instant time{};
        [[nodiscard]] Instant now() const override { return time; }
        [[nodiscard]] QDateTime utcNow() const override { return someTime(); }
    } clock;
    KeyCache keys(m_fixture->database().settings().masterKeys, clock);
    auto other = openStore(m_fixture->database().settings(), keys);
    QVERIFY(other.ok());
    QVERIFY((*other)->enter(Scope::platform()).ok());
    givenRecords();
    const auto save = [&](int number) { return (*other)->calls().saveTurn(m_clinic.id, someTurn(m_call.id, number)); };
    QVERIFY(save(20).ok());
    QVERIFY(m_fixture->store().keys().rotate(m_clinic.id, someTime(10)).ok());
    QVERIFY(resealAll(100) > 0);
    clock.time += Milliseconds(59'000);
    QVERIFY(save(21).ok());
    QCOMPARE(versions(), (std::set<quint32>{1, 2}));
    clock.time += Milliseconds(1'000);
    QVERIFY(save(22).ok());
    QCOMPARE(resealAll(100), 1);
    // And what the one sealed with the new key, the other opens, whatever it remembered.
    QVERIFY((*other)->calls().turns(m_clinic.id, m_call.id).ok());
}

void TestKeyStore::dropReplaced_afterReseal_forgetsOldKeysOnly()
{
    givenRecords();
    KeyStore &keys = m_fixture->store().keys();
    QVERIFY(keys.rotate(m_clinic.id, someTime(100)).ok());
    QVERIFY(resealAll(100) > 0);
    QCOMPARE(keys.dropReplaced(m_clinic.id, someTime(100)).valueOr(-1), 0);
    QCOMPARE(keys.dropReplaced(m_clinic.id, someTime(101)).valueOr(-1), 1);
    QVERIFY(readAll(m_fixture->store()).ok());
    QCOMPARE(keys.rotate(m_clinic.id, someTime(200)).valueOr(0), 3);
}

void TestKeyStore::rewrap_newMasterKey_openedWithoutTheOld()
{
    givenRecords();
    const auto old = m_fixture->database().settings().masterKeys->current;
    const Sealing::SecretKey fresh = Sealing::SecretKey::random();
    const SystemClock clock;
    const auto storeWith = [&](const Sealing::MasterKeys &masters, const auto &use) {
        KeyCache keys(std::make_shared<const Sealing::MasterKeys>(masters), clock);
        auto store = openStore(m_fixture->database().settings(), keys);
        return store && (*store)->enter(Scope::platform()) && use(**store);
    };
    QVERIFY(storeWith({fresh}, [&](Store &store) { return readAll(store).error().code == ErrorCode::Refused; }));
    QVERIFY(storeWith({fresh, old}, [&](Store &store) {
        return readAll(store).ok() && store.keys().rewrap(m_clinic.id).valueOr(0) == 2 &&
               store.keys().rewrap(m_clinic.id).valueOr(-1) == 0;
    }));
    QVERIFY(storeWith({fresh}, [&](Store &store) { return readAll(store).ok(); }));
}

void TestKeyStore::body_movedToAnotherRow_isCorrupt()
{
    givenRecords();
    const auto connection = m_fixture->database().connect();
    const auto body =
        connection->query(QStringLiteral("SELECT body FROM turns WHERE number = 1"), {})->front().bytes(0);
    QVERIFY(connection->execute(QStringLiteral("UPDATE turns SET body = $1 WHERE number = 2"), {body}).ok());
    QCOMPARE(m_fixture->store().calls().turns(m_clinic.id, m_call.id).error().code, ErrorCode::Corrupt);
}

void TestKeyStore::oldDatabase_opened_isSealed()
{
    givenRecords();
    const auto owner = m_fixture->database().connect();
    QVERIFY(owner->command(QStringLiteral("DELETE FROM clinic_keys")).ok());
    const auto plain = [&](const char *table, const char *json) {
        return owner->execute(QStringLiteral("UPDATE %1 SET body = $1").arg(QLatin1String(table)), {QByteArray(json)})
            .ok();
    };
    QVERIFY(plain("calls", R"({"caller_number": "+15550123456"})"));
    QVERIFY(plain("turns", R"({"text": "Old words.", "heard_text": "", "words": []})"));
    QVERIFY(plain("tasks", R"({"slots": {}, "note": "A note."})"));
    QVERIFY(plain("escalations", R"({"evidence": []})"));
    QVERIFY(plain("tapes", R"({"tape": "dGFwZQ=="})"));
    const SystemClock clock;
    KeyCache keys(m_fixture->database().settings().masterKeys, clock);
    QVERIFY(prepareDatabase(m_fixture->database().settings(), keys).ok());
    QCOMPARE(versions(), std::set<quint32>{1});
    m_fixture->keys().forget(m_clinic.id);
    QCOMPARE(m_fixture->store().calls().turns(m_clinic.id, m_call.id)->front().text, QStringLiteral("Old words."));
    QCOMPARE(m_fixture->store().tasks().find(m_task)->note, QStringLiteral("A note."));
}

void TestKeyStore::clinicMadeAgain_afterATakenBackOne_hasOneKey()
{
    ClinicProfile clinic = someClinic();
    clinic.id = ClinicId::create();
    clinic.number = QStringLiteral("+15550100077");
    Store &store = m_fixture->store();
    const auto begin = [&](const char *networkId) {
        CallRecord call;
        call.clinicId = clinic.id;
        call.networkCallId = QString::fromLatin1(networkId);
        call.startedAt = someTime();
        return store.calls().begin(call);
    };
    const auto takenBack = store.transaction([&]() -> Result<void> {
        const bool made = store.clinics().create(clinic, someTime()) && begin("CA1");
        return Error{made ? ErrorCode::Refused : ErrorCode::Internal, QStringLiteral("No.")};
    });
    QCOMPARE(takenBack.error().code, ErrorCode::Refused);
    QVERIFY(store.clinics().create(clinic, someTime()).ok());
    const auto call = begin("CA2");
    QVERIFY(call.ok());
    m_fixture->keys().forget(clinic.id);
    QVERIFY(store.calls().find(call->id).ok());
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
