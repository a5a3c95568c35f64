#pragma once

#include "service/dialogue/slots/internal/spelling.h"

namespace Frontdesk::Dialogue {

/// One word of a name as it was given.
struct NameBit {
    enum class Label { None, First, Middle, Last };

    QString text; ///< Lower case.
    WordSpan words;
    bool spelled = false;
    Label label = Label::None;
    bool newPerson = false; ///< "And" stood before it.
};

/// A stretch of name words, spellings and remarks ("smith s as in sam m i t h first name karen").
struct NamePhrase {
    std::vector<NameBit> bits;
    int last = 0; ///< The word after it.
    bool corrected = false;
    bool hyphenated = false; ///< "Hyphenated" was said: the last two names are one.
};

/// How sure the words before make us that a name follows.
enum class NameCue {
    Weak,   ///< "It's ...", "for ...": only names we know.
    Fair,   ///< An answer to a question for a name: any word that is not an ordinary one.
    Strong, ///< "My name is ...": ordinary words too ("Will", "Price").
};

/// Reads name words from `at` on.
[[nodiscard]] NamePhrase namePhraseAt(const SpokenText &text, int at, NameCue cue,
                                      const std::vector<SpelledWord> &spellings, const std::vector<WordSpan> &remarks);

/// Whether letters spell a word that was also said.
[[nodiscard]] bool soundsLike(const QString &spelled, const QString &said);

/// The persons a phrase names, given names first: spelled letters win over the sound, labels over the order.
[[nodiscard]] QStringList personsIn(const NamePhrase &phrase);

} // namespace Frontdesk::Dialogue
