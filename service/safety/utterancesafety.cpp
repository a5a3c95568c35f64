#include "service/safety/utterancesafety.h"

#include "service/safety/internal/answers.h"
#include "service/safety/internal/bounds.h"
#include "service/safety/internal/language.h"
#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/ranks.h"
#include "service/safety/internal/secondopinion.h"

#include <algorithm>

namespace Frontdesk::Safety {

namespace {

/// A turn shorter than this says too little for an opinion on what is for people.
constexpr int FewestWordsForPeople = 3;
constexpr int FewestWordsToDoubt = 5;

enum class Turn { Interim, Final };

/// Builds one assessment, rule by rule.
class Assessing {
public:
    Assessing(const QString &utterance, const UtteranceContext &context)
        : m_text(utterance)
        , m_lexicon(Lexicon::builtIn())
        , m_utterance(m_lexicon, normalize(utterance))
        , m_bounds(m_lexicon, m_utterance)
    {
        m_bounds.maskNames(context.names);
    }

    void lookForDanger(const UtteranceContext &context)
    {
        search(Phase::Danger);
        // A program without its vocabulary hears no danger: then every call belongs to people.
        if (m_lexicon.rules().empty())
            m_result.findings.push_back(
                {QStringLiteral("vocabulary.missing"), QString(), EscalationReason::SystemFailure, 1.0});
        if (m_result.emergency == Emergency::None)
            hearAnswer(context.previousAssistant);
    }

    void lookForMatters()
    {
        search(Phase::Matters);
        const QString language = foreignLanguage(m_text, m_utterance.tokens());
        if (!language.isEmpty()) {
            m_result.otherLanguage = true;
            m_result.language = language;
            m_result.findings.push_back(
                {QStringLiteral("language.foreign_words"), m_text.left(60), EscalationReason::Language, 1.0});
        }
    }

    /// What nobody wrote a rule about. A rule's danger stands, whatever the second opinion would say.
    void askSecondOpinion(Turn turn)
    {
        const SecondOpinion &ear = SecondOpinion::builtIn();
        const TurnFeatures heard = features();
        const SecondOpinion::Scores scores = ear.scoresOf(heard);
        const SecondOpinion::Thresholds &from = ear.thresholds();
        const float danger = scores.of[SecondOpinion::AnyEmergency];
        const auto add = [&](const char *rule, SecondOpinion::Head head, EscalationReason reason) {
            const auto [first, last] = ear.tellingWords(heard, head);
            m_result.findings.push_back({QLatin1String(rule), wordsBetween(first, last), reason, 1.0});
        };
        if (m_result.emergency != Emergency::None)
            return;
        if (turn == Turn::Final)
            m_result.aside = ear.asideOf(scores);
        const bool unfinished = turn == Turn::Interim || m_utterance.size() < FewestWordsForPeople;
        if (danger >= (unfinished ? from.interim : from.emergency)) {
            const Emergency kind = scores.emergency();
            raise(kind);
            return add("second_opinion.emergency", SecondOpinion::AnyEmergency, reasonOf(kind));
        }
        if (turn == Turn::Interim)
            return;
        // A medicine that was named is always for people, whatever else is said.
        const bool medicine =
            m_result.medicalRequest == MedicalRequest::Medication || m_result.medicalRequest == MedicalRequest::Refill;
        if (matters() && !medicine && m_utterance.size() >= FewestWordsToDoubt &&
            scores.of[SecondOpinion::People] < from.calm)
            takeBackMatters();
        if (matters())
            return;
        const SecondOpinion::Head matter = scores.matter();
        if (m_utterance.size() >= FewestWordsForPeople && scores.of[SecondOpinion::People] >= from.people) {
            raise(matter);
            add("second_opinion.people", SecondOpinion::People, reasonOf(matter));
        } else if (m_forPeople || (m_utterance.size() >= FewestWordsToDoubt && danger >= from.doubt)) {
            m_forPeople = true;
            add("second_opinion.doubt", SecondOpinion::AnyEmergency,
                scores.emergency() == Emergency::Medical ? EscalationReason::MedicalAdvice
                                                         : EscalationReason::Distress);
        }
    }

    TurnFeatures features() const { return turnFeatures(m_utterance, m_bounds, m_dangers); }

