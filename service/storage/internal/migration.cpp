#include "service/storage/internal/migration.h"

#include "shared/core/log.h"

#include <QCryptographicHash>

namespace Frontdesk::Storage {

namespace {

QString checksum(const Migration &step)
{
    return QString::fromLatin1(QCryptographicHash::hash(step.sql.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QStringList statements(const QString &sql)
{
    QStringList found;
    QString current;
    for (const QString &line : sql.split(QLatin1Char('\n'))) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith(QLatin1String("--"))) {
            continue;
        }
        current += line + QLatin1Char('\n');
        if (text.endsWith(QLatin1Char(';'))) {
            found << current;
            current.clear();
        }
    }
    if (!current.isEmpty()) {
        found << current;
    }
    return found;
}

/// How many of `steps` the database has.
Result<size_t> doneSteps(SqlConnection &connection, const std::vector<Migration> &steps)
{
    const auto rows =
        connection.query(QStringLiteral("SELECT number, checksum FROM schema_migrations ORDER BY number"), {});
    if (!rows) {
        return rows.error();
    }
    for (size_t i = 0; i < rows->size(); ++i) {
        const SqlRow &row = (*rows)[i];
        if (i >= steps.size()) {
            return Error{
                ErrorCode::Refused,
                QStringLiteral("This database was made by a newer version of Frontdesk (its layout is step %1, "
                               "this program knows up to step %2); start that version, or restore an older "
                               "backup.")
                    .arg((*rows).back().integer(0))
                    .arg(steps.size())};
        }
        if (row.integer(0) != steps[i].number || row.text(1) != checksum(steps[i])) {
            return Error{ErrorCode::Corrupt,
                         QStringLiteral("Step %1 of the database's layout is not the one this program was built with; "
                                        "was the database made by another build?")
                             .arg(steps[i].number)};
        }
    }
    return rows->size();
}

Result<void> apply(SqlConnection &connection, const Migration &step, const QDateTime &now)
{
    for (const QString &statement : statements(step.sql)) {
        if (auto done = connection.command(statement); !done) {
            return Error{done.error().code, QStringLiteral("Step %1 (%2) of the database's layout failed: %3")
                                                .arg(step.number)
                                                .arg(step.name, done.error().message)};
        }
    }
    const auto noted = connection.execute(
        QStringLiteral("INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)"),
        {qint64{step.number}, step.name, checksum(step), toSqlTime(now)});
    return noted ? Result<void>() : noted.error();
}

/// In a transaction, with no other program at work on the layout.
template <typename Work>
Result<void> alone(SqlConnection &connection, Work work)
{
    return connection.transaction([&]() -> Result<void> {
        if (auto locked = connection.lock(QStringLiteral("layout")); !locked) {
            return locked;
        }
        return work();
    });
}

} // namespace

Result<void> checkLayout(SqlConnection &connection, const std::vector<Migration> &steps)
{
    auto done = doneSteps(connection, steps);
    if (!done && done.error().code == ErrorCode::Internal) {
        done = size_t{0}; // Not even a table of steps.
    }
    if (done && *done < steps.size()) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("The database has layout step %1 and this program needs %2, but its user may not "
                                    "change the layout; run frontdeskctl migrate as the owner.")
                         .arg(*done)
                         .arg(steps.size())};
    }
    return done ? Result<void>() : done.error();
}

Result<void> migrate(SqlConnection &connection, const std::vector<Migration> &steps, const QDateTime &now)
{
    const auto table = alone(connection, [&] {
        return connection.command(
            QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations (number integer NOT NULL PRIMARY KEY, "
                           "name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL)"));
    });
    if (!table) {
        return table;
    }
    auto done = doneSteps(connection, steps);
    while (done && *done < steps.size()) {
        const auto step = alone(connection, [&]() -> Result<void> {
            // Another process may have done it while we waited for the lock.
            const auto inside = doneSteps(connection, steps);
            if (!inside || *inside >= steps.size()) {
                return inside ? Result<void>() : inside.error();
            }
            const Migration &next = steps[*inside];
            qCInfo(Log::storage) << "bringing the database to layout step" << next.number;
            return apply(connection, next, now);
        });
        if (!step) {
            return step;
        }
        done = doneSteps(connection, steps);
    }
    return done ? Result<void>() : done.error();
}

} // namespace Frontdesk::Storage
