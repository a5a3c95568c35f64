#pragma once

#include "service/storage/auditstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlAuditStore final : public AuditStore {
public:
    explicit SqlAuditStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<AuditEntry> append(AuditEntry entry, const AuditSeal &seal) override;
    Result<std::vector<AuditEntry>> list(const AuditFilter &filter) override;
    Result<AuditCheck> verify(const ClinicId &clinic, const AuditSeal &seal) override;
    Result<qint64> reseal(const ClinicId &clinic, const AuditSeal &seal) override;
    Result<std::vector<ClinicId>> clinics() override;
    Result<qint64> expire(const ClinicId &clinic, const QDateTime &before, const AuditSeal &seal, int limit) override;

private:
    struct StoredEnds {
        AuditEnds ends;
        QByteArray seal;
        bool exist = false;
    };

    [[nodiscard]] Result<StoredEnds> ends(const ClinicId &clinic);
    [[nodiscard]] Result<void> keepEnds(const ClinicId &clinic, const AuditEnds &ends, const AuditSeal &seal);
    [[nodiscard]] Result<void> lock(const ClinicId &clinic);
    [[nodiscard]] Result<std::vector<AuditEntry>> page(const ClinicId &clinic, qint64 after);

    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
