#include "service/storage/sql/sqliteconnection.h"

#include "shared/core/id.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

namespace Frontdesk::Storage {

namespace {

// SQLite's result codes (sqlite.org/rescode.html); the low byte is the kind, extended codes add detail above it.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    CorruptFile = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
    ForeignKey = 787,
    PrimaryKey = 1555,
    Unique = 2067,
};

Error toError(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    if (code == PrimaryKey || code == Unique) {
        return {ErrorCode::Conflict, QStringLiteral("The database holds such an entry already.")};
    }
    if (code == ForeignKey) {
        return {ErrorCode::NotFound, QStringLiteral("The database does not hold what this entry belongs to.")};
    }
    switch (code & 0xFF) {
    case Busy:
    case Locked:
        return {ErrorCode::Timeout, QStringLiteral("The database is busy with another program.")};
    case ReadOnly:
        return {ErrorCode::Unavailable, QStringLiteral("The database file may not be written.")};
    case InputOutput:
    case Full:
        return {ErrorCode::Unavailable, QStringLiteral("The disk of the database is full or failing.")};
    case CannotOpen:
        return {ErrorCode::Unavailable, QStringLiteral("The database file cannot be opened.")};
    case CorruptFile:
    case NotADatabase:
        return {ErrorCode::Corrupt, QStringLiteral("The database file is damaged or not a database.")};
    default:
        // SQLite's texts name tables and columns, never the values of a row.
        return {ErrorCode::Internal,
                QStringLiteral("The database refused a statement (%1): %2.").arg(code).arg(error.databaseText())};
    }
}

QVariant toVariant(const SqlValue &value)
{
    struct Visitor {
        QVariant operator()(std::monostate) const { return {}; }
        QVariant operator()(qint64 number) const { return number; }
        QVariant operator()(double number) const { return number; }
        // Qt binds null strings and arrays as NULL; ours are only empty.
        QVariant operator()(const QString &text) const { return text.isNull() ? QStringLiteral("") : text; }
        QVariant operator()(const QByteArray &bytes) const { return bytes.isNull() ? QByteArray("") : bytes; }
    };
    return std::visit(Visitor(), value);
}

SqlValue fromVariant(const QVariant &value)
{
    if (value.isNull()) {
        return std::monostate();
    }
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QByteArray:
        return value.toByteArray();
    default:
        return value.toString();
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
    connection->m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newUuid7());
    if (!connection->m_database.isValid()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("Qt's SQLite driver is not installed.")};
    }
    connection->m_database.setDatabaseName(path);
    connection->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection->m_database.open()) {
        return toError(connection->m_database.lastError());
    }
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

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

QString SqliteConnection::beginStatement() const
{
    // A transaction that reads first and writes later could find the lock taken in between, without any patience.
    return QStringLiteral("BEGIN IMMEDIATE");
}

Result<QSqlQuery *> SqliteConnection::run(const QString &sql, const std::vector<SqlValue> &parameters)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery prepared(m_database);
        prepared.setForwardOnly(true);
        if (!prepared.prepare(sql)) {
            return toError(prepared.lastError());
        }
        found = m_statements.emplace(sql, std::move(prepared)).first;
    }
    QSqlQuery &statement = found->second;
    for (size_t i = 0; i < parameters.size(); ++i) {
        statement.bindValue(static_cast<int>(i), toVariant(parameters[i]));
    }
    if (!statement.exec()) {
        const Error error = toError(statement.lastError());
        statement.finish();
        return error;
    }
    return &statement;
}

Result<qint64> SqliteConnection::execute(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto statement = run(sql, parameters);
    if (!statement) {
        return statement.error();
    }
    const qint64 changed = (*statement)->numRowsAffected();
    (*statement)->finish();
    return changed;
}

Result<std::vector<SqlRow>> SqliteConnection::query(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto statement = run(sql, parameters);
    if (!statement) {
        return statement.error();
    }
    QSqlQuery &answer = **statement;
    std::vector<SqlRow> rows;
    const int columns = answer.record().count();
    while (answer.next()) {
        std::vector<SqlValue> values;
        values.reserve(static_cast<size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            values.push_back(fromVariant(answer.value(column)));
        }
        rows.emplace_back(std::move(values));
    }
    const QSqlError error = answer.lastError();
    answer.finish();
    if (error.isValid()) {
        return toError(error);
    }
    return rows;
}

Result<void> SqliteConnection::command(const QString &sql)
{
    QSqlQuery statement(m_database);
    return statement.exec(sql) ? Result<void>() : toError(statement.lastError());
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
    m_raised.emplace_back(topic, payload);
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
