#include "service/dialogue/conversation.h"

#include "service/dialogue/internal/closing.h"
#include "service/dialogue/internal/handover.h"
#include "service/dialogue/internal/modelmerge.h"
#include "service/dialogue/internal/moves.h"
#include "service/dialogue/internal/recordingconsent.h"
#include "service/dialogue/internal/specialcallers.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// How long a call may pass its limit to finish what it is about to finish.
constexpr Milliseconds Grace{30'000};

/// Turns in which a caller has lost the thread, after which a person is kinder than more questions.
constexpr int MostLostTurns = 4;

/// Whoever asks the model promises an answer; should it never come, the rules answer for it.
constexpr Milliseconds ModelPatience{6000};
/// How long an answer waits for a caller who seems to be speaking on.
constexpr Milliseconds SpeakingPatience{2000};

} // namespace

/// Hands each event to the rules.
class Conversation::State {
public:
    explicit State(CallBriefing briefing)
        : m_talk(std::move(briefing))
    {}

    [[nodiscard]] const Talk &talk() const { return m_talk; }

    Actions handle(const Event &event)
    {
        m_talk.now = std::max(m_talk.now, event.at);
        std::visit([this](const auto &body) { on(body); }, event.body);
        return m_talk.out.take();
    }

    [[nodiscard]] std::optional<Flow::ModelQuestion> wouldAsk(const CallerSpoke &spoken) const
    {
        if (!conversing() || spoken.transcript.text.trimmed().isEmpty()) {
            return std::nullopt;
        }
        Talk trial = m_talk;
        trial.callerSpeaking = false;
        ++trial.turn;
        CallerSpoke whole = m_waiting ? joined(*m_waiting, spoken) : spoken;
        return heedRecordingWish(trial, whole) ? std::nullopt : questionAbout(trial, whole);
    }

private:
    [[nodiscard]] bool conversing() const { return m_talk.phase == TalkPhase::Conversing; }
    [[nodiscard]] Milliseconds limit() const
    {
        return std::chrono::seconds(m_talk.briefing.clinic.thresholds.callSeconds);
    }

    /// A call that is one answer from its end may get there, within the grace.
    [[nodiscard]] Milliseconds timeToJudge(const Heard &heard) const
    {
        if (m_talk.now <= limit() || m_talk.now > limit() + Grace) {
            return m_talk.now;
        }
        const bool atTheEnd = m_talk.pending.expectation == Flow::Expectation::AnythingElse ||
                              m_talk.pending.expectation == Flow::Expectation::YesNo;
        const auto &about = m_talk.pending.about;
        const bool answered = std::any_of(about.begin(), about.end(),
                                          [&](SlotName name) { return heard.absorbed.filled.contains(name); });
        return answered || (atTheEnd && heard.understood) ? limit() : m_talk.now;
    }

    void emergencyIn(const QString &words)
    {
        const Safety::Assessment assessment = m_talk.words->assessEmergency(words, safetyContext(m_talk));
        m_talk.policy.observeInterim(assessment);
        if (const auto decision = m_talk.policy.decide(m_talk.now); decision && decision->emergency) {
            handOver(m_talk, *decision);
        }
    }

    void on(const CallStarted &)
    {
        if (!m_talk.pending.isAsked() && conversing()) {
            greet(m_talk);
        }
    }

    void on(const InterimHeard &heard)
    {
        m_talk.callerSpeaking = !heard.text.trimmed().isEmpty();
        if (!m_talk.emergencyHandled) {
            emergencyIn(heard.text);
        }
    }

    void on(const CallerSpoke &spoken)
    {
        m_talk.callerSpeaking = false;
        if (spoken.transcript.text.trimmed().isEmpty()) {
            m_moments = m_waiting ? m_moments : 0;
            if (m_answer) {
                settleWaiting();
            }
            return;
        }
        ++m_talk.turn;
        if (m_talk.saidGoodbye && wantsMore(m_talk, spoken.transcript.text)) {
            m_talk.saidGoodbye = false;
            m_talk.phase = TalkPhase::Conversing;
        }
        CallerSpoke whole = spoken;
        if (heedRecordingWish(m_talk, whole)) {
            emergencyIn(spoken.transcript.text);
            return;
        }
        if (!conversing()) {
            emergencyIn(spoken.transcript.text);
            return;
        }
        if (m_talk.out.language() != QLatin1String("en")) {
            m_talk.out.setLanguage(QStringLiteral("en")); // Another language is handed over, see the policy.
        }
        if (m_waiting) {
            whole = joined(*std::exchange(m_waiting, std::nullopt), whole);
        }
        m_answer.reset();
        if (!asksModel(whole)) {
            settle(whole);
        }
    }

