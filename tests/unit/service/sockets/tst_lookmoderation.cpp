#include "service/sockets/internal/lookmoderation.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Sockets;

class TestLookModeration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pause_growsWithTheWork_data()
    {
        QTest::addColumn<double>("partOfCore");
        QTest::addColumn<qint64>("pauseUs");
        QTest::newRow("idle") << 0.0 << qint64(0);
        QTest::newRow("one call") << 0.01 << qint64(0);
        QTest::newRow("quiet") << 0.05 << qint64(0);
        QTest::newRow("busy") << 0.15 << qint64(20'000);
        QTest::newRow("busier") << 0.25 << qint64(40'000);
        QTest::newRow("very busy") << 0.35 << qint64(60'000);
        QTest::newRow("no room left") << 1.0 << qint64(60'000);
    }
    void pause_growsWithTheWork()
    {
        QFETCH(double, partOfCore);
        QFETCH(qint64, pauseUs);
        const auto pause = LookModeration::pauseAt(partOfCore);
        QVERIFY2(qAbs(pause.count() - pauseUs) <= 1, qPrintable(QString::number(pause.count())));
    }

    /// The clock is told; the work is this thread's own, and real.
    void pause_followsWhatTheThreadUses()
    {
        LookModeration moderation;
        const Instant begin = std::chrono::steady_clock::now();
        (void)moderation.pauseAfter(begin);
        volatile double work = 0;
        while (std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(200)) {
            work = work + 1;
        }
        const Microseconds busy = moderation.pauseAfter(begin + std::chrono::milliseconds(260));
        QVERIFY2(busy > Microseconds(0), qPrintable(QString::number(busy.count())));
        QCOMPARE(moderation.pauseAfter(begin + std::chrono::milliseconds(300)), busy); // Not measured again so soon.
        QCOMPARE(moderation.pauseAfter(begin + std::chrono::seconds(100)), Microseconds(0));
    }
};

QTEST_APPLESS_MAIN(TestLookModeration)
#include "tst_lookmoderation.moc"
