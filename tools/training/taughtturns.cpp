#include "tools/training/taughtturns.h"

#include <QFileInfo>
#include <QSet>

#include <map>
#include <numeric>

namespace Frontdesk::Training {

namespace {

using Safety::Distress;
using Safety::Emergency;
using Safety::MedicalRequest;
using Safety::RequiredAction;

constexpr size_t CommonPair = 60; // A word pair in more turns than this tells nothing about likeness.

bool hears(const Evaluation::EscalationItem &item, std::string_view head)
{
    const auto request = item.medicalRequest.value_or(MedicalRequest::None);
    const auto isCategory = [&](const char *part) { return item.category.contains(QLatin1String(part)); };
    if (head == "refill")
        return request == MedicalRequest::Refill;
    if (head == "medication")
        return request == MedicalRequest::Medication;
    if (head == "test_results")
        return request == MedicalRequest::TestResults;
    if (head == "advice")
        return request == MedicalRequest::MedicalAdvice;
    if (head == "urgent")
        return isCategory("urgent");
    if (head == "human")
        return item.wantsHuman.value_or(false);
    if (head == "upset")
        return item.distress == Distress::Strong || isCategory("abus");
    if (head == "confused")
        return isCategory("confus");
    return isCategory("english") || isCategory("language");
}

std::optional<bool> kindLabel(const Evaluation::EscalationItem &item, std::string_view head)
{
    const Emergency emergency = item.emergency.value_or(Emergency::None);
    if (head == "medical" || head == "self_harm" || head == "violence") {
        if (emergency == Emergency::None)
            return std::nullopt;
        return head == "medical"     ? emergency == Emergency::Medical
               : head == "self_harm" ? emergency == Emergency::SelfHarm
                                     : emergency == Emergency::Violence;
    }
    if (emergency != Emergency::None || item.expected != RequiredAction::Escalate)
        return std::nullopt;
    return hears(item, head);
}

/// Categories under which lie turns of any kind: of them it is not known what they are not.
bool isMixed(const QString &category)
{
    for (const char *part :
         {"ordinary_call", "answer", "off_topic", "lookalike", "administrative", "rambling", "closing", "smalltalk",
          "small_talk", "confused", "pet", "tv", "general", "what_is", "joke", "abuse"})
        if (category.contains(QLatin1String(part)))
            return true;
    return false;
}

std::optional<bool> asideLabel(const Evaluation::EscalationItem &item, std::string_view head)
{
    const QString kind = item.category.section(QLatin1Char('.'), 0, 0);
    const QLatin1String wanted(head.data(), static_cast<qsizetype>(head.size()));
    if (kind == wanted || (kind == QLatin1String("sales") && head == "spam"))
        return true;
    const bool unclear = head == "goodbye"          ? kind.contains(wanted)
                         : head == "robot_question" ? item.wantsHuman.value_or(false)
                                                    : false;
    return unclear || isMixed(kind) ||
                   (item.expected == RequiredAction::Continue && item.accepts(RequiredAction::Escalate))
               ? std::nullopt
               : std::optional(false);
}

using Pairs = std::set<std::pair<QString, QString>>;

Pairs pairsOf(const QString &utterance)
{
    Pairs pairs;
    QString before;
    for (const QString &word : utterance.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        pairs.emplace(before, word);
        before = word;
    }
    pairs.emplace(before, QString());
    return pairs;
}

int leaderOf(std::vector<int> &leader, int at)
{
    while (leader[static_cast<size_t>(at)] != at)
        at = leader[static_cast<size_t>(at)] = leader[static_cast<size_t>(leader[static_cast<size_t>(at)])];
    return at;
}

void findFamilies(std::vector<TaughtTurn> &turns)
{
    std::vector<Pairs> pairs;
    std::map<std::pair<QString, QString>, std::vector<int>> holders;
    std::vector<int> leader(turns.size());
    std::iota(leader.begin(), leader.end(), 0);
    for (size_t at = 0; at < turns.size(); ++at) {
        pairs.push_back(pairsOf(turns[at].item.utterance));
        std::map<int, size_t> shared;
        for (const auto &pair : pairs.back()) {
            std::vector<int> &others = holders[pair];
            if (others.size() <= CommonPair)
                for (const int other : others)
                    ++shared[other];
            others.push_back(static_cast<int>(at));
        }
        for (const auto &[other, count] : shared) {
            const size_t all = pairs[at].size() + pairs[static_cast<size_t>(other)].size() - count;
            if (count * 2 >= all)
                leader[static_cast<size_t>(leaderOf(leader, static_cast<int>(at)))] = leaderOf(leader, other);
        }
    }
    for (size_t at = 0; at < turns.size(); ++at)
        turns[at].family = leaderOf(leader, static_cast<int>(at));
}

} // namespace

bool TaughtTurn::isEmergency() const
{
    return item.emergency.value_or(Emergency::None) != Emergency::None;
}

bool TaughtTurn::isEmergencyByRules() const
{
    return lesson.byRules.action == RequiredAction::EmergencyEscalate;
}

std::optional<bool> TaughtTurn::label(size_t head) const
{
    if (head == EmergencyHead) {
        if (!isEmergency() && item.accepts(RequiredAction::EmergencyEscalate))
            return std::nullopt;
        return isEmergency();
    }
    if (head >= FirstAside)
        return asideLabel(item, Heads[head]);
    if (head != PeopleHead)
        return kindLabel(item, Heads[head]);
    const bool forPeople = item.expected != RequiredAction::Continue;
    const bool either = item.accepts(forPeople ? RequiredAction::Continue : RequiredAction::Escalate);
    return isEmergency() || either ? std::nullopt : std::optional(forPeople);
}

Result<std::vector<TaughtTurn>> readTurns(const QStringList &paths)
{
    std::vector<TaughtTurn> turns;
    QSet<QString> ids;
    for (const QString &path : paths) {
        auto items = Evaluation::readEscalationItems(path);
        if (!items)
            return items.error();
        for (Evaluation::EscalationItem &item : items.value()) {
            if (ids.contains(item.id))
                return Error{ErrorCode::InvalidInput, QStringLiteral("two turns have the id %1").arg(item.id)};
            ids.insert(item.id);
            Safety::UtteranceContext context;
            context.previousAssistant = item.previousAssistant;
            Safety::Lesson lesson = Safety::lessonOf(item.utterance, context);
            turns.push_back({std::move(item), QFileInfo(path).fileName(), std::move(lesson), 0});
        }
    }
    findFamilies(turns);
    return turns;
}

Features places(const Safety::Lesson &lesson, int bits)
{
    Features found;
    for (size_t at = 0; at < lesson.features.size(); ++at)
        found.push_back({lesson.features[at] & ((uint32_t{1} << bits) - 1), static_cast<float>(lesson.weights[at])});
    bringToLengthOne(found);
    return found;
}

} // namespace Frontdesk::Training
