#include "service/texttospeech/phrasecache.h"

#include <QPointer>

namespace Frontdesk::TextToSpeech {

PhraseCache::PhraseCache(std::shared_ptr<const PhraseStore> phrases, std::unique_ptr<TextToSpeech> voice,
                         QObject *parent)
    : TextToSpeech(parent)
    , m_phrases(std::move(phrases))
    , m_voice(std::move(voice))
{
    connect(m_voice.get(), &TextToSpeech::audio, this, &TextToSpeech::audio);
    connect(m_voice.get(), &TextToSpeech::finished, this, &TextToSpeech::finished);
    connect(m_voice.get(), &TextToSpeech::failed, this, &TextToSpeech::failed);
}

PhraseCache::~PhraseCache() = default;

void PhraseCache::speak(quint64 ticket, const SpeechText &text)
{
    const QByteArray muLaw = m_phrases->find(text);
    if (muLaw.isEmpty()) {
        m_voice->speak(ticket, text);
        return;
    }
    const QPointer<PhraseCache> self(this); // Whoever hears it may end the call at once.
    Q_EMIT audio(ticket, muLaw);
    if (self) {
        Q_EMIT finished(ticket);
    }
}

void PhraseCache::cancel(quint64 ticket)
{
    m_voice->cancel(ticket);
}

} // namespace Frontdesk::TextToSpeech
