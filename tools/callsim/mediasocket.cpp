#include "tools/callsim/mediasocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::CallSim {

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
{
    connect(&m_socket, &QWebSocket::connected, this, &MediaSocket::onConnected);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &MediaSocket::onText);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this] { warnOnce(QStringLiteral("31950: binary frame")); });
    connect(&m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            onUnconnected();
        }
    });
}

void MediaSocket::open(const QNetworkRequest &request)
{
    m_socket.open(request);
}

void MediaSocket::sendAudio(Milliseconds at, const Frame &frame)
{
    if (!m_started) {
        return;
    }
    const std::string_view message = m_audio.write(++m_sequence, at, frame);
    m_socket.sendTextMessage(QString::fromLatin1(message.data(), qsizetype(message.size())));
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
    m_socket.close();
}

void MediaSocket::onConnected()
{
    // `connected` alone carries neither a sequence number nor a stream.
    m_socket.sendTextMessage(QStringLiteral(R"({"event":"connected","protocol":"Call","version":"1.0.0"})"));
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

void MediaSocket::onText(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
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

void MediaSocket::onUnconnected()
{
    if (m_closed) {
        return;
    }
    m_closed = true;
    const bool neverOpened = m_sequence == 0;
    m_started = false;
    Q_EMIT closed(neverOpened ? QStringLiteral("31920: %1").arg(m_socket.errorString()) : QString());
}

void MediaSocket::send(const QJsonObject &message)
{
    QJsonObject complete = message;
    complete.insert(QStringLiteral("sequenceNumber"), QString::number(++m_sequence));
    complete.insert(QStringLiteral("streamSid"), m_identity.streamSid);
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(complete).toJson(QJsonDocument::Compact)));
}

void MediaSocket::warnOnce(const QString &text)
{
    if (!m_warnings.contains(text)) {
        m_warnings.append(text);
        Q_EMIT warned(text);
    }
}

} // namespace Frontdesk::CallSim
