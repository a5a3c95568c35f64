#include "desktop/client/apiclient.h"
#include "desktop/client/certificateproblem.h"
#include "tests/fakes/selfsigned.h"

#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::ApiAnswer;
using Frontdesk::Client::certificateSentence;

/// A server that cannot be trusted gets nothing, and the person learns why.
class TestCertificates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentence_saysWhatIsWrong_data();
    void sentence_saysWhatIsWrong();
    void request_toAServerNobodyVouchesFor_isNotSentAndSaysWhy();
};

void TestCertificates::sentence_saysWhatIsWrong_data()
{
    QTest::addColumn<QSslError::SslError>("error");
    QTest::addColumn<QString>("begins");
    QTest::newRow("name") << QSslError::HostNameMismatch
                          << u"The server answers under another name than desk.example."_s;
    QTest::newRow("expired") << QSslError::CertificateExpired << u"The server's certificate was valid until"_s;
    QTest::newRow("early") << QSslError::CertificateNotYetValid << u"The server's certificate is valid from"_s;
    QTest::newRow("revoked") << QSslError::CertificateRevoked << u"The server's certificate was revoked."_s;
    QTest::newRow("unknown") << QSslError::SelfSignedCertificate << u"Nobody this computer trusts vouches for"_s;
}

void TestCertificates::sentence_saysWhatIsWrong()
{
    QFETCH(QSslError::SslError, error);
    QFETCH(QString, begins);
    const auto sentence = certificateSentence({QSslError(error)}, u"desk.example"_s);
    QVERIFY2(sentence.startsWith(begins), qPrintable(sentence));
}

void TestCertificates::request_toAServerNobodyVouchesFor_isNotSentAndSaysWhy()
{
    QSslServer server;
    server.setSslConfiguration(Frontdesk::Tests::selfSignedConfiguration());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Frontdesk::Client::ApiClient api;
    api.setServer(QUrl(u"https://localhost:%1"_s.arg(server.serverPort())));
    std::optional<ApiAnswer> answer;
    api.send({.path = u"/auth/me"_s, .withToken = false}, this, [&](const ApiAnswer &came) { answer = came; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->status, 0);
    QVERIFY(answer->sentence().startsWith(u"Nobody this computer trusts vouches for the server localhost."_s));
}

QTEST_MAIN(TestCertificates)
#include "tst_certificates.moc"
