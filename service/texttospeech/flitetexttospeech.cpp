#include "service/texttospeech/flitetexttospeech.h"

#include "service/texttospeech/internal/fliteengine.h"
#include "service/texttospeech/internal/telephonevoice.h"
#include "service/texttospeech/spokenform.h"

#include <QThreadPool>

#include <mutex>

namespace Frontdesk::TextToSpeech {

/// One ticket on its way.
struct FliteTextToSpeech::Speech {
    quint64 ticket = 0;
    std::atomic<bool> cancelled = false;
};

/// Where workers send their results, as long as the voice exists.
class FliteTextToSpeech::Receiver {
public:
    explicit Receiver(FliteTextToSpeech *voice)
        : m_voice(voice)
    {}

    template <typename Work>
    void post(Work work)
    {
        const std::lock_guard lock(m_mutex);
        if (m_voice)
            QMetaObject::invokeMethod(
                m_voice, [voice = m_voice, work = std::move(work)] { work(*voice); }, Qt::QueuedConnection);
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        m_voice = nullptr;
    }

private:
    std::mutex m_mutex;
    FliteTextToSpeech *m_voice;
};

FliteTextToSpeech::FliteTextToSpeech(QString voice, QThreadPool *workers, QObject *parent)
    : TextToSpeech(parent)
    , m_voice(std::move(voice))
    , m_workers(workers ? workers : QThreadPool::globalInstance())
    , m_receiver(std::make_shared<Receiver>(this))
{}

FliteTextToSpeech::~FliteTextToSpeech()
{
    m_receiver->leave();
    for (const std::shared_ptr<Speech> &speech : std::as_const(m_running))
        speech->cancelled = true;
}

QStringList FliteTextToSpeech::voices()
{
    return Flite::voices();
}

void FliteTextToSpeech::speak(quint64 ticket, const SpeechText &text)
{
    cancel(ticket);
    const auto speech = std::make_shared<Speech>();
    speech->ticket = ticket;
    m_running.insert(ticket, speech);
    m_workers->start([speech, text, voice = m_voice, receiver = m_receiver] {
        Result<void> result;
        bool silent = true;
        for (const QString &sentence : spokenSentences(spokenForm(text.text))) {
            if (speech->cancelled)
                return;
            const Result<Waveform> wave = Flite::synthesize(voice, sentence, text.pace);
            if (!wave.ok()) {
                result = wave.error();
                break;
            }
            const QByteArray muLaw = telephoneVoice(*wave);
            if (muLaw.isEmpty())
                continue;
            silent = false;
            receiver->post([speech, muLaw](FliteTextToSpeech &target) { target.onAudio(speech, muLaw); });
        }
        if (result.ok() && silent)
            result = Error{ErrorCode::InvalidInput, QStringLiteral("There was nothing to say in the text.")};
        receiver->post([speech, result](FliteTextToSpeech &target) { target.onEnded(speech, result); });
    });
}

void FliteTextToSpeech::cancel(quint64 ticket)
{
    if (const std::shared_ptr<Speech> speech = m_running.take(ticket))
        speech->cancelled = true;
}

void FliteTextToSpeech::onAudio(const std::shared_ptr<Speech> &speech, const QByteArray &muLaw)
{
    if (!speech->cancelled)
        Q_EMIT audio(speech->ticket, muLaw);
}

void FliteTextToSpeech::onEnded(const std::shared_ptr<Speech> &speech, const Result<void> &result)
{
    if (speech->cancelled)
        return;
    m_running.remove(speech->ticket);
    if (result.ok())
        Q_EMIT finished(speech->ticket);
    else
        Q_EMIT failed(speech->ticket, result.error());
}

} // namespace Frontdesk::TextToSpeech
