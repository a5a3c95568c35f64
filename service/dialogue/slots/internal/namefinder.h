#pragma once

#include "service/dialogue/slots/internal/nameintroductions.h"
#include "service/dialogue/slots/internal/namereader.h"
#include "service/dialogue/slots/internal/spelling.h"

namespace Frontdesk::Dialogue {

/// A name found in the turn; several persons where they share it ("Ben and Ruth Otis").
struct Named {
    QStringList persons;
    WordSpan words;
    NamedRole role = NamedRole::Speaker;
    bool corrected = false;
    bool nickname = false;
};

/// Looks for names in one turn, first where something announces them, then as an answer to our question.
class NameFinder {
public:
    NameFinder(const SpokenText &text, const Claims &claims, const RelationReading &relation,
               const NameContext &context);

    /// In the order in which they were said.
    std::vector<Named> all();

private:
    [[nodiscard]] bool noneOfSpeaker() const;
    bool take(int at, NameCue strength, NamedRole role, bool nickname = false);
    /// Unknown words are taken for a name only where little else is said.
    [[nodiscard]] bool plausible(const NamePhrase &phrase, NameCue strength) const;
    [[nodiscard]] bool refused(WordSpan cue) const;
    /// Two words nobody would say here but as a name, then the sentence goes on: "it's Manny Quintana, I twisted ...".
    [[nodiscard]] bool fullNameAt(int at) const;
    /// "I'm Boyd and I take care of ...": a surname that is no ordinary word may stand alone.
    [[nodiscard]] bool surnameAloneAt(int at) const;
    [[nodiscard]] bool spelledSoonAfter(int at) const;

    /// "My mom, Ruth Kessler", "I'm his wife Angela".
    void byRelation();
    void byCues();
    /// "Griselda Pope is the name".
    void byClosing();
    /// "Gerald Pitts here", "Tom Baker calling".
    void bySignature();
    /// "I take care of Mister Jepsen": a title names somebody, and it is not the speaker.
    void byTitle();

    /// A word and its spelling: "Marisol Tafoya, t a f o y a".
    void bySpelling();
    /// An answer that is nothing but the name.
    void bare();
    /// "Stone, like a rock, Kendra Stone", "it used to be Fletcher, so Brenda Novak": the answer closes with the whole.
    void fullAtTheEnd();
    /// "Thaddeus, but everyone says Tad, last name Brubaker".
    void lastNameLater();
    [[nodiscard]] bool labelAt(int at) const;
    /// A sentence of other words around an unknown one is no name.
    void checkBare();

    const SpokenText &m_text;
    const Claims &m_claims;
    const RelationReading &m_relation;
    bool m_asked;
    std::vector<SpelledWord> m_spellings;
    std::vector<WordSpan> m_remarks;
    std::vector<Named> m_found;
};

} // namespace Frontdesk::Dialogue
