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

/// How one vendor is asked over HTTP for the sound of a sentence.
class VoiceDialect {
public:
    /// Makes the line's mu-law of a vendor's sound as it arrives, cut anywhere; the last piece is empty.
    using Converter = std::function<QByteArray(const QByteArray &sound)>;

    virtual ~VoiceDialect() = default;

    /// For messages.
    [[nodiscard]] virtual QString name() const = 0;
    /// As it is sent: letters, numbers and times in the form that this vendor's voices read well.
    [[nodiscard]] virtual QString speakable(const SpeechText &text) const = 0;
    [[nodiscard]] virtual Outgoing::HttpCall request(const SpeechText &text) const = 0;
    [[nodiscard]] virtual FaultPolicy::Fault complaint(int status, const QByteArray &body,
                                                       Milliseconds retryAfter) const = 0;
    /// Whether the body is the sound that was asked for: anything else would be loud noise in the caller's ear.
    [[nodiscard]] virtual bool isSound(const Outgoing::HttpHead &head) const = 0;
    [[nodiscard]] virtual Converter converter() const = 0;
};

/// A voice at the other end of HTTP, streamed: sound is passed on as it arrives.
class HttpVoice : public TextToSpeech {
    Q_OBJECT

public:
    struct Manners {
        QUrl url;                                ///< Kept warm.
        std::shared_ptr<Flow::UsageMeter> meter; ///< Null: nobody counts.
        /// Requests of one call at a time: the next sentence is made while the first is heard. Accounts are limited by
        /// requests that run.
        size_t mostAtOnce = 2;
    };

    HttpVoice(std::unique_ptr<const VoiceDialect> dialect, Manners manners, std::shared_ptr<FaultPolicy::Vendor> vendor,
              std::shared_ptr<Outgoing::HttpClient> client, QObject *parent = nullptr);
    ~HttpVoice() override;

    void speak(quint64 ticket, const SpeechText &text) override;
    void cancel(quint64 ticket) override;

private:
    struct Speech {
        SpeechText text;
        std::unique_ptr<Outgoing::HttpExchange> exchange; ///< Null: waits for its turn.
        std::optional<FaultPolicy::Vendor::Attempt> attempt;
        VoiceDialect::Converter converter;
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

    const std::unique_ptr<const VoiceDialect> m_dialect;
    const Manners m_manners;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    const std::shared_ptr<Outgoing::HttpClient> m_client;
    std::map<quint64, Speech> m_speeches;
    std::deque<quint64> m_waiting;
    Scheduler::JobHandle m_soon;
};

} // namespace Frontdesk::TextToSpeech
