#include "service/identity/accesstokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Identity;

class TestAccessTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issued_token_readsBack();
    void token_atItsEnd_isRefusedAfterTheSkew();
    void token_fromTheFuture_isRefused();
    void token_acrossMidnight_isReadByTheOldKey();
    void token_withAnyByteChanged_isRefused();
    void token_ofAnotherSecret_isRefused();
    void token_withoutSignature_isRefused();
    void token_withOtherAlgorithm_isRefused();
    void nonsense_isRefused_data();
    void nonsense_isRefused();

private:
    [[nodiscard]] static AccessClaims someClaims();

    const AccessTokens m_tokens{QByteArray(32, 'k')};
    const QDateTime m_now{QDate(2026, 11, 22), QTime(10, 0), Qt::UTC};
};

AccessClaims TestAccessTokens::someClaims()
{
    return {UserId(QStringLiteral("u1")),
            SessionId(QStringLiteral("s1")),
            ClinicId(QStringLiteral("c1")),
            Role::Doctor,
            {}};
}

void TestAccessTokens::issued_token_readsBack()
{
    const auto read = m_tokens.read(m_tokens.issue(someClaims(), m_now), m_now.addSecs(60));
    QVERIFY(read.ok());
    QCOMPARE(read->user, someClaims().user);
    QCOMPARE(read->session, someClaims().session);
    QCOMPARE(read->clinic, someClaims().clinic);
    QCOMPARE(read->role, Role::Doctor);
    QCOMPARE(read->expiresAt, m_now.addSecs(900));
}

void TestAccessTokens::token_atItsEnd_isRefusedAfterTheSkew()
{
    const QByteArray token = m_tokens.issue(someClaims(), m_now);
    QVERIFY(m_tokens.read(token, m_now.addSecs(929)).ok());
    QCOMPARE(m_tokens.read(token, m_now.addSecs(930)).error().code, ErrorCode::Refused);
}

void TestAccessTokens::token_fromTheFuture_isRefused()
{
    const QByteArray token = m_tokens.issue(someClaims(), m_now);
    QVERIFY(m_tokens.read(token, m_now.addSecs(-30)).ok());
    QVERIFY(!m_tokens.read(token, m_now.addSecs(-31)).ok());
}

void TestAccessTokens::token_acrossMidnight_isReadByTheOldKey()
{
    const QDateTime late(QDate(2026, 11, 22), QTime(23, 59), Qt::UTC);
    const QByteArray before = m_tokens.issue(someClaims(), late);
    const QByteArray after = m_tokens.issue(someClaims(), late.addSecs(120));
    QVERIFY(m_tokens.read(before, late.addSecs(300)).ok());
    QVERIFY(before.split('.').first() != after.split('.').first());
}

void TestAccessTokens::token_withAnyByteChanged_isRefused()
{
    const QByteArray token = m_tokens.issue(someClaims(), m_now);
    for (qsizetype i = 0; i < token.size(); ++i) {
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!m_tokens.read(changed, m_now).ok(), QByteArray::number(i));
    }
}

void TestAccessTokens::token_ofAnotherSecret_isRefused()
{
    const AccessTokens others(QByteArray(32, 'x'));
    QVERIFY(!m_tokens.read(others.issue(someClaims(), m_now), m_now).ok());
}

void TestAccessTokens::token_withoutSignature_isRefused()
{
    const QByteArray token = m_tokens.issue(someClaims(), m_now);
    QVERIFY(!m_tokens.read(token.left(token.lastIndexOf('.') + 1), m_now).ok());
}

void TestAccessTokens::token_withOtherAlgorithm_isRefused()
{
    const QList<QByteArray> parts = m_tokens.issue(someClaims(), m_now).split('.');
    QJsonObject head =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts[0], QByteArray::Base64UrlEncoding)).object();
    head[QStringLiteral("alg")] = QStringLiteral("none");
    const QByteArray forged = QJsonDocument(head)
                                  .toJson(QJsonDocument::Compact)
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QVERIFY(!m_tokens.read(forged + '.' + parts[1] + '.', m_now).ok());
}

void TestAccessTokens::nonsense_isRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("words") << QByteArray("a.b.c");
    QTest::newRow("four parts") << QByteArray("a.b.c.d");
    QTest::newRow("too long") << QByteArray(100'000, '.');
}

void TestAccessTokens::nonsense_isRefused()
{
    QFETCH(QByteArray, token);
    QCOMPARE(m_tokens.read(token, m_now).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestAccessTokens)
#include "tst_accesstokens.moc"
