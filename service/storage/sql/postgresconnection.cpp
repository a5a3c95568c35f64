#include "service/storage/sql/postgresconnection.h"

#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgreslistener.h"
#include "service/storage/sql/postgresvalues.h"
#include "service/storage/sql/postgreswalls.h"

#include <poll.h>

#include <pqxx/pqxx>
#include <unordered_map>

namespace Frontdesk::Storage {

struct PostgresConnection::Session {
    explicit Session(const std::string &options)
        : connection(options)
        , statements(connection)
    {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        // Only libpqxx 6 reconnects by itself; later ones have no such switch.
        [](auto &given) {
            if constexpr (requires { given.inhibit_reactivation(true); }) {
                given.inhibit_reactivation(true);
            }
        }(connection);
        QT_WARNING_POP
    }

    /// The name under which the text is prepared.
    const std::string &prepared(const QString &sql)
    {
        const auto [place, isNew] = names.try_emplace(sql);
        if (isNew) {
            place->second = "s" + std::to_string(names.size());
            connection.prepare(place->second, sql.toStdString());
        }
        return place->second;
    }

    pqxx::result run(const QString &sql, const std::vector<std::optional<std::string>> &texts)
    {
        std::vector<const char *> parameters;
        parameters.reserve(texts.size());
        for (const auto &text : texts) {
            parameters.push_back(text ? text->c_str() : nullptr);
        }
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        return statements.exec_prepared(prepared(sql), pqxx::prepare::make_dynamic_params(parameters));
        QT_WARNING_POP
    }

    pqxx::connection connection;
    pqxx::nontransaction statements; ///< Transactions are ours, see SqlConnection.
    std::unordered_map<QString, std::string> names;
};

namespace {

constexpr int OldestVersion = 150'000;

Result<std::vector<std::optional<std::string>>> toTexts(const std::vector<SqlValue> &values)
{
    std::vector<std::optional<std::string>> texts;
    texts.reserve(values.size());
    for (const SqlValue &value : values) {
        auto text = toPostgresText(value);
        if (!text) {
            return text.error();
        }
        texts.push_back(std::move(text).value());
    }
    return texts;
}

std::vector<SqlRow> toRows(const pqxx::result &answer)
{
    std::vector<SqlRow> rows;
    rows.reserve(static_cast<size_t>(answer.size()));
    for (const auto &row : answer) {
        std::vector<SqlValue> values;
        values.reserve(static_cast<size_t>(row.size()));
        for (const auto &field : row) {
            values.push_back(field.is_null() ? SqlValue()
                                             : fromPostgresText(field.type(), field.c_str(), field.size()));
        }
        rows.emplace_back(std::move(values));
    }
    return rows;
}

} // namespace

PostgresConnection::PostgresConnection(std::unique_ptr<Session> session)
    : m_session(std::move(session))
{}

PostgresConnection::~PostgresConnection() = default;

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const QString &url, Role role)
{
    const auto options = postgresConnectionString(url);
    if (!options) {
        return options.error();
    }
    try {
        std::unique_ptr<PostgresConnection> connection(new PostgresConnection(std::make_unique<Session>(*options)));
        if (const auto prepared = connection->prepareSession(role); !prepared) {
            return prepared.error();
        }
        return connection;
    } catch (const std::exception &exception) {
        return postgresError(exception);
    }
}

Result<void> PostgresConnection::prepareSession(Role role)
{
    if (m_session->connection.server_version() < OldestVersion) {
        return Error{ErrorCode::Refused, QStringLiteral("Frontdesk needs PostgreSQL 15 or newer.")};
    }
    QStringList settings{QStringLiteral("SET lock_timeout = '5s'"),
                         QStringLiteral("SET idle_in_transaction_session_timeout = '60s'")};
    if (role == Role::Owner) {
        // Another node may be bringing the layout up to date; that takes what it takes.
        settings = {QStringLiteral("SET lock_timeout = 0"), QStringLiteral("SET statement_timeout = 0"),
                    QStringLiteral("SET client_min_messages = warning")};
    } else {
        settings << QStringLiteral("SET statement_timeout = '15s'");
    }
    for (const QString &setting : settings) {
        if (auto set = command(setting); !set) {
            return set;
        }
    }
    return role == Role::Owner ? Result<void>() : becomeService();
}

