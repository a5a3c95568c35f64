#pragma once

#include "service/texttospeech/texttospeech.h"

#include <QSet>

namespace Frontdesk::Tests {

/// A voice that needs no synthesizer: 60 ms of a recognizable tone byte per character, given at once.
class FakeVoice final : public TextToSpeech::TextToSpeech {
    Q_OBJECT

public:
    static constexpr qsizetype BytesPerCharacter = 60 * 8;

    void speak(quint64 ticket, const Frontdesk::TextToSpeech::SpeechText &text) override
    {
        spoken << text.text;
        if (broken) {
            Q_EMIT failed(ticket, Error{ErrorCode::Unavailable, QStringLiteral("The voice is away.")});
            return;
        }
        if (silent) {
            return;
        }
        Q_EMIT audio(ticket, QByteArray(text.text.size() * BytesPerCharacter, char(0x30)));
        Q_EMIT finished(ticket);
    }
    void cancel(quint64 ticket) override { cancelled.insert(ticket); }

    QStringList spoken;
    QSet<quint64> cancelled;
    bool broken = false;
    bool silent = false; ///< Accepts everything and never answers.
};

} // namespace Frontdesk::Tests
