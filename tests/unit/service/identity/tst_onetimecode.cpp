#include "service/identity/onetimecode.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Frontdesk::Identity;

class TestOneTimeCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void code_ofTheStandardsVectors_agrees_data();
    void code_ofTheStandardsVectors_agrees();
    void base32_ofTheStandardsVectors_agrees();
    void uri_namesAccountAndSecret();
    void match_presentAndNeighbours_areTaken();
    void match_usedStep_isRefused();
    void match_wrongCode_isRefused();
    void recoveryCodes_areTenAndDifferent();
    void recoveryHash_isTheSameHoweverTyped();

private:
    const QByteArray m_secret = "12345678901234567890";
};

// RFC 6238, appendix B; there with eight digits, of which six are ours.
void TestOneTimeCode::code_ofTheStandardsVectors_agrees_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("1970") << qint64{59} << QStringLiteral("287082");
    QTest::newRow("2005") << qint64{1111111109} << QStringLiteral("081804");
    QTest::newRow("2009") << qint64{1234567890} << QStringLiteral("005924");
    QTest::newRow("2033") << qint64{2000000000} << QStringLiteral("279037");
    QTest::newRow("2603") << qint64{20000000000} << QStringLiteral("353130");
}

void TestOneTimeCode::code_ofTheStandardsVectors_agrees()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, code);
    QCOMPARE(totpCode(m_secret, totpStep(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC))), code);
}

// RFC 4648, section 10.
void TestOneTimeCode::base32_ofTheStandardsVectors_agrees()
{
    QCOMPARE(base32(""), QString());
    QCOMPARE(base32("f"), QStringLiteral("MY"));
    QCOMPARE(base32("fooba"), QStringLiteral("MZXW6YTB"));
    QCOMPARE(base32("foobar"), QStringLiteral("MZXW6YTBOI"));
}

void TestOneTimeCode::uri_namesAccountAndSecret()
{
    QCOMPARE(totpUri("foobar", QStringLiteral("a b@example.com")),
             QStringLiteral("otpauth://totp/Frontdesk%3Aa%20b%40example.com?secret=MZXW6YTBOI&issuer=Frontdesk"));
}

void TestOneTimeCode::match_presentAndNeighbours_areTaken()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'000'000'000, Qt::UTC);
    const qint64 step = totpStep(now);
    for (const qint64 near : {step - 1, step, step + 1}) {
        QCOMPARE(matchingTotpStep(m_secret, totpCode(m_secret, near), now, 0), std::optional(near));
    }
    for (const qint64 far : {step - 2, step + 2}) {
        QVERIFY(!matchingTotpStep(m_secret, totpCode(m_secret, far), now, 0));
    }
    QString spaced = totpCode(m_secret, step);
    QVERIFY(matchingTotpStep(m_secret, spaced.insert(3, QLatin1Char(' ')), now, 0));
}

void TestOneTimeCode::match_usedStep_isRefused()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'000'000'000, Qt::UTC);
    const qint64 step = totpStep(now);
    QVERIFY(!matchingTotpStep(m_secret, totpCode(m_secret, step), now, step));
    QVERIFY(!matchingTotpStep(m_secret, totpCode(m_secret, step - 1), now, step));
    QVERIFY(matchingTotpStep(m_secret, totpCode(m_secret, step + 1), now, step));
}

void TestOneTimeCode::match_wrongCode_isRefused()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'000'000'000, Qt::UTC);
    for (const QString &code :
         {QString(), QStringLiteral("00000"), QStringLiteral("abcdef"), QStringLiteral("0000000")}) {
        QVERIFY(!matchingTotpStep(m_secret, code, now, 0));
    }
}

void TestOneTimeCode::recoveryCodes_areTenAndDifferent()
{
    const QStringList codes = newRecoveryCodes();
    QCOMPARE(codes.size(), 10);
    QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), 10);
    for (const QString &code : codes) {
        QVERIFY(QRegularExpression(QStringLiteral("^[a-z2-9]{5}-[a-z2-9]{5}$")).match(code).hasMatch());
    }
}

void TestOneTimeCode::recoveryHash_isTheSameHoweverTyped()
{
    const QString user = QStringLiteral("u1");
    QCOMPARE(recoveryCodeHash(QStringLiteral(" ABCDE fghjk"), user),
             recoveryCodeHash(QStringLiteral("abcde-fghjk"), user));
    QVERIFY(recoveryCodeHash(QStringLiteral("abcde-fghjk"), user) !=
            recoveryCodeHash(QStringLiteral("abcde-fghjk"), QStringLiteral("u2")));
}

QTEST_GUILESS_MAIN(TestOneTimeCode)
#include "tst_onetimecode.moc"
