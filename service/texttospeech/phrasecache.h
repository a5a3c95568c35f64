#pragma once

#include "service/texttospeech/texttospeech.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Frontdesk::TextToSpeech {

/// A voice that knows fixed sentences by heart.
///
/// What was prepared is kept in memory and in a folder, and starts in the same turn of the event loop, with or without
/// the voice behind it: the safety sentences must not need a vendor. Anything else goes to that voice and is not kept,
/// because it may hold patient data.
class PhraseCache final : public TextToSpeech {
    Q_OBJECT

public:
    /// Takes the voice. `voiceName` tells recordings of different voices apart; the folder is made when needed, and an
    /// empty one means memory only.
    PhraseCache(std::unique_ptr<TextToSpeech> voice, QString voiceName, QString folder, QObject *parent = nullptr);
    ~PhraseCache() override;

    /// Reads what the folder holds and synthesizes the rest, one sentence after the other. Ends with `prepared`.
    void prepare(const std::vector<SpeechText> &sentences);
    [[nodiscard]] bool knows(const SpeechText &sentence) const;

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

Q_SIGNALS:
    /// `missing` sentences could not be synthesized; they will be asked from the voice when needed.
    void prepared(int missing);

private:
    void prepareNext();
    void onAudio(quint64 ticket, const QByteArray &muLaw);
    void onFinished(quint64 ticket);
    void onFailed(quint64 ticket, const Error &error);
    [[nodiscard]] QByteArray key(const SpeechText &text) const;
    [[nodiscard]] QString fileFor(const QByteArray &key) const;
    void store(const QByteArray &key, const QByteArray &muLaw) const;

    std::unique_ptr<TextToSpeech> m_voice;
    QString m_voiceName;
    QString m_folder;
    QHash<QByteArray, QByteArray> m_phrases;
    std::vector<SpeechText> m_toPrepare; ///< Last first.
    bool m_preparing = false;
    QByteArray m_collected;
    int m_missing = 0;
};

} // namespace Frontdesk::TextToSpeech
