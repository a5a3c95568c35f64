#include "service/safety/internal/normalizer.h"

#include "service/safety/internal/numberwords.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

/// What a spoken short form stands for. The forms without an apostrophe are what recognizers write.
const std::unordered_map<std::string_view, std::string_view> &writtenOut()
{
    static const std::unordered_map<std::string_view, std::string_view> Forms{
        {"cant"sv, "can not"sv},
        {"cannot"sv, "can not"sv},
        {"wont"sv, "will not"sv},
        {"dont"sv, "do not"sv},
        {"doesnt"sv, "does not"sv},
        {"didnt"sv, "did not"sv},
        {"isnt"sv, "is not"sv},
        {"arent"sv, "are not"sv},
        {"wasnt"sv, "was not"sv},
        {"werent"sv, "were not"sv},
        {"havent"sv, "have not"sv},
        {"hasnt"sv, "has not"sv},
        {"hadnt"sv, "had not"sv},
        {"couldnt"sv, "could not"sv},
        {"wouldnt"sv, "would not"sv},
        {"shouldnt"sv, "should not"sv},
        {"aint"sv, "is not"sv},
        {"im"sv, "i am"sv},
        {"ive"sv, "i have"sv},
        {"id"sv, "i would"sv},
        {"hes"sv, "he is"sv},
        {"shes"sv, "she is"sv},
        {"thats"sv, "that is"sv},
        {"theyre"sv, "they are"sv},
        {"youre"sv, "you are"sv},
        {"whats"sv, "what is"sv},
        {"theres"sv, "there is"sv},
        {"gonna"sv, "going to"sv},
        {"wanna"sv, "want to"sv},
        {"gotta"sv, "got to"sv},
        {"gimme"sv, "give me"sv},
        {"lemme"sv, "let me"sv},
        {"outta"sv, "out of"sv},
        {"cuz"sv, "because"sv},
        {"cause"sv, "because"sv},
        {"coz"sv, "because"sv},
        {"kinda"sv, "kind of"sv},
        {"sorta"sv, "sort of"sv},
        {"tryna"sv, "trying to"sv},
        {"dunno"sv, "do not know"sv},
        {"ya"sv, "you"sv},
        {"somethin"sv, "something"sv},
        {"nothin"sv, "nothing"sv},
        {"everythings"sv, "everything is"sv},
        {"its"sv, "it is"sv},
        {"finna"sv, "going to"sv},
        {"yall"sv, "you"sv},
        {"dad's"sv, "dad is"sv},
        {"mom's"sv, "mom is"sv},
        {"ems"sv, "ambulance"sv},
    };
    return Forms;
}

constexpr std::array Hesitations{"um"sv, "uh"sv, "erm"sv, "hmm"sv, "hm"sv, "uhm"sv, "umm"sv, "uhh"sv, "ah"sv, "eh"sv};

/// A full stop after these ends no sentence.
constexpr std::array Titles{"dr"sv, "mr"sv, "mrs"sv, "ms"sv, "st"sv};

constexpr std::array IsAfter{"he"sv,     "she"sv,      "it"sv,      "that"sv,      "there"sv,    "what"sv,
                             "who"sv,    "here"sv,     "where"sv,   "everybody"sv, "everyone"sv, "how"sv,
                             "nobody"sv, "somebody"sv, "someone"sv, "something"sv, "when"sv};

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The plain Latin letter under an accent, or 0.
char plainLetter(QChar character)
{
    char16_t code = character.toLower().unicode();
    if (code >= 0x80) {
        const QString parts = QString(character).normalized(QString::NormalizationForm_D);
        code = parts.isEmpty() ? 0 : parts.front().toLower().unicode();
    }
    if (code == 0x111) // The Vietnamese d has no decomposition.
        return 'd';
    return code < 0x80 && ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9')) ? static_cast<char>(code)
                                                                                         : '\0';
}

bool isApostrophe(QChar character)
{
    return character == QLatin1Char('\'') || character.unicode() == 0x2019;
}

/// Cuts text into raw words and hands each over with its place.
class Splitter {
public:
    explicit Splitter(QStringView text)
        : m_text(text.left(LongestUtterance))
    {}

    Tokens split()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at)
            take(m_text[m_at]);
        finishWord();
        return std::move(m_tokens);
    }

