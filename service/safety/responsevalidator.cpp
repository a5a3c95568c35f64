#include "service/safety/responsevalidator.h"

#include "service/safety/internal/clinicclaims.h"
#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/utterance.h"

namespace Frontdesk::Safety {

namespace {

QString wordsOf(const QString &sentence, const Utterance &utterance, const Match &match)
{
    const Token &first = utterance.tokens()[static_cast<size_t>(match.first())];
    const Token &last = utterance.tokens()[static_cast<size_t>(match.last())];
    return sentence.mid(first.begin, last.end - first.begin);
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
    return plain == clinic.greeting.trimmed() || plain == clinic.consent.trimmed();
}

} // namespace

ResponseVerdict validateResponse(const QString &sentence, const ClinicProfile &clinic)
{
    if (sentence.trimmed().isEmpty() || isClinicsOwn(sentence, clinic))
        return {};
    if (hasMarkup(sentence))
        return {false, QStringLiteral("leak.markup"), sentence.left(40)};
    if (sentence.size() > LongestUtterance)
        return {false, QStringLiteral("tone.too_long"), sentence.left(40)};

    const Lexicon &lexicon = Lexicon::ofResponses();
    if (lexicon.rules().empty())
        return {false, QStringLiteral("vocabulary.missing"), QString()};
    const Utterance utterance(lexicon, normalize(sentence));
    std::vector<bool> permitted(utterance.tokens().size());
    utterance.searchAll(Phase::Bounds, [&](int, const Match &match) {
        for (int token = match.first(); token <= match.last(); ++token)
            permitted[static_cast<size_t>(token)] = true;
    });
    const auto counts = [&](const Rule &, const Match &match) {
        for (const int token : match.tokens)
            if (!permitted[static_cast<size_t>(token)])
                return true;
        return false;
    };
    ResponseVerdict verdict;
    const ClinicClaims claims(clinic);
    utterance.search(Phase::Danger, counts, [&](int index, const Match &match) {
        const Rule &rule = lexicon.rules()[static_cast<size_t>(index)];
        if (!verdict.allowed || (rule.category == Category::Claim && claims.backs(rule.name, utterance.tokens())))
            return;
        verdict = {false, QString::fromStdString(rule.name), wordsOf(sentence, utterance, match)};
    });
    return verdict;
}

} // namespace Frontdesk::Safety
