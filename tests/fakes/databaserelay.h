#pragma once

#include "tests/fakes/fault.h"

#include <QObject>
#include <QPointer>

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace Frontdesk::Fakes {

/// Stands between a program and a PostgreSQL server: passes everything on, or fails as a server or its network does.
/// Refusals (401, 429, 500) come in PostgreSQL's own words to whoever connects; standing connections end.
class DatabaseRelay final : public QObject {
    Q_OBJECT

public:
    /// `socket` is the server's unix socket.
    explicit DatabaseRelay(QString socket, QObject *parent = nullptr);
    ~DatabaseRelay() override;

    [[nodiscard]] bool listen(quint16 port);
    void setFault(Fault fault);
    /// Connections that a fault has hit.
    [[nodiscard]] int faultsMet() const { return m_faultsMet; }

private:
    struct Link;

    void onConnection();
    void fromClient(Link &link);
    void pass(Link &link, bool toServer, const QByteArray &bytes);
    [[nodiscard]] static QByteArray refusal(FaultKind kind);

    QString m_path;
    quint16 m_port = 0;
    std::unique_ptr<QTcpServer> m_listener;
    QList<QPointer<QObject>> m_links;
    int m_faultsMet = 0;
    Fault m_fault;
};

} // namespace Frontdesk::Fakes
