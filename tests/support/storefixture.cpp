#include "tests/support/storefixture.h"

#include "service/storage/internal/openstore.h"
#include "service/storage/sql/postgresconnection.h"
#include "service/storage/sql/sqliteconnection.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/testkeys.h"

#include <QTest>

namespace Frontdesk::Storage::Tests {

namespace {

/// What a store answers in a set-up step; the test makes no sense without it.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(result).value();
}

void must(const Result<void> &result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
}

bool isPostgres(const DatabaseSettings &settings)
{
    return settings.url.startsWith(QLatin1String("postgresql:"));
}

const SystemClock systemClock;

/// Databases with the layout that nobody uses now: emptying one is faster than making one.
QStringList idleDatabases;

QString laidOutDatabase()
{
    auto &server = Frontdesk::Tests::PrivatePostgres::shared();
    if (idleDatabases.isEmpty()) {
        QString made = server.createDatabase();
        KeyCache keys(Frontdesk::Tests::testKeys(), systemClock);
        must(prepareDatabase({.url = server.url(made), .masterKeys = Frontdesk::Tests::testKeys()}, keys));
        return made;
    }
    QString name = idleDatabases.takeLast();
    server.run(QStringLiteral("DO $$ BEGIN EXECUTE 'TRUNCATE ' || (SELECT string_agg(quote_ident(tablename), ', ') "
                              "FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations'); "
                              "END $$"),
               name);
    return name;
}

} // namespace

void addBackends()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgres") << QStringLiteral("postgres");
}

TestDatabase::TestDatabase(const QString &backend, Layout layout)
{
    m_settings.masterKeys = Frontdesk::Tests::testKeys();
    if (backend == QLatin1String("sqlite")) {
        m_settings.url = QStringLiteral("sqlite:") + file();
        if (layout == Layout::Shipped) {
            KeyCache keys(m_settings.masterKeys, systemClock);
            must(prepareDatabase(m_settings, keys));
        }
        return;
    }
    auto &server = Frontdesk::Tests::PrivatePostgres::shared();
    m_name = layout == Layout::Shipped ? laidOutDatabase() : server.createDatabase();
    m_isIdleLater = layout == Layout::Shipped;
    m_settings.url = server.url(m_name);
}

TestDatabase::~TestDatabase()
{
    if (m_isIdleLater) {
        idleDatabases << m_name;
    } else if (!m_name.isEmpty()) {
        Frontdesk::Tests::PrivatePostgres::shared().dropDatabase(m_name);
    }
}

std::unique_ptr<SqlConnection> TestDatabase::connect() const
{
    if (isPostgres(m_settings)) {
        return must(PostgresConnection::open(m_settings.url, PostgresConnection::Role::Owner));
    }
    return must(SqliteConnection::open(file()));
}

std::unique_ptr<SqlConnection> TestDatabase::connectAsService() const
{
    return isPostgres(m_settings) ? must(PostgresConnection::open(m_settings.url, PostgresConnection::Role::Service))
                                  : connect();
}

StoreFixture::StoreFixture(const QString &backend)
    : m_database(backend)
    , m_keys(m_database.settings().masterKeys, systemClock)
{
    auto store = must(openStore(m_database.settings(), m_keys));
    must(store->enter(Scope::platform()));
    m_store = std::move(store);
}

ClinicProfile StoreFixture::givenClinic(const QString &number, const QByteArray &timeZone)
{
    ClinicProfile clinic = someClinic();
    clinic.number = number;
    clinic.timeZone = QTimeZone(timeZone);
    return must(m_store->clinics().create(clinic, someTime()));
}

CallRecord StoreFixture::givenCall(const ClinicProfile &clinic, const QString &networkCallId,
                                   const QDateTime &startedAt)
{
    CallRecord call;
    call.clinicId = clinic.id;
    call.networkCallId = networkCallId;
    call.callerNumber = QStringLiteral("+15550123456");
    call.startedAt = startedAt;
    return must(m_store->calls().begin(call));
}

void StoreFixture::givenStatus(const ClinicProfile &clinic, const TaskId &task, TaskStatus status, const QDateTime &at)
{
    DeskTask changed = must(m_store->desk().find(clinic.id, task));
    changed.task.status = status;
    changed.completedAt = status == TaskStatus::Completed ? at : QDateTime();
    must(m_store->desk().change(changed, {.action = taskStatusName(status), .by = {}, .at = at}));
}

QDateTime someTime(int secondsLater)
{
    return QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC).addSecs(secondsLater);
}

ClinicProfile someClinic()
{
    ClinicProfile clinic;
    clinic.name = QStringLiteral("Lakeside Family Clinic");
    clinic.number = QStringLiteral("+15550100000");
    clinic.line = QStringLiteral("+15550199999");
    clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).value();
    clinic.insurances = {QStringLiteral("Aetna"), QStringLiteral("Medicare")};
    clinic.providers = {{QStringLiteral("Dr. Maria Lopez"), QStringLiteral("family medicine"), true}};
    return clinic;
}

TurnRecord someTurn(const CallId &call, int number)
{
    TurnRecord turn;
    turn.callId = call;
    turn.number = number;
    turn.speaker = number % 2 ? Speaker::Assistant : Speaker::Caller;
    turn.text = QStringLiteral("This is turn %1.").arg(number);
    turn.heardText = turn.text;
    turn.confidence = 0.875;
    turn.audioQuality = 0.75;
    turn.words = {{QStringLiteral("this"), 0.5, Milliseconds(10), Milliseconds(200)},
                  {QStringLiteral("is"), 0.25, Milliseconds(210), Milliseconds(300)}};
    turn.start = Milliseconds(number * 1000);
    turn.end = Milliseconds(number * 1000 + 800);
    turn.at = someTime(number);
    return turn;
}

} // namespace Frontdesk::Storage::Tests