    Assessment finish()
    {
        if (m_result.emergency != Emergency::None)
            m_result.action = RequiredAction::EmergencyEscalate;
        else if (m_forPeople || matters())
            m_result.action = RequiredAction::Escalate;
        m_result.sentiment = sentiment();
        std::stable_sort(m_result.findings.begin(), m_result.findings.end(),
                         [](const Finding &left, const Finding &right) {
                             if (isEmergency(left.reason) != isEmergency(right.reason))
                                 return isEmergency(left.reason);
                             return left.weight > right.weight;
                         });
        return std::move(m_result);
    }

private:
    void search(Phase phase)
    {
        m_utterance.search(
            phase, [this](const Rule &rule, const Match &match) { return allows(rule, match); },
            [this](int rule, const Match &match) { note(m_lexicon.rules()[static_cast<size_t>(rule)], match); });
    }

    bool allows(const Rule &rule, const Match &match)
    {
        const bool meant = m_bounds.allows(rule, match);
        if (!meant && isDanger(rule.category)) {
            m_result.boundedDanger = true;
            remember(m_dangers.bounded, rule);
        }
        return meant;
    }

    void remember(std::vector<int> &rules, const Rule &rule) const
    {
        const int number = static_cast<int>(&rule - m_lexicon.rules().data());
        if (std::find(rules.begin(), rules.end(), number) == rules.end())
            rules.push_back(number);
    }

    void note(const Rule &rule, const Match &match)
    {
        apply(rule);
        if (isDanger(rule.category))
            remember(m_dangers.meant, rule);
        if (rule.category == Category::Positive)
            return;
        const bool mood = rule.category == Category::Mild || rule.category == Category::Confused;
        m_result.findings.push_back({QString::fromStdString(rule.name), wordsBetween(match.first(), match.last()),
                                     reasonOf(rule.category), mood ? 0.5 : rule.weight});
    }

    QString wordsBetween(int first, int last) const
    {
        if (m_utterance.size() == 0)
            return {};
        const int begin = m_utterance.tokens()[static_cast<size_t>(first)].begin;
        return m_text.mid(begin, m_utterance.tokens()[static_cast<size_t>(last)].end - begin);
    }

    void apply(const Rule &rule)
    {
        switch (rule.category) {
        case Category::Medical:
            return raise(Emergency::Medical);
        case Category::SelfHarm:
            return raise(Emergency::SelfHarm);
        case Category::Violence:
            return raise(Emergency::Violence);
        case Category::Refill:
            return raise(MedicalRequest::Refill);
        case Category::Medication:
            return raise(MedicalRequest::Medication);
        case Category::TestResults:
            return raise(MedicalRequest::TestResults);
        case Category::MedicalAdvice:
            return raise(MedicalRequest::MedicalAdvice);
        case Category::Urgent:
            m_result.urgentSymptom = true;
            return;
        case Category::Human:
            m_result.wantsHuman = true;
            return;
        case Category::Abuse:
            m_result.abusive = true;
            m_result.distress = Distress::Strong;
            return;
        case Category::Angry:
            m_result.angry = true;
            m_result.distress = Distress::Strong;
            return;
        case Category::Strong:
            m_result.distress = Distress::Strong;
            return;
        case Category::Mild:
            m_result.distress = std::max(m_result.distress, Distress::Mild);
            return;
        case Category::Lost:
        case Category::Confused:
            m_result.confused = true;
            return;
        case Category::Positive:
            m_positive = true;
            return;
        case Category::Language:
            m_result.otherLanguage = true;
            return;
        default:
            return;
        }
    }

    void raise(Emergency emergency)
    {
        if (rankOf(emergency) > rankOf(m_result.emergency))
            m_result.emergency = emergency;
    }

    void raise(SecondOpinion::Head matter)
    {
        m_forPeople = true;
        switch (matter) {
        case SecondOpinion::Refill:
            return raise(MedicalRequest::Refill);
        case SecondOpinion::Medication:
            return raise(MedicalRequest::Medication);
        case SecondOpinion::TestResults:
            return raise(MedicalRequest::TestResults);
        case SecondOpinion::Advice:
            return raise(MedicalRequest::MedicalAdvice);
        case SecondOpinion::Urgent:
            m_result.urgentSymptom = true;
            return;
        case SecondOpinion::Human:
            m_result.wantsHuman = true;
            return;
        case SecondOpinion::Upset:
            m_result.distress = Distress::Strong;
            return;
        case SecondOpinion::Confused:
            m_result.confused = true;
            return;
        case SecondOpinion::Language:
            m_result.otherLanguage = true;
            return;
        default:
            return;
        }
    }

