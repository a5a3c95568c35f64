#include "desktop/calls/testcall.h"

#include "desktop/calls/machinesound.h"
#include "service/audio/mulaw.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Frontdesk::Calls {

namespace {

QString idWith(const QString &prefix)
{
    return prefix + QString::fromLatin1(QUuid::createUuid().toByteArray(QUuid::Id128));
}

double loudness(const LineSound::Frame &samples)
{
    const auto loudest = std::max_element(samples.begin(), samples.end(),
                                          [](int16_t a, int16_t b) { return std::abs(int(a)) < std::abs(int(b)); });
    return std::abs(int(*loudest)) / 32768.0;
}

} // namespace

TestCall::TestCall(QObject *parent)
    : TestCall(std::make_unique<MachineSound>(), parent)
{}

TestCall::TestCall(std::unique_ptr<LineSound> sound, QObject *parent)
    : QObject(parent)
    , m_sound(std::move(sound))
{
    connect(m_sound.get(), &LineSound::spoken, this, &TestCall::onSpoken);
}

TestCall::~TestCall()
{
    if (m_socket)
        m_socket->disconnect(this);
    m_sound->stop();
}

void TestCall::call()
{
    if (m_state == State::Connecting || m_state == State::Talking)
        return;
    m_problem = m_sound->start();
    m_outcome.clear();
    m_escalationReason.clear();
    m_tasks.clear();
    m_transcript.begin({});
    m_playout = {};
    m_sequence = 0;
    m_spokenMs = 0;
    m_state = m_problem.isEmpty() ? State::Connecting : State::Over;
    Q_EMIT changed();
    if (!m_problem.isEmpty())
        return;
    m_api->send({.verb = Client::ApiRequest::Verb::Post, .path = u"/calls/test"_s}, this,
                [this](const Client::ApiAnswer &answer) {
                    if (m_state != State::Connecting)
                        return;
                    if (!answer.ok()) {
                        end(answer.sentence());
                        return;
                    }
                    m_callId = answer.body.value("call_id"_L1).toString();
                    m_ticket = answer.body.value("ticket"_L1).toString();
                    connectLine(answer.body.value("path"_L1).toString());
                });
}

void TestCall::connectLine(const QString &path)
{
    m_socket = std::make_unique<QWebSocket>();
    connect(m_socket.get(), &QWebSocket::connected, this, &TestCall::onConnected);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &TestCall::onMessage);
    // Also when it never opened; that signal's other names differ between Qt 6.4 and 6.8.
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        end(m_state == State::Connecting ? tr("The line cannot be opened.")
            : m_outcome.isEmpty()        ? tr("The line was cut.")
                                         : QString());
    });
    auto url = m_api->server();
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(path);
    m_socket->open(url);
}

void TestCall::onConnected()
{
    m_streamId = idWith(u"MZ"_s);
    m_transcript.begin(m_callId);
    sendMessage(u"connected"_s, {{u"protocol"_s, u"Call"_s}, {u"version"_s, u"1.0.0"_s}});
    sendMessage(u"start"_s,
                {{u"start"_s, QJsonObject{{u"streamSid"_s, m_streamId},
                                          {u"accountSid"_s, idWith(u"AC"_s)},
                                          {u"callSid"_s, m_callId},
                                          {u"tracks"_s, QJsonArray{u"inbound"_s}},
                                          {u"customParameters"_s, QJsonObject{{u"token"_s, m_ticket}}},
                                          {u"mediaFormat"_s, QJsonObject{{u"encoding"_s, u"audio/x-mulaw"_s},
                                                                         {u"sampleRate"_s, Flow::SampleRateHz},
                                                                         {u"channels"_s, 1}}}}}});
    m_since = QDateTime::currentDateTimeUtc();
    m_state = State::Talking;
    Q_EMIT changed();
}

void TestCall::onMessage(const QString &text)
{
    const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto event = message.value("event"_L1).toString();
    if (event == "media"_L1) {
        const auto audio =
            QByteArray::fromBase64(message.value("media"_L1).toObject().value("payload"_L1).toString().toLatin1());
        m_playout.append({reinterpret_cast<const uint8_t *>(audio.constData()), size_t(audio.size())});
    } else if (event == "mark"_L1) {
        const auto name = message.value("mark"_L1).toObject().value("name"_L1).toString();
        if (!m_playout.queueMark(name))
            returnMarks({name});
    } else if (event == "clear"_L1) {
        returnMarks(m_playout.clear());
    } else {
        onTold(event, message);
    }
}