private:
    void take(QChar character)
    {
        const char letter = plainLetter(character);
        if (letter != '\0')
            addLetter(letter);
        else if (isApostrophe(character) && !m_word.empty())
            m_word += '\'';
        else if (character == QLatin1Char('.') && inNumber())
            m_word += '.';
        else if (character.isMark())
            return;
        else
            addBreak(character);
    }

    void addLetter(char letter)
    {
        const bool digit = letter >= '0' && letter <= '9';
        // "10mg": the number and its unit are two words.
        if (!m_word.empty() && !digit && m_word.back() >= '0' && m_word.back() <= '9')
            finishWord();
        if (m_word.empty())
            m_begin = static_cast<int>(m_at);
        m_word += letter;
    }

    void addBreak(QChar character)
    {
        const bool title = contains(Titles, std::string_view(m_word));
        const bool ratio =
            character == QLatin1Char('/') && !m_word.empty() && m_word.back() >= '0' && m_word.back() <= '9';
        finishWord();
        switch (character.unicode()) {
        case '.':
            m_sentenceStart = !m_tokens.empty() && !title;
            break;
        case '!':
        case '?':
        case ';':
        case 0xBF: // The inverted marks of Spanish.
        case 0xA1:
            m_sentenceStart = !m_tokens.empty();
            break;
        case ',':
        case ':':
            m_clauseStart = !m_tokens.empty();
            break;
        default:
            break;
        }
        if (ratio)
            append("over", static_cast<int>(m_at), static_cast<int>(m_at) + 1);
    }

    /// True at a point between two digits.
    bool inNumber() const
    {
        const auto isDigit = [](QChar character) {
            return character >= QLatin1Char('0') && character <= QLatin1Char('9');
        };
        return !m_word.empty() && m_word.back() >= '0' && m_word.back() <= '9' && m_at + 1 < m_text.size() &&
               isDigit(m_text[m_at + 1]);
    }

    void finishWord()
    {
        while (!m_word.empty() && m_word.back() == '\'')
            m_word.pop_back();
        if (!m_word.empty())
            writeOut(m_word, m_begin, static_cast<int>(m_at));
        m_word.clear();
    }

    /// Adds a word, its short forms written out.
    void writeOut(std::string_view word, int begin, int end)
    {
        if (contains(Hesitations, word))
            return;
        if (const auto form = writtenOut().find(word); form != writtenOut().end())
            return appendAll(form->second, begin, end);
        const size_t apostrophe = word.find('\'');
        if (apostrophe == std::string_view::npos)
            return append(word, begin, end);
        const std::string_view tail = word.substr(apostrophe + 1);
        std::string_view base = word.substr(0, apostrophe);
        std::string joined(base);
        joined += tail;
        if (const auto form = writtenOut().find(joined); form != writtenOut().end() && tail != "d")
            return appendAll(form->second, begin, end);
        append(base, begin, end);
        if (tail == "m")
            append("am", begin, end);
        else if (tail == "re")
            append("are", begin, end);
        else if (tail == "ve")
            append("have", begin, end);
        else if (tail == "ll")
            append("will", begin, end);
        else if (tail == "d")
            append("would", begin, end);
        else if (tail == "s")
            append(contains(IsAfter, base) ? "is" : "s", begin, end);
        else
            append(tail, begin, end);
    }

    void appendAll(std::string_view words, int begin, int end)
    {
        while (!words.empty()) {
            const size_t space = words.find(' ');
            append(words.substr(0, space), begin, end);
            words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
        }
    }

    void append(std::string_view word, int begin, int end)
    {
        Token token;
        token.text = word;
        token.begin = begin;
        token.end = end;
        token.sentenceStart = std::exchange(m_sentenceStart, false);
        token.clauseStart = std::exchange(m_clauseStart, false);
        m_tokens.push_back(std::move(token));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_begin = 0;
    std::string m_word;
    Tokens m_tokens;
    bool m_sentenceStart = false;
    bool m_clauseStart = false;
};

bool endsWith(std::string_view word, std::string_view tail)
{
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
}

bool hasVowel(std::string_view word)
{
    return word.find_first_of("aeiouy") != std::string_view::npos;
}

/// stabb -> stab; fall, pass, puff and buzz keep their two letters.
void undouble(std::string &word)
{
    const size_t size = word.size();
    if (size > 3 && word[size - 1] == word[size - 2] &&
        std::string_view("lsfz").find(word.back()) == std::string_view::npos)
        word.pop_back();
}

bool isVowel(char letter)
{
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

/// hav -> have, tak -> take: three letters left of a four-letter word. "eat", "mix" and doubled ends have lost none.
void restoreE(std::string &word)
{
    const bool cut = word.size() == 3 && !isVowel(word[0]) && isVowel(word[1]) && !isVowel(word[2]) &&
                     std::string_view("xwy").find(word[2]) == std::string_view::npos;
    if (cut)
        word += 'e';
}

void takeOff(std::string &word, size_t letters)
{
    word.erase(word.size() - letters);
    const size_t before = word.size();
    undouble(word);
    if (word.size() == before)
        restoreE(word);
}

} // namespace

std::string stemOf(std::string_view word)
{
    std::string stem(word);
    if (stem.size() < 4)
        return stem;
    if (endsWith(stem, "ies") || endsWith(stem, "ied")) {
        stem.replace(stem.size() - 3, 3, "y");
        return stem;
    }
    if (endsWith(stem, "ing") && stem.size() >= 6 && hasVowel(std::string_view(stem).substr(0, stem.size() - 3))) {
        takeOff(stem, 3);
    } else if (endsWith(stem, "ed") && stem.size() >= 5 && !endsWith(stem, "eed") &&
               hasVowel(std::string_view(stem).substr(0, stem.size() - 2))) {
        takeOff(stem, 2);
    } else if (endsWith(stem, "s") && !endsWith(stem, "ss") && !endsWith(stem, "us") && !endsWith(stem, "is")) {
        stem.pop_back();
        for (const std::string_view tail : {"che"sv, "she"sv, "sse"sv, "xe"sv})
            if (endsWith(stem, tail)) {
                stem.pop_back();
                break;
            }
    }
    if (stem.size() > 4 && stem.back() == 'e')
        stem.pop_back();
    return stem;
}

Tokens normalize(QStringView utterance)
{
    Tokens tokens = Splitter(utterance).split();
    joinNumbers(tokens);
    return tokens;
}

} // namespace Frontdesk::Safety
