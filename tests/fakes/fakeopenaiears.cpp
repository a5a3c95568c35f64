#include "tests/fakes/fakeopenaiears.h"

#include "service/sockets/websocket.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace Frontdesk::Fakes {

namespace {

constexpr qsizetype ShortestCommit = 800; ///< 100 ms.

} // namespace

FakeOpenAiEars::FakeOpenAiEars(OpenAiEars &shared, Sockets::WebSocket *socket, FaultKind fault)
    : QObject(socket)
    , m_shared(shared)
    , m_socket(socket)
    , m_fault(fault)
{
    ++m_shared.sessions;
    connect(socket, &Sockets::WebSocket::textReceived, this,
            [this](QByteArrayView message) { onMessage(message.toByteArray()); });
    if (m_fault == FaultKind::QuotaClose) {
        complain("insufficient_quota", "insufficient_quota");
        m_socket->close();
    } else if (m_fault != FaultKind::AcceptThenSilent) {
        send(QStringLiteral("session.created"),
             {{QStringLiteral("session"), QJsonObject{{QStringLiteral("type"), QStringLiteral("transcription")}}}});
    }
}

void FakeOpenAiEars::onMessage(const QByteArray &message)
{
    if (m_fault == FaultKind::AcceptThenSilent) {
        return;
    }
    const QJsonObject event = QJsonDocument::fromJson(message).object();
    const QString type = event.value(QLatin1String("type")).toString();
    if (type == QLatin1String("session.update")) {
        update(event.value(QLatin1String("session")).toObject());
    } else if (type == QLatin1String("input_audio_buffer.append") && m_ready) {
        append(QByteArray::fromBase64(event.value(QLatin1String("audio")).toString().toLatin1()));
    } else if (type == QLatin1String("input_audio_buffer.commit") && m_ready) {
        commit();
    } else {
        complain("invalid_request_error", "invalid_event");
    }
}

void FakeOpenAiEars::update(const QJsonObject &session)
{
    const QJsonObject input = session.value(QLatin1String("audio")).toObject().value(QLatin1String("input")).toObject();
    const bool isRight =
        session.value(QLatin1String("type")) == QLatin1String("transcription") &&
        input.value(QLatin1String("format")) ==
            QJsonValue(QJsonObject{{QStringLiteral("type"), QStringLiteral("audio/pcmu")}}) &&
        input.contains(QLatin1String("turn_detection")) && input.value(QLatin1String("turn_detection")).isNull() &&
        !input.value(QLatin1String("transcription")).toObject().value(QLatin1String("model")).toString().isEmpty();
    if (!isRight) {
        complain("invalid_request_error", "invalid_value");
        return;
    }
    m_shared.lastSession = session;
    m_ready = true;
    send(QStringLiteral("session.updated"), {{QStringLiteral("session"), session}});
}

void FakeOpenAiEars::append(const QByteArray &audio)
{
    m_buffer += audio;
    m_heard += audio.size();
    if (m_shared.killAfterBytes >= 0 && m_heard >= m_shared.killAfterBytes) {
        m_shared.killAfterBytes = -1;
        m_socket->abort();
    }
}

void FakeOpenAiEars::commit()
{
    if (m_buffer.size() < ShortestCommit) {
        complain("invalid_request_error", "input_audio_buffer_commit_empty");
        return;
    }
    const QString item = QStringLiteral("item_%1").arg(++m_shared.commits);
    send(QStringLiteral("input_audio_buffer.committed"), {{QStringLiteral("item_id"), item}});
    switch (m_fault) {
    case FaultKind::KeepAliveOnly:
    case FaultKind::HalfOpen:
        return;
    case FaultKind::WrongJson:
        m_socket->sendText("{\"type\":\"conversation.item");
        return;
    case FaultKind::Truncated:
        m_socket->abort();
        return;
    case FaultKind::ServerError:
        send(QStringLiteral("conversation.item.input_audio_transcription.failed"),
             {{QStringLiteral("item_id"), item},
              {QStringLiteral("error"), QJsonObject{{QStringLiteral("type"), QStringLiteral("server_error")},
                                                    {QStringLiteral("code"), QStringLiteral("server_error")}}}});
        return;
    default:
        transcribe(item);
    }
}

void FakeOpenAiEars::transcribe(const QString &item)
{
    const auto ear = m_shared.maker();
    std::vector<HeardWord> words = ear->hear(std::exchange(m_buffer, {}));
    if (m_fault == FaultKind::EmptyAudio) {
        words.clear();
    }
    QString text;
    QJsonArray logprobs;
    for (const HeardWord &word : words) {
        const QString token = text.isEmpty() ? word.text : QLatin1Char(' ') + word.text;
        send(QStringLiteral("conversation.item.input_audio_transcription.delta"), {{QStringLiteral("item_id"), item},
                                                                                   {QStringLiteral("content_index"), 0},
                                                                                   {QStringLiteral("delta"), token}});
        logprobs.append(QJsonObject{{QStringLiteral("token"), token},
                                    {QStringLiteral("logprob"), std::log(word.confidence)},
                                    {QStringLiteral("bytes"), QJsonArray()}});
        text += token;
    }
    send(QStringLiteral("conversation.item.input_audio_transcription.completed"),
         {{QStringLiteral("item_id"), item},
          {QStringLiteral("content_index"), 0},
          {QStringLiteral("transcript"), text},
          {QStringLiteral("logprobs"), logprobs}});
}

void FakeOpenAiEars::send(const QString &type, QJsonObject more)
{
    more.insert(QStringLiteral("type"), type);
    more.insert(QStringLiteral("event_id"), QStringLiteral("event_1"));
    m_socket->sendText(QJsonDocument(more).toJson(QJsonDocument::Compact));
}

void FakeOpenAiEars::complain(const char *type, const char *code)
{
    send(QStringLiteral("error"),
         {{QStringLiteral("error"), QJsonObject{{QStringLiteral("type"), QLatin1String(type)},
                                                {QStringLiteral("code"), QLatin1String(code)},
                                                {QStringLiteral("message"), QStringLiteral("Something is wrong.")}}}});
}

} // namespace Frontdesk::Fakes
