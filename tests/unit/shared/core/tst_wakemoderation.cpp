#include "shared/core/wakemoderation.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace Frontdesk;

namespace {

/// How often an event loop that works 5 ms at each look comes round in `time`.
int looksIn(Milliseconds time)
{
    QEventLoop loop;
    QTimer work;
    int looks = 0;
    QObject::connect(&work, &QTimer::timeout, &loop, [&] {
        ++looks;
        QElapsedTimer busy;
        busy.start();
        while (busy.nsecsElapsed() < 5'000'000) {
        }
    });
    work.start(0);
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
    return looks;
}

} // namespace

class TestWakeModeration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pause_growsWithTheWork_data()
    {
        QTest::addColumn<double>("partOfCore");
        QTest::addColumn<qint64>("pauseUs");
        QTest::newRow("idle") << 0.0 << qint64(0);
        QTest::newRow("one call") << 0.01 << qint64(0);
        QTest::newRow("quiet") << 0.05 << qint64(0);
        QTest::newRow("half way") << 0.10 << qint64(10'000);
        QTest::newRow("busy") << 0.15 << qint64(20'000);
        QTest::newRow("no room left") << 1.0 << qint64(20'000);
    }
    void pause_growsWithTheWork()
    {
        QFETCH(double, partOfCore);
        QFETCH(qint64, pauseUs);
        const auto pause = WakeModeration().pauseAt(partOfCore);
        QVERIFY2(qAbs(pause.count() - pauseUs) <= 1, qPrintable(QString::number(pause.count())));
    }

    void pause_neverLongerThanAsked() { QCOMPARE(WakeModeration(Milliseconds(5)).pauseAt(1.0), Microseconds(5'000)); }

    void busyThread_looksLessOften()
    {
        constexpr Milliseconds Time{1500};
        // The first quarter of a second is measured; then a look at most every 20 ms.
        constexpr int Most = 250 / 5 + 1250 / 20 + 1;
        const WakeModeration moderation;
        const int looks = looksIn(Time);
        QVERIFY2(looks > 1 && looks <= Most, qPrintable(QString::number(looks)));
    }
};

QTEST_GUILESS_MAIN(TestWakeModeration)
#include "tst_wakemoderation.moc"
