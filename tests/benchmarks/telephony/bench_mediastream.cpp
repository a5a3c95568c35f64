/// What 100 media streams cost: clients in a thread of their own send a 20 ms frame 50 times a second each, the server
/// parses, and echoes through the pacer. Prints the CPU of the server's threads per 100 streams.
///
/// Usage: bench_mediastream [streams] [seconds]
#include "service/http/httpserver.h"
#include "service/sockets/websocket.h"
#include "service/telephony/mediastream.h"
#include "service/telephony/outboundpacer.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>
#include <QWebSocket>

#include <atomic>
#include <cstdio>
#include <ctime>
#include <mutex>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;

namespace {

const QString StartText = QStringLiteral(
    "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"accountSid\":\"AC0123456789abcdef0123456789abcdef\","
    "\"streamSid\":\"MZ0123456789abcdef0123456789abcdef\",\"callSid\":\"CA0123456789abcdef0123456789abcdef\","
    "\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}},"
    "\"streamSid\":\"MZ0123456789abcdef0123456789abcdef\"}");

std::atomic<quint64> framesHeard = 0;
std::atomic<quint64> messagesSent = 0;
std::atomic<qint64> worstLatenessUs = 0;
std::mutex clocksMutex;
std::vector<clockid_t> workerClocks; ///< CPU clocks of the server's threads.

void rememberThisThread()
{
    thread_local bool known = false;
    if (!std::exchange(known, true)) {
        clockid_t clock{};
        pthread_getcpuclockid(pthread_self(), &clock);
        const std::lock_guard lock(clocksMutex);
        workerClocks.push_back(clock);
    }
}

double workerCpuSeconds()
{
    const std::lock_guard lock(clocksMutex);
    double sum = 0.0;
    for (const clockid_t clock : workerClocks) {
        timespec time{};
        clock_gettime(clock, &time);
        sum += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
    return sum;
}

class EchoCall final : public QObject, public MediaStreamListener {
public:
    explicit EchoCall(std::unique_ptr<Sockets::WebSocket> socket)
        : m_stream(std::move(socket), *this, m_time)
        , m_pacer(m_time, m_stream)
    {
        connect(QThread::currentThread(), &QThread::finished, this, &QObject::deleteLater);
    }

    void onStreamStarted(const StartInfo &) override {}
    void onCallerAudio(Flow::MuLawBytes audio, Milliseconds) override
    {
        ++framesHeard;
        m_pacer.append(audio);
    }
    void onKeyPressed(QChar) override {}
    void onMarkReturned(const QString &) override {}
    void onStreamEnded(StreamEnd) override
    {
        messagesSent += m_pacer.counters().messages;
        qint64 worst = worstLatenessUs;
        while (worst < m_pacer.counters().maxLateness.count() &&
               !worstLatenessUs.compare_exchange_weak(worst, m_pacer.counters().maxLateness.count())) {
        }
        deleteLater();
    }

private:
    SystemScheduler m_time;
    MediaStream m_stream;
    OutboundPacer m_pacer;
};

/// All callers, on one thread.
class Callers final : public QObject {
public:
    Callers(int count, quint16 port)
    {
        for (int i = 0; i < count; ++i) {
            m_sockets.push_back(std::make_unique<QWebSocket>());
            QWebSocket *socket = m_sockets.back().get();
            connect(socket, &QWebSocket::connected, socket, [socket] { socket->sendTextMessage(StartText); });
            socket->open(QUrl(QStringLiteral("ws://127.0.0.1:%1/media").arg(port)));
        }
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Callers::sendFrames);
        m_timer.start(Flow::FrameDuration);
    }

private:
    void sendFrames()
    {
        ++m_frame;
        const QString text =
            QStringLiteral("{\"event\":\"media\",\"sequenceNumber\":\"%1\",\"media\":{\"track\":\"inbound\","
                           "\"chunk\":\"%1\",\"timestamp\":\"%2\",\"payload\":\"%3\"},"
                           "\"streamSid\":\"MZ0123456789abcdef0123456789abcdef\"}")
                .arg(m_frame + 1)
                .arg(m_frame * 20)
                .arg(QString::fromLatin1(QByteArray(160, '\x55').toBase64()));
        for (const auto &socket : m_sockets) {
            if (socket->state() == QAbstractSocket::ConnectedState) {
                socket->sendTextMessage(text);
            }
        }
    }

    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
    QTimer m_timer;
    quint64 m_frame = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int streams = argc > 1 ? atoi(argv[1]) : 100;
    const int seconds = argc > 2 ? atoi(argv[2]) : 10;

    Http::WebSocketRoute media;
    media.accept = [](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &) {
        rememberThisThread();
        new EchoCall(std::move(socket));
    };
    Http::Router routes;
    routes.addWebSocket(QStringLiteral("/media"), media);
    Http::HttpServerSettings settings;
    settings.address = QHostAddress(QHostAddress::LocalHost);
    settings.port = 0;
    settings.threads = 1;
    settings.limits.connectionsPerAddress = 0;
    auto server = std::make_unique<Http::HttpServer>(std::move(routes), settings);
    if (const auto listening = server->listen(); !listening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error().message));
        return 1;
    }

    QThread callersThread;
    callersThread.start();
    Callers *callers = nullptr;
    auto *anchor = new QObject;
    anchor->moveToThread(&callersThread);
    QMetaObject::invokeMethod(
        anchor, [&] { callers = new Callers(streams, server->port()); }, Qt::BlockingQueuedConnection);

    double cpuAtStart = 0.0;
    quint64 framesAtStart = 0;
    QTimer::singleShot(2000, &application, [&] { // Connecting is not what is measured.
        cpuAtStart = workerCpuSeconds();
        framesAtStart = framesHeard;
    });
    QTimer::singleShot(2000 + seconds * 1000, &application, [&] {
        const double cpu = workerCpuSeconds() - cpuAtStart;
        std::printf("%d streams, %d s: %.1f frames/s heard per stream, %.1f %% of a core per 100 streams\n", streams,
                    seconds, static_cast<double>(framesHeard - framesAtStart) / streams / seconds,
                    cpu / seconds * 100.0 * 100.0 / streams);
        QMetaObject::invokeMethod(
            anchor, [&] { delete callers; }, Qt::BlockingQueuedConnection);
        server->shutdown(std::chrono::seconds(5));
    });
    QObject::connect(server.get(), &Http::HttpServer::drained, &application, &QCoreApplication::quit);
    QCoreApplication::exec();
    server.reset();
    std::printf("messages sent %llu, worst lateness of a message %lld us\n",
                static_cast<unsigned long long>(messagesSent.load()), static_cast<long long>(worstLatenessUs.load()));
    anchor->deleteLater();
    callersThread.quit();
    callersThread.wait();
    return 0;
}
