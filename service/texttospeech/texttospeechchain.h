#pragma once

#include "service/texttospeech/texttospeech.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace Frontdesk::TextToSpeech {

/// Several voices in order of choice, as one that fails only when the last has failed.
///
/// When one fails in the middle of a sentence, the next says the rest of it, from a word or two before the break. A
/// call stays with the voice it has come to.
class TextToSpeechChain final : public TextToSpeech {
    Q_OBJECT

public:
    struct Choice {
        QString name; ///< For the log.
        /// False: known to be away; the next is taken without waiting. Not asked for the last.
        std::function<bool()> mayTry;
        std::function<std::unique_ptr<TextToSpeech>()> make;
    };

    /// At least one choice.
    explicit TextToSpeechChain(std::vector<Choice> choices, QObject *parent = nullptr);
    ~TextToSpeechChain() override;

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

private:
    struct Speech {
        SpeechText text;
        size_t voice = 0;
        qint64 bytes = 0; ///< Of sound passed on by all voices.
    };

    void sayWith(size_t voice, quint64 ticket, const SpeechText &text);
    void onAudio(size_t voice, quint64 ticket, const QByteArray &muLaw);
    void onFinished(size_t voice, quint64 ticket);
    void onFailed(size_t voice, quint64 ticket, const Error &error);
    [[nodiscard]] bool owns(size_t voice, quint64 ticket) const;

    const std::vector<Choice> m_choices;
    std::vector<std::unique_ptr<TextToSpeech>> m_voices; ///< By choice; made when first needed.
    size_t m_current = 0;
    std::map<quint64, Speech> m_speeches;
};

/// What of `text` remains to be said when about `bytes` of its sound have been heard: whole words, the last one or two
/// heard again.
[[nodiscard]] QString restToSay(const QString &text, qint64 bytes);

} // namespace Frontdesk::TextToSpeech
