#include "service/dialogue/slots/internal/namephrase.h"

#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

using Label = NameBit::Label;

bool isWord(const QString &word)
{
    return word.size() >= 2 &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c.isMark() || c == u'\''; });
}

class Reader {
public:
    Reader(const SpokenText &text, int at, NameCue cue, const std::vector<SpelledWord> &spellings,
           const std::vector<WordSpan> &remarks)
        : m_text(text)
        , m_cue(cue)
        , m_spellings(spellings)
        , m_remarks(remarks)
        , m_at(at)
    {}

    NamePhrase read()
    {
        m_phrase.last = m_at;
        m_phrase.hyphenated = m_text.is(m_at - 1, "hyphenated");
        while (m_at < m_text.size() && m_phrase.bits.size() < 12 && step()) {
        }
        return m_phrase;
    }

private:
    bool step()
    {
        return remark() || spelling() || surnameComma() || correction() || refusedName() || label() || title() ||
               another() || link() || name();
    }

    bool remark()
    {
        for (const WordSpan &span : m_remarks) {
            if (span.first == m_at) {
                m_at = span.last;
                if (!m_phrase.bits.empty()) {
                    m_phrase.last = m_at;
                }
                return true;
            }
        }
        return false;
    }

    const SpelledWord *spellingAt(int at) const
    {
        const auto it = std::find_if(m_spellings.begin(), m_spellings.end(),
                                     [at](const SpelledWord &word) { return word.words.first == at; });
        return it == m_spellings.end() ? nullptr : &*it;
    }

    bool spelling()
    {
        const SpelledWord *word = spellingAt(m_at);
        if (word == nullptr) {
            return false;
        }
        push(word->letters, word->words, true);
        return true;
    }

    /// "Hadley comma Jerome".
    bool surnameComma()
    {
        if (!m_text.is(m_at, "comma") || m_phrase.bits.empty() || !isWord(m_text.at(m_at + 1))) {
            return false;
        }
        for (NameBit &bit : m_phrase.bits) {
            bit.label = Label::Last;
        }
        m_label = Label::First;
        ++m_at;
        return true;
    }

    void push(const QString &text, WordSpan words, bool spelled)
    {
        NameBit bit;
        bit.text = text;
        bit.words = words;
        bit.spelled = spelled;
        bit.label = m_label;
        bit.newPerson = m_and && !spelled;
        if (!spelled) {
            m_and = false;
        }
        if (m_text.hyphenBefore(words.first) && !m_phrase.bits.empty() && !m_phrase.bits.back().spelled && !spelled) {
            m_phrase.bits.back().text += QLatin1Char('-') + text;
            m_phrase.bits.back().words.last = words.last;
        } else {
            m_phrase.bits.push_back(bit);
        }
        m_at = words.last;
        m_phrase.last = m_at;
    }

    /// "No sorry", "I mean": what follows replaces a like word.
    bool correction()
    {
        static const Phrase words("(?:no sorry|sorry no|no wait|wait no|no i mean|i mean|no it 's|sorry|no that "
                                  "'s|no|actually|wait|scratch that)(?: (?:it 's|it is|that 's))?");
        const auto match = words.findAt(m_text, m_at);
        if (!match || m_phrase.bits.empty()) {
            return false;
        }
        const int next = match->all.last;
        if (spellingAt(next) == nullptr && !acceptable(next)) {
            return false;
        }
        const size_t before = m_phrase.bits.size();
        const Label label = m_label;
        Reader rest(m_text, next, m_cue, m_spellings, m_remarks);
        rest.m_label = label;
        NamePhrase after = rest.read();
        if (after.bits.empty()) {
            return false;
        }
        const NameBit &first = after.bits.front();
        const bool like = std::any_of(m_phrase.bits.begin(), m_phrase.bits.end(),
                                      [&](const NameBit &bit) { return soundsLike(first.text, bit.text); });
        if (after.bits.size() == 1 && !first.spelled && !like && !isGivenName(first.text) && !isSurname(first.text)) {
            return false; // "sorry, habit"
        }
        // One new word takes the place of the one it corrects; more take the place of all.
        if (after.bits.size() == 1 && before > 1) {
            size_t place = before - 1;
            for (size_t i = 0; i < before; ++i) {
                if (soundsLike(after.bits[0].text, m_phrase.bits[i].text)) {
                    place = i;
                    break;
                }
            }
            m_phrase.bits.resize(place + 1);
            after.bits[0].label = m_phrase.bits[place].label;
            m_phrase.bits[place] = after.bits[0];
        } else {
            m_phrase.bits = after.bits;
        }
        m_phrase.corrected = true;
        m_phrase.last = after.last;
        m_at = after.last;
        return true;
    }

