#include "service/storage/internal/openstore.h"

#include "service/storage/internal/migration.h"
#include "service/storage/sql/sqliteconnection.h"
#include "service/storage/sql/sqlstore.h"

namespace Frontdesk::Storage {

namespace {

Result<std::unique_ptr<SqlConnection>> connectTo(const QString &url)
{
    const QString sqlite = QStringLiteral("sqlite:");
    const QString path = url.mid(sqlite.size());
    if (!url.startsWith(sqlite) || path.isEmpty()) {
        // The address itself may hold a password.
        return Error{ErrorCode::InvalidInput, QStringLiteral("The database's address must look like sqlite:PATH.")};
    }
    auto connection = SqliteConnection::open(path);
    if (!connection) {
        return connection.error();
    }
    return std::unique_ptr<SqlConnection>(std::move(connection).value());
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const QString &url)
{
    auto connection = connectTo(url);
    if (!connection) {
        return connection.error();
    }
    if (const auto migrated = migrate(**connection, shippedMigrations(), QDateTime::currentDateTimeUtc()); !migrated) {
        return migrated.error();
    }
    return std::unique_ptr<Store>(
        std::make_unique<SqlStore>(std::move(connection).value(), shippedMigrations().back().number));
}

} // namespace Frontdesk::Storage
