#pragma once

#include <QString>

#include <vector>

namespace Frontdesk::Call {

/// A sentence and where it stands in its text.
struct Sentence {
    QString text;
    qsizetype begin = 0; ///< Character offsets within the whole text.
    qsizetype end = 0;
};

/// Splits speech at sentence ends, so that the first can be heard while the next is still being made. Titles,
/// initials, times and decimals do not end a sentence ("Dr. Lopez", "9:30 a.m. tomorrow", "3.5").
[[nodiscard]] std::vector<Sentence> splitSentences(const QString &text);

/// The longest run of whole words that fits into the first `characters` of `text`.
[[nodiscard]] QString wholeWords(const QString &text, qsizetype characters);

} // namespace Frontdesk::Call
