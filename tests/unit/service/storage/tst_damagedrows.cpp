#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

/// What cannot be read is reported, never guessed.
class TestDamagedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void read_damagedColumn_isCorrupt_data();
    void read_damagedColumn_isCorrupt();
};

void TestDamagedRows::read_damagedColumn_isCorrupt_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArray>("damage");
    const auto row = [](const char *column, const char *damage) {
        QTest::addRow("%s = %s", column, damage) << QString::fromLatin1(column) << QByteArray(damage);
    };
    row("clinics.profile", "x");
    row("clinics.profile", "{\"name\": 7}");
    row("calls.phase", "x");
    row("calls.body", "x");
    row("calls.body", "{\"caller_number\": \"+15550123456\"}");
    row("calls.body", "\x01\x01\x01\x01\x01 and so on, with a key nobody has");
    row("turns.speaker", "x");
    row("turns.body", "00");
    row("turns.body", "{\"words\": [1]}");
    row("tasks.type", "x");
    row("tasks.queue", "x");
    row("tasks.priority", "x");
    row("tasks.status", "x");
    row("tasks.body", "00");
    row("tasks.body", "{\"slots\": {\"x\": {}}}");
    row("escalations.reason", "x");
    row("escalations.body", "00");
    row("escalations.body", "{\"evidence\": [1]}");
}

void TestDamagedRows::read_damagedColumn_isCorrupt()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, column);
    QFETCH(QByteArray, damage);
    StoreFixture fixture(backend);
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

    const QStringList place = column.split(QLatin1Char('.'));
    const bool isBytes = place.last() == QLatin1String("body");
    const auto done =
        fixture.database().connect()->execute(QStringLiteral("UPDATE %1 SET %2 = $1").arg(place.first(), place.last()),
                                              {isBytes ? SqlValue(damage) : SqlValue(QString::fromLatin1(damage))});
    QVERIFY(done.ok());
    const auto outcome = readable();
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestDamagedRows)
#include "tst_damagedrows.moc"
