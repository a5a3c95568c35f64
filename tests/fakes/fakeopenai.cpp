#include "tests/fakes/fakeopenai.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

#include <cmath>

namespace Frontdesk::Fakes {

namespace {

/// A token is about four letters.
constexpr qsizetype PieceBytes = 5;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// As a model writes it: in the order of the schema, which `required` keeps.
QByteArray inOrderOf(const QJsonObject &schema, const QJsonObject &answer)
{
    const QJsonArray names = schema.value(QLatin1String("required")).toArray();
    if (names.isEmpty()) {
        return compact(answer);
    }
    QByteArrayList members;
    for (const QJsonValue &name : names) {
        if (const auto value = answer.constFind(name.toString()); value != answer.constEnd()) {
            const QByteArray one = compact({{name.toString(), *value}});
            members << one.mid(1, one.size() - 2);
        }
    }
    return '{' + members.join(',') + '}';
}

QJsonObject chunkOf(const QJsonObject &delta, const QJsonValue &finishReason)
{
    return {{QStringLiteral("id"), QStringLiteral("chatcmpl-1")},
            {QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
            {QStringLiteral("choices"), QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                                               {QStringLiteral("delta"), delta},
                                                               {QStringLiteral("finish_reason"), finishReason}}}},
            {QStringLiteral("usage"), QJsonValue::Null}};
}

/// What strict mode refuses; empty: nothing.
QString schemaFault(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    if (type == QLatin1String("object")) {
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        if (schema.value(QLatin1String("additionalProperties")) != QJsonValue(false)) {
            return QStringLiteral("'additionalProperties' is required to be supplied and to be false");
        }
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            if (!required.contains(property.key())) {
                return QStringLiteral("'required' is required to include every key in properties");
            }
            if (const QString fault = schemaFault(property.value().toObject()); !fault.isEmpty()) {
                return fault;
            }
        }
    } else if (type == QLatin1String("array")) {
        return schemaFault(schema.value(QLatin1String("items")).toObject());
    }
    for (const char *forbidden : {"allOf", "not", "oneOf", "if", "then", "else", "dependentRequired"}) {
        if (schema.contains(QLatin1String(forbidden))) {
            return QStringLiteral("'%1' is not permitted").arg(QLatin1String(forbidden));
        }
    }
    return {};
}

QByteArray hum(const QString &text)
{
    constexpr int RateHz = 24'000;
    constexpr double ToneHz = 440;
    constexpr double Loudness = 8000;
    const qsizetype samples = text.size() * RateHz * 65 / 1000;
    QByteArray sound(samples * 2, Qt::Uninitialized);
    for (qsizetype at = 0; at < samples; ++at) {
        const double phase = 2 * M_PI * ToneHz * static_cast<double>(at) / RateHz;
        qToLittleEndian(static_cast<qint16>(std::lround(Loudness * std::sin(phase))), sound.data() + 2 * at);
    }
    return sound;
}

} // namespace

FakeOpenAi::FakeOpenAi(Flavour flavour, QObject *parent)
    : FakeServer(parent)
    , m_flavour(flavour)
    , m_mind([](const QJsonObject &request) {
        const QJsonObject format = request.value(QLatin1String("response_format")).toObject();
        return emptyAnswer(
                   format.value(QLatin1String("json_schema")).toObject().value(QLatin1String("schema")).toObject())
            .toObject();
    })
    , m_voice(hum)
{}

QJsonValue FakeOpenAi::emptyAnswer(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    if (type.isArray()) {
        return QJsonValue::Null;
    }
    if (const QJsonArray values = schema.value(QLatin1String("enum")).toArray(); !values.isEmpty()) {
        return values.first();
    }
    const QString name = type.toString();
    if (name == QLatin1String("object")) {
        QJsonObject made;
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            made.insert(property.key(), emptyAnswer(property.value().toObject()));
        }
        return made;
    }
    if (name == QLatin1String("array")) {
        return QJsonArray();
    }
    return name == QLatin1String("boolean")  ? QJsonValue(false)
           : name == QLatin1String("string") ? QJsonValue(QString())
                                             : QJsonValue(0);
}

QByteArray FakeOpenAi::error(const QString &message, const QString &type, const QString &code, int status) const
{
    QJsonObject inner{{QStringLiteral("message"), message}, {QStringLiteral("type"), type}};
    if (m_flavour == Flavour::LlamaCpp) {
        inner.insert(QStringLiteral("code"), status);
    } else {
        inner.insert(QStringLiteral("code"), code);
        inner.insert(QStringLiteral("param"), QJsonValue::Null);
    }
    return compact({{QStringLiteral("error"), inner}});
}

