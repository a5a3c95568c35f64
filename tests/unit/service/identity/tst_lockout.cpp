#include "service/identity/lockout.h"

#include <QTest>

using namespace Frontdesk::Identity;
using namespace std::chrono_literals;

class TestLockout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewFailures_doNotLock()
    {
        QCOMPARE(lockAfter(0, PersonLockout), 0s);
        QCOMPARE(lockAfter(4, PersonLockout), 0s);
        QCOMPARE(lockAfter(30, AddressLockout), 0s);
    }
    void furtherFailures_lockTwiceAsLong()
    {
        QCOMPARE(lockAfter(5, PersonLockout), 30s);
        QCOMPARE(lockAfter(6, PersonLockout), 60s);
        QCOMPARE(lockAfter(7, PersonLockout), 120s);
    }
    void manyFailures_lockForTheLongest()
    {
        QCOMPARE(lockAfter(20, PersonLockout), 900s);
        QCOMPARE(lockAfter(2'000'000'000, PersonLockout), 900s);
    }
};

QTEST_GUILESS_MAIN(TestLockout)
#include "tst_lockout.moc"
