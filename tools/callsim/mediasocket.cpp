#include "tools/callsim/mediasocket.h"

#include "service/sockets/websocketopening.h"
#include "shared/core/deletesoon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::CallSim {

using Sockets::WebSocket;
using Sockets::WebSocketOpening;

namespace {

const QString InvalidMessage = QStringLiteral("31951: invalid message (%1)");

/// The members Twilio documents for each event the service may send; anything missing or extra is its warning 31951.
QStringList membersOf(const QString &event)
{
    const QStringList always{QStringLiteral("event"), QStringLiteral("streamSid")};
    if (event == QLatin1String("media") || event == QLatin1String("mark")) {
        return always + QStringList{event};
    }
    return event == QLatin1String("clear") ? always : QStringList{};
}

bool hasExactly(const QJsonObject &object, QStringList members)
{
    members.sort();
    return !members.isEmpty() && object.keys() == members;
}

} // namespace

MediaSocket::MediaSocket(Identity identity, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_audio(m_identity.streamSid)
{}

MediaSocket::~MediaSocket()
{
    deleteSoon(std::move(m_opening));
    deleteSoon(std::move(m_socket));
}

void MediaSocket::open(const QNetworkRequest &request)
{
    std::vector<Sockets::UpgradeHeader> headers;
    for (const QByteArray &name : request.rawHeaderList()) {
        headers.push_back({name, request.rawHeader(name)});
    }
    m_opening = std::make_unique<WebSocketOpening>(request.url(), std::move(headers), request.sslConfiguration());
    connect(m_opening.get(), &WebSocketOpening::opened, this, &MediaSocket::onOpened);
    connect(m_opening.get(), &WebSocketOpening::failed, this, [this](const Sockets::OpeningFault &fault) {
        onClosed(fault.status != 0 ? QStringLiteral("31920: refused with status %1").arg(fault.status)
                                   : QStringLiteral("31920: the media socket could not be opened"));
    });
}

void MediaSocket::sendGarbage(const QString &message)
{
    if (m_socket) {
        m_socket->sendText(message.toUtf8());
    }
}

void MediaSocket::sendAudio(Milliseconds at, const Frame &frame)
{
    if (!m_started) {
        return;
    }
    const std::string_view message = m_audio.write(++m_sequence, at, frame);
    m_socket->sendText(QByteArrayView(message.data(), qsizetype(message.size())));
}

void MediaSocket::sendKey(QChar key)
{
    if (m_started) {
        send({{QStringLiteral("event"), QStringLiteral("dtmf")},
              {QStringLiteral("dtmf"), QJsonObject{{QStringLiteral("track"), QStringLiteral("inbound_track")},
                                                   {QStringLiteral("digit"), QString(key)}}}});
    }
}

void MediaSocket::returnMark(const QString &name)
{
    if (m_started) {
        send({{QStringLiteral("event"), QStringLiteral("mark")},
              {QStringLiteral("mark"), QJsonObject{{QStringLiteral("name"), name}}}});
    }
}

void MediaSocket::hangUp()
{
    if (m_started) {
        send({{QStringLiteral("event"), QStringLiteral("stop")},
              {QStringLiteral("stop"), QJsonObject{{QStringLiteral("accountSid"), m_identity.accountSid},
                                                   {QStringLiteral("callSid"), m_identity.callSid}}}});
        m_started = false;
    }
    if (m_socket) {
        m_socket->close();
    } else {
        deleteSoon(std::move(m_opening));
        onClosed({});
    }
}

void MediaSocket::onOpened()
{
    m_socket = m_opening->take();
    deleteSoon(std::move(m_opening));
    connect(m_socket.get(), &WebSocket::textReceived, this,
            [this](QByteArrayView text) { onText(QByteArray::fromRawData(text.data(), text.size())); });
    connect(m_socket.get(), &WebSocket::binaryReceived, this,
            [this] { warnOnce(QStringLiteral("31950: binary frame")); });
    connect(m_socket.get(), &WebSocket::closed, this, [this] { onClosed({}); });
    // `connected` alone carries neither a sequence number nor a stream.
    m_socket->sendText(R"({"event":"connected","protocol":"Call","version":"1.0.0"})");
    QJsonObject parameters;
    for (auto it = m_identity.parameters.cbegin(); it != m_identity.parameters.cend(); ++it) {
        parameters.insert(it.key(), it.value());
    }
    const QJsonObject format{{QStringLiteral("encoding"), QStringLiteral("audio/x-mulaw")},
                             {QStringLiteral("sampleRate"), Flow::SampleRateHz},
                             {QStringLiteral("channels"), 1}};
    const QJsonObject start{{QStringLiteral("accountSid"), m_identity.accountSid},
                            {QStringLiteral("streamSid"), m_identity.streamSid},
                            {QStringLiteral("callSid"), m_identity.callSid},
                            {QStringLiteral("tracks"), QJsonArray{QStringLiteral("inbound")}},
                            {QStringLiteral("mediaFormat"), format},
                            {QStringLiteral("customParameters"), parameters}};
    send({{QStringLiteral("event"), QStringLiteral("start")}, {QStringLiteral("start"), start}});
    m_started = true;
    Q_EMIT opened();
}

void MediaSocket::onText(const QByteArray &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text).object();
    const QString event = message.value(QLatin1String("event")).toString();
    if (!hasExactly(message, membersOf(event))) {
        warnOnce(InvalidMessage.arg(QStringLiteral("unknown event, missing or extra member")));
        return;
    }
    if (message.value(QLatin1String("streamSid")).toString() != m_identity.streamSid) {
        warnOnce(InvalidMessage.arg(QStringLiteral("wrong streamSid")));
        return;
    }
    if (event == QLatin1String("media")) {
        onMedia(message);
    } else if (event == QLatin1String("clear")) {
        Q_EMIT clearArrived();
    } else {
        const QJsonObject mark = message.value(event).toObject();
        const QString name = mark.value(QLatin1String("name")).toString();
        if (!hasExactly(mark, {QStringLiteral("name")}) || name.isEmpty()) {
            warnOnce(InvalidMessage.arg(QStringLiteral("mark without name")));
            return;
        }
        Q_EMIT markArrived(name);
    }
}

void MediaSocket::onMedia(const QJsonObject &message)
{
    const QJsonObject media = message.value(QLatin1String("media")).toObject();
    const auto audio = QByteArray::fromBase64Encoding(media.value(QLatin1String("payload")).toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!hasExactly(media, {QStringLiteral("payload")}) || !audio || audio.decoded.isEmpty()) {
        warnOnce(InvalidMessage.arg(QStringLiteral("media without a base64 payload")));
        return;
    }
    if (audio.decoded.startsWith("RIFF")) {
        warnOnce(QStringLiteral("the payload begins with a file header, which Twilio plays as noise"));
    }
    Q_EMIT mediaArrived(audio.decoded);
}

void MediaSocket::onClosed(const QString &problem)
{
    m_started = false;
    if (!std::exchange(m_closed, true)) {
        Q_EMIT closed(problem);
    }
}

void MediaSocket::send(const QJsonObject &message)
{
    QJsonObject complete = message;
    complete.insert(QStringLiteral("sequenceNumber"), QString::number(++m_sequence));
    complete.insert(QStringLiteral("streamSid"), m_identity.streamSid);
    m_socket->sendText(QJsonDocument(complete).toJson(QJsonDocument::Compact));
}

void MediaSocket::warnOnce(const QString &text)
{
    if (!m_warnings.contains(text)) {
        m_warnings.append(text);
        Q_EMIT warned(text);
    }
}

} // namespace Frontdesk::CallSim
