#include "service/identity/secrets.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Identity;

class TestSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokens_areLongUrlSafeAndDifferent()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 100; ++i) {
            const QByteArray token = newSecretToken();
            QCOMPARE(token.size(), 43); // 256 bits in base64
            QCOMPARE(token.toPercentEncoding(), token);
            seen.insert(token);
        }
        QCOMPARE(seen.size(), 100);
    }
    void hash_isSha256()
    {
        QCOMPARE(tokenHash("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
    void equal_comparesAll()
    {
        QVERIFY(equalSecrets("abc", "abc"));
        QVERIFY(!equalSecrets("abc", "abd"));
        QVERIFY(!equalSecrets("abc", "ab"));
        QVERIFY(equalSecrets("", ""));
    }
    void sealed_opensForItsOwnerOnly()
    {
        const QByteArray sealed = sealSecret(m_key, "the secret", "u1");
        QVERIFY(!sealed.contains("secret"));
        QCOMPARE(openSecret(m_key, sealed, "u1").valueOr({}), QByteArray("the secret"));
        QCOMPARE(openSecret(m_key, sealed, "u2").error().code, ErrorCode::Corrupt);
        QCOMPARE(openSecret(QByteArray(32, 'x'), sealed, "u1").error().code, ErrorCode::Corrupt);
        const SealingKeys both{QByteArray(32, 'x'), m_key};
        QCOMPARE(openSecret(both, sealed, "u1").valueOr({}), QByteArray("the secret"));
        QCOMPARE(openSecret(SealingKeys{QByteArray(32, 'x')}, sealed, "u1").error().code, ErrorCode::Corrupt);
    }
    void sealed_changedOrCut_isCorrupt()
    {
        const QByteArray sealed = sealSecret(m_key, "the secret", "u1");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!openSecret(m_key, changed, "u1").ok());
            QVERIFY(!openSecret(m_key, sealed.left(i), "u1").ok());
        }
    }

private:
    const QByteArray m_key = QByteArray(32, 'k');
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
