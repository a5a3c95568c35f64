#include "service/storage/sql/sqliteconnection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>

namespace Frontdesk::Storage {

namespace {

constexpr int PatienceMilliseconds = 5'000;

/// What the connection's last result code means to us.
Error errorOf(sqlite3 *database)
{
    const int code = sqlite3_extended_errcode(database);
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE) {
        return {ErrorCode::Conflict, QStringLiteral("The database holds such an entry already.")};
    }
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY) {
        return {ErrorCode::NotFound, QStringLiteral("The database does not hold what this entry belongs to.")};
    }
    switch (code & 0xFF) { // The kind; what stands above it is detail.
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Timeout, QStringLiteral("The database is busy with another program.")};
    case SQLITE_READONLY:
        return {ErrorCode::Unavailable, QStringLiteral("The database file may not be written.")};
    case SQLITE_IOERR:
    case SQLITE_FULL:
        return {ErrorCode::Unavailable, QStringLiteral("The disk of the database is full or failing.")};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unavailable, QStringLiteral("The database file cannot be opened.")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, QStringLiteral("The database file is damaged or not a database.")};
    default:
        // SQLite's texts name tables and columns, never the values of a row.
        return {ErrorCode::Internal, QStringLiteral("The database refused a statement (%1): %2.")
                                         .arg(code)
                                         .arg(QString::fromUtf8(sqlite3_errmsg(database)))};
    }
}

int bind(sqlite3_stmt *statement, int place, const SqlValue &value)
{
    struct Visitor {
        sqlite3_stmt *statement;
        int place;

        int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
        int operator()(qint64 number) const { return sqlite3_bind_int64(statement, place, number); }
        int operator()(double number) const { return sqlite3_bind_double(statement, place, number); }
        int operator()(const QString &text) const
        {
            const QByteArray bytes = text.toUtf8();
            return sqlite3_bind_text64(statement, place, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        int operator()(const QByteArray &bytes) const
        {
            return sqlite3_bind_blob64(statement, place, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                                       SQLITE_STATIC);
        }
    };
    return std::visit(Visitor{statement, place}, value);
}

SqlValue valueAt(sqlite3_stmt *statement, int column)
{
    const auto bytes = [&](const void *data) {
        return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(statement, column));
    };
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return std::monostate();
    case SQLITE_INTEGER:
        return qint64{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB:
        return bytes(sqlite3_column_blob(statement, column));
    default:
        return QString::fromUtf8(bytes(sqlite3_column_text(statement, column)));
    }
}

/// The file exists afterwards and only its owner may use it; SQLite gives its side files the same mode.
Result<void> preparePrivateFile(const QString &path)
{
    constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists()) {
        const QFileInfo info(folder.absolutePath());
        const bool made = QDir().mkpath(info.path()) && QDir().mkdir(info.filePath(), OwnerOnly | QFile::ExeOwner);
        if (!made && !folder.exists()) {
            return Error{ErrorCode::Unavailable,
                         QStringLiteral("The database's folder %1 cannot be made.").arg(folder.absolutePath())};
        }
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, OwnerOnly)) {
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("The database file %1 cannot be opened: %2.").arg(path, file.errorString())};
    }
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((file.permissions() & Others) && !file.setPermissions(OwnerOnly)) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("Others may read the database file %1, and that cannot be changed.").arg(path)};
    }
    return {};
}

} // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path, Wake wake)
{
    if (path != QLatin1String(":memory:")) {
        if (const auto prepared = preparePrivateFile(path); !prepared) {
            return prepared.error();
        }
    }
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection);
    connection->m_wake = std::move(wake);
    sqlite3 *database = nullptr;
    // One thread only, so SQLite needs no locks of its own.
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &database,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    connection->m_database.reset(database);
    if (opened != SQLITE_OK) {
        return errorOf(database);
    }
    sqlite3_busy_timeout(database, PatienceMilliseconds);
    // NORMAL with a write-ahead log loses nothing when the process dies; only the machine's death may take the last
    // transactions, never the file's order.
    for (const QString &pragma :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = NORMAL"),
          QStringLiteral("PRAGMA foreign_keys = ON"), QStringLiteral("PRAGMA secure_delete = ON")}) {
        if (const auto set = connection->command(pragma); !set) {
            return set.error();
        }
    }
    return connection;
}

void SqliteConnection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

void SqliteConnection::Close::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

QString SqliteConnection::beginStatement() const
{
    // A transaction that reads first and writes later could find the lock taken in between, without any patience.
    return QStringLiteral("BEGIN IMMEDIATE");
}

Result<sqlite3_stmt *> SqliteConnection::prepared(const QString &sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end()) {
        return known->second.get();
    }
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), text.constData(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
        return errorOf(m_database.get());
    }
    m_statements.emplace(sql, statement);
    return statement;
}

Result<void> SqliteConnection::run(const QString &sql, const std::vector<SqlValue> &parameters,
                                   const std::function<void(sqlite3_stmt *)> &take)
{
    const auto found = prepared(sql);
    if (!found) {
        return found.error();
    }
    sqlite3_stmt *const statement = *found;
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(parameters.size())) {
        return Error{ErrorCode::Internal,
                     QStringLiteral("A statement was given another number of values than it has.")};
    }
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < parameters.size(); ++i) {
        code = bind(statement, static_cast<int>(i) + 1, parameters[i]);
    }
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW && take) {
            take(statement);
        }
    }
    const Result<void> outcome = code == SQLITE_DONE ? Result<void>() : errorOf(m_database.get());
    // Ready for the next time, and no values are kept until then.
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return outcome;
}

Result<qint64> SqliteConnection::execute(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto done = run(sql, parameters);
    return done ? Result<qint64>(sqlite3_changes(m_database.get())) : done.error();
}

Result<std::vector<SqlRow>> SqliteConnection::query(const QString &sql, const std::vector<SqlValue> &parameters)
{
    std::vector<SqlRow> rows;
    const auto done = run(sql, parameters, [&rows](sqlite3_stmt *statement) {
        std::vector<SqlValue> values;
        const int columns = sqlite3_column_count(statement);
        values.reserve(static_cast<size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            values.push_back(valueAt(statement, column));
        }
        rows.emplace_back(std::move(values));
    });
    return done ? Result<std::vector<SqlRow>>(std::move(rows)) : done.error();
}

Result<void> SqliteConnection::command(const QString &sql)
{
    return run(sql, {});
}

Result<void> SqliteConnection::lock(const QString & /*name*/)
{
    return {};
}

Result<void> SqliteConnection::enter(const Scope & /*scope*/)
{
    return {};
}

Result<void> SqliteConnection::raise(const QString &topic, const QString &payload)
{
    if (auto usable = checkSignal(topic, payload); !usable) {
        return usable;
    }
    // Who is woken reads all there is: once for a transaction is enough.
    if (const std::pair wake(topic, payload); std::find(m_raised.begin(), m_raised.end(), wake) == m_raised.end()) {
        m_raised.push_back(wake);
    }
    if (!inTransaction()) {
        ended(true);
    }
    return {};
}

void SqliteConnection::ended(bool kept)
{
    for (const auto &[topic, payload] : std::exchange(m_raised, {})) {
        if (kept && m_wake) {
            m_wake(topic, payload);
        }
    }
}

} // namespace Frontdesk::Storage
