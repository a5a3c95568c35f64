#pragma once

#include "tests/fakes/fault.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrlQuery>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
class QTcpSocket;
QT_END_NAMESPACE

namespace Frontdesk::Sockets {
class WebSocket;
}

namespace Frontdesk::Fakes {

struct FakeRequest {
    QByteArray method;
    QString path;
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
};

/// One request at a fake vendor, to be answered at once, in pieces or never.
class FakeAnswer {
public:
    explicit FakeAnswer(QTcpSocket *socket)
        : m_socket(socket)
    {}

    void send(int status, const QByteArray &contentType, const QByteArray &body,
              const QList<QByteArray> &headers = {}) const;
    void beginChunked(const QByteArray &contentType, const QList<QByteArray> &headers = {}) const;
    void chunk(const QByteArray &bytes) const;
    void endChunked() const;
    /// Closes in the regular way, whatever was promised.
    void hangUp() const;
    void reset() const;
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; } ///< Null once the client has left.

private:
    QPointer<QTcpSocket> m_socket;
};

/// A vendor on a real socket of this machine, with faults on demand. Lives on the thread that made it.
class FakeServer : public QObject {
    Q_OBJECT

public:
    explicit FakeServer(QObject *parent = nullptr);
    ~FakeServer() override;

    /// Listens on a free port of 127.0.0.1, or on the one given.
    [[nodiscard]] bool listen(quint16 port = 0);
    void useTls(const QSslConfiguration &tls);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:port` or with another scheme.
    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("http")) const;

    /// Holds at once, for connections that stand as well: those of a vendor that refuses or resets are reset.
    void setFault(Fault fault);
    [[nodiscard]] FaultKind fault() const { return m_fault.kind; }

    /// Complete requests so far, faulty ones included.
    [[nodiscard]] const QList<FakeRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Requests that were answered wrongly on purpose, and connections that broke so. Who refuses, counts nobody.
    [[nodiscard]] int faultsMet() const { return m_faultsMet; }

Q_SIGNALS:
    void requested();

protected:
    /// A request that no general fault has taken care of. `fault` is one that only this vendor can play.
    virtual void answer(const FakeRequest &request, FakeAnswer answer, FaultKind fault) = 0;
    /// The vendor's own words for 401, 429 and 500.
    virtual void refuse(FakeAnswer answer, FaultKind fault) = 0;
    /// Before an upgrade to a WebSocket; nothing: it may open. Else a complete raw answer.
    [[nodiscard]] virtual QByteArray refuseUpgrade(const FakeRequest &request);
    virtual void opened(Sockets::WebSocket *socket, const FakeRequest &request, FaultKind fault);
    /// For what is open already.
    virtual void faultBegan(FaultKind fault);
    [[nodiscard]] int retryAfterSeconds() const { return m_fault.retryAfterSeconds; }
    void noteFaultMet() { ++m_faultsMet; }

private:
    class Listener;
    struct Connection;

    void onConnection(qintptr descriptor);
    void onReadable(QTcpSocket *socket);
    void handle(QTcpSocket *socket, const FakeRequest &request);
    void upgrade(QTcpSocket *socket, const FakeRequest &request);
    void becomeWebSocket(QTcpSocket *socket, const FakeRequest &request, FaultKind fault);
    [[nodiscard]] FaultKind takeFault();

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QSslConfiguration> m_tls;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<FakeRequest> m_requests;
    Fault m_fault;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_faultsMet = 0;
};

} // namespace Frontdesk::Fakes
