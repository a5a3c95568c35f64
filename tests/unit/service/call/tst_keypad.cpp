#include "service/call/keypad.h"
#include "tests/support/virtualscheduler.h"

#include <QTest>

using namespace Frontdesk;

class TestKeypad : public QObject {
    Q_OBJECT

    QStringList type(const char *keys, Milliseconds between, Milliseconds after)
    {
        QStringList entries;
        Tests::VirtualScheduler scheduler;
        Call::Keypad keypad(scheduler, [&](const QString &entry) { entries << entry; });
        for (const char *key = keys; *key; ++key) {
            keypad.press(QLatin1Char(*key));
            scheduler.advance(between);
        }
        scheduler.advance(after);
        return entries;
    }

private Q_SLOTS:
    void tenDigits_completeAtOnce()
    {
        QCOMPARE(type("2125550123", Milliseconds(200), Milliseconds(0)), QStringList{QStringLiteral("2125550123")});
    }
    void hash_completes()
    {
        QCOMPARE(type("5550123#", Milliseconds(200), Milliseconds(0)), QStringList{QStringLiteral("5550123")});
    }
    void pause_completes()
    {
        QCOMPARE(type("5550123", Milliseconds(200), Milliseconds(1000)), QStringList());
        QCOMPARE(type("5550123", Milliseconds(200), Milliseconds(3000)), QStringList{QStringLiteral("5550123")});
    }
    void loneZero_completesSoon()
    {
        QCOMPARE(type("0", Milliseconds(0), Milliseconds(1000)), QStringList{QStringLiteral("0")});
    }
    void hashAlone_isNothing() { QCOMPARE(type("#", Milliseconds(0), Milliseconds(5000)), QStringList()); }
    void star_isAnEntry()
    {
        QCOMPARE(type("*1#", Milliseconds(100), Milliseconds(0)),
                 (QStringList{QStringLiteral("*"), QStringLiteral("1")}));
    }
};

QTEST_APPLESS_MAIN(TestKeypad)
#include "tst_keypad.moc"
