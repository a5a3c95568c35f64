#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestSessionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init();
    void cleanup() { m_fixture.reset(); }

    void signedIn_openSession_isThePersonAsTheyAreNow();
    void signedIn_endedOverOrDeactivated_isNotFound();
    void rotate_token_givesTheNextOne();
    void rotate_usedToken_endsTheSession();
    void rotate_unknownToken_isNotFound();
    void rotate_endedSession_isRefused();
    void rotate_deactivatedPerson_isRefused();
    void ofUser_listsWhatGoesOn();
    void end_anotherPersonsSession_isNotFound();
    void endAll_sparesOne();
    void failures_inTheWindow_addUp();
    void failures_beforeTheWindow_areForgotten();
    void takeBack_countsOneLessAndUnlocks();
    void lock_holdsUntilItsEnd();
    void idempotency_sameRequest_givesWhatWasMade();
    void idempotency_otherRequest_isConflict();

private:
    SessionStore &sessions() { return m_fixture->store().sessions(); }
    SignInFailureStore &failures() { return m_fixture->store().signInFailures(); }
    Session givenSession(const QString &refreshHash, int at = 0)
    {
        const auto opened = sessions().open({.id = {},
                                             .user = m_user.id,
                                             .clinic = m_user.clinicId,
                                             .deviceName = QStringLiteral("Front desk PC"),
                                             .address = QStringLiteral("10.0.0.1"),
                                             .createdAt = someTime(at),
                                             .lastUsedAt = {},
                                             .endsAt = someTime(at + 1000)},
                                            refreshHash);
        return opened ? *opened : Session();
    }

    std::unique_ptr<StoreFixture> m_fixture;
    User m_user;
};

void TestSessionStore::init()
{
    QFETCH_GLOBAL(QString, backend);
    m_fixture = std::make_unique<StoreFixture>(backend);
    m_user.clinicId = m_fixture->givenClinic().id;
    m_user.id = {};
    m_user.email = QStringLiteral("ann@clinic.example");
    m_user.status = UserStatus::Active;
    m_user.role = Role::Receptionist;
    m_user = m_fixture->store().users().create(m_user, someTime()).valueOr({});
}

void TestSessionStore::signedIn_openSession_isThePersonAsTheyAreNow()
{
    const Session session = givenSession(QStringLiteral("r1"));
    m_user.role = Role::Admin;
    QVERIFY(m_fixture->store().users().update(m_user, someTime()).ok());
    const auto user = sessions().signedIn(session.id, someTime(10));
    QVERIFY(user.ok());
    QCOMPARE(user->id, m_user.id);
    QCOMPARE(user->clinicId, m_user.clinicId);
    QCOMPARE(user->role, Role::Admin);
}

void TestSessionStore::signedIn_endedOverOrDeactivated_isNotFound()
{
    const Session session = givenSession(QStringLiteral("r1"));
    QCOMPARE(sessions().signedIn(SessionId::create(), someTime()).error().code, ErrorCode::NotFound);
    QCOMPARE(sessions().signedIn(session.id, someTime(1000)).error().code, ErrorCode::NotFound);
    m_user.status = UserStatus::Deactivated;
    QVERIFY(m_fixture->store().users().update(m_user, someTime()).ok());
    QCOMPARE(sessions().signedIn(session.id, someTime()).error().code, ErrorCode::NotFound);
    m_user.status = UserStatus::Active;
    QVERIFY(m_fixture->store().users().update(m_user, someTime()).ok());
    QVERIFY(sessions().signedIn(session.id, someTime()).ok());
    QVERIFY(sessions().end(m_user.id, session.id, someTime(1)).ok());
    QCOMPARE(sessions().signedIn(session.id, someTime()).error().code, ErrorCode::NotFound);
}

