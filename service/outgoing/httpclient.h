#pragma once

#include "service/faultpolicy/fault.h"
#include "service/outgoing/agreements.h"
#include "shared/core/scheduler.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <map>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace Frontdesk::Outgoing {

struct Header {
    QByteArray name;
    QByteArray value;
};

/// One request to a vendor. Host, length and connection headers are added.
struct HttpCall {
    QString vendor; ///< For messages.
    Permit permit;  ///< Without a good one the exchange fails before it opens a connection.
    QByteArray method = QByteArrayLiteral("POST");
    QUrl url;
    std::vector<Header> headers;
    QByteArray body;
    FaultPolicy::Budgets budgets;
    qint64 mostBytes = qint64{16} << 20; ///< Of the answer.
    QHostAddress address{};              ///< Where to connect, whatever the host's name leads to; null: there.
};

/// The head of an answer.
struct HttpHead {
    int status = 0;
    std::vector<Header> headers;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// Of `retry-after-ms` or `retry-after` in seconds; 0: not said.
    [[nodiscard]] Milliseconds retryAfter() const;
};

class HttpClient;

/// A request on its way. Destroy it to give it up: the connection is dropped, nothing more is heard.
class HttpExchange final : public QObject {
    Q_OBJECT

public:
    HttpExchange(HttpClient &client, HttpCall call);
    ~HttpExchange() override;

    /// Something came that really helps: from now on `betweenUseful` counts. Only the user of the bytes can tell, for
    /// a vendor may keep a line alive without answering.
    void noteUseful();

Q_SIGNALS:
    void answered(const Frontdesk::Outgoing::HttpHead &head);
    /// A piece of the body, cut anywhere.
    void received(const QByteArray &bytes);
    /// The answer is complete.
    void finished();
    /// Once, instead of `finished`.
    void failed(const Frontdesk::FaultPolicy::Fault &fault);

private:
    class Reader;

    void open(bool fresh);
    void onConnected();
    void onReadable();
    void onDisconnected();
    void onSocketError();
    void watch(Milliseconds patience, const char *forWhat);
    void complete();
    void fail(FaultPolicy::Fault fault);
    [[nodiscard]] bool pass(QByteArray bytes);
    void dropSocket();

    HttpClient &m_client;
    HttpCall m_call;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<Reader> m_reader;
    Scheduler::JobHandle m_watch;
    Scheduler::JobHandle m_deadline;
    bool m_reused = false;
    bool m_sent = false;
    bool m_useful = false;
    bool m_over = false;
};

/// HTTP/1.1 to vendors, with connections kept warm. One for each thread that asks; everything stays on that thread.
///
/// Sockets are Qt's, the grammar is Boost.Beast's, as in service/http. Certificates are always checked.
class HttpClient final : public QObject {
    Q_OBJECT

public:
    /// `scheduler` must outlive the client; the client must outlive its exchanges.
    explicit HttpClient(Scheduler &scheduler, QSslConfiguration tls = defaultTls());
    ~HttpClient() override;

    [[nodiscard]] static QSslConfiguration defaultTls();

    /// Starts on the next turn of the event loop.
    [[nodiscard]] std::unique_ptr<HttpExchange> send(HttpCall call);

    /// Opens a connection ahead of the first request, unless one is there.
    void warm(const QUrl &url);

    [[nodiscard]] Scheduler &scheduler() { return m_scheduler; }

    // For exchanges.
    /// An idle open connection; null when there is none.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeIdle(const QUrl &url, const QHostAddress &address = {});
    [[nodiscard]] std::unique_ptr<QSslSocket> connectTo(const QUrl &url, const QHostAddress &address = {});
    void keepIdle(const QUrl &url, const QHostAddress &address, std::unique_ptr<QSslSocket> socket);

private:
    struct Idle {
        std::unique_ptr<QSslSocket> socket;
        Instant since;
    };

    void dropOldIdle(std::vector<Idle> &idle) const;

    Scheduler &m_scheduler;
    QSslConfiguration m_tls;
    std::map<QString, std::vector<Idle>> m_idle; ///< By scheme, host, port and address.
};

} // namespace Frontdesk::Outgoing
