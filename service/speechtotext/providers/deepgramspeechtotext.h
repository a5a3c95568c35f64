#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/flow/usagemeter.h"
#include "service/outgoing/websocketlink.h"
#include "service/speechtotext/internal/keptaudio.h"
#include "service/speechtotext/providers/deepgrammessage.h"

namespace Frontdesk::SpeechToText {

struct DeepgramSettings {
    QUrl url{QStringLiteral("wss://api.deepgram.com")};
    QByteArray key;
    Outgoing::Permit permit;                 ///< For the caller's voice.
    std::shared_ptr<Flow::UsageMeter> meter; ///< Null: nobody counts.
    QString model = QStringLiteral("nova-3");
    Milliseconds connect{1500};
    /// Results come about once a second while audio flows, also of silence.
    Milliseconds results{3000};
    /// For the last words after our Finalize; what remains of the caller's patience belongs to the next recognizer.
    Milliseconds finalize{900};
    Milliseconds firstPause{250}; ///< Before the second attempt to reconnect in a row; doubles.
};

/// Deepgram's streaming recognizer (v1 listen), fed with the line's own mu-law.
///
/// Audio counts as heard when final results cover it; the rest is kept and sent again over the next connection, so
/// that a lost connection costs no word and no word comes twice. Gives up, with `failed`, when trying again is of no
/// use or takes longer than a caller waits.
class DeepgramSpeechToText final : public SpeechToText {
    Q_OBJECT

public:
    /// `scheduler` must outlive the recognizer.
    DeepgramSpeechToText(DeepgramSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor, Scheduler &scheduler,
                         QObject *parent = nullptr);
    ~DeepgramSpeechToText() override;

    void start(const RecognitionContext &context) override;
    void write(Flow::MuLawBytes audio) override;
    void beginUtterance(Milliseconds from) override;
    void finishUtterance() override;
    void expect(Flow::Expectation expectation) override;

private:
    struct Utterance {
        Milliseconds from{0};
        qint64 end = -1; ///< Position at which the caller had finished; -1: still speaking.
    };

    void connectNow();
    void onOpened();
    void onText(QByteArrayView message);
    void onUtteranceEnd(Milliseconds lastWordEnd);
    [[nodiscard]] std::vector<SpokenWord> wordsSoFar() const;
    void tellSoFar();
    void onResults(DeepgramResults results);
    void onClosed(int code, const QString &reason);
    void onFault(const FaultPolicy::Fault &fault);
    void dropLink();
    void giveUp(const FaultPolicy::Fault &fault);
    void onKeepAliveTime();
    void awaitResults();
    void sendPending(bool all);
    void sendFinalize();
    void onFinalizeTime();
    void finishIfCovered(bool answered);
    void finishNow();
    [[nodiscard]] std::vector<SpokenWord> wordsOfUtterance(const std::vector<SpokenWord> &words) const;

    const DeepgramSettings m_settings;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    Scheduler &m_scheduler;
    RecognitionContext m_context;

    KeptAudio m_audio; ///< From the first byte that no final result covers.
    std::unique_ptr<Outgoing::WebSocketLink> m_link;
    std::optional<FaultPolicy::Vendor::Attempt> m_attempt; ///< Until the first result of a connection.
    qint64 m_linkBegin = 0;                                ///< Position of the connection's first byte.
    qint64 m_sent = 0;
    bool m_sentSinceTick = false;
    int m_faultsInRow = 0;
    bool m_everHeard = false; ///< Results have come in this call.
    bool m_gone = false;

    std::optional<Utterance> m_utterance;
    std::vector<SpokenWord> m_settled; ///< Final words not handed on yet.
    std::vector<SpokenWord> m_interim; ///< Words of the latest interim result.
    qint64 m_heardUpTo = 0;            ///< End of the latest result of any kind.
    bool m_foundPause = false;         ///< No word has come since Deepgram found one.
    Milliseconds m_handedOnUntil{0};   ///< Words before it were part of a finished utterance.

    Scheduler::JobHandle m_keepAlive;
    Scheduler::JobHandle m_resultsWatch;
    Scheduler::JobHandle m_finalizeWatch;
    Scheduler::JobHandle m_retry;
};

} // namespace Frontdesk::SpeechToText
