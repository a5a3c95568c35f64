#include "service/safety/responsevalidator.h"

#include "service/safety/internal/clinicclaims.h"
#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/responseear.h"
#include "service/safety/internal/speechacts.h"
#include "service/safety/internal/utterance.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Frontdesk::Safety {

namespace {

constexpr char NoAct[] = "act.none";

QString wordsOf(const QString &sentence, const Tokens &tokens, size_t first, size_t last)
{
    return sentence.mid(tokens[first].begin, tokens[last].end - tokens[first].begin);
}

/// What a refusal may mention: "I can't tell you whether that's normal." Instructions and patients it may not.
bool mayBeNamed(const Rule &rule)
{
    return rule.name.rfind("leak.instructions", 0) != 0 && rule.name.rfind("honesty.", 0) != 0 &&
           rule.name.rfind("emergency.", 0) != 0;
}

/// "You'd prefer Dr. Reed, and any morning is fine?" claims nothing about Dr. Reed.
bool asksTheCaller(const QString &sentence, const Tokens &tokens)
{
    static constexpr std::array Openings{"you", "would", "do",    "did", "is",  "which", "what",
                                         "who", "when",  "where", "so",  "and", "are",   "should"};
    return sentence.trimmed().endsWith(QLatin1Char('?')) && !tokens.empty() &&
           std::find(Openings.begin(), Openings.end(), tokens.front().text) != Openings.end();
}

/// Whether the clinic's profile says the same.
bool isBacked(const ClinicClaims &claims, const Tokens &clause)
{
    const bool ofHours = std::any_of(clause.begin(), clause.end(), [](const Token &token) {
        return token.text.rfind("open", 0) == 0 || token.text.rfind("close", 0) == 0 || token.text == "hours" ||
               token.text == "abrimos" || token.text.rfind("abiert", 0) == 0 || token.text.rfind("cerra", 0) == 0;
    });
    return claims.backs(ofHours ? "fact.hours" : "fact.any", clause);
}

/// Text that only a program writes: an unfilled gap, code, a role.
bool hasMarkup(const QString &sentence)
{
    for (const char *mark : {"{", "}", "```", "<|", "|>", "##", "**", "</", "[INST", "&&", "=="})
        if (sentence.contains(QLatin1String(mark)))
            return true;
    return false;
}

/// The clinic's own written answers and standing texts are spoken as they stand.
bool isClinicsOwn(const QString &sentence, const ClinicProfile &clinic)
{
    const QString plain = sentence.trimmed();
    for (const ClinicFact &fact : clinic.facts)
        if (plain.size() > 3 && fact.answer.contains(plain))
            return true;
    return plain == clinic.greeting.trimmed() || (plain.size() > 3 && clinic.consent.contains(plain));
}

struct RuleVerdict {
    ResponseVerdict verdict;
    bool backed = false; ///< It claims something, and the profile says the same.
};

/// What responses.txt forbids, and what acts.txt does not know.
RuleVerdict byRules(const QString &sentence, const ClinicProfile &clinic)
{
    if (hasMarkup(sentence))
        return {{false, QStringLiteral("leak.markup"), sentence.left(40)}, false};
    if (sentence.size() > LongestUtterance)
        return {{false, QStringLiteral("tone.too_long"), sentence.left(40)}, false};

    const Lexicon &lexicon = Lexicon::ofResponses();
    if (lexicon.rules().empty())
        return {{false, QStringLiteral("vocabulary.missing"), QString()}, false};
    const Utterance utterance(lexicon, normalize(sentence));
    // Reading a whole profile costs more than all else here, and few sentences claim anything.
    std::optional<ClinicClaims> read;
    const auto claims = [&]() -> const ClinicClaims & { return read ? *read : read.emplace(clinic); };
    std::vector<bool> permitted(utterance.tokens().size());
    const auto permit = [&](size_t first, size_t last) {
        std::fill(permitted.begin() + static_cast<long>(first), permitted.begin() + static_cast<long>(last) + 1, true);
    };
    utterance.searchAll(Phase::Bounds, [&](int, const Match &match) {
        permit(static_cast<size_t>(match.first()), static_cast<size_t>(match.last()));
    });
    std::vector<Clause> refused;
    const auto unfit = unfitClause(
        sentence, utterance.tokens(), [&](const Tokens &clause) { return isBacked(claims(), clause); },
        [&](const Clause &refusal) { refused.push_back(refusal); });
    const bool asks = asksTheCaller(sentence, utterance.tokens());
    const auto counts = [&](const Rule &rule, const Match &match) {
        const bool named = std::any_of(refused.begin(), refused.end(), [&](const Clause &clause) {
            return clause.first <= static_cast<size_t>(match.first()) &&
                   static_cast<size_t>(match.first()) <= clause.last;
        });
        return !(named && mayBeNamed(rule)) && !(asks && rule.category == Category::Claim) &&
               std::any_of(match.tokens.begin(), match.tokens.end(),
                           [&](int token) { return !permitted[static_cast<size_t>(token)]; });
    };
    RuleVerdict found;
    ResponseVerdict &verdict = found.verdict;
    utterance.search(Phase::Danger, counts, [&](int index, const Match &match) {
        const Rule &rule = lexicon.rules()[static_cast<size_t>(index)];
        if (!verdict.allowed)
            return;
        if (rule.category == Category::Claim && claims().backs(rule.name, utterance.tokens())) {
            found.backed = true;
            return;
        }
        verdict = {false, QString::fromStdString(rule.name),
                   wordsOf(sentence, utterance.tokens(), static_cast<size_t>(match.first()),
                           static_cast<size_t>(match.last()))};
    });
    if (verdict.allowed && unfit)
        verdict = {false, QLatin1String(NoAct), wordsOf(sentence, utterance.tokens(), unfit->first, unfit->last)};
    return found;
}

} // namespace

ResponseVerdict validateResponse(const QString &sentence, const ClinicProfile &clinic)
{
    if (sentence.trimmed().isEmpty() || isClinicsOwn(sentence, clinic))
        return {};
    const auto [verdict, backed] = byRules(sentence, clinic);
    const bool unfit = verdict.rule == QLatin1String(NoAct);
    // What the profile backs needs no ear.
    if ((!verdict.allowed && !unfit) || (backed && !unfit))
        return verdict;
    if (!ResponseEar::builtIn().objects(sentenceFeatures(sentence, unfit), unfit))
        return {};
    return unfit ? verdict : ResponseVerdict{false, QStringLiteral("ear.objects"), sentence.left(40)};
}

SentenceLesson lessonOf(const QString &sentence, const ClinicProfile &clinic)
{
    SentenceLesson lesson;
    lesson.byRules = isClinicsOwn(sentence, clinic) ? ResponseVerdict{} : byRules(sentence, clinic).verdict;
    lesson.unfit = lesson.byRules.rule == QLatin1String(NoAct);
    lesson.features = sentenceFeatures(sentence, lesson.unfit);
    return lesson;
}

} // namespace Frontdesk::Safety
