#pragma once

#include "service/http/internal/httpconnection.h"

#include <QSet>

namespace Frontdesk::Http {

/// All connections of one worker thread. Lives on that thread; its methods are called there.
class HttpWorker final : public QObject {
    Q_OBJECT

public:
    HttpWorker(std::shared_ptr<const Router> router, const HttpLimits &limits, std::optional<QSslConfiguration> tls);
    ~HttpWorker() override;

    void accept(qintptr descriptor, std::shared_ptr<ConnectionSlot> slot);

    /// No new work; `drained` once the last connection is gone.
    void drain();

    /// Closes everything, WebSockets with 1001; then `drained`.
    void closeAll();

Q_SIGNALS:
    /// Once.
    void drained();

private:
    void onUpgraded(Sockets::WebSocket *socket, std::shared_ptr<ConnectionSlot> slot);
    void forget(HttpConnection *connection);
    void forgetWebSocket(QObject *socket);
    void reportIfDrained();

    std::shared_ptr<ConnectionContext> m_context;
    std::optional<QSslConfiguration> m_tls;
    QSet<HttpConnection *> m_connections;
    QHash<QObject *, std::shared_ptr<ConnectionSlot>> m_webSockets; ///< Owned elsewhere.
    bool m_draining = false;
    bool m_reported = false;
};

} // namespace Frontdesk::Http
