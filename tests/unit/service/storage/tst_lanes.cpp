#include "service/storage/internal/lanes.h"

#include <QTest>

#include <atomic>
#include <map>
#include <thread>

using namespace Frontdesk::Storage;

class TestLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void take_oneLane_givesTheOrder();
    void take_laneAtWork_givesOtherLanes();
    void take_busyLane_letsOthersHaveTheirTurn();
    void take_noLane_givesAllAtOnce();
    void takeAlso_othersThatCanWait_areTakenUpToTheUrgent();
    void takeAlso_nothingUrgent_waitsForMore();
    void end_itemsLeft_areGivenOutFirst();
    void manyThreads_manyLanes_keepEachLanesOrder();
};

void TestLanes::take_oneLane_givesTheOrder()
{
    Lanes<int> lanes;
    for (int i = 0; i < 3; ++i) {
        lanes.add(QStringLiteral("a"), i);
    }
    for (int i = 0; i < 3; ++i) {
        const auto taken = lanes.take();
        QCOMPARE(taken->second, i);
        lanes.done(taken->first);
    }
}

void TestLanes::take_laneAtWork_givesOtherLanes()
{
    Lanes<int> lanes;
    lanes.add(QStringLiteral("a"), 1);
    lanes.add(QStringLiteral("a"), 2);
    lanes.add(QStringLiteral("b"), 3);
    QCOMPARE(lanes.take()->second, 1);
    QCOMPARE(lanes.take()->second, 3);
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.take()->second, 2);
}

void TestLanes::take_busyLane_letsOthersHaveTheirTurn()
{
    Lanes<int> lanes;
    for (int i = 0; i < 100; ++i) {
        lanes.add(QStringLiteral("busy"), i);
    }
    lanes.add(QStringLiteral("calm"), 1000);
    lanes.done(lanes.take()->first);
    QCOMPARE(lanes.take()->second, 1000);
}

void TestLanes::take_noLane_givesAllAtOnce()
{
    Lanes<int> lanes;
    lanes.add({}, 1);
    lanes.add({}, 2);
    QCOMPARE(lanes.take()->second, 1);
    QCOMPARE(lanes.take()->second, 2);
}

void TestLanes::takeAlso_othersThatCanWait_areTakenUpToTheUrgent()
{
    using Queue = Lanes<int>;
    const auto never = std::chrono::steady_clock::time_point::max();
    Queue lanes;
    for (int i = 1; i <= 4; ++i) {
        lanes.add(QStringLiteral("a"), i, Queue::Urgency::CanWait);
    }
    lanes.add(QStringLiteral("a"), 5);
    lanes.add(QStringLiteral("a"), 6, Queue::Urgency::CanWait);
    QCOMPARE(lanes.take()->second, 1);
    QCOMPARE(lanes.takeAlso(QStringLiteral("a"), never, 2), (std::vector{2, 3}));
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.size(), 3);
    QCOMPARE(lanes.take()->second, 4);
    QCOMPARE(lanes.takeAlso(QStringLiteral("a"), never, 2), std::vector<int>{});
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.take()->second, 5);
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.take()->second, 6);
    QCOMPARE(lanes.takeAlso(QStringLiteral("a"), {}, 2), std::vector<int>{});
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.size(), 0);
}

void TestLanes::takeAlso_nothingUrgent_waitsForMore()
{
    using Queue = Lanes<int>;
    Queue lanes;
    lanes.add(QStringLiteral("a"), 1, Queue::Urgency::CanWait);
    QCOMPARE(lanes.take()->second, 1);
    std::thread giver([&lanes] {
        lanes.add(QStringLiteral("a"), 2, Queue::Urgency::CanWait);
        lanes.add(QStringLiteral("b"), 3);
    });
    // Ends with the urgent one, of whatever lane.
    const auto also = lanes.takeAlso(QStringLiteral("a"), std::chrono::steady_clock::time_point::max(), 9);
    giver.join();
    QCOMPARE(also, std::vector{2});
    lanes.done(QStringLiteral("a"));
    QCOMPARE(lanes.take()->second, 3);
}

void TestLanes::end_itemsLeft_areGivenOutFirst()
{
    Lanes<int> lanes;
    lanes.add(QStringLiteral("a"), 1);
    lanes.add(QStringLiteral("a"), 2);
    lanes.end();
    for (int i = 1; i <= 2; ++i) {
        const auto taken = lanes.take();
        QCOMPARE(taken->second, i);
        lanes.done(taken->first);
    }
    QVERIFY(!lanes.take());
}

void TestLanes::manyThreads_manyLanes_keepEachLanesOrder()
{
    constexpr int LaneCount = 7;
    constexpr int Each = 500;
    Lanes<int> lanes;
    std::array<int, LaneCount> last{};
    std::array<std::atomic<int>, LaneCount> atWork{};
    std::atomic<int> wrong = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) {
        workers.emplace_back([&] {
            while (const auto taken = lanes.take()) {
                const auto lane = static_cast<size_t>(taken->first.toInt());
                wrong += ++atWork[lane] != 1;
                wrong += taken->second != ++last[lane];
                --atWork[lane];
                lanes.done(taken->first);
            }
        });
    }
    for (int i = 1; i <= Each; ++i) {
        for (int lane = 0; lane < LaneCount; ++lane) {
            lanes.add(QString::number(lane), i);
        }
    }
    lanes.end();
    for (std::thread &worker : workers) {
        worker.join();
    }
    QCOMPARE(wrong.load(), 0);
    for (const int count : last) {
        QCOMPARE(count, Each);
    }
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
