#include "service/texttospeech/providers/elevenlabstexttospeech.h"

#include "service/outgoing/endpoint.h"
#include "service/texttospeech/spokenform.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::TextToSpeech {

namespace {

constexpr double SlowSpeed = 0.85;

class ElevenLabsDialect final : public VoiceDialect {
public:
    explicit ElevenLabsDialect(ElevenLabsSettings settings)
        : m_settings(std::move(settings))
    {}

    [[nodiscard]] QString name() const override { return QStringLiteral("ElevenLabs"); }

    /// Fast models do not read numbers and times well; ours are written out as words first.
    [[nodiscard]] QString speakable(const SpeechText &text) const override
    {
        if (text.language != QLatin1String("en")) {
            return text.text.simplified();
        }
        return spokenSentences(spokenForm(text.text)).join(QLatin1Char(' '));
    }

    [[nodiscard]] Outgoing::HttpCall request(const SpeechText &text) const override;

    /// An empty account is told as 401 by older parts of the vendor's house.
    [[nodiscard]] FaultPolicy::Fault complaint(int status, const QByteArray &body,
                                               Milliseconds retryAfter) const override
    {
        FaultPolicy::Fault fault = FaultPolicy::faultOfStatus(status, name(), retryAfter);
        if (body.contains("quota_exceeded") || body.contains("insufficient_credits")) {
            fault.kind = FaultPolicy::FaultKind::OutOfCredit;
            fault.message = QStringLiteral("ElevenLabs says that the account has no credit left.");
        }
        return fault;
    }

    [[nodiscard]] bool isSound(const Outgoing::HttpHead &head) const override
    {
        const QByteArray type = head.header("content-type");
        return !type.contains("json") && !type.contains("mpeg") && !type.contains("text");
    }

    [[nodiscard]] Converter converter() const override
    {
        return [](const QByteArray &sound) { return sound; };
    }

private:
    const ElevenLabsSettings m_settings;
};

Outgoing::HttpCall ElevenLabsDialect::request(const SpeechText &text) const
{
    const QJsonObject voice{{QStringLiteral("stability"), 0.5},
                            {QStringLiteral("similarity_boost"), 0.75},
                            {QStringLiteral("speed"), text.pace == Pace::Slow ? SlowSpeed : 1.0}};
    const QJsonObject body{{QStringLiteral("text"), speakable(text)},
                           {QStringLiteral("model_id"), m_settings.model},
                           {QStringLiteral("language_code"), text.language},
                           {QStringLiteral("voice_settings"), voice}};
    Outgoing::HttpCall call;
    call.vendor = name();
    call.permit = m_settings.permit;
    call.url =
        Outgoing::under(m_settings.url, QStringLiteral("/v1/text-to-speech/%1/stream")
                                            .arg(QString::fromLatin1(QUrl::toPercentEncoding(m_settings.voice))));
    call.url.setQuery(m_settings.zeroRetention ? QStringLiteral("output_format=ulaw_8000&enable_logging=false")
                                               : QStringLiteral("output_format=ulaw_8000"));
    call.headers = {{"xi-api-key", m_settings.key}, {"Content-Type", "application/json"}};
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    call.budgets = m_settings.budgets;
    return call;
}

} // namespace

ElevenLabsTextToSpeech::ElevenLabsTextToSpeech(const ElevenLabsSettings &settings,
                                               std::shared_ptr<FaultPolicy::Vendor> vendor,
                                               std::shared_ptr<Outgoing::HttpClient> client, QObject *parent)
    : HttpVoice(std::make_unique<ElevenLabsDialect>(settings), {settings.url, settings.meter, settings.mostAtOnce},
                std::move(vendor), std::move(client), parent)
{}

} // namespace Frontdesk::TextToSpeech
