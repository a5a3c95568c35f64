#pragma once

#include "service/faultpolicy/fault.h"
#include "service/outgoing/httpclient.h"

#include <QObject>

#include <memory>

namespace Frontdesk::Sockets {
class WebSocket;
class WebSocketOpening;
struct OpeningFault;
} // namespace Frontdesk::Sockets

namespace Frontdesk::Outgoing {

struct LinkCall {
    QString vendor; ///< For messages.
    Permit permit;  ///< Without a good one the link fails and opens no connection.
    QUrl url;
    std::vector<Header> headers;
    Milliseconds connect{1000}; ///< TCP, TLS and the upgrade together.
};

/// One WebSocket to a vendor: opens within its budget, tells once how it ended, and says goodbye in the background.
class WebSocketLink final : public QObject {
    Q_OBJECT

public:
    /// Starts on the next turn of the event loop. `scheduler` must outlive the link.
    WebSocketLink(LinkCall call, Scheduler &scheduler, const QSslConfiguration &tls = HttpClient::defaultTls());
    /// Drops the connection, unless `leave` was called.
    ~WebSocketLink() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void sendText(QByteArrayView utf8);
    /// Nothing is sent for no bytes: Deepgram takes an empty frame for the end.
    void sendBinary(QByteArrayView bytes);

    /// Sends `lastWords`, and lets the vendor finish and close for up to `patience` after this object is gone.
    void leave(QByteArrayView lastWords, Milliseconds patience);

    /// Bytes that the network has not taken yet.
    [[nodiscard]] qint64 backlogBytes() const;

Q_SIGNALS:
    void opened();
    /// Valid during the call.
    void textReceived(QByteArrayView utf8);
    /// It was open, and the other end closed it or the connection is lost (code 1006).
    void closed(int code, const QString &reason);
    /// It did not open.
    void failed(const Frontdesk::FaultPolicy::Fault &fault);

private:
    void open(const QSslConfiguration &tls);
    void onOpened();
    void onFault(const Sockets::OpeningFault &fault);
    void fail(FaultPolicy::Fault fault);
    void dropAll();

    LinkCall m_call;
    std::unique_ptr<Sockets::WebSocketOpening> m_opening;
    std::unique_ptr<Sockets::WebSocket> m_socket;
    Scheduler &m_scheduler;
    Scheduler::JobHandle m_watch;
    bool m_open = false;
    bool m_over = false;
};

} // namespace Frontdesk::Outgoing
