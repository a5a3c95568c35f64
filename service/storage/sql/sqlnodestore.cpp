#include "service/storage/sql/sqlnodestore.h"

#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

const QString SignNode = QStringLiteral(R"sql(
    INSERT INTO nodes (node_id, signs, seen_at) VALUES ($1, 1, $2)
    ON CONFLICT (node_id) DO UPDATE SET signs = nodes.signs + 1, seen_at = excluded.seen_at)sql");

} // namespace

Result<void> SqlNodeStore::sign(const NodeId &node, const QDateTime &now)
{
    const auto signedOn = m_connection.execute(SignNode, {node.text(), toSqlTime(now)});
    return signedOn ? Result<void>() : signedOn.error();
}

Result<std::vector<NodeSign>> SqlNodeStore::all()
{
    return readAll<NodeSign>(
        m_connection.query(QStringLiteral("SELECT node_id, signs FROM nodes ORDER BY node_id"), {}),
        [](const SqlRow &row) {
            return Result<NodeSign>({NodeId(row.text(0)), row.integer(1)});
        });
}

Result<void> SqlNodeStore::remove(const NodeId &node)
{
    const auto removed = m_connection.execute(QStringLiteral("DELETE FROM nodes WHERE node_id = $1"), {node.text()});
    return removed ? Result<void>() : removed.error();
}

} // namespace Frontdesk::Storage
