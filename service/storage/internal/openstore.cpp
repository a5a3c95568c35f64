#include "service/storage/internal/openstore.h"

#include "service/storage/internal/migration.h"
#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgresconnection.h"
#include "service/storage/sql/postgreswalls.h"
#include "service/storage/sql/sqliteconnection.h"

namespace Frontdesk::Storage {

namespace {

using Connection = Result<std::unique_ptr<SqlConnection>>;

template <typename Kind>
Connection general(Result<std::unique_ptr<Kind>> connection)
{
    return connection ? Connection(std::move(connection).value()) : Connection(connection.error());
}

/// Empty: no SQLite address.
QString sqlitePath(const QString &url)
{
    const QString kind = QStringLiteral("sqlite:");
    return url.startsWith(kind) ? url.mid(kind.size()) : QString();
}

Connection connectTo(const QString &url, PostgresConnection::Role role, SqliteConnection::Wake wake = {})
{
    if (auto known = checkAddress(url); !known) {
        return known.error();
    }
    return isPostgresAddress(url) ? general(PostgresConnection::open(url, role))
                                  : general(SqliteConnection::open(sqlitePath(url), std::move(wake)));
}

Result<bool> mayChangeLayout(SqlConnection &connection)
{
    const auto rows = connection.query(QStringLiteral("SELECT has_schema_privilege(current_schema(), 'CREATE')"), {});
    return rows ? Result<bool>(rows->front().integer(0) == 1) : rows.error();
}

Result<void> preparePostgres(SqlConnection &connection)
{
    const auto owner = mayChangeLayout(connection);
    if (!owner) {
        return owner.error();
    }
    if (!*owner) {
        return checkLayout(connection, shippedMigrations());
    }
    if (auto migrated = migrate(connection, shippedMigrations(), QDateTime::currentDateTimeUtc()); !migrated) {
        return migrated;
    }
    return raiseWalls(connection);
}

} // namespace

Result<void> checkAddress(const QString &url)
{
    if (isPostgresAddress(url) || !sqlitePath(url).isEmpty()) {
        return {};
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("The database's address must look like sqlite:PATH or "
                                                         "postgresql://USER@HOST/NAME.")};
}

Result<void> prepareDatabase(const DatabaseSettings &settings, KeyCache &keys)
{
    if (!settings.masterKeys) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("The records need a master key.")};
    }
    const QString &url = settings.ownerUrl.isEmpty() ? settings.url : settings.ownerUrl;
    auto connection = connectTo(url, PostgresConnection::Role::Owner);
    if (!connection) {
        return connection.error();
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto prepared =
        isPostgresAddress(url) ? preparePostgres(**connection) : migrate(**connection, shippedMigrations(), now);
    if (!prepared) {
        return prepared;
    }
    return SqlStore(std::move(connection).value(), shippedMigrations().back().number, keys).keys().sealOldClinics(now);
}

Result<std::unique_ptr<SqlStore>> openStore(const DatabaseSettings &settings, KeyCache &keys, EventSignal *events)
{
    SqliteConnection::Wake wake;
    if (events) {
        wake = [events](const QString &topic, const QString &payload) { Q_EMIT events->raised(topic, payload); };
    }
    auto connection = connectTo(settings.url, PostgresConnection::Role::Service, std::move(wake));
    if (!connection) {
        return connection.error();
    }
    return std::make_unique<SqlStore>(std::move(connection).value(), shippedMigrations().back().number, keys);
}

} // namespace Frontdesk::Storage