    /// "Gail not Dale".
    bool refusedName()
    {
        if (!m_text.is(m_at, "not") || m_phrase.bits.empty() || !isWord(m_text.at(m_at + 1)) ||
            isNeverName(m_text.at(m_at + 1))) {
            return false;
        }
        m_at += 2;
        return true;
    }

    bool label()
    {
        static const Phrase words(
            "(?:and )?(?:the |my |her |his |their )?(?:(first)|(middle)|(last|sur|family)) ?(?:name|initial)(?: "
            "(?:is|'s|it 's|be|being))*|(?:and )?(?:the )?(surname)(?: (?:is|'s))?|(?:and )?(?:the )?(first)(?: "
            "(?:is|'s))|(?:and )?(?:the )?(last)(?: (?:is|'s))");
        const auto match = words.findAt(m_text, m_at);
        if (!match) {
            return false;
        }
        const int next = match->all.last;
        if (next >= m_text.size()) {
            return false;
        }
        const bool first = !match->groups[0].empty() || !match->groups[4].empty();
        m_label = first ? Label::First : !match->groups[1].empty() ? Label::Middle : Label::Last;
        m_at = next;
        m_and = false;
        return true;
    }

    bool title()
    {
        if (!isTitle(m_text.at(m_at)) || !(acceptableAfterTitle(m_at + 1))) {
            return false;
        }
        ++m_at;
        m_titled = true;
        return true;
    }

    bool acceptableAfterTitle(int at) const { return isWord(m_text.at(at)) && !isNeverName(m_text.at(at)); }

    /// "Emma and Liam Walker".
    bool another()
    {
        if (!m_text.is(m_at, "and") || m_phrase.bits.empty() || m_label != Label::None) {
            return false;
        }
        const QString &next = m_text.at(m_at + 1);
        // Beside a known given name an unknown word is one too: "Priya and Anika Banerjee".
        const bool pair = isGivenName(m_phrase.bits.back().text) && isWord(next) && next.size() > 2 &&
                          !isSeldomName(next) && isWord(m_text.at(m_at + 2)) && !isNeverName(m_text.at(m_at + 2));
        if (isNeverName(next) || !(isGivenName(next) || pair)) {
            return false;
        }
        m_and = true;
        ++m_at;
        return true;
    }

    /// Words that join a name and its spelling, or its parts.
    bool link()
    {
        static const Phrase words(
            "(?:(?:and )?(?:that 's|that is|it 's|it is|it)(?: spelled| spelt)?(?: like| just)?|(?:which is |and it 's "
            "|and that 's )?(?:spelled|spelt)|spelling|with|like|and|no middle name|s "
            "o|the|so|again|that|hyphen|dash)");
        const auto match = words.findAt(m_text, m_at);
        if (!match || m_phrase.bits.empty()) {
            return false;
        }
        const int next = match->all.last;
        const int save = m_at;
        m_at = next;
        const bool labelled = labelFollows(next);
        const bool remarkFollows =
            std::any_of(m_remarks.begin(), m_remarks.end(), [next](WordSpan span) { return span.first == next; });
        if (spellingAt(next) != nullptr || labelled || remarkFollows) {
            return true;
        }
        m_at = save;
        return false;
    }

    bool labelFollows(int at) const
    {
        static const Phrase words("(?:(?:my|the|her|his|first|last|middle) )*(?:first|last|middle|sur)? ?name|surname");
        return words.findAt(m_text, at).has_value() && !m_text.is(at, "name");
    }