QString FakeOpenAi::wrongIn(const QJsonObject &body) const
{
    const QString model = body.value(QLatin1String("model")).toString();
    static const QRegularExpression reasons(QStringLiteral("^(o\\d|gpt-5)"));
    const bool reasoning = reasons.match(model).hasMatch();
    if (m_flavour == Flavour::LlamaCpp) {
        for (const char *unknown : {"store", "prompt_cache_key", "safety_identifier", "max_completion_tokens"}) {
            if (body.contains(QLatin1String(unknown))) {
                return QStringLiteral("Unknown field %1").arg(QLatin1String(unknown));
            }
        }
    } else if (reasoning && body.contains(QLatin1String("max_tokens"))) {
        return QStringLiteral("Unsupported parameter: 'max_tokens' is not supported with this model.");
    }
    if (reasoning && body.contains(QLatin1String("temperature"))) {
        return QStringLiteral("Unsupported value: 'temperature' does not support 0 with this model.");
    }
    if (!reasoning && body.contains(QLatin1String("reasoning_effort"))) {
        return QStringLiteral("Unrecognized request argument supplied: reasoning_effort");
    }
    const QJsonObject format = body.value(QLatin1String("response_format")).toObject();
    const QJsonObject named = format.value(QLatin1String("json_schema")).toObject();
    if (named.value(QLatin1String("strict")).toBool()) {
        if (const QString fault = schemaFault(named.value(QLatin1String("schema")).toObject()); !fault.isEmpty()) {
            return QStringLiteral("Invalid schema for response_format: ") + fault;
        }
    }
    return body.value(QLatin1String("messages")).toArray().isEmpty() ? QStringLiteral("'messages' is empty.")
                                                                     : QString();
}

