#pragma once

#include <QStringView>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// How the second opinion reads a turn; second_opinion_features.py does the same, character for character.
namespace Frontdesk::Safety {

struct TurnWord {
    std::string text; ///< Lower case, no accents or apostrophes; numbers are "#s" (2 to 12) or "#l" (more).
    std::string stem;
    int begin = 0; ///< Place in the utterance.
    int end = 0;
};

[[nodiscard]] std::vector<TurnWord> turnWords(QStringView utterance);

/// FNV-1a, which can be carried on letter by letter.
class FeatureHash {
public:
    FeatureHash &add(char letter)
    {
        m_value = (m_value ^ static_cast<unsigned char>(letter)) * 16777619U;
        return *this;
    }
    FeatureHash &add(std::string_view text)
    {
        for (const char letter : text)
            add(letter);
        return *this;
    }
    [[nodiscard]] uint32_t value() const { return m_value; }

private:
    uint32_t m_value = 2166136261U;
};

/// Hands `visit(hash, firstWord, lastWord)` every feature of a turn. Words count from 0; features at the turn's edges
/// name the word at the edge.
template <typename Visit>
void forEachFeature(const std::vector<TurnWord> &words, Visit &&visit)
{
    constexpr int LongestRow = 3;
    constexpr int SkipReach = 4;
    constexpr size_t ShortestPiece = 3;
    constexpr size_t LongestPiece = 5;
    const int count = static_cast<int>(words.size());
    // Words -1 and `count` are the marks for the turn's beginning and end.
    const auto stem = [&](int at) {
        return at < 0        ? std::string_view("^")
               : at == count ? std::string_view("$")
                             : words[static_cast<size_t>(at)].stem;
    };
    const auto inside = [&](int at) { return std::clamp(at, 0, std::max(count - 1, 0)); };
    for (int at = -1; at <= count; ++at) {
        if (at >= 0 && at < count)
            visit(FeatureHash().add("1:").add(stem(at)).value(), at, at);
        for (int length = 2; length <= LongestRow && at + length - 1 <= count; ++length) {
            FeatureHash hash = FeatureHash().add(static_cast<char>('0' + length)).add(':').add(stem(at));
            for (int next = at + 1; next < at + length; ++next)
                hash.add(' ').add(stem(next));
            visit(hash.value(), inside(at), inside(at + length - 1));
        }
        const FeatureHash first = FeatureHash().add("s:").add(stem(at)).add(' ');
        for (int other = at + 2; other <= std::min(at + SkipReach, count); ++other)
            visit(FeatureHash(first).add(stem(other)).value(), inside(at), inside(other));
    }
    std::string bounded;
    for (int at = 0; at < count; ++at) {
        bounded.assign(1, '_').append(words[static_cast<size_t>(at)].text).append(1, '_');
        for (size_t from = 0; from + ShortestPiece <= bounded.size(); ++from) {
            FeatureHash hash = FeatureHash().add("c:").add(std::string_view(bounded).substr(from, ShortestPiece - 1));
            for (size_t last = from + ShortestPiece - 1; last < std::min(bounded.size(), from + LongestPiece); ++last)
                visit(hash.add(bounded[last]).value(), at, at);
        }
    }
}

} // namespace Frontdesk::Safety
