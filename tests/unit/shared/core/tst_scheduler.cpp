#include "shared/core/scheduler.h"

#include <QTest>
#include <QThread>

using namespace Frontdesk;

class TestScheduler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void after_delay_runsOnceAndNotEarly();
    void after_zero_runsOnTheNextTurn();
    void after_several_runInOrderOfTheirMoments();
    void job_destroyed_neverRuns();
    void job_destroyedByItself_isSafe();
    void clock_twoReadings_neverGoBack();

private:
    SystemScheduler m_scheduler;
};

void TestScheduler::after_delay_runsOnceAndNotEarly()
{
    const Instant start = m_scheduler.now();
    Instant ran;
    int runs = 0;
    const auto job = m_scheduler.after(Milliseconds(20), [&] {
        ran = m_scheduler.now();
        ++runs;
    });
    QCOMPARE(runs, 0);
    QTRY_COMPARE(runs, 1);
    QVERIFY(ran - start >= Milliseconds(20));
    bool later = false;
    const auto second = m_scheduler.after(Milliseconds(40), [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(runs, 1);
}

void TestScheduler::after_zero_runsOnTheNextTurn()
{
    bool ran = false;
    const QThread *thread = nullptr;
    const auto job = m_scheduler.after(Milliseconds(0), [&] {
        ran = true;
        thread = QThread::currentThread();
    });
    QVERIFY(!ran);
    QTRY_VERIFY(ran);
    QCOMPARE(thread, QThread::currentThread());
}

void TestScheduler::after_several_runInOrderOfTheirMoments()
{
    QString order;
    const auto third = m_scheduler.after(Milliseconds(60), [&order] { order += QLatin1Char('c'); });
    const auto first = m_scheduler.after(Milliseconds(1), [&order] { order += QLatin1Char('a'); });
    const auto second = m_scheduler.after(Milliseconds(30), [&order] { order += QLatin1Char('b'); });
    QTRY_COMPARE(order, QStringLiteral("abc"));
}

void TestScheduler::job_destroyed_neverRuns()
{
    bool ran = false;
    auto job = m_scheduler.after(Milliseconds(5), [&ran] { ran = true; });
    job.reset();
    bool later = false;
    const auto marker = m_scheduler.after(Milliseconds(20), [&later] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!ran);
}

void TestScheduler::job_destroyedByItself_isSafe()
{
    auto witness = std::make_shared<int>(0);
    Scheduler::JobHandle job;
    job = m_scheduler.after(Milliseconds(0), [&job, witness] {
        job.reset();
        ++*witness;
    });
    QTRY_COMPARE(*witness, 1);
    QTRY_COMPARE(witness.use_count(), 1L);
    QVERIFY(!job);
}

void TestScheduler::clock_twoReadings_neverGoBack()
{
    const SystemClock clock;
    const Instant first = clock.now();
    QVERIFY(clock.now() >= first);
    QCOMPARE(clock.utcNow().timeSpec(), Qt::UTC);
    QCOMPARE(m_scheduler.utcNow().timeSpec(), Qt::UTC);
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
