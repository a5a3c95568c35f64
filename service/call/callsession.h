#pragma once

#include "service/audio/audioqualitymeter.h"
#include "service/audio/frameassembler.h"
#include "service/audio/loudnessmeter.h"
#include "service/audio/voiceactivitydetector.h"
#include "service/call/callobserver.h"
#include "service/call/consultation.h"
#include "service/call/keypad.h"
#include "service/call/replylatency.h"
#include "service/call/speechplayer.h"
#include "service/call/transcriptlog.h"
#include "service/dialogue/conversation.h"
#include "service/dialogue/turns/turncontroller.h"
#include "service/speechtotext/speechtotext.h"
#include "service/telephony/outboundpacer.h"

#include <QObject>

#include <memory>
#include <set>

namespace Frontdesk::Call {

struct CallSetup {
    CallId id;
    Dialogue::CallBriefing briefing;
    Dialogue::TurnTiming timing;
    /// Tell tools at the phone's side, through extra marks, which phrase is being said and where the time went.
    bool debugMarks = false;
};

/// One call, from the first audio to the last.
///
/// The story: the caller's audio is cut into frames; voice activity and quality are measured; the recognizer turns
/// it into words; turn-taking decides when the caller has finished or wants the floor; the conversation decides what
/// happens next; its words become sound and leave at the line's own pace; what the caller really heard comes back as
/// marks. When the conversation hands over or ends, the line is closed and the phone network asks what is next.
///
/// Lives on its call thread, with everything it owns.
class CallSession final : public QObject {
    Q_OBJECT

public:
    /// `sink`, `scheduler` and `observer` must outlive the session. `model` is there if the briefing says so.
    CallSession(CallSetup setup, Telephony::MediaSink &sink, std::unique_ptr<SpeechToText::SpeechToText> recognizer,
                std::unique_ptr<TextToSpeech::TextToSpeech> voice, Scheduler &scheduler, CallObserver &observer,
                std::unique_ptr<LanguageModel::LanguageModel> model = nullptr);
    ~CallSession() override;

    /// The line is open: greets the caller.
    void start();

    // What happens on the line.
    void callerAudio(Flow::MuLawBytes audio, Milliseconds at);
    void keyPressed(QChar key);
    void markReturned(const QString &name);
    enum class LineEnd {
        HungUp, ///< The phone network said so.
        Lost,   ///< It went away without a word.
    };
    void lineEnded(LineEnd reason);

    /// The service is going down: the caller is connected to the clinic's own line.
    void handOver();

    /// Somebody at the clinic wants to talk with the caller themselves: says so and connects them.
    void takeOver();

    [[nodiscard]] const CallId &id() const { return m_setup.id; }

Q_SIGNALS:
    /// Close the media stream now.
    void closeLine();

private:
    struct Ending {
        CallPhase phase = CallPhase::Finished;
        QString outcome;
    };

    void onFrame(const Audio::LineFrame &frame);
    void onQuarterSecond();
    void follow(const Dialogue::TurnController::Signals &signalList);
    void beginUtterance();
    void endUtterance();
    /// Something is still to come before there can be a reply: the recognizer's words, or the model's.
    [[nodiscard]] bool awaitsAnswer() const;
    void onAnswerLate();
    void onInterim(const Flow::Transcript &transcript);
    void onFinished(const Flow::Transcript &transcript);
    void takeTurn();
    void onKeysComplete(const QString &keys);
    void onSpeechStarted(quint64 ticket);
    void onSpeechPlayed(const Dialogue::SpeechPlayed &speech);
    void onVoiceFailed();
    void onRecognizerFailed();
    void onNoWords();
    /// Has the model asked ahead once the words so far stand still and the caller is quiet.
    void considerAskingAhead(const Flow::Transcript &soFar);
    void askAhead(const Flow::Transcript &soFar);

    void tell(Dialogue::EventBody event);
    [[nodiscard]] Dialogue::Actions ask(Dialogue::EventBody event);
    void carryOut(const Dialogue::Actions &actions);
    void say(const Dialogue::Say &say);
    void endWhenHeard(Ending ending);
    void closeIfHeard();
    void close();
    [[nodiscard]] Milliseconds sinceStart() const;
    [[nodiscard]] Milliseconds turnTime() const;

    CallSetup m_setup;
    Scheduler &m_scheduler;
    CallObserver &m_observer;
    std::unique_ptr<SpeechToText::SpeechToText> m_recognizer;
    std::unique_ptr<TextToSpeech::TextToSpeech> m_voice;

    Audio::FrameAssembler m_frames;
    Audio::VoiceActivityDetector m_voiceActivity;
    Audio::AudioQualityMeter m_quality;
    Audio::LoudnessMeter m_loudness;
    Dialogue::TurnController m_turns;
    Dialogue::Conversation m_conversation;
    Telephony::OutboundPacer m_pacer;
    SpeechPlayer m_player;
    Keypad m_keypad;
    TranscriptLog m_transcript;
    ReplyLatency m_latency;
    Consultation m_consultation;

    Instant m_startedAt;
    Instant m_lastFrameAt;
    Milliseconds m_streamTime{0};
    Milliseconds m_turnOffset{0}; ///< Turn time minus stream time: grows by holes in the audio that were not filled.
    Milliseconds m_latestTurnTime{0};
    Scheduler::JobHandle m_ticking;
    Scheduler::JobHandle m_recognizerWatch;
    Scheduler::JobHandle m_answerLate;
    Scheduler::JobHandle m_askAheadSoon;
    Scheduler::JobHandle m_closingWatch;
    Scheduler::JobHandle m_closeSoon;
    Flow::Transcript m_lastWords;
    QString m_wordsSoFar;         ///< Of the running utterance.
    Milliseconds m_lastSpeech{0}; ///< Stream time of the last frame that carried speech.
    double m_turnLoudness = 0;
    std::map<quint64, Dialogue::Say> m_pendingSpeech; ///< Said, but not yet played.
    std::set<quint64> m_guidanceOwed;                 ///< Tickets of sentences that must still be heard.
    std::optional<Ending> m_ending;
    bool m_recognizerGone = false;
    bool m_voiceGone = false;
    bool m_closed = false;
    bool m_over = false;
};

} // namespace Frontdesk::Call
