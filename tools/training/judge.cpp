#include "tools/training/judge.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace Frontdesk::Training {

namespace {

using Safety::RequiredAction;

constexpr float Never = 1e9F;
constexpr int FewestWordsForPeople = 3;
constexpr int FewestWordsToDoubt = 5;

/// Whether the rules found something for people that is never doubted.
bool mattersSurely(const Safety::Assessment &given)
{
    return given.abusive || given.angry || given.otherLanguage;
}

/// Whether the rules found something for people, whatever they made of danger.
bool matters(const Safety::Assessment &given)
{
    return given.medicalRequest != Safety::MedicalRequest::None || given.wantsHuman ||
           given.distress == Safety::Distress::Strong || given.urgentSymptom || given.confused || given.abusive ||
           given.angry || given.otherLanguage;
}

qsizetype wordCount(const TaughtTurn &turn)
{
    return turn.item.utterance.count(QLatin1Char(' ')) + 1;
}

/// Two decimals, upwards.
float roundUp(float score)
{
    return std::floor(score * 100 + 1) / 100;
}

/// The lowest line that leaves at most `most` of the scores at or above it.
float lineAbove(std::vector<float> scores, double most)
{
    const auto spared = static_cast<size_t>(std::max(0.0, most));
    if (spared >= scores.size())
        return 0;
    std::sort(scores.begin(), scores.end(), std::greater<>());
    return roundUp(scores[spared]);
}

struct Tally {
    int hits = 0;
    int of = 0;

    void count(bool hit)
    {
        ++of;
        hits += hit ? 1 : 0;
    }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 % (%2 of %3)").arg(of > 0 ? 100.0 * hits / of : 0.0, 0, 'f', 1).arg(hits).arg(of);
    }
};

} // namespace

Judge::Judge(const std::vector<TaughtTurn> &turns, const std::vector<Heard> &heard)
    : m_turns(turns)
    , m_heard(heard)
{}

RequiredAction Judge::judge(size_t at, const Lines &lines) const
{
    const TaughtTurn &turn = m_turns[at];
    const Heard &heard = m_heard[at];
    const bool brief = wordCount(turn) < FewestWordsForPeople;
    if (turn.isEmergencyByRules() || heard.danger >= (brief ? lines.interim : lines.emergency))
        return RequiredAction::EmergencyEscalate;
    const bool byRules =
        mattersSurely(turn.lesson.byRules) ||
        (matters(turn.lesson.byRules) && (heard.people >= lines.calm || wordCount(turn) < FewestWordsToDoubt));
    const bool forPeople = heard.people >= lines.people && wordCount(turn) >= FewestWordsForPeople;
    const bool doubted = heard.danger >= lines.doubt && wordCount(turn) >= FewestWordsToDoubt;
    return byRules || forPeople || doubted ? RequiredAction::Escalate : RequiredAction::Continue;
}

Lines Judge::choose(const Costs &costs, const QStringList &known) const
{
    std::vector<size_t> fresh;
    for (size_t at = 0; at < m_turns.size(); ++at)
        if (!known.contains(m_turns[at].source))
            fresh.push_back(at);
    // The scores that a line is drawn through, and what share of how many may lie on its wrong side.
    const auto collect = [&](const auto &wanted, const auto &score) {
        std::vector<float> scores;
        for (const size_t at : fresh)
            if (wanted(m_turns[at]))
                scores.push_back(score(m_heard[at]));
        return scores;
    };
    const auto danger = [](const Heard &heard) { return heard.danger; };
    const auto count = [&](const auto &wanted) { return static_cast<double>(collect(wanted, danger).size()); };
    const auto isOther = [](const TaughtTurn &turn) { return !turn.isEmergency(); };
    const auto isCalm = [](const TaughtTurn &turn) {
        return turn.item.expected == RequiredAction::Continue && !turn.item.accepts(RequiredAction::Escalate);
    };

    Lines lines{0, 0, Never, Never, -Never, {}};
    for (size_t aside = 0; aside < AsideCount; ++aside) {
        std::vector<float> others;
        for (size_t at = 0; at < m_turns.size(); ++at)
            if (m_turns[at].label(FirstAside + aside) == false)
                others.push_back(m_heard[at].asides[aside]);
        const double spared = costs.asides * static_cast<double>(others.size());
        lines.asides[aside] = lineAbove(std::move(others), spared);
    }
    const auto wrong = [](const TaughtTurn &turn) {
        return !turn.isEmergency() && !turn.item.accepts(RequiredAction::EmergencyEscalate);
    };
    const double byRules = static_cast<double>(std::count_if(
        fresh.begin(), fresh.end(), [&](size_t at) { return wrong(m_turns[at]) && m_turns[at].isEmergencyByRules(); }));
    lines.emergency =
        lineAbove(collect([&](const TaughtTurn &turn) { return wrong(turn) && !turn.isEmergencyByRules(); }, danger),
                  costs.falseAlarms * count(isOther) - byRules);

    std::vector<float> surely;
    for (const size_t at : fresh)
        if (m_turns[at].item.expected == RequiredAction::Escalate)
            surely.push_back(matters(m_turns[at].lesson.byRules) ? -m_heard[at].people : -Never);
    const double lost = costs.calm * static_cast<double>(surely.size());
    lines.calm = -lineAbove(std::move(surely), lost);

    const auto goesOn = [&](size_t at) { return judge(at, lines) == RequiredAction::Continue; };
    const auto calmAndGoingOn = [&](const auto &score) {
        std::vector<float> scores;
        for (const size_t at : fresh)
            if (isCalm(m_turns[at]) && goesOn(at))
                scores.push_back(score(m_heard[at]));
        return scores;
    };
    const double calm = count(isCalm);
    lines.interim = std::max(lines.emergency, lineAbove(calmAndGoingOn([](const Heard &heard) { return heard.prefix; }),
                                                        costs.interim * calm));
    const float doubt = lineAbove(calmAndGoingOn(danger), costs.doubt * calm);
    lines.people = lineAbove(calmAndGoingOn([](const Heard &heard) { return heard.people; }), costs.people * calm);
    lines.doubt = std::min(doubt, lines.emergency);
    return lines;
}

