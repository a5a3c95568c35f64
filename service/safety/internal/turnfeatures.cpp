#include "service/safety/internal/turnfeatures.h"

#include "service/safety/internal/bounds.h"
#include "service/safety/internal/normalizer.h"
#include "shared/core/spreadnumber.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

namespace Frontdesk::Safety {

namespace {

/// What a feature is made of; keeps "a word" and "a meaning" of the same number apart.
enum class Kind : uint32_t { Word = 1, Row, Skip, MarkedWord, Meaning, Pair, WithWord, Rule, AnyRule, BoundedRule };

/// By Kind; tried on writers that were held out.
constexpr std::array<uint8_t, 11> Weights{0, 4, 2, 1, 4, 4, 1, 1, 2, 2, 2};

constexpr int SkipReach = 4;
constexpr int WordReach = 3;
constexpr int MostWords = 120; // A turn of speech is shorter; the limit bounds the time for one opinion.
constexpr size_t MostPaired = 48;
constexpr uint32_t WeightOfAnyRule = 3;

std::string_view numberKind(double number)
{
    constexpr double Dozen = 12;
    constexpr double Retirement = 65;
    constexpr double Hundred = 100;
    if (number <= Dozen)
        return "#few";
    return number < Retirement ? "#some" : number <= Hundred ? "#old" : "#many";
}

/// A meaning and where it stands.
struct Mention {
    uint32_t meaning = 0;
    int first = 0;
    int last = 0;
};

class Reading {
public:
    Reading(const Utterance &utterance, const Bounds &bounds)
        : m_utterance(utterance)
        , m_bounds(bounds)
        , m_count(std::min(utterance.size(), MostWords))
    {
        m_stems.reserve(static_cast<size_t>(m_count));
        for (int at = 0; at < m_count; ++at)
            m_stems.push_back(wordNumber(at));
        collectMentions();
    }

    TurnFeatures read(const RulesMet &rules)
    {
        const size_t words = static_cast<size_t>(m_count) + 2;
        const size_t mentions = m_mentions.size();
        const size_t most = words * (SkipReach + 2) + mentions * (2 * WordReach + 1) +
                            mentions * std::min(mentions, MostPaired) + rules.meant.size() + rules.bounded.size();
        m_seen.resize(std::bit_ceil(2 * most));
        m_features.reserve(most);
        readWords();
        readMeanings();
        readRules(rules);
        return std::move(m_features);
    }

private:
    uint32_t wordNumber(int at) const
    {
        const Token &token = m_utterance.tokens()[static_cast<size_t>(at)];
        return spreadNumber(token.isNumber() ? numberKind(token.number) : std::string_view(stemOf(token.text)));
    }

    void collectMentions()
    {
        for (int at = 0; at < m_count; ++at)
            for (const Utterance::Occurrence &found : m_utterance.meaningsAt(at)) {
                const uint32_t name = m_utterance.lexicon().meaningNumber(found.meaning);
                const bool again = std::any_of(m_mentions.rbegin(), m_mentions.rend(), [&](const Mention &mention) {
                    return mention.meaning == name && mention.first == at;
                });
                if (name != 0 && !again)
                    m_mentions.push_back({spreadPair(name, m_bounds.markOf(at)), at, found.tokens.back()});
            }
    }

    void add(Kind kind, uint32_t what, int first, int last)
    {
        const uint32_t number = spreadPair(static_cast<uint32_t>(kind), what);
        if (isRepeated(number))
            return;
        const int most = std::max(m_count - 1, 0);
        m_features.push_back({number, static_cast<int16_t>(std::clamp(first, 0, most)),
                              static_cast<int16_t>(std::clamp(last, 0, most)), Weights[static_cast<size_t>(kind)]});
    }

    /// Each number counts once, where it comes first. A table that is never full; 0 marks a free place.
    bool isRepeated(uint32_t number)
    {
        const size_t mask = m_seen.size() - 1;
        for (size_t at = number & mask;; at = (at + 1) & mask) {
            if (m_seen[at] == number)
                return true;
            if (m_seen[at] == 0) {
                m_seen[at] = number;
                return false;
            }
        }
    }

    /// Words -1 and `count` are the turn's beginning and end.
    uint32_t stem(int at) const { return at < 0 ? 1U : at >= m_count ? 2U : m_stems[static_cast<size_t>(at)]; }

    void readWords()
    {
        for (int at = -1; at <= m_count; ++at) {
            if (at >= 0 && at < m_count) {
                add(Kind::Word, stem(at), at, at);
                if (const uint32_t mark = m_bounds.markOf(at); mark != 0)
                    add(Kind::MarkedWord, spreadPair(stem(at), mark), at, at);
            }
            if (at + 1 <= m_count)
                add(Kind::Row, spreadPair(stem(at), stem(at + 1)), at, at + 1);
            for (int other = at + 2; other <= std::min(at + SkipReach, m_count); ++other)
                add(Kind::Skip, spreadPair(stem(at), stem(other)), at, other);
        }
    }

    void readMeanings()
    {
        for (size_t one = 0; one < m_mentions.size(); ++one) {
            const Mention &left = m_mentions[one];
            add(Kind::Meaning, left.meaning, left.first, left.last);
            for (int at = left.first - WordReach; at <= left.last + WordReach; ++at)
                if (at >= 0 && at < m_count && (at < left.first || at > left.last))
                    add(Kind::WithWord, spreadPair(left.meaning, stem(at)), std::min(at, left.first),
                        std::max(at, left.last));
            for (size_t two = one + 1; two < m_mentions.size() && two < MostPaired; ++two) {
                const Mention &right = m_mentions[two];
                if (right.meaning == left.meaning || right.first == left.first)
                    continue;
                add(Kind::Pair,
                    spreadPair(std::min(left.meaning, right.meaning), std::max(left.meaning, right.meaning)),
                    left.first, right.last);
            }
        }
    }

    void readRules(const RulesMet &rules)
    {
        const auto name = [this](int rule) {
            return spreadNumber(m_utterance.lexicon().rules()[static_cast<size_t>(rule)].name);
        };
        for (const int rule : rules.meant)
            add(Kind::Rule, name(rule), 0, 0);
        for (uint32_t again = 0; again < WeightOfAnyRule && !rules.meant.empty(); ++again)
            add(Kind::AnyRule, again, 0, 0);
        for (const int rule : rules.bounded)
            add(Kind::BoundedRule, name(rule), 0, 0);
    }

    const Utterance &m_utterance;
    const Bounds &m_bounds;
    int m_count = 0;
    std::vector<uint32_t> m_stems;
    std::vector<Mention> m_mentions;
    std::vector<uint32_t> m_seen;
    TurnFeatures m_features;
};

} // namespace

TurnFeatures turnFeatures(const Utterance &utterance, const Bounds &bounds, const RulesMet &rules)
{
    return Reading(utterance, bounds).read(rules);
}

} // namespace Frontdesk::Safety
