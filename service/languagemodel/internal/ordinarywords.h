#pragma once

#include <QString>

namespace Frontdesk::LanguageModel {

/// What a word may be, apart from what stands around it. Words in lower case.
enum class WordKind {
    Ordinary,  ///< Names nobody: "appointment".
    Ambiguous, ///< An ordinary word that is somebody's name too: "bill", "may".
    Number,    ///< "five", "oh", "twenty", "third".
    Month,     ///< A part of a date where a number stands beside it: "march".
    Unknown,   ///< May well be a name.
};

[[nodiscard]] WordKind wordKind(const QString &word);

/// Words that are no name even where one is expected: "yes", "my", "is", "it's".
[[nodiscard]] bool isFunctionWord(const QString &word);

} // namespace Frontdesk::LanguageModel
