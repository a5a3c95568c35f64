#pragma once

#include "service/texttospeech/phrasestore.h"

namespace Frontdesk::TextToSpeech {

/// A voice that knows fixed sentences by heart.
///
/// What the store holds starts in the same turn of the event loop, with or without the voice behind it: the safety
/// sentences must not need a vendor. Anything else goes to that voice. One for each call, on the call's thread.
class PhraseCache final : public TextToSpeech {
    Q_OBJECT

public:
    /// Takes the voice and shares the store.
    PhraseCache(std::shared_ptr<const PhraseStore> phrases, std::unique_ptr<TextToSpeech> voice,
                QObject *parent = nullptr);
    ~PhraseCache() override;

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

private:
    std::shared_ptr<const PhraseStore> m_phrases;
    std::unique_ptr<TextToSpeech> m_voice;
};

} // namespace Frontdesk::TextToSpeech
