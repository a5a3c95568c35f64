#include "service/dialogue/slots/internal/insurancereader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/likeness.h"
#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

struct Plan {
    QString pattern;
    QString name;
    Phrase words{pattern};
};

const std::vector<Plan> &plans()
{
    static const std::vector<Plan> all = [] {
        const auto plan = [](const char *name, const char *words) {
            return Plan{QString::fromLatin1(words), QString::fromLatin1(name)};
        };
        return std::vector<Plan>{
            plan("Blue Cross Blue Shield", "blue cross (?:and )?blue shield|b c b s|bcbs|blue cross slash blue shield"),
            plan("Blue Shield", "blue shield"),
            plan("Blue Cross", "blue cross"),
            plan("UnitedHealthcare", "united ?health ?care|united health|u h c|uhc|united health ?group|united"),
            plan("Aetna", "aetna|etna|edna(?= (?:insurance|ppo|p p o|hmo))|at now(?= insurance)"),
            plan("Cigna", "cigna|signa"),
            plan("Humana", "humana"),
            plan("Kaiser", "kaiser(?: permanente)?|kaiser permanent"),
            plan("Anthem", "anthem"),
            plan("Medicare Advantage", "medicare advantage"),
            plan("Medicare", "medicare|medi care"),
            plan("Medicaid", "medicaid|medic aid"),
            plan("Medi-Cal", "medi cal|medical(?= (?:insurance))|medi-cal"),
            plan("Tricare", "tri ?care"),
            plan("Molina", "molina(?: health ?care)?|moline"),
            plan("Oscar", "oscar(?: health)?"),
            plan("Ambetter", "ambetter|am better"),
            plan("Centene", "centene"),
            plan("WellCare", "well ?care"),
            plan("UMR", "u m r|umr"),
            plan("Health Net", "health ?net"),
            plan("Highmark", "high ?mark"),
            plan("Geisinger", "geisinger"),
            plan("Premera", "premera"),
            plan("Empire Plan", "empire(?: plan)?"),
            plan("Excellus", "excellus"),
            plan("Regence", "regence"),
            plan("Wellmark", "wellmark"),
            plan("CareFirst", "care ?first"),
            plan("CareSource", "care ?source"),
            plan("Amerigroup", "ameri ?group|america group(?= )"),
            plan("Emblem Health", "emblem ?health"),
            plan("Oxford", "oxford(?: health)?"),
            plan("Priority Health", "priority health"),
            plan("Health Partners", "health ?partners"),
            plan("Harvard Pilgrim", "harvard pilgrim"),
            plan("Tufts", "tufts(?: health)?"),
            plan("Fidelis", "fidelis(?: care)?"),
            plan("Bright Health", "bright health"),
            plan("Delta Dental", "delta dental"),
            plan("MetLife", "met ?life"),
            plan("Guardian", "guardian (?:insurance|dental)"),
            plan("GEHA", "g e h a|geha"),
            plan("Friday Health", "friday health"),
            plan("First Health", "first health"),
            plan("MultiPlan", "multi ?plan"),
            plan("Meritain", "meritain"),
            plan("Christian Healthcare Ministries", "christian health ?care ministries"),
            plan("Medi-Share", "medi ?share"),
            plan("CHIP", "chip|c h i p"),
            plan("VA", "the v a|v a(?= (?:benefits|insurance|coverage))|veterans affairs"),
            plan("self_pay",
                 "(?:do not|does not|without|no longer) (?:\\w+ )?(?:have|got|carry)? ?(?:any |an "
                 ")?(?:health )?insurance|(?:no|without|not any) (?:health )?insurance|uninsured|self "
                 "?-?pay|pay(?:ing)? (?:in |with |by )?(?:cash|out of (?:my own )?pocket|myself|for it myself|on my "
                 "own|privately|full)|out of (?:my own )?pocket|cash(?: pay)?|not insured|(?:lost|between|losing) "
                 "(?:my |our )?(?:health )?insurance|no coverage|(?:i )?do not have any(?: right now| anymore| at the "
                 "moment)?|"
                 "private pay"),
        };
    }();
    return all;
}

/// Most turns name no plan; one look tells.
const Phrase &anyPlan()
{
    static const Phrase words = [] {
        QStringList patterns;
        for (const Plan &plan : plans()) {
            patterns.append(plan.pattern);
        }
        return Phrase(patterns.join(QLatin1Char('|')));
    }();
    return words;
}

std::optional<InsuranceReading> clinicPlan(const SpokenText &text, const QStringList &clinicPlans)
{
    for (const QString &plan : clinicPlans) {
        const SpokenText name(plan);
        for (int at = 0; at + name.size() <= text.size() && name.size() > 0; ++at) {
            const WordSpan span{at, at + name.size()};
            if (likeness(text.plain(span), name.plain()) > 0.85) {
                return InsuranceReading{plan, span};
            }
        }
    }
    return std::nullopt;
}

