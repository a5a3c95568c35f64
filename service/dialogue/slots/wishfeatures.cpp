#include "service/dialogue/slots/wishfeatures.h"

#include "service/dialogue/slots/internal/calendar.h"
#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/wordset.h"
#include "shared/core/spreadnumber.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

constexpr int StemLetters = 5;
constexpr int ShortestPiece = 3; ///< Letters of a piece of a word: what is left of one the recognizer misheard.
constexpr int LongestPiece = 4;
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
    std::vector<uint32_t> features;
    QString before;
    int words = 0;
    for (int at = 0; at < text.size(); ++at) {
        const QString kind = kindOf(text, at);
        if (kind == before && kind.startsWith(QLatin1Char('#'))) {
            continue; // A number is one thing, however many digits it has.
        }
        const uint32_t word = numberOf(kind);
        features.push_back(word);
        if (!before.isEmpty()) {
            features.push_back(spreadPair(numberOf(before), word));
        }
        if (++words <= OpeningWords) {
            features.push_back(spreadPair(word, numberOf(QStringLiteral("opens"))));
        }
        if (kind.size() > StemLetters) {
            features.push_back(numberOf(kind.left(StemLetters) + QLatin1Char('-')));
        }
        const QString edged = QLatin1Char('^') + kind + QLatin1Char('$');
        for (int length = ShortestPiece; length <= LongestPiece; ++length) {
            for (int from = 0; from + length <= edged.size(); ++from) {
                features.push_back(spreadPair(numberOf(edged.mid(from, length)), 3));
            }
        }
        before = kind;
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

} // namespace Frontdesk::Dialogue
