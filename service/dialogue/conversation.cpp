#include "service/dialogue/conversation.h"

#include "service/dialogue/internal/closing.h"
#include "service/dialogue/internal/handover.h"
#include "service/dialogue/internal/moves.h"
#include "service/dialogue/internal/specialcallers.h"
#include "service/safety/utterancesafety.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// How long a call may pass its limit to finish what it is about to finish.
constexpr Milliseconds Grace{30'000};

/// Turns in which a caller has lost the thread, after which a person is kinder than more questions.
constexpr int MostLostTurns = 4;

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
        const Safety::Assessment assessment = Safety::assessEmergency(words, safetyContext(m_talk));
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
            return;
        }
        ++m_talk.turn;
        if (m_talk.saidGoodbye && wantsMore(m_talk, spoken.transcript.text)) {
            m_talk.saidGoodbye = false;
            m_talk.phase = TalkPhase::Conversing;
        }
        if (!conversing()) {
            emergencyIn(spoken.transcript.text);
            return;
        }
        if (m_talk.out.language() != QLatin1String("en")) {
            m_talk.out.setLanguage(QStringLiteral("en")); // Another language is handed over, see the policy.
        }
        const Heard heard = understand(m_talk, spoken);
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
            reply(m_talk, heard);
        }
    }

    void on(const CallerSilent &silent)
    {
        if (conversing()) {
            answerSilence(m_talk, silent.count);
        }
    }

    void on(const KeysPressed &pressed)
    {
        if (conversing()) {
            answerKeys(m_talk, pressed.keys);
        }
    }

    void on(const SpeechPlayed &speech) { m_talk.out.played(speech); }

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
        if (conversing()) {
            endByCaller(m_talk);
        }
    }

    Talk m_talk;
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

const SlotMap &Conversation::knownSlots() const
{
    return m_state->talk().requests.facts();
}

} // namespace Frontdesk::Dialogue
