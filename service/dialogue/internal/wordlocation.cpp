#include "service/dialogue/internal/wordlocation.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// One wrong word spoils a name or a number; of a sentence the rest can still be right.
bool everyWordCounts(SlotName name)
{
    return name == SlotName::PatientName || name == SlotName::CallerName || name == SlotName::CallbackNumber;
}

} // namespace

void locate(SlotName name, SlotValue &value, const Flow::Transcript &transcript)
{
    value.confidence = transcript.confidence;
    value.from = transcript.start;
    value.to = transcript.end;
    const QStringList said = value.saidAs.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto &words = transcript.words;
    if (said.isEmpty() || words.size() < static_cast<size_t>(said.size())) {
        return;
    }
    const auto sameWord = [](const QString &wanted, const SpokenWord &word) {
        return word.text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto first =
        std::search(words.begin(), words.end(), said.begin(), said.end(),
                    [&](const SpokenWord &word, const QString &wanted) { return sameWord(wanted, word); });
    if (first == words.end()) {
        return;
    }
    const auto last = first + said.size();
    double sum = 0;
    double least = 1;
    for (auto word = first; word != last; ++word) {
        sum += word->confidence;
        least = std::min(least, word->confidence);
    }
    value.confidence = everyWordCounts(name) ? least : sum / static_cast<double>(said.size());
    value.from = first->start;
    value.to = std::prev(last)->end;
}

} // namespace Frontdesk::Dialogue
