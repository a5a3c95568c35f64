#include "service/storage/database.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup();

    void raise_committed_arrivesInOrder();
    void raise_outsideATransaction_arrives();
    void raise_takenBack_neverArrives();
    void raise_onAnotherNode_arrivesHere();

private:
    /// Raises each payload in a transaction of its own; the work of one named `no` fails.
    void raise(Database &database, const QStringList &payloads);
    void waitUntilListening(Database &database);

    std::unique_ptr<TestDatabase> m_records;
    std::unique_ptr<Database> m_database;
};

void TestEvents::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_records = std::make_unique<TestDatabase>(backend);
    m_database = std::make_unique<Database>(m_records->settings());
    waitUntilListening(*m_database);
}

void TestEvents::cleanup()
{
    m_database.reset();
    m_records.reset();
}

void TestEvents::waitUntilListening(Database &database)
{
    QSignalSpy raised(&database.events(), &EventSignal::raised);
    QSignalSpy resumed(&database.events(), &EventSignal::resumed);
    QVERIFY(database.ready().result().ok());
    while (raised.isEmpty() && resumed.isEmpty()) {
        raise(database, {QStringLiteral("hello")});
        raised.wait(20);
    }
}

void TestEvents::raise(Database &database, const QStringList &payloads)
{
    for (const QString &payload : payloads) {
        database
            .run([payload](Store &store) {
                return store.transaction([&]() -> Result<void> {
                    const auto done = store.raise(QStringLiteral("clinic"), payload);
                    return payload == QLatin1String("no") ? Error{ErrorCode::Refused, QStringLiteral("No.")} : done;
                });
            })
            .wait();
    }
}

void TestEvents::raise_committed_arrivesInOrder()
{
    QStringList seen;
    QObject context;
    connect(&m_database->events(), &EventSignal::raised, &context,
            [&](const QString &topic, const QString &payload) { seen << topic + QLatin1Char(' ') + payload; });
    raise(*m_database, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c\nd")});
    QTRY_VERIFY(seen.size() >= 3);
    QCOMPARE(seen.mid(seen.size() - 3),
             (QStringList{QStringLiteral("clinic a"), QStringLiteral("clinic b"), QStringLiteral("clinic c\nd")}));
}

void TestEvents::raise_outsideATransaction_arrives()
{
    QSignalSpy raised(&m_database->events(), &EventSignal::raised);
    QVERIFY(m_database->run([](Store &store) { return store.raise(QStringLiteral("now"), {}); }).result().ok());
    QTRY_VERIFY(!raised.isEmpty() && raised.last().first() == QStringLiteral("now"));
}

void TestEvents::raise_takenBack_neverArrives()
{
    QSignalSpy raised(&m_database->events(), &EventSignal::raised);
    raise(*m_database, {QStringLiteral("no"), QStringLiteral("yes")});
    QTRY_VERIFY(!raised.isEmpty() && raised.last().last() == QStringLiteral("yes"));
    for (const auto &signal : raised) {
        QVERIFY(signal.last() != QStringLiteral("no"));
    }
}

void TestEvents::raise_onAnotherNode_arrivesHere()
{
    QFETCH_GLOBAL(QString, backend);
    if (backend == QLatin1String("sqlite")) {
        return; // A file is for one service.
    }
    Database other(m_records->settings());
    QSignalSpy raised(&m_database->events(), &EventSignal::raised);
    raise(other, {QStringLiteral("from the other")});
    QTRY_VERIFY(!raised.isEmpty() && raised.last().last() == QStringLiteral("from the other"));
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
