#include "service/identity/passwordhash.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Identity;

class TestPasswordHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void password_matchesItsHashOnly()
    {
        const auto hash = hashPassword(QStringLiteral("violet kettle on the roof"), m_cheap);
        QVERIFY(hash.ok());
        QVERIFY(hash->startsWith(QLatin1String("$argon2id$")));
        QVERIFY(passwordMatches(QStringLiteral("violet kettle on the roof"), *hash));
        QVERIFY(!passwordMatches(QStringLiteral("violet kettle on the Roof"), *hash));
        QVERIFY(!passwordMatches(QString(), *hash));
    }
    void samePassword_twice_hasTwoHashes()
    {
        QVERIFY(*hashPassword(QStringLiteral("x"), m_cheap) != *hashPassword(QStringLiteral("x"), m_cheap));
    }
    void spellings_ofTheSameLetters_match()
    {
        const auto hash = hashPassword(QString::fromUtf8("caf\xC3\xA9 au lait"), m_cheap);
        QVERIFY(passwordMatches(QString::fromUtf8("cafe\xCC\x81 au lait"), *hash));
    }
    void noHash_neverMatches()
    {
        for (const QString &hash : {QString(), QStringLiteral("plain"), QString(500, QLatin1Char('$'))}) {
            QVERIFY(!passwordMatches(QStringLiteral("plain"), hash));
        }
    }
    void otherCost_isOutdated()
    {
        const auto hash = hashPassword(QStringLiteral("x"), m_cheap);
        QVERIFY(!isOutdated(*hash, m_cheap));
        QVERIFY(isOutdated(*hash));
    }
    void tooMuchMemory_isUnavailable()
    {
        QCOMPARE(hashPassword(QStringLiteral("x"), {1, size_t{1} << 60}).error().code, ErrorCode::Unavailable);
    }

private:
    const HashCost m_cheap{1, 8192};
};

QTEST_GUILESS_MAIN(TestPasswordHash)
#include "tst_passwordhash.moc"
