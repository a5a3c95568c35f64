#include "service/reception/nodewatch.h"

#include "service/reception/recovery.h"
#include "shared/core/log.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace Frontdesk::Reception {

Result<Storage::NodeId> nodeOf(const QString &dataDir)
{
    const QString path = QDir(dataDir).filePath(QStringLiteral("node"));
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QString kept = QString::fromLatin1(file.readAll()).trimmed();
        if (!kept.isEmpty()) {
            return Storage::NodeId(kept);
        }
    }
    const auto made = Storage::NodeId::create();
    QSaveFile first(path);
    if (!QDir().mkpath(dataDir) || !first.open(QIODevice::WriteOnly) || first.write(made.text().toLatin1()) < 0 ||
        !first.commit()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("The file %1 cannot be written.").arg(path)};
    }
    return made;
}

NodeWatch::NodeWatch(Storage::Database &database, Storage::NodeId self, Scheduler &scheduler)
    : m_database(database)
    , m_self(std::move(self))
    , m_scheduler(scheduler)
{}

void NodeWatch::start()
{
    look();
}

void NodeWatch::look()
{
    using Nodes = std::vector<Storage::NodeSign>;
    m_database
        .run(Storage::Scope::reading(),
             [self = m_self, now = m_scheduler.utcNow()](Storage::Store &store) -> Result<Nodes> {
                 const auto alive = store.nodes().sign(self, now);
                 return alive ? store.nodes().all() : alive.error();
             })
        .then(this, [this](const Result<Nodes> &nodes) {
            if (nodes) {
                compare(*nodes);
            }
            m_next = m_scheduler.after(Pause, [this] { look(); });
            Q_EMIT looked();
        });
}

void NodeWatch::compare(const std::vector<Storage::NodeSign> &nodes)
{
    std::map<Storage::NodeId, Known> others;
    for (const Storage::NodeSign &node : nodes) {
        if (node.node == m_self) {
            continue;
        }
        const auto known = m_others.find(node.node);
        const bool isQuiet = known != m_others.end() && known->second.signs == node.signs;
        const int quietLooks = isQuiet ? known->second.quietLooks + 1 : 0;
        if (quietLooks >= QuietLooks) {
            bury(node.node);
        }
        others[node.node] = {node.signs, quietLooks};
    }
    m_others = std::move(others);
}

void NodeWatch::bury(const Storage::NodeId &node)
{
    qCWarning(Log::app) << "the service" << node.text() << "has gone quiet; its calls are closed";
    closeUnfinishedCalls(m_database, m_scheduler, node).then(this, [this, node](const Result<int> &closed) {
        if (!closed) {
            qCWarning(Log::app) << "its calls could not be closed:" << closed.error().message;
            return; // The next look finds it quiet still.
        }
        m_database.run(Storage::Scope::reading(), [node](Storage::Store &store) { return store.nodes().remove(node); });
    });
}

} // namespace Frontdesk::Reception
