#include "shared/core/id.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using namespace Frontdesk;

class TestId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newUuid7_any_hasTheFormAndTheTime();
    void newUuid7_many_ascend();
    void newUuid7_manyThreads_neverRepeat();
    void id_values_compareAndHash();
};

void TestId::newUuid7_any_hasTheFormAndTheTime()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QString id = newUuid7();
    static const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
    bool isNumber = false;
    const qint64 milliseconds = (id.left(8) + id.mid(9, 4)).toLongLong(&isNumber, 16);
    QVERIFY(isNumber);
    // Many ids in one millisecond may run ahead of the clock, but never far.
    QVERIFY(milliseconds >= before && milliseconds <= QDateTime::currentMSecsSinceEpoch() + 1000);
}

void TestId::newUuid7_many_ascend()
{
    QString last;
    for (int i = 0; i < 20'000; ++i) {
        const QString next = newUuid7();
        QVERIFY2(last < next, qPrintable(last + QLatin1Char(' ') + next));
        last = next;
    }
}

void TestId::newUuid7_manyThreads_neverRepeat()
{
    constexpr size_t Threads = 4;
    constexpr size_t Each = 5000;
    std::vector<std::vector<QString>> made(Threads);
    std::vector<std::thread> threads;
    for (std::vector<QString> &ids : made) {
        threads.emplace_back([&ids] {
            for (size_t i = 0; i < Each; ++i) {
                ids.push_back(newUuid7());
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QSet<QString> all;
    for (const std::vector<QString> &ids : made) {
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        for (const QString &id : ids) {
            all.insert(id);
        }
    }
    QCOMPARE(all.size(), static_cast<qsizetype>(Threads * Each));
}

void TestId::id_values_compareAndHash()
{
    const CallId first = CallId::create();
    const CallId second = CallId::create();
    QVERIFY(first < second);
    QVERIFY(first != second);
    QCOMPARE(CallId(first.text()), first);
    QCOMPARE(qHash(CallId(first.text())), qHash(first));
    QVERIFY(CallId().isEmpty());
    QVERIFY(!first.isEmpty());
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
