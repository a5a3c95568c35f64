#include "service/http/httpserver.h"

#include "service/http/internal/connectionledger.h"
#include "service/http/internal/httpworker.h"
#include "service/http/internal/responsewriter.h"
#include "shared/core/log.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

namespace Frontdesk::Http {

namespace {

constexpr int ListenBacklog = 512;

class Acceptor final : public QTcpServer {
public:
    std::function<void(qintptr)> onDescriptor;

protected:
    void incomingConnection(qintptr descriptor) override { onDescriptor(descriptor); }
};

/// A thread with its worker, which dies on it.
struct WorkerThread {
    QThread thread;
    HttpWorker *worker = nullptr;
};

} // namespace

class HttpServer::Private {
public:
    Private(Router router, HttpServerSettings given)
        : settings(std::move(given))
        , ledger(std::make_shared<ConnectionLedger>(threadCount(settings), settings.limits.connections,
                                                    settings.limits.connectionsPerAddress))
    {
        const auto sharedRouter = std::make_shared<const Router>(std::move(router));
        for (int i = 0; i < threadCount(settings); ++i) {
            auto entry = std::make_unique<WorkerThread>();
            entry->worker = new HttpWorker(sharedRouter, settings.limits, settings.tls);
            entry->worker->moveToThread(&entry->thread);
            QObject::connect(&entry->thread, &QThread::finished, entry->worker, &QObject::deleteLater);
            entry->thread.setObjectName(QStringLiteral("calls-%1").arg(i));
            workers.push_back(std::move(entry));
        }
        acceptor.setListenBacklogSize(ListenBacklog);
        acceptor.onDescriptor = [this](qintptr descriptor) { dispatch(descriptor); };
        graceOver.setSingleShot(true);
    }

    static int threadCount(const HttpServerSettings &settings)
    {
        return settings.threads > 0 ? settings.threads : std::max(1, QThread::idealThreadCount());
    }

    void dispatch(qintptr descriptor)
    {
        auto slot = ledger->enter();
        if (!slot) {
            turnAway(descriptor);
            return;
        }
        HttpWorker *worker = workers[slot->worker()]->worker;
        QMetaObject::invokeMethod(worker, [worker, descriptor, slot = std::move(slot)]() mutable {
            worker->accept(descriptor, std::move(slot));
        });
    }

    /// The house is full. With TLS nothing can be said before a handshake that we will not pay for.
    void turnAway(qintptr descriptor)
    {
        ++ledger->rejections;
        auto *socket = new QTcpSocket(&acceptor);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (!socket->setSocketDescriptor(descriptor)) {
            socket->deleteLater();
            return;
        }
        if (!settings.tls) {
            const auto answer =
                HttpResponse::problem(503, QStringLiteral("The service has as many connections as it can take."));
            socket->write(writeResponse(answer, {false, false, false}));
        }
        socket->disconnectFromHost();
    }

    template <typename Work>
    void onEveryWorker(Work work, Qt::ConnectionType type = Qt::QueuedConnection)
    {
        for (const auto &entry : workers) {
            QMetaObject::invokeMethod(
                entry->worker, [worker = entry->worker, work] { work(*worker); }, type);
        }
    }

    HttpServerSettings settings;
    std::shared_ptr<ConnectionLedger> ledger;
    std::vector<std::unique_ptr<WorkerThread>> workers;
    Acceptor acceptor;
    QTimer graceOver;
    size_t drainedWorkers = 0;
    bool stopping = false;
};

HttpServer::HttpServer(Router router, HttpServerSettings settings, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(std::move(router), std::move(settings)))
{
    connect(&m_d->graceOver, &QTimer::timeout, this,
            [this] { m_d->onEveryWorker([](HttpWorker &worker) { worker.closeAll(); }); });
    for (const auto &entry : m_d->workers) {
        connect(entry->worker, &HttpWorker::drained, this, [this] {
            if (++m_d->drainedWorkers == m_d->workers.size()) {
                m_d->graceOver.stop();
                Q_EMIT drained();
            }
        });
        entry->thread.start();
    }
}

HttpServer::~HttpServer()
{
    m_d->acceptor.close();
    // Waits, so that descriptors on their way have arrived and are closed with the rest.
    m_d->onEveryWorker([](HttpWorker &worker) { worker.closeAll(); }, Qt::BlockingQueuedConnection);
    for (const auto &entry : m_d->workers) {
        entry->thread.quit();
    }
    for (const auto &entry : m_d->workers) {
        entry->thread.wait();
    }
}

Result<void> HttpServer::listen()
{
    if (m_d->settings.tls && !QSslSocket::supportsSsl()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("TLS is asked for, but its library is not installed.")};
    }
    if (!m_d->acceptor.listen(m_d->settings.address, m_d->settings.port)) {
        return Error{ErrorCode::Unavailable, QStringLiteral("Port %1 of %2 cannot be opened: %3")
                                                 .arg(m_d->settings.port)
                                                 .arg(m_d->settings.address.toString(), m_d->acceptor.errorString())};
    }
    return {};
}

quint16 HttpServer::port() const
{
    return m_d->acceptor.isListening() ? m_d->acceptor.serverPort() : quint16{0};
}

void HttpServer::shutdown(Milliseconds grace)
{
    if (std::exchange(m_d->stopping, true)) {
        return;
    }
    m_d->acceptor.close();
    m_d->graceOver.start(grace);
    m_d->onEveryWorker([](HttpWorker &worker) { worker.drain(); });
}

HttpServerFigures HttpServer::figures() const
{
    return {m_d->ledger->open(), m_d->ledger->openWebSockets(), m_d->ledger->requests, m_d->ledger->rejections};
}

} // namespace Frontdesk::Http
