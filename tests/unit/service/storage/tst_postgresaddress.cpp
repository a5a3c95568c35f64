#include "service/storage/sql/postgresaddress.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;

class TestPostgresAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void server_onThisMachine_isLeftAlone_data();
    void server_onThisMachine_isLeftAlone();
    void server_elsewhere_isCheckedFully();
    void server_elsewhere_keepsItsOwnRoot();
    void server_elsewhereWithLess_isRefused_data();
    void server_elsewhereWithLess_isRefused();
    void address_unusable_isInvalidAndNotQuoted();
    void limits_given_win();
    void password_special_isQuoted();
};

namespace {

QByteArray optionsOf(const char *url)
{
    const auto options = postgresConnectionString(QString::fromLatin1(url));
    return options ? QByteArray::fromStdString(*options) : QByteArray();
}

} // namespace

void TestPostgresAddress::server_onThisMachine_isLeftAlone_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"postgresql:///desk", "postgresql://desk@localhost/desk", "postgres://127.0.0.1/desk",
                            "postgresql://[::1]:5433/desk", "postgresql://desk@/desk?host=%2Frun%2Fpostgresql"}) {
        QTest::newRow(url) << QByteArray(url);
    }
}

void TestPostgresAddress::server_onThisMachine_isLeftAlone()
{
    QFETCH(QByteArray, url);
    const QByteArray options = optionsOf(url.constData());
    QVERIFY(options.contains("dbname='desk'"));
    QVERIFY(options.contains("connect_timeout='5'"));
    QVERIFY(!options.contains("sslmode"));
}

void TestPostgresAddress::server_elsewhere_isCheckedFully()
{
    const QByteArray options = optionsOf("postgresql://desk:pw@db.example.com:5433/desk");
    QVERIFY(options.contains("sslmode='verify-full'"));
    QVERIFY(options.contains("sslrootcert='/"));
    QVERIFY(options.contains("host='db.example.com'"));
    QVERIFY(options.contains("port='5433'"));
    QVERIFY(options.contains("password='pw'"));
}

void TestPostgresAddress::server_elsewhere_keepsItsOwnRoot()
{
    QVERIFY(optionsOf("postgresql://db.example.com/desk?sslrootcert=/etc/root.crt&sslmode=verify-full")
                .contains("sslrootcert='/etc/root.crt'"));
}

void TestPostgresAddress::server_elsewhereWithLess_isRefused_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url :
         {"postgresql://db.example.com/desk?sslmode=disable", "postgresql://db.example.com/desk?sslmode=prefer",
          "postgresql://10.1.2.3/desk?sslmode=require", "postgresql://db.example.com/desk?sslmode=verify-ca",
          "postgresql://localhost,db.example.com/desk?sslmode=require",
          "postgresql://localhost/desk?hostaddr=10.1.2.3&sslmode=disable"}) {
        QTest::newRow(url) << QByteArray(url);
    }
}

void TestPostgresAddress::server_elsewhereWithLess_isRefused()
{
    QFETCH(QByteArray, url);
    const auto options = postgresConnectionString(QString::fromLatin1(url));
    QVERIFY(!options.ok());
    QCOMPARE(options.error().code, ErrorCode::Refused);
    QVERIFY(options.error().message.contains(QStringLiteral("verify-full")));
    QVERIFY(!options.error().message.contains(QStringLiteral("example.com")));
}

void TestPostgresAddress::address_unusable_isInvalidAndNotQuoted()
{
    const auto options = postgresConnectionString(QStringLiteral("postgresql://desk:secret@host:port:9/x?nonsense=1"));
    QVERIFY(!options.ok());
    QCOMPARE(options.error().code, ErrorCode::InvalidInput);
    QVERIFY(!options.error().message.contains(QStringLiteral("secret")));
}

void TestPostgresAddress::limits_given_win()
{
    const QByteArray options = optionsOf("postgresql:///desk?connect_timeout=2&application_name=other");
    QVERIFY(options.contains("connect_timeout='2'"));
    QVERIFY(options.contains("application_name='other'"));
}

void TestPostgresAddress::password_special_isQuoted()
{
    QVERIFY(optionsOf("postgresql://desk:a%27b%5Cc%20d@localhost/desk").contains("password='a\\'b\\\\c d'"));
}

QTEST_GUILESS_MAIN(TestPostgresAddress)
#include "tst_postgresaddress.moc"
