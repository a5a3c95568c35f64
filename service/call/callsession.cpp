#include "service/call/callsession.h"

#include "service/safety/responsevalidator.h"
#include "shared/core/log.h"

#include <algorithm>

namespace Frontdesk::Call {

namespace {

constexpr Milliseconds TickLength{250};
/// Frames come every 20 ms; a line this quiet has stopped sending, and time must move without it.
constexpr Milliseconds LineIsStuck{100};
/// A recognizer that has not given its final words by then has failed; longer speech takes it longer. The caller has
/// heard that it takes a moment, and a slow recognizer on a busy machine is still better than none.
constexpr Milliseconds RecognizerPatience{9000};
constexpr int PatienceShareOfSpeech = 2;
/// Silence since the caller's last sound that needs a word of ours, whoever it is that keeps us waiting; a little more
/// when turn-taking has waited long itself.
constexpr Milliseconds AnswerLateAfter{1900};
constexpr Milliseconds AnswerLateAtLeast{400};
/// The same after such a word.
constexpr Milliseconds AnswerLateAgainAfter{1800};
/// What is shorter is more often a noise than words, and nobody waits for an answer to it.
constexpr Milliseconds ShortestSpeech{400};
/// Words that have not changed for this long, and a caller who has been quiet for a moment: most turns end so.
constexpr Milliseconds StableFor{250};
constexpr Milliseconds QuietFor{160};
/// Whatever the player believes, a call that is to end or to be handed over does so within this time.
constexpr Milliseconds ClosingPatience{30'000};

/// Spoken instead of a sentence that the validator refuses.
QString safeSentence()
{
    return QStringLiteral("Our staff will call you back about that.");
}

} // namespace

CallSession::CallSession(CallSetup setup, Telephony::MediaSink &sink,
                         std::unique_ptr<SpeechToText::SpeechToText> recognizer,
                         std::unique_ptr<TextToSpeech::TextToSpeech> voice, Scheduler &scheduler,
                         CallObserver &observer, std::unique_ptr<LanguageModel::LanguageModel> model)
    : m_setup(std::move(setup))
    , m_scheduler(scheduler)
    , m_observer(observer)
    , m_recognizer(std::move(recognizer))
    , m_voice(std::move(voice))
    , m_turns(m_setup.timing)
    , m_conversation(m_setup.briefing)
    , m_pacer(scheduler, sink)
    , m_player(*m_voice, m_pacer, scheduler,
               [this](const QString &sentence) {
                   const auto verdict = Safety::validateResponse(sentence, m_setup.briefing.clinic);
                   if (verdict.allowed) {
                       return sentence;
                   }
                   qCWarning(Log::safety) << "call" << m_setup.id.text() << "sentence refused by" << verdict.rule;
                   return safeSentence();
               })
    , m_keypad(scheduler, [this](const QString &keys) { onKeysComplete(keys); })
    , m_transcript(m_setup.id, [this](const TurnRecord &turn) { m_observer.onTurn(turn); })
    , m_latency(scheduler)
    , m_consultation(std::move(model), scheduler)
    , m_startedAt(scheduler.now())
    , m_lastFrameAt(m_startedAt)
{
    m_player.setDebugMarks(m_setup.debugMarks);
    connect(m_recognizer.get(), &SpeechToText::SpeechToText::interim, this, &CallSession::onInterim);
    connect(m_recognizer.get(), &SpeechToText::SpeechToText::finished, this, &CallSession::onFinished);
    connect(m_recognizer.get(), &SpeechToText::SpeechToText::failed, this, &CallSession::onRecognizerFailed);
    connect(&m_consultation, &Consultation::told, this, &CallSession::tell);
    connect(&m_consultation, &Consultation::asked, this, [this] { m_latency.modelAsked(); });
    connect(&m_consultation, &Consultation::began, this, [this] { m_latency.modelBegan(); });
    connect(&m_consultation, &Consultation::aheadSettled, this, [this](bool used) { m_observer.onAskedAhead(used); });
    connect(&m_player, &SpeechPlayer::audibleChanged, this,
            [this](bool audible) { m_turns.assistantAudible(turnTime(), audible); });
    connect(&m_player, &SpeechPlayer::voiced, this, [this](quint64 ticket) { m_latency.voiceBegan(ticket); });
    connect(&m_player, &SpeechPlayer::started, this, &CallSession::onSpeechStarted);
    connect(&m_player, &SpeechPlayer::played, this, &CallSession::onSpeechPlayed);
    connect(&m_player, &SpeechPlayer::drained, this, [this] {
        if (awaitsAnswer()) {
            m_answerLate = m_scheduler.after(AnswerLateAgainAfter, [this] { onAnswerLate(); });
        }
        closeIfHeard();
    });
    connect(&m_player, &SpeechPlayer::failed, this, &CallSession::onVoiceFailed);
}

CallSession::~CallSession() = default;

void CallSession::start()
{
    m_startedAt = m_scheduler.now();
    m_lastFrameAt = m_startedAt;
    SpeechToText::RecognitionContext context;
    context.language = m_setup.briefing.clinic.language;
    for (const Provider &provider : m_setup.briefing.clinic.providers) {
        context.keyTerms << provider.name;
    }
    context.keyTerms << m_setup.briefing.clinic.services << m_setup.briefing.clinic.insurances;
    m_recognizer->start(context);
    m_ticking = m_scheduler.after(TickLength, [this] { onQuarterSecond(); });
    tell(Dialogue::CallStarted{});
}

void CallSession::callerAudio(Flow::MuLawBytes audio, Milliseconds at)
{
    if (m_over) {
        return;
    }
    m_lastFrameAt = m_scheduler.now();
    const Milliseconds missing = m_frames.push(audio, at, [this](const Audio::LineFrame &frame) { onFrame(frame); });
    if (missing > Milliseconds(0)) {
        m_quality.addGap(missing);
    }
}

void CallSession::onFrame(const Audio::LineFrame &frame)
{
    m_streamTime = frame.audio.at;
    m_turnOffset = std::max(m_turnOffset, m_latestTurnTime - m_streamTime);
    const Audio::VoiceActivity activity = m_voiceActivity.process(frame.audio);
    m_quality.add(frame.audio, activity);
    m_recognizer->write(frame.muLaw);
    m_turns.setInterruptible(m_player.interruptible());
    m_latestTurnTime = m_streamTime + m_turnOffset;
    if (activity.speechFrame) {
        m_lastSpeech = m_streamTime;
    }
    follow(m_turns.frame(m_latestTurnTime, activity.voice, activity.speechFrame));
    if (m_turns.callerSpeaking()) {
        m_loudness.add(activity);
    }
}

void CallSession::onQuarterSecond()
{
    m_ticking = m_scheduler.after(TickLength, [this] { onQuarterSecond(); });
    if (m_scheduler.now() - m_lastFrameAt > LineIsStuck) {
        m_latestTurnTime = std::max(m_latestTurnTime, turnTime());
        follow(m_turns.tick(m_latestTurnTime));
    }
    tell(Dialogue::TimePassed{});
}

void CallSession::follow(const Dialogue::TurnController::Signals &signalList)
{
    for (const Dialogue::TurnSignal signal : signalList) {
        switch (signal) {
        case Dialogue::TurnSignal::UtteranceBegan:
            beginUtterance();
            break;
        case Dialogue::TurnSignal::UtteranceEnded:
            endUtterance();
            break;
        case Dialogue::TurnSignal::Yield:
            m_player.yield();
            break;
        case Dialogue::TurnSignal::Resume:
            m_player.resume();
            break;
        case Dialogue::TurnSignal::TurnTaken:
            takeTurn();
            break;
        case Dialogue::TurnSignal::NoWords:
            onNoWords();
            break;
        case Dialogue::TurnSignal::CallerSilent:
            tell(Dialogue::CallerSilent{m_turns.silenceCount()});
            break;
        }
    }
}

void CallSession::beginUtterance()
{
    m_loudness.forget(); // What was no turn is no measure of this caller's voice.
    if (!m_recognizerGone) {
        m_recognizer->beginUtterance(std::max(Milliseconds(0), m_turns.utteranceStart() - m_turnOffset));
    }
}

void CallSession::endUtterance()
{
    m_latency.utteranceEnded(m_latestTurnTime - m_turns.utteranceEnd());
    if (m_recognizerGone) {
        onFinished({});
        return;
    }
    const Milliseconds spoken = m_turns.utteranceEnd() - m_turns.utteranceStart();
    if (spoken >= ShortestSpeech) {
        const Milliseconds quiet = m_latestTurnTime - m_turns.utteranceEnd();
        m_answerLate =
            m_scheduler.after(std::max(AnswerLateAfter - quiet, AnswerLateAtLeast), [this] { onAnswerLate(); });
    }
    m_recognizerWatch =
        m_scheduler.after(RecognizerPatience + spoken / PatienceShareOfSpeech, [this] { onRecognizerFailed(); });
    m_recognizer->finishUtterance();
}

bool CallSession::awaitsAnswer() const
{
    return m_recognizerWatch != nullptr || m_consultation.isAsking();
}

void CallSession::onAnswerLate()
{
    if (awaitsAnswer() && m_player.idle() && !m_turns.callerSpeaking()) {
        tell(Dialogue::AnswerLate{});
    }
}

void CallSession::onInterim(const Flow::Transcript &transcript)
{
    m_turns.heardSoFar(transcript.text);
    if (transcript.heardUntil >= Milliseconds(0)) {
        const Milliseconds lastWordEnd =
            transcript.words.empty() ? Milliseconds(-1) : transcript.words.back().end + m_turnOffset;
        m_turns.recognizerReached(transcript.heardUntil + m_turnOffset, lastWordEnd, transcript.foundPause);
    }
    tell(Dialogue::InterimHeard{transcript.text});
    considerAskingAhead(transcript);
}

void CallSession::considerAskingAhead(const Flow::Transcript &soFar)
{
    if (sameWords(soFar.text, m_wordsSoFar)) {
        return;
    }
    m_wordsSoFar = soFar.text;
    m_consultation.dropAhead(); // They go on.
    m_askAheadSoon = m_scheduler.after(StableFor, [this, soFar] { askAhead(soFar); });
}

void CallSession::askAhead(const Flow::Transcript &soFar)
{
    if (m_over || m_ending || !m_consultation.canAskAhead()) {
        return;
    }
    if (m_streamTime - m_lastSpeech < QuietFor) {
        m_askAheadSoon = m_scheduler.after(QuietFor, [this, soFar] { askAhead(soFar); });
        return;
    }
    const Dialogue::CallerSpoke spoken{soFar, m_quality.quality().score, m_turnLoudness, m_turns.interrupted()};
    if (const auto question = m_conversation.wouldAsk(spoken)) {
        m_consultation.askAhead(*question);
    }
}

void CallSession::onFinished(const Flow::Transcript &transcript)
{
    m_recognizerWatch.reset();
    m_askAheadSoon.reset();
    m_wordsSoFar.clear();
    m_latency.wordsArrived();
    m_lastWords = transcript;
    follow(m_turns.recognized(transcript));
}

void CallSession::takeTurn()
{
    m_consultation.drop(); // The caller has gone on; the conversation asks anew if it wants to.
    const double quality = m_quality.quality().score;
    m_turnLoudness = m_loudness.endTurn();
    m_transcript.callerSpoke(m_lastWords, quality, m_scheduler.utcNow());
    const Dialogue::CallerSpoke spoken{m_lastWords, quality, m_turnLoudness, m_turns.interrupted()};
    if (m_turns.interrupted() && m_ending) {
        // "Thank you" over our goodbye does not cut it off; a further wish does.
        const Dialogue::Actions actions = ask(spoken);
        if (actions.empty()) {
            m_player.resume();
            return;
        }
        m_player.drop();
        carryOut(actions);
        return;
    }
    if (m_turns.interrupted()) {
        m_player.drop();
    }
    tell(spoken);
    m_consultation.dropAhead(); // It was not needed, or not this.
}

void CallSession::keyPressed(QChar key)
{
    m_turns.noteActivity(turnTime());
    m_keypad.press(key);
}

void CallSession::onKeysComplete(const QString &keys)
{
    m_transcript.callerPressed(keys, turnTime(), m_scheduler.utcNow());
    m_player.drop();
    tell(Dialogue::KeysPressed{keys});
}

void CallSession::markReturned(const QString &name)
{
    m_player.markReturned(name);
}

void CallSession::onSpeechStarted(quint64 ticket)
{
    const auto found = m_pendingSpeech.find(ticket);
    if (found == m_pendingSpeech.end()) {
        return;
    }
    const int turn = m_transcript.assistantBegins(found->second, turnTime(), m_scheduler.utcNow());
    if (const auto times = m_latency.replyStarts()) {
        if (m_setup.debugMarks) {
            m_pacer.mark(QStringLiteral("timing:{\"endpoint_wait_ms\":%1,\"recognizer_ms\":%2,\"own_ms\":%3}")
                             .arg(times->endpointWait.count())
                             .arg(times->recognizer.count())
                             .arg(times->own.count()));
        }
        m_observer.onTurnTimes(turn, *times);
    }
}

void CallSession::onSpeechPlayed(const Dialogue::SpeechPlayed &speech)
{
    m_pendingSpeech.erase(speech.ticket);
    m_guidanceOwed.erase(speech.ticket);
    m_transcript.assistantEnds(speech, turnTime());
    tell(speech);
}

void CallSession::onVoiceFailed()
{
    if (std::exchange(m_voiceGone, true)) {
        return;
    }
    qCWarning(Log::call) << "call" << m_setup.id.text() << "has no voice; connecting staff";
    tell(Dialogue::PartFailed{QStringLiteral("text_to_speech")});
    endWhenHeard({CallPhase::Escalating, QStringLiteral("failover")});
}

void CallSession::onRecognizerFailed()
{
    if (std::exchange(m_recognizerGone, true)) {
        return;
    }
    qCWarning(Log::call) << "call" << m_setup.id.text() << "has no recognizer; connecting staff";
    m_recognizerWatch.reset();
    tell(Dialogue::PartFailed{QStringLiteral("speech_to_text")});
    endWhenHeard({CallPhase::Escalating, QStringLiteral("failover")});
}

void CallSession::onNoWords()
{
    if (m_turns.recognizerSeemsDeaf()) {
        onRecognizerFailed();
    } else {
        tell(Dialogue::CallerSilent{1}); // They spoke, and are asked at once whether they are there.
    }
}

void CallSession::handOver()
{
    tell(Dialogue::PartFailed{QStringLiteral("service")});
    endWhenHeard({CallPhase::Escalating, QStringLiteral("failover")});
}

void CallSession::takeOver()
{
    tell(Dialogue::StaffTakesOver{});
}

void CallSession::tell(Dialogue::EventBody event)
{
    if (!m_over && !m_closed) {
        carryOut(ask(std::move(event)));
    }
}

Dialogue::Actions CallSession::ask(Dialogue::EventBody event)
{
    const Dialogue::Event happened{sinceStart(), std::move(event)};
    Dialogue::Actions actions = m_conversation.handle(happened);
    m_observer.onConversation(happened, actions);
    return actions;
}

void CallSession::carryOut(const Dialogue::Actions &actions)
{
    for (const Dialogue::Action &action : actions) {
        if (const auto *speech = std::get_if<Dialogue::Say>(&action)) {
            say(*speech);
        } else if (const auto *task = std::get_if<Dialogue::SubmitTask>(&action)) {
            m_observer.onTask(*task);
        } else if (const auto *escalation = std::get_if<Dialogue::Escalate>(&action)) {
            m_observer.onEscalation(*escalation);
            endWhenHeard({CallPhase::Escalating, escalation->emergency ? QStringLiteral("emergency_escalated")
                                                 : escalation->reason == EscalationReason::SystemFailure
                                                     ? QStringLiteral("failover")
                                                     : QStringLiteral("escalated")});
        } else if (const auto *end = std::get_if<Dialogue::EndCall>(&action)) {
            endWhenHeard({CallPhase::Finished, end->outcome});
        } else if (const auto *asking = std::get_if<Dialogue::AskModel>(&action)) {
            m_consultation.ask(asking->question);
        } else if (const auto *recording = std::get_if<Dialogue::SetRecording>(&action)) {
            m_observer.onRecording(*recording);
        }
    }
}

void CallSession::say(const Dialogue::Say &say)
{
    if (m_ending && m_ending->phase == CallPhase::Finished) {
        // The conversation goes on after all: the caller had one more thing to say.
        m_ending.reset();
        m_closingWatch.reset();
    }
    if (say.mustBeHeard && !say.givesWay) {
        m_guidanceOwed.insert(say.ticket);
    }
    if (m_voiceGone) {
        return;
    }
    if (say.expects != Flow::Expectation::Nothing) {
        // From now on: many answer before the question is over, or while we still thank them for the answer before.
        m_turns.expect(say.expects);
        m_recognizer->expect(say.expects);
    }
    m_pendingSpeech.emplace(say.ticket, say);
    m_latency.voiceAsked(say.ticket);
    m_player.say(say);
}

void CallSession::endWhenHeard(Ending ending)
{
    const bool handedOver = m_ending && m_ending->phase == CallPhase::Escalating;
    // Handing over is never taken back, and only an emergency changes how it is recorded.
    if (!handedOver || ending.outcome == QLatin1String("emergency_escalated")) {
        m_ending = std::move(ending);
    }
    if (!m_closingWatch) {
        m_closingWatch = m_scheduler.after(ClosingPatience, [this] { close(); });
    }
    closeIfHeard();
}

void CallSession::closeIfHeard()
{
    if (m_ending && (m_player.idle() || m_voiceGone)) {
        // On the next turn of the loop: whoever called us may have more to say or to do.
        m_closeSoon = m_scheduler.after(Milliseconds(0), [this] {
            if (m_ending && (m_player.idle() || m_voiceGone)) {
                close();
            }
        });
    }
}

void CallSession::close()
{
    if (!m_ending || std::exchange(m_closed, true)) {
        return;
    }
    m_observer.onClosing(m_ending->phase, !m_guidanceOwed.empty());
    Q_EMIT closeLine();
}

void CallSession::lineEnded(LineEnd reason)
{
    if (m_over) {
        return;
    }
    const std::optional<Ending> decided = m_ending;
    if (!m_closed) {
        tell(Dialogue::CallerLeft{});
    }
    m_over = true;
    m_consultation.drop();
    m_consultation.dropAhead();
    m_ticking.reset();
    m_answerLate.reset();
    m_askAheadSoon.reset();
    m_closingWatch.reset();
    m_closeSoon.reset();
    m_recognizerWatch.reset();
    const QString unplanned = reason == LineEnd::Lost ? QStringLiteral("failover") : QStringLiteral("caller_hung_up");
    m_observer.onEnded(decided ? decided->outcome : unplanned);
}

Milliseconds CallSession::sinceStart() const
{
    return std::chrono::duration_cast<Milliseconds>(m_scheduler.now() - m_startedAt);
}

Milliseconds CallSession::turnTime() const
{
    const auto idle = std::chrono::duration_cast<Milliseconds>(m_scheduler.now() - m_lastFrameAt);
    return m_streamTime + m_turnOffset + (idle > LineIsStuck ? idle : Milliseconds(0));
}

} // namespace Frontdesk::Call
