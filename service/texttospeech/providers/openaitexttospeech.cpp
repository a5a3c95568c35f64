#include "service/texttospeech/providers/openaitexttospeech.h"

#include "service/audio/mulaw.h"
#include "service/audio/resampler.h"
#include "service/outgoing/endpoint.h"
#include "service/texttospeech/spokenform.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace Frontdesk::TextToSpeech {

namespace {

constexpr int SoundRateHz = 24'000;
constexpr double SlowSpeed = 0.85;

/// 16-bit samples, little-endian, cut anywhere, to the line's mu-law.
class LineSound {
public:
    QByteArray operator()(const QByteArray &sound)
    {
        m_out.clear();
        if (sound.isEmpty()) {
            m_resampler.finish(m_out);
        } else {
            m_rest += sound;
            m_in.resize(static_cast<size_t>(m_rest.size() / 2));
            qFromLittleEndian<int16_t>(m_rest.constData(), static_cast<qsizetype>(m_in.size()), m_in.data());
            m_rest.remove(0, static_cast<qsizetype>(m_in.size()) * 2);
            m_resampler.process(m_in, m_out);
        }
        QByteArray muLaw(static_cast<qsizetype>(m_out.size()), Qt::Uninitialized);
        Audio::encodeMuLaw(m_out, {reinterpret_cast<uint8_t *>(muLaw.data()), m_out.size()});
        return muLaw;
    }

private:
    Audio::Resampler m_resampler{SoundRateHz, Flow::SampleRateHz};
    QByteArray m_rest; ///< Half a sample.
    std::vector<int16_t> m_in;
    std::vector<int16_t> m_out;
};

class OpenAiDialect final : public VoiceDialect {
public:
    explicit OpenAiDialect(OpenAiVoiceSettings settings)
        : m_settings(std::move(settings))
    {}

    [[nodiscard]] QString name() const override { return QStringLiteral("OpenAI's voice"); }

    [[nodiscard]] QString speakable(const SpeechText &text) const override
    {
        if (text.language != QLatin1String("en")) {
            return text.text.simplified();
        }
        return spokenSentences(spokenForm(text.text)).join(QLatin1Char(' '));
    }

    [[nodiscard]] Outgoing::HttpCall request(const SpeechText &text) const override
    {
        QJsonObject body{{QStringLiteral("model"), m_settings.model},
                         {QStringLiteral("voice"), m_settings.voice},
                         {QStringLiteral("input"), speakable(text)},
                         {QStringLiteral("response_format"), QStringLiteral("pcm")}};
        if (text.pace == Pace::Slow) {
            body.insert(QStringLiteral("speed"), SlowSpeed);
        }
        Outgoing::HttpCall call;
        call.vendor = name();
        call.permit = m_settings.permit;
        call.url = Outgoing::under(m_settings.url, QStringLiteral("/audio/speech"));
        call.headers = {{"Content-Type", "application/json"}};
        if (!m_settings.key.isEmpty()) {
            call.headers.push_back({"Authorization", "Bearer " + m_settings.key});
        }
        call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        call.budgets = m_settings.budgets;
        return call;
    }

    [[nodiscard]] FaultPolicy::Fault complaint(int status, const QByteArray &body,
                                               Milliseconds retryAfter) const override
    {
        FaultPolicy::Fault fault = FaultPolicy::faultOfStatus(status, name(), retryAfter);
        if (body.contains("insufficient_quota")) {
            fault.kind = FaultPolicy::FaultKind::OutOfCredit;
        }
        return fault;
    }

    [[nodiscard]] bool isSound(const Outgoing::HttpHead &head) const override
    {
        const QByteArray type = head.header("content-type");
        return !type.contains("json") && !type.contains("mpeg") && !type.contains("text") && !type.contains("wav");
    }

    [[nodiscard]] Converter converter() const override
    {
        return [sound = std::make_shared<LineSound>()](const QByteArray &bytes) { return (*sound)(bytes); };
    }

private:
    const OpenAiVoiceSettings m_settings;
};

} // namespace

OpenAiTextToSpeech::OpenAiTextToSpeech(const OpenAiVoiceSettings &settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                                       std::shared_ptr<Outgoing::HttpClient> client, QObject *parent)
    : HttpVoice(std::make_unique<OpenAiDialect>(settings), {settings.url, settings.meter}, std::move(vendor),
                std::move(client), parent)
{}

} // namespace Frontdesk::TextToSpeech
