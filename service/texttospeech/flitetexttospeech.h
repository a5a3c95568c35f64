#pragma once

#include "service/texttospeech/texttospeech.h"
#include "shared/core/result.h"

#include <QHash>

#include <atomic>
#include <memory>

class QThreadPool;

namespace Frontdesk::TextToSpeech {

/// A voice that needs no vendor (English only). Audio comes sentence by sentence.
///
/// Synthesis runs on `workers`; destroying the voice at any moment is safe and does not wait for them.
class FliteTextToSpeech final : public TextToSpeech {
    Q_OBJECT

public:
    /// `voice`: slt, rms, awb or kal. `workers` must outlive this object; null is Qt's global pool.
    explicit FliteTextToSpeech(QString voice, QThreadPool *workers = nullptr, QObject *parent = nullptr);
    ~FliteTextToSpeech() override;

    [[nodiscard]] static QStringList voices();

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

private:
    class Receiver;
    struct Speech;

    void onAudio(const std::shared_ptr<Speech> &speech, const QByteArray &muLaw);
    void onEnded(const std::shared_ptr<Speech> &speech, const Result<void> &result);

    QString m_voice;
    QThreadPool *m_workers;
    std::shared_ptr<Receiver> m_receiver;
    QHash<quint64, std::shared_ptr<Speech>> m_running;
};

} // namespace Frontdesk::TextToSpeech
