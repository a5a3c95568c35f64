#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Milliseconds;
using Frontdesk::Client::Session;
using Frontdesk::Tests::FakeService;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<Frontdesk::Tests::DeskFixture>(); }
    void cleanup() { m.reset(); }

    void serverUrl_ofWhatPeopleType_isAnAddressOrNothing_data();
    void serverUrl_ofWhatPeopleType_isAnAddressOrNothing();
    void signIn_withWrongPassword_saysSo();
    void signIn_withTwoSteps_asksForTheCode();
    void signIn_whenDeactivated_saysWhomToAsk();
    void signIn_withStay_keepsOnlyTheRefreshToken();
    void signIn_withoutStay_keepsNothing();
    void restore_withKeptToken_signsInWithoutPassword();
    void resume_withAnothersToken_signsInWithoutKeepingIt();
    void restore_withWorthlessToken_asksAgain();
    void access_beforeItEnds_isRenewed();
    void lock_hidesAndUnlocksWithThePassword();
    void lock_whenNobodyTouchesTheDesk_comesByItself();
    void signOut_forgetsEverything();

private:
    [[nodiscard]] Session &session() { return *m->desk->session(); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestSession::serverUrl_ofWhatPeopleType_isAnAddressOrNothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("bare") << u" desk.example.com "_s << u"https://desk.example.com"_s;
    QTest::newRow("port") << u"desk.example.com:8443"_s << u"https://desk.example.com:8443"_s;
    QTest::newRow("https") << u"https://desk.example.com/"_s << u"https://desk.example.com"_s;
    QTest::newRow("plain") << u"http://desk.example.com"_s << QString();
    QTest::newRow("plain local") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("words") << u"our server"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSession::serverUrl_ofWhatPeopleType_isAnAddressOrNothing()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    QCOMPARE(Session::serverUrl(typed).toString(), address);
}

void TestSession::signIn_withWrongPassword_saysSo()
{
    session().signIn(m->service.url().toString(), u"ana@oakstreet.example"_s, u"wrong"_s, false);
    QTRY_VERIFY(!session().problem().isEmpty());
    QCOMPARE(session().state(), Session::State::SignedOut);
    QVERIFY(!session().busy());
}

void TestSession::signIn_withTwoSteps_asksForTheCode()
{
    FakeService strict;
    session().signIn(strict.url().toString(), u"grace@oakstreet.example"_s, FakeService::Password, false);
    QTRY_COMPARE(session().state(), Session::State::CodeNeeded);
    session().submitCode(u"000000"_s);
    QTRY_VERIFY(!session().problem().isEmpty());
    QCOMPARE(session().state(), Session::State::CodeNeeded);
    session().submitCode(u" 123456 "_s);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    QCOMPARE(session().userName(), u"Grace Kim"_s);
    QCOMPARE(session().clinicName(), u"Oak Street Clinic"_s);
    m->desk.reset();
}

void TestSession::signIn_whenDeactivated_saysWhomToAsk()
{
    session().signIn(m->service.url().toString(), u"rob@oakstreet.example"_s, FakeService::Password, false);
    QTRY_VERIFY(session().problem().contains(u"administrator"_s));
}

void TestSession::signIn_withStay_keepsOnlyTheRefreshToken()
{
    session().signIn(m->service.url().toString(), u"Ana@oakstreet.example"_s.toLower(), FakeService::Password, true);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    QCOMPARE(m->secrets.kept.size(), 1);
    QVERIFY(m->secrets.kept.begin().value().startsWith(u"r-"_s));
}

void TestSession::signIn_withoutStay_keepsNothing()
{
    QVERIFY(m->signIn());
    QVERIFY(m->secrets.kept.isEmpty());
}

void TestSession::restore_withKeptToken_signsInWithoutPassword()
{
    session().signIn(m->service.url().toString(), u"ana@oakstreet.example"_s, FakeService::Password, true);
    QTRY_VERIFY(m->desk->tasks()->loaded());
    m->desk = std::make_unique<Frontdesk::Desktop::Desk>(m->time, &m->secrets);
    m->desk->start();
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    QCOMPARE(session().userName(), u"Ana Torres"_s);
    QTRY_VERIFY(m->desk->tasks()->loaded());
}

void TestSession::resume_withAnothersToken_signsInWithoutKeepingIt()
{
    session().signIn(m->service.url().toString(), u"ana@oakstreet.example"_s, FakeService::Password, true);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    const auto token = m->secrets.kept.constBegin().value();
    const auto desk = m->anotherDesk();
    desk->session()->resume(m->service.url().toString(), token);
    QTRY_COMPARE(desk->session()->state(), Session::State::SignedIn);
    QCOMPARE(desk->session()->email(), u"ana@oakstreet.example"_s);
    QTRY_VERIFY(desk->tasks()->loaded());
}

void TestSession::restore_withWorthlessToken_asksAgain()
{
    session().signIn(m->service.url().toString(), u"ana@oakstreet.example"_s, FakeService::Password, true);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
    m->service.endSessions();
    m->desk = std::make_unique<Frontdesk::Desktop::Desk>(m->time, &m->secrets);
    m->desk->start();
    QTRY_VERIFY(!session().problem().isEmpty());
    QCOMPARE(session().state(), Session::State::SignedOut);
    QVERIFY(m->secrets.kept.isEmpty());
}

void TestSession::access_beforeItEnds_isRenewed()
{
    QVERIFY(m->signIn());
    session().setIdleMinutes(0);
    const auto before = m->desk->api()->accessToken();
    m->time.advance(Milliseconds(839'000));
    QCOMPARE(m->desk->api()->accessToken(), before);
    m->time.advance(Milliseconds(2'000));
    QTRY_VERIFY(m->desk->api()->accessToken() != before);
    QCOMPARE(session().state(), Session::State::SignedIn);
}

void TestSession::lock_hidesAndUnlocksWithThePassword()
{
    QVERIFY(m->signIn());
    session().lock();
    QCOMPARE(session().state(), Session::State::Locked);
    session().unlock(u"wrong"_s);
    QTRY_VERIFY(!session().problem().isEmpty());
    QCOMPARE(session().state(), Session::State::Locked);
    session().unlock(FakeService::Password);
    QTRY_COMPARE(session().state(), Session::State::SignedIn);
}

void TestSession::lock_whenNobodyTouchesTheDesk_comesByItself()
{
    QVERIFY(m->signIn());
    session().setIdleMinutes(5);
    m->time.advance(std::chrono::minutes(4));
    session().touch();
    m->time.advance(std::chrono::minutes(4));
    QCOMPARE(session().state(), Session::State::SignedIn);
    m->time.advance(std::chrono::minutes(1));
    QCOMPARE(session().state(), Session::State::Locked);
}

void TestSession::signOut_forgetsEverything()
{
    QVERIFY(m->signIn());
    session().signOut();
    QCOMPARE(session().state(), Session::State::SignedOut);
    QVERIFY(m->desk->api()->accessToken().isEmpty());
    QCOMPARE(m->desk->tasks()->count(), 0);
    QCOMPARE(m->desk->escalations()->count(), 0);
    QCOMPARE(m->desk->live()->state(), Frontdesk::Client::LiveConnection::State::Closed);
    QTRY_VERIFY(m->service.requests().contains(u"POST /auth/sign-out"_s));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
