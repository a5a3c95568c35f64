#pragma once

#include "service/storage/nodestore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

class SqlNodeStore final : public NodeStore {
public:
    explicit SqlNodeStore(SqlConnection &connection)
        : m_connection(connection)
    {}

    Result<void> sign(const NodeId &node, const QDateTime &now) override;
    Result<std::vector<NodeSign>> all() override;
    Result<void> remove(const NodeId &node) override;

private:
    SqlConnection &m_connection;
};

} // namespace Frontdesk::Storage