/// The Blues carry the name of their house or their state: "Horizon Blue Cross", "Blue Shield of California".
void completeBlue(const SpokenText &text, InsuranceReading &reading, bool asked)
{
    if (!reading.plan.startsWith(QLatin1String("Blue"))) {
        return;
    }
    static const Phrase ofState(
        "of ((?:north|south|new|west|rhode|northern|western|northeastern|southern|the) )?(?!my|course|"
        "mine|his|her)\\w+");
    if (const auto match = ofState.findAt(text, reading.words.last)) {
        reading.plan += QStringLiteral(" of ") + chartCased(text.plain({match->all.first + 1, match->all.last}));
        reading.words.last = match->all.last;
    }
    static const WordSet leads(
        "yeah sure plain just probably regular believe called think says currently still good old "
        "actually federal standard only with have");
    const QString &house = text.at(reading.words.first - 1);
    if (asked && house.size() > 3 && (!isNeverName(house) || house == QLatin1String("capital")) && !leads.has(house) &&
        !text.is(reading.words.first - 2, "not")) {
        reading.plan.prepend(chartCased(house) + QLatin1Char(' '));
        --reading.words.first;
    }
}

/// A plan nobody listed, named in answer to our question: "my card says q c c".
InsuranceReading unknownPlan(const SpokenText &text)
{
    static const Phrase none("(?:i )?(?:do not|would|can not) (?:know|remember|recall|have it|want).*|(?:i am )?not "
                             "sure.*|hold on.*|let me.*|.*\\bthrough (?:the|my|his|her|our) \\w+|.*\\b(?:check|card "
                             "is|bring (?:my|the) card|why|what|do "
                             "you|find|look|later)\\b.*|(?:yes|no|yeah|nope|yep|okay)");
    if (none.covers(text)) {
        return {};
    }
    static const Phrase spelled("\\w \\w(?: \\w)*");
    if (const auto letters = spelled.find(text); letters && !text.isAny(letters->all.first, {"a", "i"})) {
        return {text.plain(letters->all).remove(QLatin1Char(' ')).toUpper(), letters->all};
    }
    WordSpan best;
    for (int i = 0; i < text.size(); ++i) {
        WordSpan span{i, i};
        while (span.last < text.size() && text.at(span.last).size() > 1 &&
               (!isNeverName(text.at(span.last)) || text.isAny(span.last, {"health", "care", "plan", "family"}))) {
            ++span.last;
        }
        if (span.size() > best.size()) {
            best = span;
        }
    }
    if (best.empty() || best.size() > 4 || text.size() - best.size() > 6) {
        return {};
    }
    return {chartCased(text.plain(best)), best};
}

} // namespace

InsuranceReading readInsurance(const SpokenText &text, Claims &claims, const QStringList &clinicPlans, bool asked)
{
    static const Phrase topic(
        "insurance|plan|coverage|covered?|cover|take|accept|have|got|through|card|with|network|it "
        "'s|on|carrier|under|switched|changed|use|medicare|medicaid|pay|paying|cash|pocket|self|uninsured|cigna|aetna|"
        "humana|and|insured|for|get|carry|under");
    std::vector<InsuranceReading> found;
    static const std::vector<Plan> noPlans;
    for (const Plan &plan : anyPlan().in(text) ? plans() : noPlans) {
        for (const Phrase::Match &match : plan.words.findAll(text)) {
            const bool taken = std::any_of(found.begin(), found.end(),
                                           [&](const InsuranceReading &other) { return other.words.meets(match.all); });
            const bool introduced = text.isAny(match.all.first - 2, {"name", "this", "i"}) &&
                                    text.isAny(match.all.first - 1, {"is", "am", "'s"});
            const bool plain =
                text.isAny(match.all.first - 1, {"have", "with", "through", "'s", "is", "take", "accept", "got"});
            const bool person =
                match.all.size() == 1 && isGivenName(text.at(match.all.first)) && !asked && (introduced || !plain);
            const bool free = claims.isFree(match.all.first) && !person;
            if (!taken && free && (asked || match.all.size() > 1 || topic.in(text))) {
                found.push_back({plan.name, match.all});
            }
        }
    }
    if (auto own = clinicPlan(text, clinicPlans)) {
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [&](const InsuranceReading &other) { return other.words.meets(own->words); }),
                    found.end());
        found.push_back(*own);
    }
    if (found.empty()) {
        InsuranceReading unknown = asked ? unknownPlan(text) : InsuranceReading{};
        claims.take(unknown.words);
        return unknown;
    }
    std::sort(found.begin(), found.end(),
              [](const InsuranceReading &a, const InsuranceReading &b) { return a.words.first < b.words.first; });
    // "Premera Blue Cross": one plan of two names.
    for (size_t i = 1; i < found.size();) {
        if (found[i].words.first == found[i - 1].words.last && found[i].plan != QLatin1String("self_pay")) {
            found[i - 1].plan += QLatin1Char(' ') + found[i].plan;
            found[i - 1].words.last = found[i].words.last;
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
    for (InsuranceReading &reading : found) {
        completeBlue(text, reading, asked);
    }
    std::vector<WordSpan> spans;
    for (const InsuranceReading &reading : found) {
        spans.push_back(reading.words);
        claims.take(reading.words);
    }
    size_t chosen = firstStanding(spans, correctionsIn(text));
    static const Phrase usedToBe("(?:used to (?:have|be)|was|had|dropped|lost|no longer(?: have)?|not|old|switched "
                                 "from|from|instead of)(?: (?!to\\b)\\w+)?");
    for (size_t i = chosen; i < found.size(); ++i) {
        const auto before = usedToBe.find(text, std::max(0, spans[i].first - 4));
        if (!before || before->all.last < spans[i].first - 1 || before->all.first >= spans[i].first) {
            chosen = i;
            break;
        }
    }
    return found[chosen];
}

} // namespace Frontdesk::Dialogue
