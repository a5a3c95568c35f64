#pragma once

#include "service/faultpolicy/vendor.h"
#include "service/flow/usagemeter.h"
#include "service/outgoing/websocketlink.h"
#include "service/speechtotext/internal/keptaudio.h"
#include "service/speechtotext/speechtotext.h"

#include <QJsonObject>

#include <optional>

namespace Frontdesk::SpeechToText {

struct OpenAiEarsSettings {
    QUrl url{QStringLiteral("https://api.openai.com/v1")}; ///< As for the language model; the WebSocket is below it.
    QByteArray key;                                        ///< Empty: none is sent.
    Outgoing::Permit permit;                               ///< For the caller's voice.
    std::shared_ptr<Flow::UsageMeter> meter;               ///< Null: nobody counts.
    QString model = QStringLiteral("gpt-4o-transcribe");
    Milliseconds connect{1500};
    /// For the first word of the session after connecting.
    Milliseconds greeting{1500};
    /// For the words after our commit; what remains of the caller's patience belongs to the next recognizer.
    Milliseconds finalize{2000};
};

/// OpenAI's realtime transcription (GA interface), fed with the line's own mu-law.
///
/// Our turn-taking says where an utterance begins and ends, so only speech travels: the vendor's own is switched off. An
/// utterance is kept until its words are there and sent again over the next connection. Gives up, with `failed`, when
/// trying again is of no use or takes longer than a caller waits. It tells no times: words are spread over the utterance.
class OpenAiSpeechToText final : public SpeechToText {
    Q_OBJECT

public:
    /// `scheduler` must outlive the recognizer.
    OpenAiSpeechToText(OpenAiEarsSettings settings, std::shared_ptr<FaultPolicy::Vendor> vendor, Scheduler &scheduler,
                       QObject *parent = nullptr);
    ~OpenAiSpeechToText() override;

    void start(const RecognitionContext &context) override;
    void write(Flow::MuLawBytes audio) override;
    void beginUtterance(Milliseconds from) override;
    void finishUtterance() override;
    void expect(Flow::Expectation expectation) override;

private:
    struct Utterance {
        qint64 begin = 0;
        qint64 end = -1; ///< Position at which the caller had finished; -1: still speaking.
        qint64 sent = 0;
        QString item; ///< The vendor's name for it, once it is committed.
    };

    void connectNow();
    void onOpened();
    void onText(QByteArrayView message);
    void onDelta(const QString &item, const QString &delta);
    void onCompleted(const QJsonObject &event);
    void onError(const QJsonObject &error);
    void onFault(const FaultPolicy::Fault &fault);
    void giveUp(const FaultPolicy::Fault &fault);
    void dropLink();
    void sendPending();
    void append(Flow::MuLawBytes audio);
    void finish(std::vector<SpokenWord> words);

    const OpenAiEarsSettings m_settings;
    const std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    Scheduler &m_scheduler;
    RecognitionContext m_context;

    KeptAudio m_audio;
    std::unique_ptr<Outgoing::WebSocketLink> m_link;
    std::optional<FaultPolicy::Vendor::Attempt> m_attempt; ///< Until the session greets us.
    std::optional<Utterance> m_utterance;
    int m_commits = 0; ///< Sent over this connection and not acknowledged.
    QString m_deltaItem;
    QString m_soFar;
    int m_faultsInRow = 0;
    bool m_gone = false;

    Scheduler::JobHandle m_greetingWatch;
    Scheduler::JobHandle m_finalizeWatch;
};

} // namespace Frontdesk::SpeechToText
