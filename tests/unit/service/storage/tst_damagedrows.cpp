#include "service/storage/sql/sqliteconnection.h"
#include "tests/unit/service/storage/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

/// What cannot be read is reported, never guessed.
class TestDamagedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_damagedColumn_isCorrupt_data();
    void read_damagedColumn_isCorrupt();
};

void TestDamagedRows::read_damagedColumn_isCorrupt_data()
{
    QTest::addColumn<QString>("damage");
    const auto row = [](const char *damage) { QTest::newRow(damage) << QString::fromLatin1(damage); };
    row("UPDATE clinics SET profile = 'x'");
    row("UPDATE clinics SET profile = '{\"name\": 7}'");
    row("UPDATE calls SET phase = 'x'");
    row("UPDATE calls SET body = 'x'");
    row("UPDATE turns SET speaker = 'x'");
    row("UPDATE turns SET body = x'00'");
    row("UPDATE turns SET body = CAST('{\"words\": [1]}' AS BLOB)");
    row("UPDATE tasks SET type = 'x'");
    row("UPDATE tasks SET queue = 'x'");
    row("UPDATE tasks SET priority = 'x'");
    row("UPDATE tasks SET status = 'x'");
    row("UPDATE tasks SET body = x'00'");
    row("UPDATE tasks SET body = CAST('{\"slots\": {\"x\": {}}}' AS BLOB)");
    row("UPDATE escalations SET reason = 'x'");
    row("UPDATE escalations SET body = x'00'");
    row("UPDATE escalations SET body = CAST('{\"evidence\": [1]}' AS BLOB)");
}

void TestDamagedRows::read_damagedColumn_isCorrupt()
{
    QFETCH(QString, damage);
    StoreFixture fixture(QStringLiteral("sqlite"));
    const ClinicProfile clinic = fixture.givenClinic();
    const CallRecord call = fixture.givenCall(clinic);
    Store &store = fixture.store();
    Task task;
    task.clinicId = clinic.id;
    task.callId = call.id;
    task.createdAt = someTime();
    EscalationRecord escalation;
    escalation.clinicId = clinic.id;
    escalation.callId = call.id;
    escalation.decidedAt = someTime();
    QVERIFY(store.calls().saveTurn(clinic.id, someTurn(call.id, 1)).ok());
    QVERIFY(store.tasks().submit(task, QStringLiteral("1")).ok());
    QVERIFY(store.escalations().record(escalation).ok());
    const auto readable = [&]() -> Result<void> {
        if (const auto found = store.clinics().find(clinic.id); !found) {
            return found.error();
        }
        if (const auto found = store.calls().find(call.id); !found) {
            return found.error();
        }
        if (const auto found = store.calls().turns(clinic.id, call.id); !found) {
            return found.error();
        }
        if (const auto found = store.tasks().list({.clinic = clinic.id}); !found) {
            return found.error();
        }
        const auto found = store.escalations().forCall(clinic.id, call.id);
        return found ? Result<void>() : found.error();
    };
    QVERIFY(readable().ok());

    auto other = SqliteConnection::open(fixture.file());
    QVERIFY(other.ok());
    QVERIFY((*other)->command(damage).ok());
    const auto outcome = readable();
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestDamagedRows)
#include "tst_damagedrows.moc"
