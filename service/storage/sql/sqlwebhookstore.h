#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/sql/sqlconnection.h"
#include "service/storage/webhookstore.h"

namespace Frontdesk::Storage {

class SqlWebhookStore final : public WebhookStore {
public:
    SqlWebhookStore(SqlConnection &connection, SealedBodies &bodies)
        : m_connection(connection)
        , m_bodies(bodies)
    {}

    Result<Webhook> add(Webhook webhook, const QDateTime &now) override;
    Result<std::vector<Webhook>> list(const ClinicId &clinic) override;
    Result<Webhook> find(const ClinicId &clinic, const QString &id) override;
    Result<Webhook> change(const Webhook &webhook, qint64 version, const QDateTime &now) override;
    Result<void> remove(const ClinicId &clinic, const QString &id) override;
    Result<void> askTest(const ClinicId &clinic, const QString &id, const QDateTime &now) override;
    Result<std::vector<Webhook>> due(const QDateTime &now, int limit) override;
    Result<std::vector<Webhook>> testsAsked(int limit) override;
    Result<qint64> claim(const Webhook &webhook, const QDateTime &until) override;
    Result<bool> takeTest(const Webhook &webhook) override;
    Result<void> pass(const ClinicId &clinic, const QString &id, qint64 sequence) override;
    Result<bool> settle(const Webhook &webhook) override;
    Result<void> settleTest(const Webhook &webhook) override;

private:
    Result<std::vector<Webhook>> read(const Result<std::vector<SqlRow>> &rows);
    Result<Webhook> readWebhook(const SqlRow &row);
    Result<QByteArray> packed(const Webhook &webhook);
    Result<void> told(const ClinicId &clinic, const Result<qint64> &changed);

    SqlConnection &m_connection;
    SealedBodies &m_bodies;
};

} // namespace Frontdesk::Storage
