#pragma once

#include "service/sockets/websocket.h"

#include <QSslConfiguration>
#include <QUrl>

#include <vector>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace Frontdesk::Sockets {

struct UpgradeHeader {
    QByteArray name;
    QByteArray value;
};

struct OpeningFault {
    enum class Kind {
        Unreachable, ///< Nobody there, or it broke off.
        Untrusted,   ///< It cannot prove who it is.
        Refused,     ///< It answered with another status than 101.
        NoWebSocket  ///< What it answered is no WebSocket server's.
    };

    Kind kind = Kind::Unreachable;
    int status = 0; ///< Of a refusal.
};

/// A WebSocket on its way to be open: connects, encrypts, asks for the upgrade and checks the answer. Waits as long as
/// it takes: whoever opens sets the limit. Destroy it to give up.
class WebSocketOpening final : public QObject {
    Q_OBJECT

public:
    /// `ws` or `wss`. Starts on the next turn of the event loop.
    WebSocketOpening(const QUrl &url, std::vector<UpgradeHeader> headers, const QSslConfiguration &tls);
    ~WebSocketOpening() override;

    /// After `opened`.
    [[nodiscard]] std::unique_ptr<WebSocket> take() { return std::move(m_opened); }

Q_SIGNALS:
    // One of them, once.
    void opened();
    void failed(const Frontdesk::Sockets::OpeningFault &fault);

private:
    void start();
    void ask();
    void onReadable();
    void fail(OpeningFault fault);
    void dropSocket();

    QUrl m_url;
    std::vector<UpgradeHeader> m_headers;
    const QSslConfiguration m_tls;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<WebSocket> m_opened;
    QByteArray m_key;
};

} // namespace Frontdesk::Sockets
