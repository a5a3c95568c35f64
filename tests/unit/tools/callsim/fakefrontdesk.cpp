#include "tests/unit/tools/callsim/fakefrontdesk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QWebSocket>

namespace Frontdesk::CallSim {

QString FakeFrontdesk::Request::parameter(const char *name) const
{
    const QUrlQuery query(QString::fromLatin1(body));
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

FakeFrontdesk::FakeFrontdesk()
    : m_media(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    m_http.listen(QHostAddress::LocalHost);
    m_media.listen(QHostAddress::LocalHost);
    connect(&m_http, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *connection = m_http.nextPendingConnection();
        connect(connection, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
        connect(connection, &QTcpSocket::disconnected, connection, &QObject::deleteLater);
    });
    connect(&m_media, &QWebSocketServer::newConnection, this, [this] {
        socket = m_media.nextPendingConnection();
        const QNetworkRequest request = socket->request();
        for (const QByteArray &name : request.rawHeaderList()) {
            upgradeHeaders.insert(name.toLower(), request.rawHeader(name));
        }
        connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
            messages.push_back(message);
            texts.append(text);
            if (message.value(QLatin1String("event")) == QLatin1String("start")) {
                m_streamSid = message.value(QLatin1String("streamSid")).toString();
            }
            if (onMessage) {
                onMessage(message);
            }
        });
    });
}

FakeFrontdesk::~FakeFrontdesk()
{
    delete socket;
}

QUrl FakeFrontdesk::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_http.serverPort()));
}

QString FakeFrontdesk::streamUrl() const
{
    return QStringLiteral("ws://127.0.0.1:%1/twilio/media").arg(m_media.serverPort());
}

QByteArray FakeFrontdesk::streamTwiml(const QByteArray &extra) const
{
    return "<?xml version=\"1.0\"?><Response><Connect action=\"/twilio/stream-ended\"><Stream url=\"" +
           streamUrl().toLatin1() + "\"><Parameter name=\"token\" value=\"s3cret\"/></Stream></Connect>" + extra +
           "</Response>";
}

void FakeFrontdesk::sendAudio(int milliseconds, uint8_t code)
{
    const QByteArray audio(milliseconds * 8, static_cast<char>(code));
    send({{QStringLiteral("event"), QStringLiteral("media")},
          {QStringLiteral("media"), QJsonObject{{QStringLiteral("payload"), QString::fromLatin1(audio.toBase64())}}}});
}

void FakeFrontdesk::sendMark(const QString &name)
{
    send({{QStringLiteral("event"), QStringLiteral("mark")},
          {QStringLiteral("mark"), QJsonObject{{QStringLiteral("name"), name}}}});
}

void FakeFrontdesk::sendClear()
{
    send({{QStringLiteral("event"), QStringLiteral("clear")}});
}

void FakeFrontdesk::closeStream()
{
    socket->close();
}

std::vector<FakeFrontdesk::Request> FakeFrontdesk::requestsTo(const QByteArray &path) const
{
    std::vector<Request> found;
    std::copy_if(requests.begin(), requests.end(), std::back_inserter(found),
                 [&](const Request &request) { return request.target.split('?').front() == path; });
    return found;
}

std::vector<QJsonObject> FakeFrontdesk::events(const QString &event) const
{
    std::vector<QJsonObject> found;
    std::copy_if(messages.begin(), messages.end(), std::back_inserter(found),
                 [&](const QJsonObject &message) { return message.value(QLatin1String("event")) == event; });
    return found;
}

void FakeFrontdesk::read(QTcpSocket *connection)
{
    QByteArray &unread = m_unread[connection];
    unread += connection->readAll();
    const qsizetype headEnd = unread.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return;
    }
    QList<QByteArray> lines = unread.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    Request request{first.value(0), first.value(1), {}, {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (unread.size() < headEnd + 4 + length) {
        return;
    }
    request.body = unread.mid(headEnd + 4, length);
    unread.remove(0, headEnd + 4 + length);
    requests.push_back(request);
    answer(connection, request);
}

void FakeFrontdesk::answer(QTcpSocket *connection, const Request &request)
{
    const Page page = pages.value(request.target.split('?').front(), Page{404, {}, "text/plain", {}});
    QByteArray head = "HTTP/1.1 " + QByteArray::number(page.status) + " x\r\nContent-Type: " + page.type +
                      "\r\nContent-Length: " + QByteArray::number(page.body.size()) + "\r\n";
    if (!page.location.isEmpty()) {
        head += "Location: " + page.location + "\r\n";
    }
    connection->write(head + "\r\n" + page.body);
}

void FakeFrontdesk::send(const QJsonObject &message)
{
    QJsonObject complete = message;
    complete.insert(QStringLiteral("streamSid"), m_streamSid);
    socket->sendTextMessage(QString::fromUtf8(QJsonDocument(complete).toJson(QJsonDocument::Compact)));
}

} // namespace Frontdesk::CallSim