void Judge::report(QTextStream &out, const QString &source, const Lines &lines) const
{
    Tally byRules;
    Tally heard;
    Tally goneOn;
    Tally alarms;
    Tally ruleAlarms;
    Tally people;
    Tally needless;
    for (size_t at = 0; at < m_turns.size(); ++at) {
        const TaughtTurn &turn = m_turns[at];
        if (!source.isEmpty() && turn.source != source)
            continue;
        const RequiredAction given = judge(at, lines);
        const bool alarm = given == RequiredAction::EmergencyEscalate;
        const bool right = turn.item.accepts(given);
        if (turn.isEmergency()) {
            byRules.count(turn.isEmergencyByRules());
            heard.count(alarm || right);
            goneOn.count(given == RequiredAction::Continue && !right);
        } else {
            alarms.count(alarm && !right);
            ruleAlarms.count(turn.isEmergencyByRules() && !turn.item.accepts(RequiredAction::EmergencyEscalate));
        }
        if (turn.item.expected == RequiredAction::Escalate)
            people.count(right || given != RequiredAction::Continue);
        if (turn.item.expected == RequiredAction::Continue)
            needless.count(given != RequiredAction::Continue && !right);
    }
    out << (source.isEmpty() ? QStringLiteral("all") : source).leftJustified(16) << " emergencies " << heard.text()
        << ", by rules " << byRules.text() << ", gone on " << goneOn.hits << "; false alarms " << alarms.text()
        << ", by rules " << ruleAlarms.text() << "; for people " << people.text() << "; needlessly " << needless.text()
        << '\n';
}

void Judge::reportAsides(QTextStream &out, const Lines &lines) const
{
    for (size_t aside = 0; aside < AsideCount; ++aside) {
        Tally heard;
        Tally wrongly;
        for (size_t at = 0; at < m_turns.size(); ++at)
            if (const auto label = m_turns[at].label(FirstAside + aside))
                (*label ? heard : wrongly).count(m_heard[at].asides[aside] >= lines.asides[aside]);
        out << QString::fromLatin1(Heads[FirstAside + aside].data()).leftJustified(16) << " heard " << heard.text()
            << "; wrongly " << wrongly.text() << ", from " << lines.asides[aside] << '\n';
    }
}

void Judge::mistakes(QTextStream &out, const QString &source, const Lines &lines) const
{
    for (size_t at = 0; at < m_turns.size(); ++at) {
        const TaughtTurn &turn = m_turns[at];
        const RequiredAction given = judge(at, lines);
        const bool safer = given == RequiredAction::EmergencyEscalate && turn.item.expected == RequiredAction::Escalate;
        if (turn.source != source || turn.item.accepts(given) || (safer && turn.isEmergency()))
            continue;
        out << turn.item.id << '\t' << Evaluation::actionName(turn.item.expected) << " > "
            << Evaluation::actionName(given) << '\t' << m_heard[at].danger << '\t' << m_heard[at].people << '\t'
            << turn.item.category << '\t' << turn.item.utterance << '\t';
        for (const Safety::Finding &finding : turn.lesson.byRules.findings)
            out << finding.rule << ' ';
        out << (turn.lesson.byRules.boundedDanger ? "bounded" : "") << '\n';
    }
}

} // namespace Frontdesk::Training
