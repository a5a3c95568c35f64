#pragma once

#include "shared/core/id.h"
#include "shared/core/result.h"

#include <QDateTime>

#include <vector>

namespace Frontdesk::Storage {

/// One data folder's service. It stays the same over restarts, so that a restart knows its own calls.
using NodeId = Id<struct NodeTag>;

struct NodeSign {
    NodeId node;
    qint64 signs = 0; ///< How often it has said that it is alive. Counted, because the nodes' clocks may differ.
};

/// Which services share this database, and which of them are alive.
class NodeStore {
public:
    virtual ~NodeStore() = default;

    /// The node is alive.
    virtual Result<void> sign(const NodeId &node, const QDateTime &now) = 0;
    virtual Result<std::vector<NodeSign>> all() = 0;
    /// The node is not coming back, or comes back as new. One that is not known is no error.
    virtual Result<void> remove(const NodeId &node) = 0;
};

} // namespace Frontdesk::Storage