    /// True: the turn waits for the model. The rules read it on trial first: where they are sure, or where somebody
    /// must act at once, nobody waits.
    bool asksModel(const CallerSpoke &spoken)
    {
        const auto question = questionAbout(m_talk, spoken);
        if (!question) {
            return false;
        }
        m_waiting = spoken;
        m_askedAt = m_talk.now;
        m_partly.reset();
        m_acknowledged.clear();
        m_talk.out.add(AskModel{*question});
        return true;
    }

    [[nodiscard]] static std::optional<Flow::ModelQuestion> questionAbout(const Talk &talk, const CallerSpoke &spoken)
    {
        if (!talk.briefing.modelAvailable) {
            return std::nullopt;
        }
        Talk trial = talk;
        const Heard heard = understand(trial, spoken);
        return isWorthAsking(heard) ? std::optional(modelQuestion(talk, heard.text)) : std::nullopt;
    }

    /// The model's part in the waiting turn is known: with what it understood, or without.
    void modelDone(int turn, Flow::ModelReading reading)
    {
        if (!m_waiting || turn != m_talk.turn || m_answer) {
            return;
        }
        m_answer = std::move(reading);
        m_answeredAt = m_talk.now;
        if (!m_talk.callerSpeaking) {
            settleWaiting();
        }
    }

    void settleWaiting()
    {
        if (!m_waiting) {
            return;
        }
        const CallerSpoke spoken = *std::exchange(m_waiting, std::nullopt);
        const Flow::ModelReading model = m_answer ? *m_answer : m_partly.value_or(Flow::ModelReading());
        m_answer.reset();
        if (conversing()) {
            settle(spoken, &model);
        }
    }

    void settle(const CallerSpoke &spoken, const Flow::ModelReading *model = nullptr)
    {
        m_moments = 0;
        const Heard heard = understand(m_talk, spoken, model);
        m_talk.remember(Speaker::Caller, heard.text);
        m_talk.policy.observe(signalsOf(m_talk, heard, spoken));
        m_talk.out.setSlow(m_talk.patient());
        if (const auto decision = m_talk.policy.decide(timeToJudge(heard))) {
            handOver(m_talk, *decision, heard.assessment.language);
        } else if (m_talk.lostTurns >= MostLostTurns && m_talk.patient()) {
            handOver(m_talk, strongDecision(EscalationReason::Confused, QStringLiteral("lost_turns"), m_talk.lostTurns,
                                            MostLostTurns, heard.text));
        } else if (m_talk.policy.wantsQuieterPlace()) {
            m_talk.policy.quieterPlaceAsked();
            m_talk.out.say(QStringLiteral("noise.move")).expects = m_talk.pending.expectation;
        } else {
            if (model != nullptr && heard.understood) {
                acknowledge(model->acknowledgement);
            }
            reply(m_talk, heard);
        }
    }

    /// Says what of these sentences of the model was not said yet. One that may not be said ends it: our own words follow.
    void acknowledge(const QString &sentences)
    {
        if (!sentences.startsWith(m_acknowledged)) {
            return; // Another model's words; one thanked already.
        }
        const QString more =
            sayableAcknowledgement(sentences.mid(m_acknowledged.size()), m_acknowledged, m_talk.briefing.clinic);
        if (!more.isEmpty()) {
            m_talk.out.sayText(QString(), more);
            m_acknowledged = sentences;
        }
    }

    /// The model's first sentence need not wait for the rest, if the turn goes on in any case.
    void on(const ModelSaid &said)
    {
        if (!m_waiting || m_answer || said.turn != m_talk.turn || m_talk.callerSpeaking || !conversing()) {
            return;
        }
        m_partly = said.soFar;
        Talk trial = m_talk;
        const Heard heard = understand(trial, *m_waiting, &said.soFar);
        trial.policy.observe(signalsOf(trial, heard, *m_waiting));
        if (heard.understood && !trial.policy.decide(timeToJudge(heard)) && !trial.policy.wantsQuieterPlace() &&
            trial.lostTurns < MostLostTurns) {
            m_talk.out.setSlow(trial.patient());
            acknowledge(said.soFar.acknowledgement);
        }
    }

