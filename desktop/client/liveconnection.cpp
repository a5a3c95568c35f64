#include "desktop/client/liveconnection.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Frontdesk::Client {

namespace {

constexpr int TokenNoLongerValid = 4401;
constexpr int ResumeImpossible = 4410;

} // namespace

LiveConnection::LiveConnection(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
{}

LiveConnection::~LiveConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void LiveConnection::open(const QUrl &server, const QString &accessToken)
{
    close();
    m_server = server;
    m_token = accessToken;
    m_sequence = 0;
    connectNow();
}

void LiveConnection::renew(const QString &accessToken)
{
    m_token = accessToken;
    if (m_state == State::Connecting && !m_socket && !m_retry)
        connectNow();
}

void LiveConnection::close()
{
    m_retry.reset();
    m_watchdog.reset();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket.release()->deleteLater();
    }
    m_offlineSince = {};
    m_attempts = 0;
    setState(State::Closed);
}

void LiveConnection::connectNow()
{
    m_retry.reset();
    setState(State::Connecting);
    QUrl url = m_server;
    url.setScheme(m_server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(u"/api/v1/live"_s);
    if (m_sequence > 0)
        url.setQuery(QUrlQuery{{u"after"_s, QString::number(m_sequence)}});
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    m_socket = std::make_unique<QWebSocket>();
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_attempts = 0;
        m_offlineSince = {};
        setState(State::Live);
        watch();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &LiveConnection::onMessage);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &LiveConnection::onLost);
    m_socket->open(request);
    watch();
}

void LiveConnection::onLost()
{
    m_watchdog.reset();
    const int reason = m_socket->closeCode();
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
    if (!m_offlineSince.isValid())
        m_offlineSince = m_scheduler.utcNow();
    setState(State::Connecting);
    if (reason == TokenNoLongerValid) {
        Q_EMIT tokenRefused();
        return;
    }
    if (reason == ResumeImpossible)
        m_sequence = 0;
    // A third of chance on top, so that all desks of a clinic do not come back in the same instant.
    const auto delay = std::min(LongestRetry, FirstRetry * (1 << std::min(m_attempts, 6)));
    ++m_attempts;
    const Milliseconds jitter(QRandomGenerator::global()->bounded(int(delay.count() / 3)));
    m_retry = m_scheduler.after(delay + jitter, [this] { connectNow(); });
}

void LiveConnection::onMessage(const QString &text)
{
    watch();
    const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto type = message.value("type"_L1).toString();
    const auto sequence = message.value("sequence"_L1).toInteger();
    if (type == "snapshot"_L1) {
        m_sequence = sequence;
        Q_EMIT snapshotArrived(message);
    } else if (type == "event"_L1 && sequence > m_sequence) {
        m_sequence = sequence;
        Q_EMIT eventArrived(message.value("kind"_L1).toString(), message.value("data"_L1).toObject());
    } else if (type == "transient"_L1) {
        Q_EMIT transientArrived(message.value("kind"_L1).toString(), message.value("data"_L1).toObject());
    }
}

void LiveConnection::watch()
{
    m_watchdog = m_scheduler.after(Silence, [this] { m_socket->abort(); });
}

void LiveConnection::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Frontdesk::Client
