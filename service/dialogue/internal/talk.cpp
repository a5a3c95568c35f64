#include "service/dialogue/internal/talk.h"

namespace Frontdesk::Dialogue {

Talk::Talk(CallBriefing callBriefing)
    : briefing(std::move(callBriefing))
    , policy(briefing.clinic.thresholds)
    , out(briefing.clinic.language)
{}

void Talk::remember(Speaker speaker, const QString &text)
{
    constexpr size_t MostUtterances = 8;
    constexpr qsizetype MostCharacters = 240;
    if (!briefing.modelAvailable || text.isEmpty()) {
        return;
    }
    memory.push_back({speaker, text.left(MostCharacters)});
    if (memory.size() > MostUtterances) {
        memory.erase(memory.begin());
    }
}

QDateTime Talk::localNow() const
{
    return briefing.clinic.localTime(briefing.startedAt.addMSecs(now.count()));
}

bool ask(Talk &talk, const Question &question, bool counts, const PhraseValues &values)
{
    const Wording &phrase = PhraseBook::builtIn().phrase(question.phraseId, talk.out.language());
    const bool simpleFirst = talk.patient();
    std::set<QString> &used = talk.wordings[{question.phraseId, question.request}];
    const auto sayUnused = [&](bool simple) {
        const QStringList &row = simple ? phrase.simple : phrase.variants;
        for (int variant = 0; variant < row.size(); ++variant) {
            if (used.insert(row[variant]).second) {
                talk.out.say(question.phraseId, values, variant, simple).expects = question.expectation;
                return true;
            }
        }
        return false;
    };
    if (!sayUnused(simpleFirst) && !sayUnused(!simpleFirst)) {
        return false;
    }
    if (counts) {
        talk.asked.count(question);
    }
    talk.pending = question;
    return true;
}

void sayNext(Talk &talk, const QString &phraseId, const PhraseValues &values)
{
    talk.out.say(phraseId, values, talk.turnsOfPhrase[phraseId]++);
}

} // namespace Frontdesk::Dialogue
