#pragma once

#include <QString>

namespace Frontdesk::TextToSpeech {

/// Rewrites what is written for people as a voice should say it, in English: telephone numbers in groups of digits
/// with pauses, times, dates, years, emergency numbers, abbreviations and signs. Text without any of these stays as it
/// is.
[[nodiscard]] QString spokenForm(const QString &text);

/// Sentences that can be synthesized one by one, so that the first is heard while the next is made.
[[nodiscard]] QStringList spokenSentences(const QString &spoken);

} // namespace Frontdesk::TextToSpeech
