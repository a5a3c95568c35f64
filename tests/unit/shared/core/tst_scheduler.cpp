#include "shared/core/scheduler.h"

#include <QEventLoop>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <random>

using namespace Frontdesk;

class TestScheduler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void after_delay_runsOnceAndNotEarly();
    void after_zero_runsOnTheNextTurn();
    void after_several_runInOrderOfTheirMoments();
    void job_destroyed_neverRuns();
    void job_destroyedByItself_isSafe();
    void job_destroyedByAnotherOfTheSameMoment_neverRuns();
    void job_thatAddsItselfAgain_leavesTheLoopItsTurn();
    void job_withALoopOfItsOwn_letsTheOthersRun();
    void jobs_thousandsSomeCancelled_allRunInOrderAndNoneEarly();
    void jobs_ofTwoThreads_runEachOnItsOwn();
    void jobs_pendingWhenTheirThreadEnds_areForgotten();
    void job_veryFarOff_neitherRunsNorDisturbs();
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

void TestScheduler::job_destroyedByAnotherOfTheSameMoment_neverRuns()
{
    bool ran = false;
    Scheduler::JobHandle victim;
    bool cancelled = false;
    const auto first = m_scheduler.after(Milliseconds(0), [&] {
        QVERIFY(victim);
        victim.reset();
        cancelled = true;
    });
    victim = m_scheduler.after(Milliseconds(0), [&ran] { ran = true; });
    QTRY_VERIFY(cancelled);
    bool later = false;
    const auto marker = m_scheduler.after(Milliseconds(5), [&later] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!ran);
}

void TestScheduler::job_thatAddsItselfAgain_leavesTheLoopItsTurn()
{
    Scheduler::JobHandle job;
    int runs = 0;
    bool posted = false;
    std::function<void()> again = [&] {
        if (++runs == 1) {
            QMetaObject::invokeMethod(
                this, [&] { posted = true; }, Qt::QueuedConnection);
        }
        if (!posted) {
            job = m_scheduler.after(Milliseconds(0), again);
        }
    };
    job = m_scheduler.after(Milliseconds(0), again);
    QTRY_VERIFY(posted);
    QVERIFY(runs < 10);
}

void TestScheduler::job_withALoopOfItsOwn_letsTheOthersRun()
{
    QEventLoop inner;
    bool returned = false;
    QString order;
    const auto outer = m_scheduler.after(Milliseconds(0), [&] {
        inner.exec();
        returned = true;
    });
    const auto sameMoment = m_scheduler.after(Milliseconds(0), [&order] { order += QLatin1Char('a'); });
    const auto later = m_scheduler.after(Milliseconds(20), [&] {
        order += QLatin1Char('b');
        inner.quit();
    });
    QTRY_VERIFY(returned);
    QCOMPARE(order, QStringLiteral("ab"));
}

void TestScheduler::jobs_thousandsSomeCancelled_allRunInOrderAndNoneEarly()
{
    constexpr size_t Count = 3000;
    std::mt19937 random(20261123); // NOLINT(cert-msc51-cpp): the same every time.
    std::vector<Scheduler::JobHandle> jobs(Count);
    std::vector<Milliseconds> delays(Count);
    std::vector<size_t> ran;
    int early = 0;
    for (size_t i = 0; i < Count; ++i) {
        delays[i] = Milliseconds(random() % 100);
        const Instant due = m_scheduler.now() + delays[i];
        jobs[i] = m_scheduler.after(delays[i], [&, i, due] {
            early += m_scheduler.now() < due ? 1 : 0;
            ran.push_back(i);
            if (i % 2 == 0) {
                jobs[i + 1].reset();
            }
        });
    }
    const auto cancelledAtOnce = [](size_t i) { return i % 10 == 0; };
    for (size_t i = 0; i < Count; i += 10) {
        jobs[i].reset();
    }
    bool last = false;
    const auto marker = m_scheduler.after(Milliseconds(100), [&last] { last = true; });
    QTRY_VERIFY(last);
    QCOMPARE(early, 0);
    for (size_t i = 0; i < Count; ++i) {
        const bool cancelledInTime = i % 2 == 1 && !cancelledAtOnce(i - 1) && delays[i - 1] <= delays[i];
        const bool mustRun = i % 2 == 0 ? !cancelledAtOnce(i) : cancelledAtOnce(i - 1);
        const auto times = std::count(ran.begin(), ran.end(), i);
        QVERIFY(times <= (cancelledAtOnce(i) || cancelledInTime ? 0 : 1));
        QVERIFY(times >= (mustRun ? 1 : 0));
    }
    for (size_t later = 0; later < ran.size(); ++later) {
        const bool overtaken =
            std::any_of(ran.begin(), ran.begin() + static_cast<ptrdiff_t>(later),
                        [&](size_t before) { return ran[later] < before && delays[ran[later]] <= delays[before]; });
        QVERIFY(!overtaken);
    }
}

void TestScheduler::jobs_ofTwoThreads_runEachOnItsOwn()
{
    constexpr int Count = 500;
    const auto work = [this](QThread *&ranOn, int &runs) {
        QEventLoop loop;
        std::vector<Scheduler::JobHandle> jobs;
        for (int i = 0; i < Count; ++i) {
            jobs.push_back(m_scheduler.after(Milliseconds(i % 10), [&] {
                ranOn = QThread::currentThread();
                if (++runs == Count) {
                    loop.quit();
                }
            }));
        }
        loop.exec();
    };
    std::array<QThread *, 2> ranOn{};
    std::array<int, 2> runs{};
    std::array<std::unique_ptr<QThread>, 2> threads;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([&, i] { work(ranOn[i], runs[i]); }));
        threads[i]->start();
    }
    for (size_t i = 0; i < threads.size(); ++i) {
        QVERIFY(threads[i]->wait(QDeadlineTimer(10'000)));
        QCOMPARE(runs[i], Count);
        QCOMPARE(ranOn[i], threads[i].get());
    }
}

void TestScheduler::jobs_pendingWhenTheirThreadEnds_areForgotten()
{
    auto witness = std::make_shared<int>(0);
    std::vector<Scheduler::JobHandle> jobs;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        for (int i = 0; i < 3; ++i) {
            jobs.push_back(m_scheduler.after(Milliseconds(0), [witness] { ++*witness; }));
        }
    }));
    thread->start();
    QVERIFY(thread->wait(QDeadlineTimer(10'000)));
    jobs.clear();
    QCOMPARE(*witness, 0);
    QCOMPARE(witness.use_count(), 1L);
}

void TestScheduler::job_veryFarOff_neitherRunsNorDisturbs()
{
    bool ran = false;
    const auto far = m_scheduler.after(std::chrono::hours(24 * 365), [&ran] { ran = true; });
    bool soon = false;
    const auto near = m_scheduler.after(Milliseconds(5), [&soon] { soon = true; });
    QTRY_VERIFY(soon);
    QVERIFY(!ran);
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
