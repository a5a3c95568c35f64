#include "service/safety/internal/turnfeatures.h"

#include <QString>

#include <array>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

constexpr std::array Hesitations{"um"sv, "uh"sv, "er"sv, "erm"sv, "hm"sv, "hmm"sv, "ah"sv, "uhm"sv, "umm"sv, "uhh"sv};
constexpr std::array SmallNumbers{"two"sv,   "three"sv, "four"sv, "five"sv,   "six"sv,   "seven"sv,
                                  "eight"sv, "nine"sv,  "ten"sv,  "eleven"sv, "twelve"sv};
constexpr std::array LargeNumbers{"thirteen"sv, "fourteen"sv, "fifteen"sv, "sixteen"sv, "seventeen"sv, "eighteen"sv,
                                  "nineteen"sv, "twenty"sv,   "thirty"sv,  "forty"sv,   "fifty"sv,     "sixty"sv,
                                  "seventy"sv,  "eighty"sv,   "ninety"sv,  "hundred"sv, "thousand"sv};
constexpr size_t LongestWord = 24;
constexpr size_t MostWords = 120; // A turn of speech is shorter; the limit bounds the time for one opinion.

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The plain letter or digit under an accent, or 0.
char plainLetter(QChar character)
{
    char16_t code = character.unicode();
    if (code >= 0x80) {
        const QString parts = QString(character).normalized(QString::NormalizationForm_D);
        code = parts.isEmpty() ? u'\0' : parts.front().unicode();
    }
    if (code >= u'A' && code <= u'Z')
        return static_cast<char>(code - u'A' + u'a');
    const bool plain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
    return plain ? static_cast<char>(code) : '\0';
}

bool joins(QChar character)
{
    return character == QLatin1Char('\'') || character.unicode() == 0x2019 || character.isMark();
}

bool isDigits(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string numberKind(std::string_view word)
{
    constexpr std::string_view FirstLarge = "13";
    if (contains(SmallNumbers, word))
        return "#s";
    if (contains(LargeNumbers, word))
        return "#l";
    if (isDigits(word))
        return word.size() == 1 || (word.size() == 2 && word < FirstLarge) ? "#s" : "#l";
    return std::string(word);
}

bool endsWith(std::string_view word, std::string_view tail)
{
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
}

std::string turnStem(std::string_view word)
{
    std::string_view stem = word;
    if (stem.size() > 5 && endsWith(stem, "ing"))
        stem.remove_suffix(3);
    else if (stem.size() > 4 && endsWith(stem, "ed"))
        stem.remove_suffix(2);
    else if (stem.size() > 3 && stem.back() == 's' && !endsWith(stem, "ss"))
        stem.remove_suffix(1);
    if (stem.find_first_of("aeiouy") == std::string_view::npos)
        return std::string(word);
    const bool doubled = stem.size() > 3 && stem.back() == stem[stem.size() - 2];
    if (stem.size() != word.size() && doubled && "lsfz"sv.find(stem.back()) == std::string_view::npos)
        stem.remove_suffix(1);
    if (stem.size() > 3 && stem.back() == 'e')
        stem.remove_suffix(1);
    return std::string(stem);
}

} // namespace

std::vector<TurnWord> turnWords(QStringView utterance)
{
    std::vector<TurnWord> words;
    std::string word;
    int begin = 0;
    const auto finish = [&](int end) {
        if (!word.empty() && !contains(Hesitations, word) && words.size() < MostWords) {
            std::string text = numberKind(std::string_view(word).substr(0, LongestWord));
            std::string stem = turnStem(text);
            words.push_back({std::move(text), std::move(stem), begin, end});
        }
        word.clear();
    };
    for (int at = 0; at < static_cast<int>(utterance.size()) && words.size() < MostWords; ++at) {
        const char letter = plainLetter(utterance[at]);
        if (letter != '\0') {
            if (word.empty())
                begin = at;
            word += letter;
        } else if (!joins(utterance[at])) {
            finish(at);
        }
    }
    finish(static_cast<int>(utterance.size()));
    return words;
}

} // namespace Frontdesk::Safety
