#include "tests/realservice/realservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Milliseconds;
using Frontdesk::Client::LiveConnection;
using Frontdesk::Queue::TaskModel;
using Frontdesk::Queue::TaskRow;
using Frontdesk::Tests::RealDesk;
using Frontdesk::Tests::RealService;

/// The service dies and comes back while people work.
class TestDeskOffline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void reconnect_afterACrash_losesAndDoublesNothing();
    void action_whileOffline_isTakenBackAndSaysSo();

private:
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<RealService> m_service;
    std::unique_ptr<RealDesk> m_ana;
};

void TestDeskOffline::init()
{
    m_settings = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_settings->path().toLocal8Bit());
    m_service = std::make_unique<RealService>();
    m_ana = std::make_unique<RealDesk>(*m_service);
    QVERIFY(m_ana->signIn(RealService::Ana));
    QTRY_COMPARE((*m_ana)->live()->state(), LiveConnection::State::Live);
}

void TestDeskOffline::cleanup()
{
    m_ana.reset();
    m_service.reset();
}

void TestDeskOffline::reconnect_afterACrash_losesAndDoublesNothing()
{
    auto &tasks = *(*m_ana)->tasks();
    const auto claimed = m_ana->taskOf(u"Ruth Goldberg"_s);
    const auto completed = m_ana->taskOf(u"Harold Nguyen"_s);
    tasks.setShow(TaskModel::Show::New);
    (*m_ana)->detail()->setTaskId(completed);
    QTRY_VERIFY((*m_ana)->detail()->ready());
    const int pending = tasks.pendingCount();
    const auto seen = (*m_ana)->live()->sequence();

    m_service->kill();
    QTRY_COMPARE((*m_ana)->live()->state(), LiveConnection::State::Connecting);
    QVERIFY((*m_ana)->live()->offlineSince().isValid());
    m_service->start();
    {
        // Ana's desk still waits before its next attempt; Grace is faster.
        RealDesk grace(*m_service);
        QVERIFY(grace.signIn(RealService::Grace));
        grace->actions()->claim(claimed);
        QTRY_COMPARE(grace->tasks()->find(claimed)->version, 2);
        grace->actions()->complete(completed);
        QTRY_COMPARE(grace->tasks()->find(completed)->version, 2);
    }
    QSignalSpy snapshots((*m_ana)->live(), &LiveConnection::snapshotArrived);
    QSignalSpy events((*m_ana)->live(), &LiveConnection::eventArrived);
    QCOMPARE(tasks.find(claimed)->assigneeName, QString());
    m_ana->time.advance(LiveConnection::LongestRetry * 2);
    QTRY_COMPARE((*m_ana)->live()->state(), LiveConnection::State::Live);
    QTRY_COMPARE(tasks.find(claimed)->assigneeName, u"Grace Kim"_s);
    QTRY_COMPARE(tasks.find(completed)->status, TaskRow::Status::Completed);
    QTRY_COMPARE((*m_ana)->detail()->task().value(u"status"_s).toString(), u"completed"_s);
    QCOMPARE(tasks.pendingCount(), pending - 2);
    QCOMPARE(tasks.inProgressCount() > 0, true);
    // It went on where it stood: two changes, each once.
    QCOMPARE(snapshots.count(), 0);
    QCOMPARE(events.count(), 2);
    QCOMPARE((*m_ana)->live()->sequence(), seen + 2);
    QSet<QString> shown;
    for (int row = 0; row < tasks.count(); ++row)
        shown.insert(tasks.idAt(row));
    QCOMPARE(int(shown.size()), tasks.count());
}

void TestDeskOffline::action_whileOffline_isTakenBackAndSaysSo()
{
    const auto id = m_ana->taskOf(u"Thomas Weber"_s);
    m_service->kill();
    QTRY_COMPARE((*m_ana)->live()->state(), LiveConnection::State::Connecting);
    QSignalSpy refused((*m_ana)->actions(), &Frontdesk::Queue::TaskActions::refused);
    (*m_ana)->actions()->complete(id);
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(1).toString().startsWith(u"The server cannot be reached."_s));
    QCOMPARE((*m_ana)->tasks()->find(id)->status, TaskRow::Status::Pending);
}

QTEST_GUILESS_MAIN(TestDeskOffline)
#include "tst_deskoffline.moc"