    void raise(MedicalRequest request)
    {
        if (rankOf(request) > rankOf(m_result.medicalRequest))
            m_result.medicalRequest = request;
    }

    /// "Are you having chest pain?" - "yes".
    void hearAnswer(const QString &previous)
    {
        if (!previous.trimmed().endsWith(QLatin1Char('?')) || !saysYes(m_utterance.tokens()))
            return;
        const QString trimmed = previous.trimmed();
        const qsizetype before =
            std::max({trimmed.lastIndexOf(QLatin1Char('.')), trimmed.lastIndexOf(QLatin1Char('?'), -2),
                      trimmed.lastIndexOf(QLatin1Char('!'))});
        const Utterance question(m_lexicon, normalize(QStringView(trimmed).mid(before + 1)));
        question.search(
            Phase::Danger, [](const Rule &, const Match &) { return true; },
            [this](int index, const Match &) {
                const Rule &rule = m_lexicon.rules()[static_cast<size_t>(index)];
                apply(rule);
                m_result.findings.push_back({QStringLiteral("answer.yes_to.") + QString::fromStdString(rule.name),
                                             m_text.left(60), reasonOf(rule.category), 1.0});
            });
    }

    /// "Is my truck ready": the words of a rule, and all else speaks of an ordinary call. What was found stays on record
    /// as weak evidence. Emergencies, abuse, anger and other languages are never taken back.
    void takeBackMatters()
    {
        m_result.medicalRequest = MedicalRequest::None;
        m_result.wantsHuman = false;
        m_result.urgentSymptom = false;
        m_result.confused = false;
        if (!m_result.abusive && !m_result.angry)
            m_result.distress = std::min(m_result.distress, Distress::Mild);
        if (!matters())
            for (Finding &finding : m_result.findings)
                finding.weight = std::min(finding.weight, 0.5);
    }

    /// Beside emergencies, what goes to people.
    bool matters() const
    {
        return m_result.medicalRequest != MedicalRequest::None || m_result.wantsHuman ||
               m_result.distress == Distress::Strong || m_result.urgentSymptom || m_result.confused ||
               m_result.abusive || m_result.angry || m_result.otherLanguage || m_lexicon.rules().empty();
    }

    double sentiment() const
    {
        if (m_result.abusive)
            return -1.0;
        if (m_result.angry)
            return -0.9;
        if (m_result.distress == Distress::Strong || m_result.emergency == Emergency::SelfHarm)
            return -0.8;
        if (m_result.distress == Distress::Mild)
            return -0.4;
        if (m_result.emergency != Emergency::None)
            return -0.6;
        return m_positive ? 0.5 : 0.0;
    }

    QString m_text;
    const Lexicon &m_lexicon;
    Utterance m_utterance;
    Bounds m_bounds;
    Assessment m_result;
    RulesMet m_dangers;
    bool m_positive = false;
    bool m_forPeople = false;
};

} // namespace

Assessment assess(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    assessing.lookForMatters();
    assessing.askSecondOpinion(Turn::Final);
    return assessing.finish();
}

Lesson lessonOf(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    assessing.lookForMatters();
    Lesson lesson;
    for (const TurnFeature &feature : assessing.features()) {
        lesson.features.push_back(feature.number);
        lesson.weights.push_back(feature.weight);
    }
    lesson.byRules = assessing.finish();
    return lesson;
}

Assessment assessEmergency(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    // "I don't want to be" may become anything; the trained ear waits for the word that tells. Rules do not.
    static const QRegularExpression hangs(QStringLiteral("\\b(to|be|being|a|an|the|my|your|of)\\W*$"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (!hangs.match(utterance).hasMatch()) {
        assessing.askSecondOpinion(Turn::Interim);
    }
    return assessing.finish();
}

} // namespace Frontdesk::Safety