void TestCall::onTold(const QString &event, const QJsonObject &message)
{
    if (event == "turn"_L1) {
        const auto turn = message.value("turn"_L1).toObject();
        m_transcript.onCallWords({{u"call_id"_s, m_callId},
                                  {u"turn"_s, turn.value("number"_L1).toInt()},
                                  {u"speaker"_s, turn.value("speaker"_L1).toString()},
                                  {u"text"_s, turn.value("text"_L1).toString()},
                                  {u"record"_s, turn.toVariantMap()}});
        return;
    }
    if (event == "task"_L1) {
        const auto task = message.value("task"_L1).toObject().toVariantMap();
        const auto same = [&](const QVariant &known) { return known.toMap().value(u"key"_s) == task.value(u"key"_s); };
        m_tasks.removeIf(same);
        m_tasks.append(task);
    } else if (event == "escalation"_L1) {
        m_escalationReason = message.value("reason"_L1).toString();
    } else if (event == "ended"_L1) {
        m_outcome = message.value("outcome"_L1).toString();
    }
    Q_EMIT changed();
}

void TestCall::onSpoken(const LineSound::Frame &samples)
{
    if (m_state != State::Talking)
        return;
    std::array<uint8_t, Flow::FrameSamples> codes{};
    codes.fill(Flow::MuLawSilence);
    if (!m_muted)
        Audio::encodeMuLaw(samples, codes);
    const QByteArray bytes(reinterpret_cast<const char *>(codes.data()), qsizetype(codes.size()));
    sendMessage(u"media"_s, {{u"media"_s, QJsonObject{{u"track"_s, u"inbound"_s},
                                                      {u"chunk"_s, QString::number(m_sequence)},
                                                      {u"timestamp"_s, QString::number(m_spokenMs)},
                                                      {u"payload"_s, QString::fromLatin1(bytes.toBase64())}}}});
    m_spokenMs += Flow::FrameDuration.count();
    playNext();
    const double now = m_muted ? 0 : loudness(samples);
    // Rises at once and falls slowly, as meters do.
    constexpr double Fall = 0.85;
    m_level = std::max(now, m_level * Fall);
    Q_EMIT levelChanged();
}

void TestCall::playNext()
{
    returnMarks(m_playout.frameEnded());
    Audio::PlayoutBuffer::Bytes codes{};
    m_playout.takeFrame(codes);
    LineSound::Frame heard{};
    Audio::decodeMuLaw(codes, heard);
    m_sound->play(heard);
}

void TestCall::returnMarks(const QStringList &names)
{
    for (const auto &name : names)
        sendMessage(u"mark"_s, {{u"mark"_s, QJsonObject{{u"name"_s, name}}}});
}

void TestCall::press(const QString &key)
{
    static const auto keys = u"0123456789*#"_s;
    if (m_state == State::Talking && key.size() == 1 && keys.contains(key))
        sendMessage(u"dtmf"_s, {{u"dtmf"_s, QJsonObject{{u"track"_s, u"inbound_track"_s}, {u"digit"_s, key}}}});
}

void TestCall::hangUp()
{
    if (m_state == State::Talking) {
        // The service says its last word and closes the line.
        sendMessage(u"stop"_s, {{u"stop"_s, QJsonObject{{u"callSid"_s, m_callId}}}});
        m_sound->stop();
    } else if (m_state == State::Connecting) {
        end({});
    }
}

void TestCall::sendMessage(const QString &event, const QJsonObject &what)
{
    if (!m_socket)
        return;
    QJsonObject message = what;
    message.insert(u"event"_s, event);
    if (event != "connected"_L1) {
        message.insert(u"sequenceNumber"_s, QString::number(++m_sequence));
        message.insert(u"streamSid"_s, m_streamId);
    }
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void TestCall::end(const QString &problem)
{
    m_sound->stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket.release()->deleteLater(); // Its own signal may have brought us here.
    }
    m_problem = problem;
    m_level = 0;
    m_state = State::Over;
    Q_EMIT levelChanged();
    Q_EMIT changed();
}

} // namespace Frontdesk::Calls
