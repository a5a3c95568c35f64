#include "service/storage/sql/postgresvalues.h"

#include <array>
#include <charconv>
#include <pqxx/except>

namespace Frontdesk::Storage {

namespace {

// The numbers of PostgreSQL's built-in types (catalog pg_type); they never change.
enum PostgresType : unsigned {
    Boolean = 16,
    Bytea = 17,
    BigInt = 20,
    SmallInt = 21,
    Integer = 23,
    Oid = 26,
    Real = 700,
    DoublePrecision = 701,
    Numeric = 1700,
};

QString firstLine(const char *text)
{
    return QString::fromUtf8(text).section(QLatin1Char('\n'), 0, 0).trimmed();
}

/// The SQLSTATE. libpqxx 6 knows some kinds by their class only.
QByteArray stateOf(const pqxx::sql_error &error)
{
    if (!error.sqlstate().empty()) {
        return QByteArray::fromStdString(error.sqlstate());
    }
    if (dynamic_cast<const pqxx::insufficient_privilege *>(&error)) {
        return QByteArrayLiteral("42501");
    }
    return dynamic_cast<const pqxx::syntax_error *>(&error) || dynamic_cast<const pqxx::undefined_table *>(&error) ||
                   dynamic_cast<const pqxx::undefined_column *>(&error) ||
                   dynamic_cast<const pqxx::undefined_function *>(&error)
               ? QByteArrayLiteral("42000")
               : QByteArray();
}

Error fromSqlState(const QByteArray &state, const char *text)
{
    if (state == "23505") {
        return {ErrorCode::Conflict, QStringLiteral("The database holds such an entry already.")};
    }
    if (state == "23503") {
        return {ErrorCode::NotFound, QStringLiteral("The database does not hold what this entry belongs to.")};
    }
    if (state == "42501") {
        return {ErrorCode::Refused, QStringLiteral("The database does not allow this to this user, or this clinic.")};
    }
    if (state == "57014" || state == "55P03" || state == "40001" || state == "40P01") {
        return {ErrorCode::Timeout, QStringLiteral("The database took too long (%1).").arg(QLatin1String(state))};
    }
    const QByteArray family = state.left(2);
    if (family == "53" || family == "57" || family == "08" || family == "58" || state == "25006") {
        return {ErrorCode::Unavailable,
                QStringLiteral("The database server is in trouble (%1).").arg(QLatin1String(state))};
    }
    // Texts about the statement name tables and columns; all others may quote what a row holds.
    const QString detail = family == "42" ? QStringLiteral(": ") + firstLine(text) : QString();
    return {ErrorCode::Internal,
            QStringLiteral("The database refused a statement (%1)%2.").arg(QLatin1String(state), detail)};
}

} // namespace

Result<std::optional<std::string>> toPostgresText(const SqlValue &value)
{
    struct Visitor {
        using Text = Result<std::optional<std::string>>;
        Text operator()(std::monostate) const { return std::optional<std::string>(); }
        Text operator()(qint64 number) const { return std::optional(std::to_string(number)); }
        Text operator()(double number) const
        {
            std::array<char, 32> text{};
            const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
            return std::optional(std::string(text.data(), end.ptr));
        }
        Text operator()(const QString &text) const
        {
            if (text.contains(QChar(u'\0'))) {
                return Error{ErrorCode::InvalidInput, QStringLiteral("A text holds a character that cannot be kept.")};
            }
            return std::optional(text.toStdString());
        }
        Text operator()(const QByteArray &bytes) const { return std::optional("\\x" + bytes.toHex().toStdString()); }
    };
    return std::visit(Visitor(), value);
}

SqlValue fromPostgresText(unsigned type, const char *text, size_t size)
{
    const QByteArrayView view(text, static_cast<qsizetype>(size));
    switch (type) {
    case Boolean:
        return qint64{view.startsWith('t')};
    case SmallInt:
    case Integer:
    case BigInt:
    case Oid:
        return view.toByteArray().toLongLong();
    case Numeric: {
        // A sum of whole numbers is whole.
        bool whole = false;
        const qint64 number = view.toByteArray().toLongLong(&whole);
        return whole ? SqlValue(number) : SqlValue(view.toByteArray().toDouble());
    }
    case Real:
    case DoublePrecision:
        return view.toByteArray().toDouble();
    case Bytea:
        return QByteArray::fromHex(view.sliced(2).toByteArray()); // After `\x`.
    default:
        return QString::fromUtf8(view);
    }
}

Error postgresError(const std::exception &exception)
{
    if (const auto *refused = dynamic_cast<const pqxx::sql_error *>(&exception)) {
        return fromSqlState(stateOf(*refused), refused->what());
    }
    if (dynamic_cast<const pqxx::broken_connection *>(&exception)) {
        // libpq's words about a connection name the server, the user and the cause.
        return {ErrorCode::Unavailable,
                QStringLiteral("The database server is away: %1").arg(firstLine(exception.what()))};
    }
    return {ErrorCode::Internal, QStringLiteral("The database library failed.")};
}

} // namespace Frontdesk::Storage
