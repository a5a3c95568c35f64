#pragma once

#include "service/texttospeech/providers/httpvoice.h"

namespace Frontdesk::TextToSpeech {

struct OpenAiVoiceSettings {
    QUrl url{QStringLiteral("https://api.openai.com/v1")};
    QByteArray key;                          ///< Empty: none is sent.
    Outgoing::Permit permit;                 ///< For what is to be said.
    std::shared_ptr<Flow::UsageMeter> meter; ///< Null: nobody counts.
    QString voice = QStringLiteral("coral");
    QString model = QStringLiteral("gpt-4o-mini-tts");
    FaultPolicy::Budgets budgets{Milliseconds(800), Milliseconds(1800), Milliseconds(1200), Milliseconds(20'000)};
};

/// OpenAI's voices, or those of a server that speaks like it: streamed as 16-bit samples at 24 kHz, made into the
/// telephone's encoding as they arrive.
class OpenAiTextToSpeech final : public HttpVoice {
    Q_OBJECT

public:
    OpenAiTextToSpeech(const OpenAiVoiceSettings &settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                       std::shared_ptr<Outgoing::HttpClient> client, QObject *parent = nullptr);
};

} // namespace Frontdesk::TextToSpeech