    [[nodiscard]] bool acceptable(int at) const
    {
        const QString &word = m_text.at(at);
        if (!isWord(word) || isTitle(word)) {
            return false;
        }
        const bool labelled = m_label != Label::None;
        const bool begun = !m_phrase.bits.empty();
        const bool strong = m_cue == NameCue::Strong || labelled || m_titled;
        if (begun && m_phrase.bits.back().spelled && !goesOnAfterSpelling(at)) {
            return false;
        }
        if (isSeldomName(word)) {
            static const Phrase verbLike("(?:will|may|so|do|to|you|an|le|love|hung|mark|drew|bill|chase|case) "
                                         "(?:be|i|you|we|have|not|need|that|the|a|it)");
            const bool speaker = m_cue != NameCue::Weak && !begun && m_text.isAny(at + 1, {"i", "we"});
            if (!speaker && verbLike.findAt(m_text, at)) {
                return false;
            }
            // "Bill Hanover", alone in answer to the question for a name.
            const bool whole = m_cue == NameCue::Fair && isGivenName(word) && isWord(m_text.at(at + 1)) &&
                               !isNeverName(m_text.at(at + 1)) && at + 2 >= m_text.size();
            if (isNeverName(word) && !whole && !(strong && !begun) &&
                !(begun && m_text.isAny(at, {"do", "le", "so", "ho", "an"}) &&
                  (at + 1 == m_text.size() || spellingAt(at + 1) != nullptr))) {
                return false;
            }
            return strong || m_cue == NameCue::Fair || (begun && m_phrase.bits.size() < 3) || isGivenName(word);
        }
        if (isParticle(word) && begun) {
            return isWord(m_text.at(at + 1)) && !isNeverName(m_text.at(at + 1));
        }
        const bool doing = !begun && word.size() > 5 && word.endsWith(QLatin1String("ing")) && !isSurname(word);
        if (isNeverName(word) || (doing && m_cue != NameCue::Strong)) {
            return false;
        }
        if (!begun && m_cue == NameCue::Weak && !m_titled && !labelled) {
            return isGivenName(word);
        }
        return true;
    }

    /// "Nate Orlowski o r l o w s k i pushing my ...": what follows a spelled name is part of it only if it looks so.
    [[nodiscard]] bool goesOnAfterSpelling(int at) const
    {
        const QString &word = m_text.at(at);
        return m_label != Label::None || at + 1 >= m_text.size() || isGivenName(word) || isSurname(word) ||
               isParticle(word) || spellingAt(at + 1) != nullptr || labelFollows(at + 1);
    }

    bool name()
    {
        const QString &word = m_text.at(m_at);
        if (!m_phrase.bits.empty()) {
            QString suffix = nameSuffix(word);
            int words = 1;
            if (m_text.is(m_at, "the") && m_text.isAny(m_at + 1, {"third", "second", "fourth"})) {
                suffix = m_text.is(m_at + 1, "third")    ? QStringLiteral("III")
                         : m_text.is(m_at + 1, "second") ? QStringLiteral("II")
                                                         : QStringLiteral("IV");
                words = 2;
            }
            if (!suffix.isEmpty()) {
                push(suffix.toLower(), {m_at, m_at + words}, false);
                return true;
            }
            // "Smith hyphen Jones"
            if (m_text.isAny(m_at, {"hyphen", "dash"}) && acceptable(m_at + 1) && !m_phrase.bits.back().spelled) {
                m_phrase.bits.back().text += QLatin1Char('-') + m_text.at(m_at + 1);
                m_phrase.bits.back().words.last = m_at + 2;
                m_at += 2;
                m_phrase.last = m_at;
                return true;
            }
            if (m_text.is(m_at, "hyphenated")) {
                m_phrase.hyphenated = true;
                ++m_at;
                return true;
            }
        }
        const size_t plain = static_cast<size_t>(
            std::count_if(m_phrase.bits.begin(), m_phrase.bits.end(), [](const NameBit &bit) { return !bit.spelled; }));
        // A middle initial.
        const bool initial = word.size() == 1 && word[0].isLetter() && !m_phrase.bits.empty() && acceptable(m_at + 1) &&
                             !m_text.isAny(m_at, {"a", "i"});
        if (initial) {
            push(word, {m_at, m_at + 1}, false);
            return true;
        }
        if (!acceptable(m_at) || plain >= 8) {
            return false;
        }
        push(word, {m_at, m_at + 1}, false);
        return true;
    }

    const SpokenText &m_text;
    NameCue m_cue;
    const std::vector<SpelledWord> &m_spellings;
    const std::vector<WordSpan> &m_remarks;
    int m_at;
    NamePhrase m_phrase;
    Label m_label = Label::None;
    bool m_titled = false;
    bool m_and = false;
};

} // namespace

NamePhrase namePhraseAt(const SpokenText &text, int at, NameCue cue, const std::vector<SpelledWord> &spellings,
                        const std::vector<WordSpan> &remarks)
{
    return Reader(text, at, cue, spellings, remarks).read();
}

} // namespace Frontdesk::Dialogue