void FakeOpenAi::answer(const FakeRequest &request, FakeAnswer to, FaultKind fault)
{
    const QString invalid = QStringLiteral("invalid_request_error");
    const bool isSpeech = request.path == QLatin1String("/v1/audio/speech");
    if (request.path != QLatin1String("/v1/chat/completions") && !isSpeech) {
        to.send(404, "application/json", error(QStringLiteral("Not found"), invalid, QStringLiteral("not_found"), 404));
        return;
    }
    if (m_flavour == Flavour::OpenAi && request.headers.value("authorization") != QByteArray("Bearer ") + Key) {
        to.send(401, "application/json",
                error(QStringLiteral("Incorrect API key provided"), invalid, QStringLiteral("invalid_api_key"), 401));
        return;
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    m_bodies.push_back(body);
    if (isSpeech) {
        speak(body, to, fault);
        return;
    }
    if (const QString wrong = wrongIn(body); !wrong.isEmpty()) {
        to.send(400, "application/json", error(wrong, invalid, QStringLiteral("invalid_request"), 400));
        return;
    }
    const QJsonObject named =
        body.value(QLatin1String("response_format")).toObject().value(QLatin1String("json_schema")).toObject();
    const QJsonObject schema = named.value(QLatin1String("schema")).toObject();
    const bool counts =
        m_flavour == Flavour::OpenAi &&
        body.value(QLatin1String("stream_options")).toObject().value(QLatin1String("include_usage")).toBool();
    stream(to, m_preamble + (fault == FaultKind::EmptyAudio ? QByteArray("{}") : inOrderOf(schema, m_mind(body))),
           counts, fault);
}

void FakeOpenAi::speak(const QJsonObject &body, FakeAnswer to, FaultKind fault)
{
    const QString text = body.value(QLatin1String("input")).toString();
    constexpr qsizetype LongestText = 4096;
    if (text.isEmpty() || text.size() > LongestText || body.value(QLatin1String("voice")).toString().isEmpty() ||
        body.value(QLatin1String("model")).toString().isEmpty()) {
        to.send(400, "application/json",
                error(QStringLiteral("Invalid request"), QStringLiteral("invalid_request_error"), QString(), 400));
        return;
    }
    m_texts << text;
    if (body.value(QLatin1String("response_format")) != QLatin1String("pcm")) {
        to.send(200, "audio/mpeg", "ID3 and something very loud");
        return;
    }
    if (fault == FaultKind::WrongJson) {
        to.send(200, "application/json", "{\"audio\":");
        return;
    }
    to.beginChunked("audio/pcm");
    if (fault == FaultKind::KeepAliveOnly) {
        return;
    }
    const bool breaks = fault == FaultKind::Truncated || fault == FaultKind::HalfOpen;
    const QByteArray sound = fault == FaultKind::EmptyAudio ? QByteArray() : m_voice(text);
    const qsizetype end = breaks ? sound.size() / 2 : sound.size();
    constexpr qsizetype Piece = 4001; // Cut anywhere, in the middle of a sample too.
    for (qsizetype at = 0; at < end; at += Piece) {
        to.chunk(sound.mid(at, std::min(Piece, end - at)));
    }
    if (fault == FaultKind::Truncated) {
        to.hangUp();
    } else if (!breaks) {
        to.endChunked();
    }
}

void FakeOpenAi::stream(FakeAnswer to, const QByteArray &content, bool counts, FaultKind fault)
{
    to.beginChunked("text/event-stream");
    if (fault == FaultKind::KeepAliveOnly) {
        auto *life = new QTimer(to.socket());
        connect(life, &QTimer::timeout, life, [to] { to.chunk(": keep-alive\n\n"); });
        life->start(50);
        return;
    }
    const auto send = [to](const QJsonObject &chunk) { to.chunk("data: " + compact(chunk) + "\n\n"); };
    send(chunkOf({{QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), QString()}},
                 QJsonValue::Null));
    const bool breaks = fault == FaultKind::Truncated || fault == FaultKind::HalfOpen;
    const QString text = QString::fromUtf8(content);
    const qsizetype end = breaks ? text.size() / 2 : text.size();
    for (qsizetype at = 0; at < end; at += PieceBytes) {
        send(chunkOf({{QStringLiteral("content"), text.mid(at, std::min(PieceBytes, end - at))}}, QJsonValue::Null));
        if (fault == FaultKind::WrongJson && at > end / 2) {
            to.chunk("data: {\"choices\":[{\"del\n\n");
        }
    }
    if (fault == FaultKind::Truncated) {
        to.endChunked(); // Complete as HTTP, cut as an answer.
        return;
    }
    if (breaks) {
        return;
    }
    send(chunkOf({}, QStringLiteral("stop")));
    if (m_flavour == Flavour::OpenAi) {
        if (counts) {
            to.chunk(
                "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":10,\"total_tokens\":29,"
                "\"prompt_tokens_details\":{\"cached_tokens\":12,\"audio_tokens\":0}}}\n\n");
        }
        to.chunk("data: [DONE]\n\n");
    }
    to.endChunked();
}

QByteArray FakeOpenAi::refuseUpgrade(const FakeRequest &request)
{
    const QString intent = request.query.queryItemValue(QStringLiteral("intent"));
    if (request.path != QLatin1String("/v1/realtime") || intent != QLatin1String("transcription") ||
        request.query.hasQueryItem(QStringLiteral("model"))) {
        return "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    }
    if (m_flavour == Flavour::OpenAi && request.headers.value("authorization") != QByteArray("Bearer ") + Key) {
        return "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    }
    return {};
}

void FakeOpenAi::opened(Sockets::WebSocket *socket, const FakeRequest & /*request*/, FaultKind fault)
{
    new FakeOpenAiEars(m_earsOfAll, socket, fault);
}

void FakeOpenAi::refuse(FakeAnswer to, FaultKind fault)
{
    switch (fault) {
    case FaultKind::Unauthorized:
        to.send(401, "application/json",
                error(QStringLiteral("Incorrect API key provided"), QStringLiteral("invalid_request_error"),
                      QStringLiteral("invalid_api_key"), 401));
        return;
    case FaultKind::RateLimited:
        to.send(429, "application/json",
                error(QStringLiteral("Rate limit reached"), QStringLiteral("tokens"),
                      QStringLiteral("rate_limit_exceeded"), 429),
                {"retry-after: " + QByteArray::number(retryAfterSeconds())});
        return;
    case FaultKind::QuotaClose:
        to.send(429, "application/json",
                error(QStringLiteral("You exceeded your current quota"), QStringLiteral("insufficient_quota"),
                      QStringLiteral("insufficient_quota"), 429));
        return;
    default:
        to.send(500, "application/json",
                error(QStringLiteral("The server had an error"), QStringLiteral("server_error"), QString(), 500));
    }
}

} // namespace Frontdesk::Fakes
