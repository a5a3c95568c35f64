#pragma once

#include "service/storage/sql/sqlconnection.h"

#include <memory>

namespace Frontdesk::Storage {

/// A connection to PostgreSQL 15 or newer through libpqxx, whose exceptions end here.
///
/// Statements are cut off after 15 seconds, waits for a lock after 5. The library's own reconnecting is off: a new
/// connection would be without its role and its scope.
class PostgresConnection final : public SqlConnection {
public:
    /// Whose rights the connection has.
    enum class Role {
        Owner,   ///< Of the login itself: for layout steps, which may take their time.
        Service, ///< Of `frontdesk_service`, which owns nothing and is held by the walls.
    };

    /// `url`: see postgresConnectionString. Unavailable: no server there. Refused: too old, or the role would not be
    /// held by the walls.
    [[nodiscard]] static Result<std::unique_ptr<PostgresConnection>> open(const QString &url, Role role);
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    Result<qint64> execute(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<std::vector<SqlRow>> query(const QString &sql, const std::vector<SqlValue> &parameters) override;
    Result<void> command(const QString &sql) override;
    Result<void> lock(const QString &name) override;
    Result<void> raise(const QString &topic, const QString &payload) override;
    Result<void> enter(const Scope &scope) override;
    /// Also looks whether the server has hung up meanwhile, which costs one system call.
    [[nodiscard]] bool isLost() override;

protected:
    [[nodiscard]] QString beginStatement() const override;

private:
    struct Session;

    explicit PostgresConnection(std::unique_ptr<Session> session);

    Result<void> prepareSession(Role role);
    Result<void> becomeService();
    template <typename Work>
    auto guarded(Work work) -> Result<std::invoke_result_t<Work &>>;

    std::unique_ptr<Session> m_session;
    QString m_scope;        ///< The setting the server has now.
    Result<void> m_healthy; ///< Or the first error inside the transaction, all of which PostgreSQL then takes back.
};

} // namespace Frontdesk::Storage
