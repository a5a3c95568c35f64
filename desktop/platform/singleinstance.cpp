#include "desktop/platform/singleinstance.h"

#include <QLocalSocket>

namespace Frontdesk::Platform {

namespace {

/// The first is on this computer: it answers at once, or it is gone.
constexpr int PatienceMs = 500;

} // namespace

SingleInstance::SingleInstance(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *const socket = m_server.nextPendingConnection())
            socket->deleteLater();
        Q_EMIT startedAgain();
    });
}

bool SingleInstance::begin()
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (first.waitForConnected(PatienceMs))
        return false;
    // What a crash left behind would keep us from listening.
    QLocalServer::removeServer(m_name);
    // Where it cannot listen, two clients are better than none.
    m_server.listen(m_name);
    return true;
}

} // namespace Frontdesk::Platform