Result<void> PostgresConnection::becomeService()
{
    if (const auto became = command(QStringLiteral("SET ROLE %1").arg(QLatin1String(ServiceRole))); !became) {
        return Error{became.error().code,
                     QStringLiteral("The database user may not act as %1; docs/runbook.md tells how to set it up.")
                         .arg(QLatin1String(ServiceRole))};
    }
    const auto free = query(QStringLiteral("SELECT 1 FROM pg_roles WHERE rolname = current_user "
                                           "AND (rolsuper OR rolbypassrls)"),
                            {});
    if (!free) {
        return free.error();
    }
    return free->empty()
               ? Result<void>()
               : Error{ErrorCode::Refused,
                       QStringLiteral("The database role %1 must be no superuser and must not bypass row-level "
                                      "security.")
                           .arg(QLatin1String(ServiceRole))};
}

template <typename Work>
auto PostgresConnection::guarded(Work work) -> Result<std::invoke_result_t<Work &>>
{
    try {
        return work();
    } catch (const std::exception &exception) {
        Error error = postgresError(exception);
        if (inTransaction() && m_healthy) {
            m_healthy = error;
        }
        return error;
    }
}

Result<qint64> PostgresConnection::execute(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto texts = toTexts(parameters);
    if (!texts) {
        return texts.error();
    }
    return guarded([&] { return static_cast<qint64>(m_session->run(sql, *texts).affected_rows()); });
}

Result<std::vector<SqlRow>> PostgresConnection::query(const QString &sql, const std::vector<SqlValue> &parameters)
{
    const auto texts = toTexts(parameters);
    if (!texts) {
        return texts.error();
    }
    return guarded([&] { return toRows(m_session->run(sql, *texts)); });
}

Result<void> PostgresConnection::command(const QString &sql)
{
    if (sql.startsWith(QLatin1String("COMMIT")) && !m_healthy) {
        // PostgreSQL would answer "fine" and take everything back.
        return m_healthy;
    }
    const auto done = guarded([&] { return m_session->statements.exec(sql.toStdString()).size(); });
    if (sql.startsWith(QLatin1String("ROLLBACK")) || sql == beginStatement()) {
        m_healthy = {};
    }
    return done ? Result<void>() : done.error();
}

QString PostgresConnection::beginStatement() const
{
    return QStringLiteral("BEGIN");
}

Result<void> PostgresConnection::lock(const QString &name)
{
    const auto locked = query(QStringLiteral("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"), {name});
    return locked ? Result<void>() : locked.error();
}

Result<void> PostgresConnection::raise(const QString &topic, const QString &payload)
{
    if (auto usable = checkSignal(topic, payload); !usable) {
        return usable;
    }
    const auto raised =
        query(QStringLiteral("SELECT pg_notify($1, $2)"),
              {QString::fromLatin1(PostgresListener::Channel), QString(topic + QLatin1Char('\n') + payload)});
    return raised ? Result<void>() : raised.error();
}

Result<void> PostgresConnection::enter(const Scope &scope)
{
    const QString wanted = scope.clinic().isEmpty() ? QString::fromLatin1(PlatformScope) : scope.clinic().text();
    if (wanted == m_scope) {
        return {};
    }
    m_scope.clear();
    const auto set =
        query(QStringLiteral("SELECT set_config($1, $2, false)"), {QString::fromLatin1(ScopeSetting), wanted});
    if (!set) {
        return set.error();
    }
    m_scope = wanted;
    return {};
}

bool PostgresConnection::isLost()
{
    const auto looked = guarded([this] {
        pollfd socket{m_session->connection.sock(), POLLIN, 0};
        // A server that leaves says so before it hangs up: read until nothing is left, or the end.
        while (m_session->connection.is_open() && poll(&socket, 1, 0) > 0) {
            m_session->connection.get_notifs();
        }
        return m_session->connection.is_open();
    });
    return !looked.valueOr(false);
}

} // namespace Frontdesk::Storage
