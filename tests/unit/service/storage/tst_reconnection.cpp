#include "service/storage/database.h"
#include "service/storage/internal/storekeeper.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"
#include "tests/support/testkeys.h"
#include "tests/support/virtualscheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;
using Frontdesk::Tests::PrivatePostgres;

/// A PostgreSQL server that goes away and returns.
class TestReconnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void server_killedAndBack_isUsedAgain();
    void server_killed_keepsEverythingAcknowledged();
    void server_restartedBetweenWorks_isNotNoticed();
    void server_killedAndBack_listensAgain();
    void keeper_serverAway_waitsLongerEachTime();

private:
    std::unique_ptr<PrivatePostgres> m_server;
    DatabaseSettings m_settings;
    int m_clinics = 0;

    Pending<Result<ClinicProfile>> addClinic(Database &database);
};

void TestReconnection::initTestCase()
{
    m_server = std::make_unique<PrivatePostgres>();
    m_settings.masterKeys = Frontdesk::Tests::testKeys();
    m_settings.url = m_server->url(m_server->createDatabase());
}

Pending<Result<ClinicProfile>> TestReconnection::addClinic(Database &database)
{
    ClinicProfile clinic = someClinic();
    clinic.number = QStringLiteral("+1555%1").arg(1000000 + m_clinics++);
    return database.run([clinic](Store &store) { return store.clinics().create(clinic, someTime()); });
}

void TestReconnection::server_killedAndBack_isUsedAgain()
{
    Database database(m_settings);
    QVERIFY(addClinic(database).result().ok());
    m_server->kill();
    const auto away = addClinic(database).result();
    QCOMPARE(away.error().code, ErrorCode::Unavailable);
    m_server->start();
    QTRY_VERIFY(addClinic(database).result().ok());
}

void TestReconnection::server_killed_keepsEverythingAcknowledged()
{
    m_settings.connections = 3;
    Database database(m_settings);
    QVERIFY(addClinic(database).result().ok());
    const auto clinic = addClinic(database).result();
    std::vector<Pending<Result<CallRecord>>> answers;
    for (int i = 0; i < 3000; ++i) {
        CallRecord call;
        call.id = CallId::create();
        call.clinicId = clinic->id;
        call.networkCallId = QStringLiteral("CA%1").arg(i);
        call.startedAt = someTime(i);
        answers.push_back(
            database.run(Scope::of(clinic->id, call.id), [call](Store &store) { return store.calls().begin(call); }));
    }
    answers[300].wait();
    m_server->kill();
    std::vector<CallId> acknowledged;
    for (auto &answer : answers) {
        if (const auto kept = answer.result()) {
            acknowledged.push_back(kept->id);
        }
    }
    QVERIFY(acknowledged.size() >= 100);
    m_server->start();
    QTRY_VERIFY(database.ready().result().ok());
    for (const CallId &call : acknowledged) {
        QVERIFY(database.run([call](Store &store) { return store.calls().find(call); }).result().ok());
    }
}

void TestReconnection::server_restartedBetweenWorks_isNotNoticed()
{
    m_settings.connections = 2;
    Database database(m_settings);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(addClinic(database).result().ok());
    }
    m_server->kill();
    m_server->start();
    for (int i = 0; i < 4; ++i) {
        const auto added = addClinic(database).result();
        QVERIFY2(added.ok(), qPrintable(added ? QString() : added.error().message));
    }
}

void TestReconnection::server_killedAndBack_listensAgain()
{
    Database database(m_settings);
    QSignalSpy resumed(&database.events(), &EventSignal::resumed);
    QSignalSpy raised(&database.events(), &EventSignal::raised);
    QVERIFY(database.ready().result().ok());
    // The listener may have begun before anybody watched; then a wake-up shows that it listens.
    while (resumed.isEmpty() && raised.isEmpty()) {
        QVERIFY(database.run([](Store &store) { return store.raise(QStringLiteral("hello"), {}); }).result().ok());
        raised.wait(20);
    }
    resumed.clear();
    m_server->kill();
    m_server->start();
    QTRY_COMPARE(resumed.count(), 1);
    raised.clear();
    QTRY_VERIFY(database.run([](Store &store) { return store.raise(QStringLiteral("again"), {}); }).result().ok());
    QTRY_VERIFY(!raised.isEmpty());
}

void TestReconnection::keeper_serverAway_waitsLongerEachTime()
{
    m_server->kill();
    Frontdesk::Tests::VirtualScheduler clock;
    Preparation preparation;
    EventSignal events;
    KeyCache keys(m_settings.masterKeys, clock);
    StoreKeeper keeper(m_settings, preparation, keys, events, clock);
    QVERIFY(!keeper.enter(Scope::platform()).ok());
    m_server->start();
    // The server is back, but the pause is not over: the answer comes at once and is still the old one.
    QCOMPARE(keeper.enter(Scope::platform()).error().code, ErrorCode::Unavailable);
    clock.advance(StoreKeeper::FirstPause);
    QVERIFY(keeper.enter(Scope::platform()).ok());

    m_server->kill();
    QTRY_VERIFY(!keeper.enter(Scope::platform()).ok());
    Milliseconds pause = StoreKeeper::FirstPause;
    for (int attempt = 0; attempt < 10; ++attempt) {
        clock.advance(pause);
        QVERIFY(!keeper.enter(Scope::platform()).ok());
        pause = std::min(2 * pause, StoreKeeper::LongestPause);
    }
    m_server->start();
    clock.advance(StoreKeeper::LongestPause - Milliseconds(1));
    QVERIFY(!keeper.enter(Scope::platform()).ok());
    clock.advance(Milliseconds(1));
    QVERIFY(keeper.enter(Scope::platform()).ok());
}

QTEST_GUILESS_MAIN(TestReconnection)
#include "tst_reconnection.moc"
