#include "service/dialogue/slots/internal/namefinder.h"
#include "service/dialogue/slots/internal/namewords.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

void NameFinder::byRelation()
{
    if (m_relation.words.empty()) {
        return;
    }
    const int after = m_relation.words.last;
    static const Phrase gap("(?:(?:and )?(?:his|her|their) name (?:is|'s)|named|called|in law|'s name "
                            "(?:is|'s)|name (?:is|'s)|who 's|is)");
    int at = after;
    bool named = false;
    if (const auto match = gap.findAt(m_text, at)) {
        at = match->all.last;
        named = !m_text.is(match->all.first, "is") && !m_text.is(match->all.first, "who");
    }
    const NamedRole role = m_relation.callerNamed ? NamedRole::Speaker : NamedRole::Patient;
    if (named) {
        const bool ofPatient =
            m_text.isAny(after, {"his", "her", "their"}) || m_text.isAny(after + 1, {"his", "her", "their"});
        take(at, NameCue::Strong, ofPatient ? NamedRole::Patient : role);
        return;
    }
    if (at != after) {
        take(at, NameCue::Weak, role);
        return;
    }
    const QString &word = m_text.at(at);
    if (isTitle(word)) {
        take(at, NameCue::Fair, role);
        return;
    }
    if (isSeldomName(word) && !isSurname(m_text.at(at + 1))) {
        return; // "My boss will murder me"
    }
    if (take(at, NameCue::Weak, role)) {
        return;
    }
    // An unknown name shows itself by what follows: "my son Aarav needs", "my son Aarav."
    static const Phrase verb(
        "(?:he|she|they|needs|wants|has|had|is|'s|was|would|who|got|fell|keeps|broke|hurt|and|in)");
    const bool plain = word.size() > 2 && !isNeverName(word) && !isSeldomName(word);
    if (plain && (at + 1 == m_text.size() || verb.findAt(m_text, at + 1) || isSurname(m_text.at(at + 1)) ||
                  spelledSoonAfter(at) || fullNameAt(at))) {
        take(at, NameCue::Fair, role);
    }
}

void NameFinder::byCues()
{
    for (const NameIntroduction &cue : nameIntroductions()) {
        for (const Phrase::Match &match : cue.words.findAll(m_text)) {
            if (refused(match.all)) {
                continue;
            }
            const bool weakStart = cue.strength == NameCue::Weak && cue.role == NamedRole::Speaker && !m_asked &&
                                   match.all.first > 4 && !m_text.isAny(match.all.first, {"it", "i"});
            if (weakStart) {
                continue;
            }
            NamedRole role = cue.role;
            // "My wife wants to reschedule, it's Beth Carver": "it's" then names the patient.
            if (role == NamedRole::Speaker && m_relation.forOther && !m_relation.callerNamed &&
                m_text.isAny(match.all.first, {"it", "that"}) && m_relation.words.first < match.all.first) {
                role = NamedRole::Patient;
            }
            // "We're sending a patient over, name of Hugo Ballard"
            if (m_relation.callerNamed && m_text.is(match.all.last - 1, "of") && m_text.is(match.all.first, "name")) {
                role = NamedRole::Patient;
            }
            const bool open =
                match.all.first <= 2 || m_text.isAny(match.all.first - 1, {"calling", "yes", "okay", "yeah"});
            const bool named = fullNameAt(match.all.last) || (open && surnameAloneAt(match.all.last));
            const bool other = m_relation.callerNamed && named; // "her husband, I'm calling about Junie Strand"
            const bool whole = cue.strength == NameCue::Weak &&
                               (m_asked ? cue.role == NamedRole::Speaker
                                        : (open && named) || (other && cue.role == NamedRole::Patient));
            take(match.all.last, whole ? NameCue::Fair : cue.strength, role);
        }
    }
}

void NameFinder::byClosing()
{
    static const Phrase closing("(?:is|'s) (?:the|my|her|his) name");
    for (const Phrase::Match &match : closing.findAll(m_text)) {
        for (int at = std::max(0, match.all.first - 3); at + 1 < match.all.first; ++at) {
            const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
            if (phrase.bits.size() >= 2 && phrase.last == match.all.first) {
                const bool others = m_text.isAny(match.all.last - 2, {"her", "his"});
                take(at, NameCue::Fair, others ? NamedRole::Patient : NamedRole::Speaker);
                return;
            }
        }
    }
}

void NameFinder::bySignature()
{
    static const Phrase sign("here|speaking|calling");
    for (int at = 0; at <= 2 && at < m_text.size(); ++at) {
        const NamePhrase phrase = namePhraseAt(m_text, at, NameCue::Fair, {}, {});
        if (!phrase.bits.empty() && sign.findAt(m_text, phrase.last)) {
            take(at, NameCue::Fair, NamedRole::Speaker);
            return;
        }
    }
    // "Lottie Fay, no insurance, six oh eight ...": a full name, then other facts.
    const bool known = isGivenName(m_text.at(0)) && !isSeldomName(m_text.at(0));
    const NamePhrase phrase = known ? namePhraseAt(m_text, 0, NameCue::Fair, m_spellings, m_remarks) : NamePhrase{};
    if (phrase.bits.size() >= 2 && (fullNameAt(0) || !m_claims.isFree(phrase.last) || phrase.bits.back().spelled)) {
        take(0, NameCue::Fair, NamedRole::Speaker);
    }
}

void NameFinder::byTitle()
{
    for (int at = 0; m_relation.forOther && at + 1 < m_text.size(); ++at) {
        if (m_text.isAny(at, {"mister", "missus", "miss", "mr", "mrs", "ms"})) {
            take(at, NameCue::Fair, NamedRole::Patient);
        }
    }
}

} // namespace Frontdesk::Dialogue
