#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::LiveConnection;

class TestLiveConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
    }
    void cleanup() { m.reset(); }

    void event_arrivesAtTheModels();
    void words_arriveWithoutASequence();
    void serverKilled_showsSinceWhenAndTriesAgain();
    void serverRestarted_withChangesMeanwhile_losesAndDoublesNothing();
    void resume_whenTooOld_startsFromASnapshot();
    void token_whenRefused_isRenewedAndTheLineGoesOn();
    void silence_longerThanTwoHeartbeats_isALostLine();
    void retries_growApartUpToAMoment();

private:
    [[nodiscard]] LiveConnection &live() { return *m->desk->live(); }
    /// Lets retries happen until the line is live again.
    [[nodiscard]] bool comesBack()
    {
        return QTest::qWaitFor([this] {
            m->time.advance(Frontdesk::Milliseconds(1000));
            return live().state() == LiveConnection::State::Live;
        });
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestLiveConnection::event_arrivesAtTheModels()
{
    m->service.changeTask(u"t-3"_s, {{u"flagged"_s, true}});
    QTRY_VERIFY(m->desk->tasks()->find(u"t-3"_s)->flagged);
}

void TestLiveConnection::words_arriveWithoutASequence()
{
    const auto before = live().sequence();
    QSignalSpy words(m->desk.get(), &Frontdesk::Desktop::Desk::callWords);
    m->service.pushWords(u"c-live1"_s, 4, u"caller"_s, u"any day next week"_s);
    QVERIFY(words.wait());
    QCOMPARE(words.first().first().toMap().value(u"text"_s).toString(), u"any day next week"_s);
    QCOMPARE(live().sequence(), before);
}

void TestLiveConnection::serverKilled_showsSinceWhenAndTriesAgain()
{
    m->service.goDown();
    QTRY_COMPARE(live().state(), LiveConnection::State::Connecting);
    QCOMPARE(live().offlineSince(), m->time.utcNow());
    const auto lostAt = live().offlineSince();
    m->service.comeBack();
    QVERIFY(comesBack());
    QVERIFY(lostAt.isValid());
    QVERIFY(!live().offlineSince().isValid());
}

void TestLiveConnection::serverRestarted_withChangesMeanwhile_losesAndDoublesNothing()
{
    QSignalSpy resets(m->desk->tasks(), &QAbstractItemModel::modelReset);
    QSignalSpy events(&live(), &LiveConnection::eventArrived);
    const int before = m->desk->tasks()->pendingCount();
    m->service.changeTask(u"t-5"_s, {{u"flagged"_s, true}});
    QTRY_COMPARE(events.count(), 1);
    m->service.goDown();
    QTRY_COMPARE(live().state(), LiveConnection::State::Connecting);
    m->service.changeTask(u"t-3"_s, {{u"status"_s, u"completed"_s}});
    m->service.changeTask(u"t-7"_s, {{u"flagged"_s, true}});
    m->service.comeBack();
    QVERIFY(comesBack());
    QTRY_COMPARE(events.count(), 3);
    QCOMPARE(m->desk->tasks()->pendingCount(), before - 1);
    QVERIFY(m->desk->tasks()->find(u"t-7"_s)->flagged);
    QCOMPARE(m->desk->tasks()->rowOf(u"t-3"_s), -1);
    QCOMPARE(resets.count(), 0);
}

void TestLiveConnection::resume_whenTooOld_startsFromASnapshot()
{
    QSignalSpy snapshots(&live(), &LiveConnection::snapshotArrived);
    m->service.goDown();
    QTRY_COMPARE(live().state(), LiveConnection::State::Connecting);
    m->service.changeTask(u"t-3"_s, {{u"status"_s, u"completed"_s}});
    m->service.forgetEvents();
    m->service.comeBack();
    QTRY_VERIFY((m->time.advance(Frontdesk::Milliseconds(1000)), snapshots.count() == 1));
    QCOMPARE(m->desk->tasks()->rowOf(u"t-3"_s), -1);
}

void TestLiveConnection::token_whenRefused_isRenewedAndTheLineGoesOn()
{
    m->service.expireTokens();
    m->service.closeLive(4401);
    QTRY_VERIFY(m->service.requests().contains(u"POST /auth/refresh"_s));
    QVERIFY(comesBack());
    m->service.changeTask(u"t-3"_s, {{u"flagged"_s, true}});
    QTRY_VERIFY(m->desk->tasks()->find(u"t-3"_s)->flagged);
}

void TestLiveConnection::silence_longerThanTwoHeartbeats_isALostLine()
{
    m->time.advance(LiveConnection::Silence - Frontdesk::Milliseconds(1));
    QCOMPARE(live().state(), LiveConnection::State::Live);
    m->time.advance(Frontdesk::Milliseconds(1));
    QTRY_COMPARE(live().state(), LiveConnection::State::Connecting);
    QVERIFY(comesBack());
}

void TestLiveConnection::retries_growApartUpToAMoment()
{
    m->service.goDown();
    QTRY_COMPARE(live().state(), LiveConnection::State::Connecting);
    QSignalSpy attempts(&live(), &LiveConnection::stateChanged);
    // Each failed attempt changes the state twice: once when it starts, once when it is lost.
    for (int seconds = 0; seconds < 20 && attempts.count() < 6; ++seconds) {
        const int known = attempts.count();
        m->time.advance(Frontdesk::Milliseconds(1000));
        if (attempts.count() > known)
            QTRY_COMPARE(attempts.count() % 2, 0);
    }
    QVERIFY2(attempts.count() >= 6, "three attempts in 20 seconds");
    const int known = attempts.count();
    m->time.advance(Frontdesk::Milliseconds(1000));
    QCOMPARE(attempts.count(), known);
}

QTEST_GUILESS_MAIN(TestLiveConnection)
#include "tst_liveconnection.moc"
