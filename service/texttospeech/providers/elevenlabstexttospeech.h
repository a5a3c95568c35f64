#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/flow/usagemeter.h"
#include "service/outgoing/httpclient.h"
#include "service/texttospeech/texttospeech.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>

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
    /// Requests of one call at a time: the next sentence is made while the first is heard. Accounts are limited by
    /// requests that run.
    size_t mostAtOnce = 2;
};

/// ElevenLabs' voices, streamed in the telephone's own encoding: sound is passed on as it arrives.
class ElevenLabsTextToSpeech final : public TextToSpeech {
    Q_OBJECT

public:
    ElevenLabsTextToSpeech(ElevenLabsSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor,
                           std::shared_ptr<Outgoing::HttpClient> client, QObject *parent = nullptr);
    ~ElevenLabsTextToSpeech() override;

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

private:
    struct Speech {
        SpeechText text;
        std::unique_ptr<Outgoing::HttpExchange> exchange; ///< Null: waits for its turn.
        std::optional<FaultPolicy::Vendor::Attempt> attempt;
        Instant begun;
        bool good = false;    ///< The answer is audio; else its body says what is wrong.
        QByteArray complaint; ///< The beginning of that body.
        int status = 0;
        Milliseconds retryAfter{0};
        qint64 bytes = 0;
        bool retried = false;
    };

    void startWaiting();
    void start(quint64 ticket, Speech &speech);
    void onAnswered(quint64 ticket, const Outgoing::HttpHead &head);
    void onReceived(quint64 ticket, const QByteArray &bytes);
    void onFinished(quint64 ticket);
    void onFault(quint64 ticket, const FaultPolicy::Fault &fault);
    /// `told`: the vendor's own count; empty: it gave none.
    void noteUsage(const SpeechText &text, const QByteArray &told);
    [[nodiscard]] Outgoing::HttpCall request(const SpeechText &text) const;

    const ElevenLabsSettings m_settings;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    const std::shared_ptr<Outgoing::HttpClient> m_client;
    std::map<quint64, Speech> m_speeches;
    std::deque<quint64> m_waiting;
    Scheduler::JobHandle m_soon;
};

} // namespace Frontdesk::TextToSpeech
