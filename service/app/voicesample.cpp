#include "service/app/voicesample.h"

#include "service/audio/mulaw.h"
#include "service/audio/wavfile.h"

#include <future>

namespace Frontdesk::App {

/// Collects one sentence. Lives on the voices' thread and deletes itself when it is said or given up.
class VoiceSample::Speaker final : public QObject {
public:
    using Answer = std::promise<Result<QByteArray>>;

    Speaker(std::unique_ptr<TextToSpeech::TextToSpeech> voice, std::shared_ptr<Answer> answer)
        : m_voice(std::move(voice))
        , m_answer(std::move(answer))
    {
        using TextToSpeech::TextToSpeech;
        connect(m_voice.get(), &TextToSpeech::audio, this,
                [this](quint64, const QByteArray &muLaw) { m_sound += muLaw; });
        connect(m_voice.get(), &TextToSpeech::finished, this, [this] { finish(wav()); });
        connect(m_voice.get(), &TextToSpeech::failed, this, [this](quint64, const Error &error) { finish(error); });
        m_patience = m_scheduler.after(Patience, [this] {
            finish(Error{ErrorCode::Unavailable, QStringLiteral("No voice could say it in time.")});
        });
    }

    void speak(const TextToSpeech::SpeechText &text) { m_voice->speak(1, text); }

private:
    [[nodiscard]] QByteArray wav() const
    {
        Audio::WavAudio audio;
        audio.samples.resize(size_t(m_sound.size()));
        Audio::decodeMuLaw({reinterpret_cast<const uint8_t *>(m_sound.constData()), size_t(m_sound.size())},
                           audio.samples);
        return Audio::wavBytes(audio);
    }
    void finish(Result<QByteArray> result)
    {
        if (const auto answer = std::exchange(m_answer, nullptr)) {
            answer->set_value(std::move(result));
            deleteLater();
        }
    }

    SystemScheduler m_scheduler;
    Scheduler::JobHandle m_patience;
    std::unique_ptr<TextToSpeech::TextToSpeech> m_voice;
    std::shared_ptr<Answer> m_answer;
    QByteArray m_sound;
};

VoiceSample::VoiceSample(Reception::SpeechParts speech)
    : m_speech(std::move(speech))
{
    m_place.moveToThread(&m_thread);
    m_thread.start();
}

VoiceSample::~VoiceSample()
{
    m_thread.quit();
    m_thread.wait();
}

Result<QByteArray> VoiceSample::speak(const ClinicId &clinic, const TextToSpeech::SpeechText &text)
{
    const auto answer = std::make_shared<Speaker::Answer>();
    auto said = answer->get_future();
    QMetaObject::invokeMethod(&m_place, [this, clinic, text, answer] {
        ClinicProfile profile;
        profile.id = clinic;
        auto *speaker = new Speaker(m_speech.voice({profile, m_speech.meter}), answer);
        QObject::connect(&m_thread, &QThread::finished, speaker, &QObject::deleteLater);
        speaker->speak(text);
    });
    constexpr Milliseconds Margin{2'000}; // Where even the thread that counts the time is stuck.
    if (said.wait_for(Patience + Margin) != std::future_status::ready) {
        return Error{ErrorCode::Unavailable, QStringLiteral("No voice could say it in time.")};
    }
    return said.get();
}

} // namespace Frontdesk::App