    void on(const AnswerLate &)
    {
        if (conversing()) {
            sayMoment();
        }
    }

    /// Never the same twice in one wait, whatever it is that we wait for.
    void sayMoment()
    {
        if (m_moments == 0) {
            m_talk.out.say(QStringLiteral("filler.moment"));
        } else {
            m_talk.out.say(QStringLiteral("filler.still"), {}, m_moments - 1);
        }
        ++m_moments;
    }

    void on(const ModelAnswered &answered) { modelDone(answered.turn, answered.reading); }
    void on(const ModelFailed &failed) { modelDone(failed.turn, m_partly.value_or(Flow::ModelReading())); }

    void on(const ModelLate &late)
    {
        if (m_waiting && !m_answer && late.turn == m_talk.turn && !m_talk.callerSpeaking && conversing() &&
            m_acknowledged.isEmpty() && m_moments == 0) {
            sayMoment();
        }
    }

    void on(const CallerSilent &silent)
    {
        m_moments = 0;
        if (conversing()) {
            answerSilence(m_talk, silent.count);
        }
    }

    void on(const KeysPressed &pressed)
    {
        settleWaiting();
        if (conversing()) {
            answerKeys(m_talk, pressed.keys);
        }
    }

    void on(const SpeechPlayed &speech)
    {
        m_talk.remember(Speaker::Assistant, speech.heardText);
        if (const auto heard = m_talk.out.played(speech)) {
            noteRecordingHeard(m_talk, *heard);
        }
    }

    void on(const PartFailed &failed)
    {
        m_talk.policy.observePartFailed(failed.part);
        if (const auto decision = m_talk.policy.decide(m_talk.now); decision && conversing()) {
            handOver(m_talk, *decision);
        }
    }

    void on(const StaffTakesOver &)
    {
        if (conversing()) {
            handOver(m_talk,
                     strongDecision(EscalationReason::StaffTookOver, QStringLiteral("staff_took_over"), 1, 1, {}));
        }
    }

    /// The limit is looked at between turns; only a call that is far beyond it is not waited for.
    void on(const TimePassed &)
    {
        const bool heldLong = m_answer && m_talk.now - m_answeredAt > SpeakingPatience;
        if (heldLong || (m_waiting && m_talk.now - m_askedAt > ModelPatience)) {
            settleWaiting();
        }
        const bool closing = m_talk.pending.expectation == Flow::Expectation::AnythingElse;
        if (!conversing() || closing || m_talk.now <= limit() + Grace ||
            (m_talk.callerSpeaking && m_talk.now <= limit() + 2 * Grace)) {
            return;
        }
        if (const auto decision = m_talk.policy.decide(m_talk.now)) {
            handOver(m_talk, *decision);
        }
    }

    void on(const CallerLeft &)
    {
        settleWaiting(); // What they said last counts.
        if (conversing()) {
            endByCaller(m_talk);
        }
    }

    Talk m_talk;
    std::optional<CallerSpoke> m_waiting;       ///< A turn that waits for the model.
    std::optional<Flow::ModelReading> m_answer; ///< Arrived while the caller was speaking on.
    std::optional<Flow::ModelReading> m_partly; ///< What has come of the answer to the open question.
    QString m_acknowledged;                     ///< Of the model's sentences in that answer, said already.
    int m_moments = 0;                          ///< How often "one moment" or the like was said in this wait.
    Milliseconds m_askedAt{0};
    Milliseconds m_answeredAt{0};
};

Conversation::Conversation(CallBriefing briefing)
    : m_state(std::make_unique<State>(std::move(briefing)))
{}

Conversation::~Conversation() = default;
Conversation::Conversation(Conversation &&) noexcept = default;
Conversation &Conversation::operator=(Conversation &&) noexcept = default;

Actions Conversation::handle(const Event &event)
{
    return m_state->handle(event);
}

Flow::Expectation Conversation::expectation() const
{
    return m_state->talk().pending.expectation;
}

std::optional<Flow::ModelQuestion> Conversation::wouldAsk(const CallerSpoke &spoken) const
{
    return m_state->wouldAsk(spoken);
}

const SlotMap &Conversation::knownSlots() const
{
    return m_state->talk().requests.facts();
}

} // namespace Frontdesk::Dialogue
