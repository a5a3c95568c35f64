#pragma once

#include "service/texttospeech/providers/httpvoice.h"

namespace Frontdesk::TextToSpeech {

struct ElevenLabsSettings {
    QUrl url{QStringLiteral("https://api.elevenlabs.io")};
    QByteArray key;
    Outgoing::Permit permit;                 ///< For what is to be said.
    std::shared_ptr<Flow::UsageMeter> meter; ///< Null: nobody counts.
    QString voice;                           ///< Voice id.
    QString model = QStringLiteral("eleven_flash_v2_5");
    /// Nothing of ours is kept there (`enable_logging=false`). Only for accounts with that right: others are refused,
    /// and then nothing is said rather than something kept.
    bool zeroRetention = false;
    FaultPolicy::Budgets budgets{Milliseconds(800), Milliseconds(1200), Milliseconds(1200), Milliseconds(20'000)};
    size_t mostAtOnce = 2; ///< See HttpVoice.
};

/// ElevenLabs' voices, streamed in the telephone's own encoding.
class ElevenLabsTextToSpeech final : public HttpVoice {
    Q_OBJECT

public:
    ElevenLabsTextToSpeech(const ElevenLabsSettings &settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                           std::shared_ptr<Outgoing::HttpClient> client, QObject *parent = nullptr);
};

} // namespace Frontdesk::TextToSpeech
