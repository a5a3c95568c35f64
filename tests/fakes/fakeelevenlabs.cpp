#include "tests/fakes/fakeelevenlabs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTimer>

namespace Frontdesk::Fakes {

namespace {

/// Cut anywhere, as the network does it.
constexpr qsizetype PieceBytes = 1777;

QByteArray detail(const char *type, const char *code, const char *message)
{
    const QJsonObject inner{{QStringLiteral("type"), QLatin1String(type)},
                            {QStringLiteral("code"), QLatin1String(code)},
                            {QStringLiteral("status"), QLatin1String(code)},
                            {QStringLiteral("message"), QLatin1String(message)},
                            {QStringLiteral("request_id"), QStringLiteral("r1")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("detail"), inner}}).toJson(QJsonDocument::Compact);
}

} // namespace

FakeElevenLabs::FakeElevenLabs(Voice voice, QObject *parent)
    : FakeServer(parent)
    , m_voice(voice ? std::move(voice)
                    : [](const QString &text) { return QByteArray(text.size() * BytesPerCharacter, char(0x30)); })
{}

void FakeElevenLabs::answer(const FakeRequest &request, FakeAnswer to, FaultKind fault)
{
    if (request.headers.value("xi-api-key") != Key) {
        to.send(401, "application/json", detail("authentication_error", "invalid_api_key", "Invalid API key"));
        return;
    }
    if (request.path != QStringLiteral("/v1/text-to-speech/%1/stream").arg(QLatin1String(VoiceId))) {
        to.send(404, "application/json", detail("not_found", "voice_not_found", "A voice was not found."));
        return;
    }
    if (request.query.queryItemValue(QStringLiteral("enable_logging")) == QLatin1String("false") && !m_enterprise) {
        to.send(403, "application/json", detail("authorization_error", "enterprise_only", "Zero retention mode"));
        return;
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString text = body.value(QLatin1String("text")).toString();
    if (text.isEmpty()) {
        to.send(422, "application/json",
                R"({"detail":[{"loc":["body","text"],"msg":"field required","type":"value_error.missing"}]})");
        return;
    }
    if (request.query.queryItemValue(QStringLiteral("output_format")) != QLatin1String("ulaw_8000")) {
        to.send(200, "audio/mpeg", "ID3 and something very loud");
        return;
    }
    m_texts << text;
    stream(to, m_voice(text), fault);
}

void FakeElevenLabs::stream(FakeAnswer to, const QByteArray &audio, FaultKind fault)
{
    switch (fault) {
    case FaultKind::WrongJson:
        to.send(200, "application/json", "{\"audio\":");
        return;
    case FaultKind::EmptyAudio:
        to.beginChunked("audio/basic");
        to.endChunked();
        return;
    case FaultKind::KeepAliveOnly:
        to.beginChunked("audio/basic");
        return;
    default:
        break;
    }
    ++m_running;
    m_mostAtOnce = std::max(m_mostAtOnce, m_running);
    to.beginChunked("audio/basic", m_characterCost > 0
                                       ? QList<QByteArray>{"character-cost: " + QByteArray::number(m_characterCost)}
                                       : QList<QByteArray>());
    const bool breaks = fault == FaultKind::Truncated || fault == FaultKind::HalfOpen;
    const qsizetype end = breaks ? audio.size() / 2 : audio.size();
    // Pieces come one turn of the loop after the other, so that requests overlap as they do in life.
    auto *pieces = new QTimer(to.socket());
    const auto over = [this] { --m_running; };
    connect(pieces, &QObject::destroyed, this, over);
    connect(pieces, &QTimer::timeout, pieces, [=, at = qsizetype(0)]() mutable {
        to.chunk(audio.mid(at, std::min(PieceBytes, end - at)));
        at += PieceBytes;
        if (at < end) {
            return;
        }
        if (fault == FaultKind::Truncated) {
            to.hangUp();
        } else if (!breaks) {
            to.endChunked();
        }
        pieces->stop();
        pieces->deleteLater();
    });
    pieces->start(0);
}

void FakeElevenLabs::refuse(FakeAnswer to, FaultKind fault)
{
    switch (fault) {
    case FaultKind::Unauthorized:
        to.send(401, "application/json", detail("authentication_error", "invalid_api_key", "Invalid API key"));
        return;
    case FaultKind::RateLimited:
        to.send(429, "application/json",
                detail("rate_limit_error", "concurrent_limit_exceeded", "Too many concurrent requests"),
                {"retry-after: " + QByteArray::number(retryAfterSeconds())});
        return;
    case FaultKind::QuotaClose:
        to.send(401, "application/json",
                R"({"detail":{"status":"quota_exceeded","message":"This request exceeds your quota."}})");
        return;
    default:
        to.send(500, "application/json", detail("internal_error", "internal_error", "Something went wrong"));
    }
}

} // namespace Frontdesk::Fakes
