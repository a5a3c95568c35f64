#pragma once

#include "service/dialogue/internal/outbox.h"
#include "service/dialogue/internal/questionplanner.h"
#include "service/dialogue/internal/specialturns.h"
#include "service/dialogue/internal/wordsread.h"
#include "service/safety/escalationpolicy.h"

namespace Frontdesk::Dialogue {

enum class TalkPhase {
    Conversing,
    Escalating, ///< Escalate was said; only safety still speaks.
    Ended,      ///< EndCall was said; only safety still speaks.
};

/// How far the caller's consent to being recorded is.
struct CallBeingRecorded {
    enum class Stage {
        Off,
        Asked, ///< The caller is being told, and nothing is recorded before they have heard it.
        Recorded,
        Declined,
    };
    Stage stage = Stage::Off;
    std::optional<int> toldAtTurn{}; ///< How many turns the caller had had when they were told.
};

/// Everything one conversation remembers. A plain value; the rules around it are functions on it.
struct Talk {
    explicit Talk(CallBriefing callBriefing);

    CallBriefing briefing;
    std::shared_ptr<WordsRead> words = std::make_shared<WordsRead>(); ///< One for the conversation and its trials.
    Safety::EscalationPolicy policy;
    Outbox out;
    RequestStack requests;
    AskedQuestions asked;
    TalkPhase phase = TalkPhase::Conversing;
    Milliseconds now{0};
    int turn = 0; ///< Caller turns so far.

    Question pending;                                              ///< What the caller is expected to answer.
    std::map<std::pair<QString, int>, std::set<QString>> wordings; ///< Words used for each question of each request.
    std::map<QString, int> turnsOfPhrase;                          ///< How often a changing phrase was said.
    std::set<SlotName> readBack;                                   ///< What the pending read-back holds.
    std::map<SlotName, int> readBackFailures;                      ///< How often the caller said no to it.
    bool corrected = false;                                        ///< Something announced was changed later.
    bool callerSpeaking = false;  ///< An interim transcript came after the last whole turn.
    bool callBackOffered = false; ///< After silence: "our staff can call you back".
    bool emergencyHandled = false;
    bool sympathised = false; ///< A mild annoyance or worry was acknowledged; once is kind, twice is a habit.
    CallBeingRecorded recording;
    bool saidGoodbye = false; ///< The call ended because all was done, so a further wish may open it again.
    int escalatedCallKey = 0; ///< Of the "Escalated Call" task; 0: none yet.
    int lostTurns = 0;        ///< Turns in which the caller had lost the thread.
    int answers = 0;          ///< Questions settled from the clinic's profile.
    int unclear = 0;          ///< Turns in a row that gave nothing.
    int announcements = 0;    ///< How often tasks were announced.
    std::map<SpecialTurn, int> specials;
    std::vector<Flow::HeardUtterance> memory; ///< The last few utterances as they were heard, for the model.

    void remember(Speaker speaker, const QString &text);

    [[nodiscard]] QDateTime localNow() const;
    /// Shorter words, slower voice.
    [[nodiscard]] bool patient() const { return policy.wantsPatience(); }
    [[nodiscard]] bool isPending(QLatin1String phraseId) const { return pending.phraseId == phraseId; }
};

/// Asks, in words not used for this question before, and waits for the answer. `counts`: an ask of ours; else the
/// caller wanted to hear it again. False when all its wordings are used up.
bool ask(Talk &talk, const Question &question, bool counts = true, const PhraseValues &values = {});

/// Says a phrase whose wording changes each time.
void sayNext(Talk &talk, const QString &phraseId, const PhraseValues &values = {});

} // namespace Frontdesk::Dialogue
