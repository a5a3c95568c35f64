#include "service/identity/passwordrules.h"

#include <QTest>

using namespace Frontdesk::Identity;

class TestPasswordRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_isTaken_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("words") << QStringLiteral("violet kettle on the roof");
        QTest::newRow("letters only") << QStringLiteral("quietlampsburnnear");
        QTest::newRow("random") << QStringLiteral("x7#Rk2!vQp9z");
        QTest::newRow("four common words") << QStringLiteral("sunshine horse purple tuesday");
        QTest::newRow("digits, no run") << QStringLiteral("739105826473");
        QTest::newRow("not latin") << QString::fromUtf8(
            "\xD0\xBD\xD0\xBE\xD1\x87\xD1\x8C\xD1\x83\xD0\xBB\xD0\xB8\xD1\x86\xD0\xB0\xD1\x84\xD0\xBE\xD0\xBD");
    }
    void good_isTaken()
    {
        QFETCH(QString, password);
        QCOMPARE(passwordProblem(password, {QStringLiteral("Ann Weber"), QStringLiteral("ann@clinic.example")}),
                 QString());
    }

    void guessable_isRefused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("short") << QStringLiteral("x7#Rk2!vQp9");
        QTest::newRow("common and digits") << QStringLiteral("password1234");
        QTest::newRow("letter swaps") << QStringLiteral("P@ssw0rd!2026");
        QTest::newRow("season and year") << QStringLiteral("Summer2026!!!");
        QTest::newRow("two common") << QStringLiteral("iloveyou-monkey");
        QTest::newRow("one piece") << QStringLiteral("abcabcabcabc");
        QTest::newRow("one letter") << QStringLiteral("aaaaaaaaaaaa");
        QTest::newRow("keyboard") << QStringLiteral("qwertyuiopasdf");
        QTest::newRow("counting") << QStringLiteral("123456789012");
        QTest::newRow("backwards") << QStringLiteral("0987654321098");
        QTest::newRow("own name") << QStringLiteral("AnnWeber2026!");
        QTest::newRow("clinic") << QStringLiteral("Oakwood-Clinic-1");
        QTest::newRow("famous") << QStringLiteral("correct horse battery staple");
        QTest::newRow("too long") << QString(300, QLatin1Char('x'));
    }
    void guessable_isRefused()
    {
        QFETCH(QString, password);
        QVERIFY(!passwordProblem(password, {QStringLiteral("Ann Weber"), QStringLiteral("ann@clinic.example"),
                                            QStringLiteral("Oakwood Clinic")})
                     .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"
