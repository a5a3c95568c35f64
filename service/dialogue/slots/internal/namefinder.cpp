#include "service/dialogue/slots/internal/namefinder.h"

#include "service/dialogue/slots/internal/namewords.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

NameFinder::NameFinder(const SpokenText &text, const Claims &claims, const RelationReading &relation,
                       const NameContext &context)
    : m_text(text)
    , m_claims(claims)
    , m_relation(relation)
    , m_asked(context.patientAsked || context.callerAsked || context.spellingAsked)
    , m_spellings(spelledIn(text, m_asked))
    , m_remarks(spellingRemarksIn(text))
{
    if (!m_asked) {
        // Unasked, a spelling counts only right behind a name: "p p o" or "d m v" are none.
        m_spellings.erase(std::remove_if(m_spellings.begin(), m_spellings.end(),
                                         [](const SpelledWord &word) { return word.letters.size() < 3; }),
                          m_spellings.end());
    }
}

std::vector<Named> NameFinder::all()
{
    byRelation();
    byCues();
    byClosing();
    bySignature();
    const bool opensWithName =
        (isGivenName(m_text.at(0)) || isSurname(m_text.at(0))) && !m_found.empty() &&
        std::none_of(m_found.begin(), m_found.end(), [](const Named &n) { return n.words.first < 2; });
    if (m_asked && (noneOfSpeaker() || opensWithName)) {
        bare();
    }
    if (m_asked) {
        lastNameLater();
        fullAtTheEnd();
    }
    byTitle();
    bySpelling();
    std::sort(m_found.begin(), m_found.end(),
              [](const Named &a, const Named &b) { return a.words.first < b.words.first; });
    return std::move(m_found);
}

bool NameFinder::noneOfSpeaker() const
{
    return std::none_of(m_found.begin(), m_found.end(), [](const Named &named) { return !named.nickname; });
}

bool NameFinder::take(int at, NameCue strength, NamedRole role, bool nickname)
{
    static const Phrase season(
        "(?:summer|spring|autumn|winter|april|may|june) (?:camp|school|vacation|break|sports?|job|"
        "program|season|league)");
    if (m_text.is(at - 1, "not") || season.findAt(m_text, at)) {
        return false; // "Not Allen, Alan"; "for summer camp"
    }
    if (!m_claims.isFree(at) ||
        std::any_of(m_found.begin(), m_found.end(), [at](const Named &n) { return n.words.has(at); })) {
        return false;
    }
    NamePhrase phrase = namePhraseAt(m_text, at, strength, m_spellings, m_remarks);
    if (phrase.bits.empty() || !m_claims.isFree({phrase.bits.front().words.first, phrase.bits.front().words.last})) {
        return false;
    }
    if (strength != NameCue::Strong && !plausible(phrase, strength)) {
        return false;
    }
    const QStringList persons = personsIn(phrase);
    if (persons.isEmpty()) {
        return false;
    }
    // "I'm Grace Miller's daughter": the name is not the speaker's.
    if (role == NamedRole::Speaker && m_text.is(phrase.last, "'s") && m_relation.callerNamed &&
        m_relation.words.has(phrase.last)) {
        role = NamedRole::Patient;
    }
    m_found.push_back({persons, {at, phrase.last}, role, phrase.corrected, nickname});
    return true;
}

bool NameFinder::plausible(const NamePhrase &phrase, NameCue strength) const
{
    const bool known = std::any_of(phrase.bits.begin(), phrase.bits.end(), [](const NameBit &bit) {
        return bit.spelled || isGivenName(bit.text) || isSurname(bit.text) || bit.label != NameBit::Label::None;
    });
    if (known) {
        return true;
    }
    return strength == NameCue::Fair && phrase.bits.size() <= 4;
}

bool NameFinder::refused(WordSpan cue) const
{
    static const Phrase nick("(?:go|goes|going) by|(?:can |just )?call (?:me|him|her)|maiden name");
    return m_text.is(cue.first - 1, "not") ||
           (nick.findAt(m_text, cue.first - 2).has_value() && m_text.is(cue.first, "by"));
}

bool NameFinder::fullNameAt(int at) const
{
    static const Phrase on("(?:i|we|he|she|they|calling|and|my|can|could|here|again|from|asked|needs|wants|has|is|'"
                           "s|was|who|would|about|$)");
    const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
    const bool seldom = isSeldomName(m_text.at(at)) && !isGivenName(m_text.at(at));
    return phrase.bits.size() >= 2 && phrase.bits.size() <= 3 && !seldom &&
           (phrase.last >= m_text.size() || on.findAt(m_text, phrase.last));
}

bool NameFinder::surnameAloneAt(int at) const
{
    return isSurname(m_text.at(at)) && !isSeldomName(m_text.at(at)) && !isNeverName(m_text.at(at)) &&
           m_text.isAny(at + 1, {"i", "and", "calling", "from", "here"});
}

bool NameFinder::spelledSoonAfter(int at) const
{
    return std::any_of(m_spellings.begin(), m_spellings.end(),
                       [at](const SpelledWord &word) { return word.words.first > at && word.words.first <= at + 3; });
}

} // namespace Frontdesk::Dialogue
