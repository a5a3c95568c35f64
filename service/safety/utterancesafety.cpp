#include "service/safety/utterancesafety.h"

#include "service/safety/internal/bounds.h"
#include "service/safety/internal/language.h"
#include "service/safety/internal/normalizer.h"
#include "service/safety/internal/secondopinion.h"

#include <algorithm>

namespace Frontdesk::Safety {

namespace {

/// A turn shorter than this says too little for a doubt.
constexpr int FewestWordsToDoubt = 5;

EscalationReason reasonOf(Emergency emergency)
{
    switch (emergency) {
    case Emergency::SelfHarm:
        return EscalationReason::EmergencySelfHarm;
    case Emergency::Violence:
        return EscalationReason::EmergencyViolence;
    default:
        return EscalationReason::EmergencyMedical;
    }
}

EscalationReason reasonOf(Category category)
{
    switch (category) {
    case Category::Medical:
        return EscalationReason::EmergencyMedical;
    case Category::SelfHarm:
        return EscalationReason::EmergencySelfHarm;
    case Category::Violence:
        return EscalationReason::EmergencyViolence;
    case Category::Refill:
    case Category::Medication:
        return EscalationReason::Medication;
    case Category::TestResults:
        return EscalationReason::TestResults;
    case Category::Urgent:
    case Category::MedicalAdvice:
        return EscalationReason::MedicalAdvice;
    case Category::Human:
        return EscalationReason::HumanRequest;
    case Category::Abuse:
        return EscalationReason::Abusive;
    case Category::Angry:
        return EscalationReason::Angry;
    case Category::Lost:
    case Category::Confused:
        return EscalationReason::Confused;
    case Category::Language:
        return EscalationReason::Language;
    default:
        return EscalationReason::Distress;
    }
}

bool isDanger(Category category)
{
    return category == Category::Medical || category == Category::SelfHarm || category == Category::Violence;
}

/// Refill before medication before results before advice.
int rankOf(MedicalRequest request)
{
    switch (request) {
    case MedicalRequest::Refill:
        return 4;
    case MedicalRequest::Medication:
        return 3;
    case MedicalRequest::TestResults:
        return 2;
    case MedicalRequest::MedicalAdvice:
        return 1;
    case MedicalRequest::None:
        return 0;
    }
    return 0;
}

/// Violence and self-harm say more about what to do than the injury they cause.
int rankOf(Emergency emergency)
{
    switch (emergency) {
    case Emergency::SelfHarm:
        return 3;
    case Emergency::Violence:
        return 2;
    case Emergency::Medical:
        return 1;
    case Emergency::None:
        return 0;
    }
    return 0;
}

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

    /// What nobody wrote a rule about. It only ever raises; where the rules know a danger and found it harmless, it has
    /// to be much surer.
    void askSecondOpinion(bool mayDoubt)
    {
        if (m_result.emergency != Emergency::None)
            return;
        const SecondOpinion &ear = SecondOpinion::builtIn();
        const SecondOpinion::Scores heard = ear.scoresOf(m_text);
        const SecondOpinion::Thresholds &from = ear.thresholds();
        if (heard.emergency >= (m_result.boundedDanger ? from.bounded : from.emergency)) {
            raise(heard.kind);
            m_result.findings.push_back(
                {QStringLiteral("second_opinion.emergency"), ear.tellingWords(m_text), reasonOf(heard.kind), 1.0});
        } else if (mayDoubt && !m_result.boundedDanger && !matters() && heard.words >= FewestWordsToDoubt &&
                   heard.emergency >= from.doubt) {
            m_doubt = true;
            m_result.findings.push_back(
                {QStringLiteral("second_opinion.doubt"), ear.tellingWords(m_text),
                 heard.kind == Emergency::Medical ? EscalationReason::MedicalAdvice : EscalationReason::Distress, 1.0});
        }
    }

    Assessment finish()
    {
        if (m_result.emergency != Emergency::None)
            m_result.action = RequiredAction::EmergencyEscalate;
        else if (m_doubt || matters())
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
        m_result.boundedDanger |= !meant && isDanger(rule.category);
        return meant;
    }

    void note(const Rule &rule, const Match &match)
    {
        apply(rule);
        if (rule.category == Category::Positive)
            return;
        const Token &first = m_utterance.tokens()[static_cast<size_t>(match.first())];
        const Token &last = m_utterance.tokens()[static_cast<size_t>(match.last())];
        const bool mood = rule.category == Category::Mild || rule.category == Category::Confused;
        m_result.findings.push_back({QString::fromStdString(rule.name), m_text.mid(first.begin, last.end - first.begin),
                                     reasonOf(rule.category), mood ? 0.5 : rule.weight});
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

    void raise(MedicalRequest request)
    {
        if (rankOf(request) > rankOf(m_result.medicalRequest))
            m_result.medicalRequest = request;
    }

    /// "Are you having chest pain?" - "yes".
    void hearAnswer(const QString &previous)
    {
        if (!previous.trimmed().endsWith(QLatin1Char('?')) || !saysYes())
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

    bool saysYes() const
    {
        const Tokens &tokens = m_utterance.tokens();
        if (tokens.empty())
            return false;
        static const std::vector<std::string> Yes{"yes",     "yeah",  "yep",        "yup",  "si",     "sure",
                                                  "correct", "right", "definitely", "kind", "little", "maybe"};
        const std::string &first = tokens.front().text;
        if (std::find(Yes.begin(), Yes.end(), first) != Yes.end())
            return true;
        const auto startsWith = [&](std::initializer_list<const char *> words) {
            return tokens.size() >= words.size() &&
                   std::equal(words.begin(), words.end(), tokens.begin(),
                              [](const char *word, const Token &token) { return token.text == word; });
        };
        if (tokens.size() > 2 && tokens[2].text == "not")
            return false;
        return startsWith({"i", "am"}) || startsWith({"he", "is"}) || startsWith({"she", "is"}) ||
               startsWith({"i", "think"}) || startsWith({"a", "little"}) || startsWith({"a", "bit"}) ||
               startsWith({"it", "is"}) || startsWith({"i", "do"});
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
    bool m_positive = false;
    bool m_doubt = false;
};

} // namespace

Assessment assess(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    assessing.lookForMatters();
    assessing.askSecondOpinion(true);
    return assessing.finish();
}

Assessment assessByRules(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    assessing.lookForMatters();
    return assessing.finish();
}

Assessment assessEmergency(const QString &utterance, const UtteranceContext &context)
{
    Assessing assessing(utterance, context);
    assessing.lookForDanger(context);
    assessing.askSecondOpinion(false);
    return assessing.finish();
}

} // namespace Frontdesk::Safety
