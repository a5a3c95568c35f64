#include "shared/core/pending.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace Frontdesk;

class TestPending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void default_standsForNothing()
    {
        QVERIFY(!Pending<int>().isValid());
        QVERIFY(Promise<int>().pending().isValid());
    }

    void then_beforeTheValue_isCalledWithIt()
    {
        const Promise<int> promise;
        int heard = 0;
        promise.pending().then([&heard](int value) { heard = value; });
        QVERIFY(!promise.pending().isFinished());
        QCOMPARE(heard, 0);
        promise.give(7);
        QVERIFY(promise.pending().isFinished());
        QCOMPARE(heard, 7);
    }

    void then_afterTheValue_isCalledAtOnce()
    {
        int heard = 0;
        known(7).then([&heard](int value) { heard = value; });
        QCOMPARE(heard, 7);
    }

    void then_severalTimes_callsEachInTurn()
    {
        const Promise<int> promise;
        QString order;
        promise.pending().then([&order](int) { order += QLatin1Char('a'); });
        promise.pending().then([&order](int) { order += QLatin1Char('b'); });
        promise.give(1);
        QCOMPARE(order, QStringLiteral("ab"));
    }

    void then_whatItReturns_isPendingInTurn()
    {
        const Promise<int> promise;
        const Pending<QString> text = promise.pending().then([](int value) { return value + 1; }).then([](int value) {
            return QString::number(value);
        });
        promise.give(1);
        QCOMPARE(text.result(), QStringLiteral("2"));
    }

    void then_withoutAValue_followsToo()
    {
        const Promise<void> promise;
        bool over = false;
        const Pending<void> after = promise.pending().then([] {}).then([&over] { over = true; });
        QVERIFY(!after.isFinished());
        promise.give();
        QVERIFY(over && after.isFinished());
    }

    void then_moveOnlyFunction_isTaken()
    {
        auto held = std::make_unique<int>(5);
        const auto sum = known(2).then([held = std::move(held)](int value) { return *held + value; });
        QCOMPARE(sum.result(), 7);
    }

    void give_twice_firstCounts()
    {
        const Promise<int> promise;
        int calls = 0;
        promise.pending().then([&calls](int) { ++calls; });
        QVERIFY(promise.give(1));
        QVERIFY(!promise.give(2));
        QCOMPARE(promise.pending().result(), 1);
        QCOMPARE(calls, 1);
    }

    void give_never_freesWhatWaits()
    {
        const auto held = std::make_shared<int>(1);
        {
            const Promise<int> promise;
            promise.pending().then([held](int) {});
            QCOMPARE(held.use_count(), 2L);
        }
        QCOMPARE(held.use_count(), 1L);
    }

    void result_onAnotherThread_waitsForIt()
    {
        const Promise<int> promise;
        std::atomic<int> heard = 0;
        std::thread waits([&] { heard = promise.pending().result(); });
        promise.give(3);
        waits.join();
        QCOMPARE(heard.load(), 3);
    }

    void then_inTheMomentOfGiving_isCalledOnce()
    {
        constexpr int Rounds = 20'000;
        std::vector<Promise<int>> promises(Rounds);
        std::vector<std::atomic<int>> calls(Rounds);
        std::atomic<int> reached = -1;
        std::thread gives([&] {
            for (int round = 0; round < Rounds; ++round) {
                while (reached.load(std::memory_order_acquire) < round) {
                }
                promises[static_cast<size_t>(round)].give(round);
            }
        });
        for (int round = 0; round < Rounds; ++round) {
            const Promise<int> promise = promises[static_cast<size_t>(round)];
            auto &counted = calls[static_cast<size_t>(round)];
            reached.store(round, std::memory_order_release);
            promise.pending().then([&counted](int) { ++counted; });
        }
        gives.join();
        QVERIFY(std::all_of(calls.begin(), calls.end(), [](const auto &count) { return count == 1; }));
    }

    void thenOnContext_givenElsewhere_isCalledOnItsThread()
    {
        const Promise<int> promise;
        QObject context;
        QThread *calledOn = nullptr;
        promise.pending().then(&context, [&calledOn](int) { calledOn = QThread::currentThread(); });
        std::thread gives([&] { promise.give(1); });
        gives.join();
        QVERIFY(!calledOn);
        QTRY_COMPARE(calledOn, QThread::currentThread());
    }

    void thenOnContext_gone_isDropped_data()
    {
        QTest::addColumn<bool>("goneFirst");
        QTest::newRow("before the value") << true;
        QTest::newRow("after the value, before it arrived") << false;
    }
    void thenOnContext_gone_isDropped()
    {
        QFETCH(bool, goneFirst);
        const Promise<int> promise;
        auto context = std::make_unique<QObject>();
        bool called = false;
        const auto held = std::make_shared<int>(1);
        promise.pending().then(context.get(), [&called, held](int) { called = true; });
        if (goneFirst) {
            context.reset();
        }
        promise.give(1);
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QCOMPARE(held.use_count(), 1L);
    }

    void thenOnContext_deletesTheContext_isFine()
    {
        auto context = std::make_unique<QObject>();
        const auto after = known(1).then(context.get(), [&context](int) { context.reset(); });
        QVERIFY(!after.isFinished());
        QTRY_VERIFY(after.isFinished());
        QVERIFY(!context);
    }

    void thenOnPool_runsThere()
    {
        QThreadPool pool;
        QThread *const here = QThread::currentThread();
        const auto elsewhere = known(1).then(&pool, [here](int) { return QThread::currentThread() != here; });
        QVERIFY(elsewhere.result());
    }
};

QTEST_GUILESS_MAIN(TestPending)
#include "tst_pending.moc"
