#include "service/safety/internal/numberwords.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

const std::unordered_map<std::string_view, int> &plainNumbers()
{
    static const std::unordered_map<std::string_view, int> Numbers{
        {"zero"sv, 0},     {"one"sv, 1},      {"two"sv, 2},        {"three"sv, 3},     {"four"sv, 4},
        {"five"sv, 5},     {"six"sv, 6},      {"seven"sv, 7},      {"eight"sv, 8},     {"nine"sv, 9},
        {"ten"sv, 10},     {"eleven"sv, 11},  {"twelve"sv, 12},    {"thirteen"sv, 13}, {"fourteen"sv, 14},
        {"fifteen"sv, 15}, {"sixteen"sv, 16}, {"seventeen"sv, 17}, {"eighteen"sv, 18}, {"nineteen"sv, 19},
        {"twenty"sv, 20},  {"thirty"sv, 30},  {"forty"sv, 40},     {"fifty"sv, 50},    {"sixty"sv, 60},
        {"seventy"sv, 70}, {"eighty"sv, 80},  {"ninety"sv, 90},
    };
    return Numbers;
}

std::optional<double> digits(const std::string &text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Reads numbers out of a row of words.
class NumberReader {
public:
    explicit NumberReader(const Tokens &tokens)
        : m_tokens(tokens)
    {}

    struct Reading {
        double value = 0;
        size_t words = 0; ///< How many words it took; 0: there is none.
    };

    Reading readAt(size_t start)
    {
        m_at = start;
        if (const auto value = digits(m_tokens[start].text))
            return {*value, 1};
        if (const size_t row = digitRow(start); row >= 3)
            return row == 3 ? withFraction(start, threeDigits(start), start + 3) : Reading{};
        const bool article = word(start) == "a"sv && word(start + 1) == "hundred"sv;
        if (word(start) == "hundred"sv || article) {
            m_at = article ? start + 2 : start + 1;
            const double value = 100 + rest();
            return withFraction(start, value, m_at);
        }
        const int first = small();
        if (first < 0)
            return {};
        const double value = continued(first);
        return withFraction(start, value, m_at);
    }

private:
    std::string_view word(size_t at) const { return at < m_tokens.size() ? std::string_view(m_tokens[at].text) : ""sv; }

    int plain(size_t at) const
    {
        const auto number = plainNumbers().find(word(at));
        return number == plainNumbers().end() ? -1 : number->second;
    }

    int digitAt(size_t at) const
    {
        if (word(at) == "oh"sv || word(at) == "o"sv)
            return 0;
        const int value = plain(at);
        return value >= 0 && value <= 9 ? value : -1;
    }

    /// How many single digits stand in a row here; a row begins with a real digit.
    size_t digitRow(size_t start) const
    {
        if (plain(start) < 0 || plain(start) > 9 || (start > 0 && digitAt(start - 1) >= 0))
            return 0;
        size_t count = 0;
        while (digitAt(start + count) >= 0)
            ++count;
        return count;
    }

    double threeDigits(size_t start) const
    {
        return digitAt(start) * 100 + digitAt(start + 1) * 10 + digitAt(start + 2);
    }

    /// 0 to 99 at m_at, or -1.
    int small()
    {
        const int value = plain(m_at);
        if (value < 0)
            return -1;
        ++m_at;
        const int unit = plain(m_at);
        if (value >= 20 && unit >= 1 && unit <= 9) {
            ++m_at;
            return value + unit;
        }
        return value;
    }

    /// What follows "hundred": "and three", "three", nothing.
    int rest()
    {
        const size_t before = m_at;
        if (word(m_at) == "and"sv)
            ++m_at;
        const int value = small();
        if (value < 0)
            m_at = before;
        return value < 0 ? 0 : value;
    }

    /// Larger numbers that begin with a small one.
    double continued(int first)
    {
        if (word(m_at) == "hundred"sv) {
            ++m_at;
            return first * 100 + rest();
        }
        if (word(m_at) == "thousand"sv) {
            ++m_at;
            const int tail = rest();
            return first * 1000 + tail;
        }
        const size_t before = m_at;
        const int second = small();
        const bool year = (first == 19 || first == 20) && second >= 10;
        const bool hundreds = first >= 1 && first <= 9 && second >= 10;
        if (year || hundreds)
            return first * 100 + second;
        m_at = before;
        return first;
    }

    Reading withFraction(size_t start, double value, size_t end)
    {
        if (word(end) == "point"sv && digitAt(end + 1) >= 0) {
            value += digitAt(end + 1) / 10.0;
            end += 2;
        }
        return {value, end - start};
    }

    const Tokens &m_tokens;
    size_t m_at = 0;
};

std::string asText(double value)
{
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? std::string(buffer, end) : std::string();
}

} // namespace

void joinNumbers(Tokens &tokens)
{
    NumberReader reader(tokens);
    Tokens joined;
    joined.reserve(tokens.size());
    bool found = false;
    for (size_t at = 0; at < tokens.size();) {
        const auto [value, words] = reader.readAt(at);
        joined.push_back(tokens[at]);
        if (words > 0) {
            joined.back().number = value;
            joined.back().text = asText(value);
            joined.back().end = tokens[at + words - 1].end;
            found = true;
        }
        at += words > 0 ? words : 1;
    }
    if (found)
        tokens = std::move(joined);
}

} // namespace Frontdesk::Safety