void TestSessionStore::rotate_token_givesTheNextOne()
{
    const Session session = givenSession(QStringLiteral("r1"));
    const auto rotated = sessions().rotate(QStringLiteral("r1"), QStringLiteral("r2"), QStringLiteral("10.0.0.2"),
                                           someTime(500), someTime(1500));
    QVERIFY(rotated.ok());
    QCOMPARE(rotated->id, session.id);
    QCOMPARE(rotated->user, m_user.id);
    QCOMPARE(rotated->address, QStringLiteral("10.0.0.2"));
    QCOMPARE(rotated->lastUsedAt, someTime(500));
    QVERIFY(sessions().signedIn(session.id, someTime(1400)).ok());
    QVERIFY(sessions().rotate(QStringLiteral("r2"), QStringLiteral("r3"), {}, someTime(501), someTime(1500)).ok());
}

void TestSessionStore::rotate_usedToken_endsTheSession()
{
    const Session session = givenSession(QStringLiteral("r1"));
    QVERIFY(sessions().rotate(QStringLiteral("r1"), QStringLiteral("r2"), {}, someTime(1), someTime(1500)).ok());
    QCOMPARE(
        sessions().rotate(QStringLiteral("r1"), QStringLiteral("r9"), {}, someTime(2), someTime(1500)).error().code,
        ErrorCode::Refused);
    QCOMPARE(sessions().signedIn(session.id, someTime(2)).error().code, ErrorCode::NotFound);
    QCOMPARE(
        sessions().rotate(QStringLiteral("r2"), QStringLiteral("r3"), {}, someTime(3), someTime(1500)).error().code,
        ErrorCode::Refused);
    QCOMPARE(
        sessions().rotate(QStringLiteral("r9"), QStringLiteral("r3"), {}, someTime(3), someTime(1500)).error().code,
        ErrorCode::NotFound);
}

void TestSessionStore::rotate_unknownToken_isNotFound()
{
    QCOMPARE(sessions().rotate(QStringLiteral("r1"), QStringLiteral("r2"), {}, someTime(), someTime(9)).error().code,
             ErrorCode::NotFound);
}

void TestSessionStore::rotate_endedSession_isRefused()
{
    const Session session = givenSession(QStringLiteral("r1"));
    QVERIFY(sessions().end(m_user.id, session.id, someTime(1)).ok());
    QCOMPARE(sessions().rotate(QStringLiteral("r1"), QStringLiteral("r2"), {}, someTime(2), someTime(9)).error().code,
             ErrorCode::Refused);
    givenSession(QStringLiteral("s1"));
    QCOMPARE(
        sessions().rotate(QStringLiteral("s1"), QStringLiteral("s2"), {}, someTime(1001), someTime(2000)).error().code,
        ErrorCode::Refused);
}

void TestSessionStore::rotate_deactivatedPerson_isRefused()
{
    givenSession(QStringLiteral("r1"));
    m_user.status = UserStatus::Deactivated;
    QVERIFY(m_fixture->store().users().update(m_user, someTime()).ok());
    QCOMPARE(sessions().rotate(QStringLiteral("r1"), QStringLiteral("r2"), {}, someTime(2), someTime(9)).error().code,
             ErrorCode::Refused);
}

void TestSessionStore::ofUser_listsWhatGoesOn()
{
    const Session older = givenSession(QStringLiteral("r1"), 0);
    const Session newer = givenSession(QStringLiteral("r2"), 10);
    const Session ended = givenSession(QStringLiteral("r3"), 20);
    QVERIFY(sessions().end(m_user.id, ended.id, someTime(21)).ok());
    const auto all = sessions().ofUser(m_user.id, someTime(30));
    QCOMPARE(all->size(), size_t{2});
    QCOMPARE(all->front().id, newer.id);
    QCOMPARE(all->front().deviceName, QStringLiteral("Front desk PC"));
    QCOMPARE(all->back().id, older.id);
    QVERIFY(sessions().ofUser(UserId::create(), someTime())->empty());
}

void TestSessionStore::end_anotherPersonsSession_isNotFound()
{
    const Session session = givenSession(QStringLiteral("r1"));
    QCOMPARE(sessions().end(UserId::create(), session.id, someTime(1)).error().code, ErrorCode::NotFound);
    QVERIFY(sessions().signedIn(session.id, someTime(2)).ok());
}

