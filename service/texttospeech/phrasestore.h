#pragma once

#include "service/texttospeech/texttospeech.h"

#include <QHash>
#include <QMutex>

#include <memory>
#include <vector>

namespace Frontdesk::TextToSpeech {

/// The finished audio of fixed sentences, shared by all calls: in memory, and in a folder for the next start.
///
/// Only what was prepared is kept; anything else may hold patient data. `find` is safe from any thread, the rest
/// belongs to the thread that made it.
class PhraseStore final : public QObject {
    Q_OBJECT

public:
    /// Takes the voice that makes what is missing. `voiceName` tells recordings of different voices apart; the folder
    /// is made when needed, and an empty one means memory only.
    PhraseStore(std::unique_ptr<TextToSpeech> voice, QString voiceName, QString folder, QObject *parent = nullptr);
    ~PhraseStore() override;

    /// Reads what the folder holds and synthesizes the rest, one sentence after the other. Ends with `prepared`.
    void prepare(const std::vector<SpeechText> &sentences);

    /// 8 kHz mu-law; empty when the sentence is not known. Shares its memory.
    [[nodiscard]] QByteArray find(const SpeechText &sentence) const;

Q_SIGNALS:
    /// `missing` sentences could not be synthesized; they will be asked from the voice when needed.
    void prepared(int missing);

private:
    void prepareNext();
    void onFinished();
    void onFailed(const Error &error);
    void keep(const QByteArray &key, const QByteArray &muLaw);
    [[nodiscard]] QByteArray key(const SpeechText &text) const;
    [[nodiscard]] bool knows(const QByteArray &key) const;
    [[nodiscard]] QString fileFor(const QByteArray &key) const;
    void save(const QByteArray &key, const QByteArray &muLaw) const;

    std::unique_ptr<TextToSpeech> m_voice;
    QString m_voiceName;
    QString m_folder;
    mutable QMutex m_mutex; ///< Guards m_phrases.
    QHash<QByteArray, QByteArray> m_phrases;
    std::vector<SpeechText> m_toPrepare; ///< Last first.
    bool m_preparing = false;
    QByteArray m_collected;
    int m_missing = 0;
};

} // namespace Frontdesk::TextToSpeech
