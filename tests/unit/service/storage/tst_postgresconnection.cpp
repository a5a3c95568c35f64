#include "service/storage/sql/postgresconnection.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/storefixture.h"

#include <QProcess>
#include <QTcpServer>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;
using Frontdesk::Tests::PrivatePostgres;

class TestPostgresConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void statement_tooSlow_isTimeout();
    void lock_heldByAnother_isTimeout();
    void text_withZeroCharacter_isInvalid();
    void error_aboutAValue_doesNotQuoteIt();
    void connection_closedByTheServer_isLost();
    void open_unknownDatabase_isUnavailable();
    void open_noServer_isUnavailable();
    void tls_onlyKnownCertificateAndName_isAccepted();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConnection> m_connection;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A server that speaks TLS on the loopback with a certificate for `localhost` that nobody else signed.
struct TlsServer {
    QTemporaryDir folder;
    QString certificate = folder.filePath(QStringLiteral("server.crt"));
    PrivatePostgres server;
    QString port;

    TlsServer()
    {
        const QString key = folder.filePath(QStringLiteral("server.key"));
        QProcess::execute(QStringLiteral("openssl"),
                          {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                           QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                           QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"),
                           QStringLiteral("-out"), certificate, QStringLiteral("-keyout"), key});
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        port = QString::number(free.serverPort());
        free.close();
        server.kill();
        server.start(
            {QStringLiteral("-c"), QStringLiteral("listen_addresses=localhost"), QStringLiteral("-c"),
             QStringLiteral("port=") + port, QStringLiteral("-c"), QStringLiteral("ssl=on"), QStringLiteral("-c"),
             QStringLiteral("ssl_cert_file=") + server.addFile(QStringLiteral("server.crt"), contentOf(certificate)),
             QStringLiteral("-c"),
             QStringLiteral("ssl_key_file=") + server.addFile(QStringLiteral("server.key"), contentOf(key))});
    }

    [[nodiscard]] Result<std::unique_ptr<PostgresConnection>> connect(const QString &host, const QString &root) const
    {
        return PostgresConnection::open(
            QStringLiteral("postgresql://postgres@%1:%2/postgres?sslmode=verify-full&sslrootcert=%3")
                .arg(host, port, root),
            PostgresConnection::Role::Owner);
    }
};

} // namespace

void TestPostgresConnection::init()
{
    m_database = std::make_unique<TestDatabase>(QStringLiteral("postgres"), TestDatabase::Layout::None);
    m_connection = m_database->connect();
    QVERIFY(m_connection->command(QStringLiteral("CREATE TABLE t (id text PRIMARY KEY, n bigint)")).ok());
}

void TestPostgresConnection::cleanup()
{
    m_connection.reset();
    m_database.reset();
}

void TestPostgresConnection::statement_tooSlow_isTimeout()
{
    QVERIFY(m_connection->command(QStringLiteral("SET statement_timeout = '20ms'")).ok());
    const auto slow = m_connection->query(QStringLiteral("SELECT pg_sleep(10)"), {});
    QCOMPARE(slow.error().code, ErrorCode::Timeout);
    QVERIFY(!m_connection->isLost());
}

void TestPostgresConnection::lock_heldByAnother_isTimeout()
{
    const auto other = m_database->connect();
    QVERIFY(other->command(QStringLiteral("SET lock_timeout = '20ms'")).ok());
    const auto outcome = m_connection->transaction([&]() -> Result<void> {
        if (auto held = m_connection->lock(QStringLiteral("x")); !held) {
            return held;
        }
        return other->transaction([&] { return other->lock(QStringLiteral("x")); });
    });
    QCOMPARE(outcome.error().code, ErrorCode::Timeout);
    QVERIFY(other->transaction([&] { return other->lock(QStringLiteral("x")); }).ok());
}

void TestPostgresConnection::text_withZeroCharacter_isInvalid()
{
    const auto refused = m_connection->execute(QStringLiteral("INSERT INTO t (id) VALUES ($1)"),
                                               {QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b")});
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
}

void TestPostgresConnection::error_aboutAValue_doesNotQuoteIt()
{
    const auto refused = m_connection->query(
        QStringLiteral("SELECT CAST($1 AS text) || CAST(CAST($1 AS text) AS bigint)"), {QStringLiteral("Jane Doe")});
    QCOMPARE(refused.error().code, ErrorCode::Internal);
    QVERIFY(!refused.error().message.contains(QStringLiteral("Jane")));
    const auto unknown = m_connection->query(QStringLiteral("SELECT nothing FROM t"), {});
    QVERIFY(unknown.error().message.contains(QStringLiteral("nothing")));
}

void TestPostgresConnection::connection_closedByTheServer_isLost()
{
    QVERIFY(!m_connection->isLost());
    const auto me = m_connection->query(QStringLiteral("SELECT pg_backend_pid()"), {});
    const auto other = m_database->connect();
    // The second answers when the first backend is really gone.
    QVERIFY(other->query(QStringLiteral("SELECT pg_terminate_backend($1, 5000)"), {me->front().integer(0)}).ok());
    QTRY_VERIFY(m_connection->isLost());
    QCOMPARE(m_connection->query(QStringLiteral("SELECT 1"), {}).error().code, ErrorCode::Unavailable);
    QVERIFY(m_connection->isLost());
}

void TestPostgresConnection::open_unknownDatabase_isUnavailable()
{
    const auto refused = PostgresConnection::open(PrivatePostgres::shared().url(QStringLiteral("nowhere")),
                                                  PostgresConnection::Role::Owner);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(refused.error().message.contains(QStringLiteral("nowhere")));
}

void TestPostgresConnection::open_noServer_isUnavailable()
{
    const QTemporaryDir empty;
    const QString url = QStringLiteral("postgresql://desk:secret@/desk?host=") +
                        QString::fromLatin1(empty.path().toUtf8().toPercentEncoding());
    const auto refused = PostgresConnection::open(url, PostgresConnection::Role::Service);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY(!refused.error().message.contains(QStringLiteral("secret")));
}

void TestPostgresConnection::tls_onlyKnownCertificateAndName_isAccepted()
{
    const TlsServer tls;
    const auto connection = tls.connect(QStringLiteral("localhost"), tls.certificate);
    QVERIFY2(connection.ok(), qPrintable(connection ? QString() : connection.error().message));
    const auto rows =
        (*connection)->query(QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), {});
    QCOMPARE(rows->front().integer(0), 1);
    // The same server under a name that the certificate does not have.
    QCOMPARE(tls.connect(QStringLiteral("127.0.0.1"), tls.certificate).error().code, ErrorCode::Unavailable);
    // And with the system's authorities, which do not know it.
    QCOMPARE(
        tls.connect(QStringLiteral("localhost"), QStringLiteral("/etc/ssl/certs/ca-certificates.crt")).error().code,
        ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestPostgresConnection)
#include "tst_postgresconnection.moc"