void TestSessionStore::endAll_sparesOne()
{
    const Session kept = givenSession(QStringLiteral("r1"));
    const Session other = givenSession(QStringLiteral("r2"));
    QCOMPARE(sessions().endAll(m_user.id, kept.id, someTime(1)).valueOr(0), qint64{1});
    QVERIFY(sessions().signedIn(kept.id, someTime(2)).ok());
    QVERIFY(!sessions().signedIn(other.id, someTime(2)).ok());
    QCOMPARE(sessions().endAll(m_user.id, {}, someTime(3)).valueOr(0), qint64{1});
}

void TestSessionStore::failures_inTheWindow_addUp()
{
    const QString who = QStringLiteral("person");
    QCOMPARE(failures().count(who, someTime(0), someTime(-900)).valueOr(0), 1);
    QCOMPARE(failures().count(who, someTime(1), someTime(-899)).valueOr(0), 2);
    QCOMPARE(failures().count(QStringLiteral("other"), someTime(1), someTime(-899)).valueOr(0), 1);
    QVERIFY(failures().forget(who).ok());
    QCOMPARE(failures().count(who, someTime(2), someTime(-898)).valueOr(0), 1);
}

void TestSessionStore::failures_beforeTheWindow_areForgotten()
{
    const QString who = QStringLiteral("person");
    QVERIFY(failures().count(who, someTime(0), someTime(-900)).ok());
    QVERIFY(failures().count(who, someTime(10), someTime(-890)).ok());
    QCOMPARE(failures().count(who, someTime(1000), someTime(100)).valueOr(0), 1);
    QCOMPARE(failures().count(who, someTime(1001), someTime(101)).valueOr(0), 2);
}

void TestSessionStore::takeBack_countsOneLessAndUnlocks()
{
    const QString who = QStringLiteral("person");
    QVERIFY(failures().count(who, someTime(), someTime(-900)).ok());
    QVERIFY(failures().count(who, someTime(), someTime(-900)).ok());
    QVERIFY(failures().lock(who, someTime(60)).ok());
    QVERIFY(failures().takeBack(who).ok());
    QVERIFY(!failures().lockedUntil(who, someTime()).valueOr(someTime()).isValid());
    QCOMPARE(failures().count(who, someTime(), someTime(-900)).valueOr(0), 2);
    QVERIFY(failures().takeBack(QStringLiteral("nobody")).ok());
}

void TestSessionStore::lock_holdsUntilItsEnd()
{
    const QString who = QStringLiteral("person");
    QVERIFY(!failures().lockedUntil(who, someTime()).valueOr(someTime()).isValid());
    QVERIFY(failures().count(who, someTime(), someTime(-900)).ok());
    QVERIFY(failures().lock(who, someTime(60)).ok());
    QCOMPARE(failures().lockedUntil(who, someTime(59)).valueOr({}), someTime(60));
    QVERIFY(!failures().lockedUntil(who, someTime(60)).valueOr(someTime()).isValid());
}

void TestSessionStore::idempotency_sameRequest_givesWhatWasMade()
{
    IdempotencyStore &keys = m_fixture->store().idempotency();
    const QString key = QStringLiteral("k1");
    QCOMPARE(keys.made(m_user.id, key, QStringLiteral("h")).error().code, ErrorCode::NotFound);
    QVERIFY(keys.keep(m_user.id, m_user.clinicId, key, QStringLiteral("h"), QStringLiteral("id1"), someTime()).ok());
    QCOMPARE(keys.made(m_user.id, key, QStringLiteral("h")).valueOr({}), QStringLiteral("id1"));
    QCOMPARE(keys.keep(m_user.id, {}, key, QStringLiteral("h"), QStringLiteral("id2"), someTime()).error().code,
             ErrorCode::Conflict);
}

void TestSessionStore::idempotency_otherRequest_isConflict()
{
    IdempotencyStore &keys = m_fixture->store().idempotency();
    QVERIFY(
        keys.keep(m_user.id, {}, QStringLiteral("k1"), QStringLiteral("h"), QStringLiteral("id1"), someTime()).ok());
    QCOMPARE(keys.made(m_user.id, QStringLiteral("k1"), QStringLiteral("other")).error().code, ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(TestSessionStore)
#include "tst_sessionstore.moc"
