#include "service/dialogue/slots/internal/namefinder.h"
#include "service/dialogue/slots/internal/namewords.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

void NameFinder::bare()
{
    static const Phrase lead(
        "(?:yes|yeah|yep|sure|okay|oh|hi|hello|it|'s|is|that|well|so|my|the|name|patient|no|uh-huh|please|just|for|"
        "this|i|am|put|would be|be|of "
        "course|absolutely|certainly|again|his|her|their|first|spelled|spelling|and|last name|first "
        "name|surname|baby (?:girl|boy)|not named yet|still|named yet|not|ma'am|sir|maam)");
    static const Phrase wait("(?:hold on|wait|one (?:sec\\w*|moment|minute)|let "
                             "me|why|what|how|who|do|can|could|sorry what|excuse me|pardon)");
    if (wait.findAt(m_text, 0)) {
        return;
    }
    for (int at = 0; at < m_text.size(); ++at) {
        if (m_text.is(at - 2, "used") || m_text.is(at - 3, "used")) {
            continue; // "it used to be Fletcher"
        }
        const int before = static_cast<int>(m_found.size());
        if (labelAt(at) || !isNeverName(m_text.at(at)) || isGivenName(m_text.at(at))) {
            take(at, NameCue::Fair, m_relation.callerNamed ? NamedRole::Speaker : NamedRole::Patient);
        }
        if (static_cast<int>(m_found.size()) > before) {
            checkBare();
            return;
        }
        if (!lead.findAt(m_text, at) && at > 6) {
            return;
        }
    }
}

bool NameFinder::labelAt(int at) const
{
    static const Phrase label("(?:(?:my|the|his|her) )?(?:(?:first|last) (?:name|is|'s)|surname)");
    return label.findAt(m_text, at).has_value() ||
           std::any_of(m_spellings.begin(), m_spellings.end(),
                       [at](const SpelledWord &w) { return w.words.first == at; }) ||
           std::any_of(m_remarks.begin(), m_remarks.end(), [at](WordSpan w) { return w.first == at; });
}

void NameFinder::checkBare()
{
    const Named &last = m_found.back();
    int others = 0;
    for (int i = 0; i < m_text.size(); ++i) {
        others += last.words.has(i) ? 0 : 1;
    }
    bool known = false;
    for (int i = last.words.first; i < last.words.last; ++i) {
        known = known || isGivenName(m_text.at(i)) || isSurname(m_text.at(i)) || m_text.at(i).size() == 1;
    }
    if (!known && others > 4) {
        m_found.pop_back();
    }
}

void NameFinder::fullAtTheEnd()
{
    const bool full = std::any_of(m_found.begin(), m_found.end(),
                                  [](const Named &named) { return named.persons.front().contains(QLatin1Char(' ')); });
    for (int at = m_text.size() - 2; !full && at > 0; --at) {
        if (!isGivenName(m_text.at(at)) || isSeldomName(m_text.at(at))) {
            continue;
        }
        const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
        if (phrase.bits.size() >= 2 && phrase.last == m_text.size()) {
            take(at, NameCue::Fair, m_relation.callerNamed ? NamedRole::Speaker : NamedRole::Patient);
            return;
        }
    }
}

void NameFinder::lastNameLater()
{
    static const Phrase label("(?:last name|surname|family name)(?: (?:is|'s))?");
    const auto match = label.find(m_text);
    if (!match || m_found.size() != 1 || m_found.front().persons.size() != 1 ||
        m_found.front().persons.front().contains(QLatin1Char(' ')) || match->all.first < m_found.front().words.last) {
        return;
    }
    const NamePhrase phrase = namePhraseAt(m_text, match->all.last, NameCue::Strong, m_spellings, m_remarks);
    if (const QStringList persons = personsIn(phrase); persons.size() == 1) {
        m_found.front().persons.front() += QLatin1Char(' ') + persons.front();
        m_found.front().words.last = phrase.last;
    }
}

void NameFinder::bySpelling()
{
    for (const SpelledWord &word : m_spellings) {
        for (int at = std::max(0, word.words.first - 2); at < word.words.first; ++at) {
            const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, m_spellings, m_remarks);
            const bool reaches = phrase.last >= word.words.last && phrase.bits.size() >= 2;
            if (reaches && personsIn(phrase).join(QLatin1Char(' ')).split(QLatin1Char(' ')).size() <
                               static_cast<qsizetype>(phrase.bits.size())) {
                take(at, NameCue::Fair, m_asked ? NamedRole::Patient : NamedRole::Speaker);
                break;
            }
        }
    }
}

} // namespace Frontdesk::Dialogue
