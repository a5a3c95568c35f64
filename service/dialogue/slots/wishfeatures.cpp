#include "service/dialogue/slots/wishfeatures.h"

#include "service/dialogue/slots/internal/calendar.h"
#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/wordset.h"
#include "shared/core/spreadnumber.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

constexpr int FarthestPair = 4; ///< Words apart that still belong together: "move ... to".
constexpr int StemLetters = 5;
constexpr int OpeningWords = 3; ///< How a turn begins tells a question from a wish.

/// A word, or the kind of thing it is.
QString kindOf(const SpokenText &text, int at)
{
    static const WordSet kin(
        "mom mother dad father son daughter husband wife brother sister grandma grandmother grandpa "
        "grandfather grandson granddaughter aunt uncle niece nephew cousin kid kids child children "
        "boys girls baby toddler twins partner boyfriend girlfriend fiance friend neighbor");
    const QString &word = text.at(at);
    if (digitAt(text, at) || teenAt(text, at) || tensAt(text, at) || word[0].isDigit()) {
        return QStringLiteral("#n");
    }
    if (weekdayNumber(word) > 0 || word == QLatin1String("tomorrow")) {
        return QStringLiteral("#day");
    }
    if (monthNumber(word) > 0 && word != QLatin1String("may")) {
        return QStringLiteral("#month");
    }
    if (kin.has(word)) {
        return QStringLiteral("#kin");
    }
    return isGivenName(word) && !isSeldomName(word) ? QStringLiteral("#name") : word;
}

uint32_t numberOf(const QString &text)
{
    return spreadNumber(text.toUtf8().toStdString());
}

} // namespace

std::vector<uint32_t> wishFeatures(const QString &utterance)
{
    const SpokenText text(utterance);
    std::vector<uint32_t> words;
    std::vector<uint32_t> features;
    QString before;
    for (int at = 0; at < text.size(); ++at) {
        const QString kind = kindOf(text, at);
        if (kind == before && kind.startsWith(QLatin1Char('#'))) {
            continue; // A number is one thing, however many digits it has.
        }
        before = kind;
        words.push_back(numberOf(kind));
        if (static_cast<int>(words.size()) <= OpeningWords) {
            features.push_back(spreadPair(words.back(), numberOf(QStringLiteral("opens"))));
        }
        if (kind.size() > StemLetters) {
            features.push_back(numberOf(kind.left(StemLetters) + QLatin1Char('-')));
        }
    }
    features.insert(features.end(), words.begin(), words.end());
    for (size_t first = 0; first < words.size(); ++first) {
        for (size_t second = first + 1; second < std::min(words.size(), first + 1 + FarthestPair); ++second) {
            const bool neighbours = second == first + 1;
            features.push_back(spreadPair(spreadPair(words[first], words[second]), neighbours ? 1 : 2));
        }
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

} // namespace Frontdesk::Dialogue
