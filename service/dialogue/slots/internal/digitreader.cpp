#include "service/dialogue/slots/internal/digitreader.h"

#include "service/dialogue/slots/internal/numbers.h"
#include "service/dialogue/slots/internal/phrase.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

/// So many readings of one run are looked at.
constexpr qsizetype kMostReadings = 32;

/// One or more words and the digits they may stand for; the usual reading first.
struct Chunk {
    int words = 0;
    QStringList readings;
};

QString figures(int value)
{
    return QString::number(value);
}

/// "Hundred" and "thousand" behind a number below 100.
Chunk bigNumber(const SpokenText &text, int at)
{
    const SpokenNumber lead = cardinalAt(text, at);
    if (!lead || lead.value == 0 || text.at(at).size() > 2 + 8) {
        return {};
    }
    const int next = at + lead.words;
    if (text.is(next, "thousand")) {
        return {lead.words + 1, {figures(lead.value) + QStringLiteral("000")}};
    }
    if (!text.is(next, "hundred")) {
        return {};
    }
    const int after = next + 1 + (text.is(next + 1, "and") ? 1 : 0);
    const SpokenNumber rest = cardinalAt(text, after);
    const bool anotherHundred = rest && text.isAny(after + rest.words, {"hundred", "thousand"});
    if (rest && rest.value >= 10 && rest.value < 100 && !anotherHundred && lead.value < 10) {
        // "Three hundred twelve" is 312; "eight hundred forty seven sixteen" is 800 47 16.
        return {after + rest.words - at,
                {figures(lead.value) + figures(rest.value),
                 figures(lead.value) + QStringLiteral("00") + figures(rest.value)}};
    }
    return {lead.words + 1, {figures(lead.value) + QStringLiteral("00")}};
}

Chunk chunkAt(const SpokenText &text, int at)
{
    const QString &word = text.at(at);
    const bool twice = word == QLatin1String("double");
    if (twice || word == QLatin1String("triple") || word == QLatin1String("treble") ||
        word == QLatin1String("quadruple")) {
        const SpokenNumber digit = digitAt(text, at + 1);
        const int times = twice ? 2 : word.startsWith(QLatin1Char('q')) ? 4 : 3;
        return digit ? Chunk{2, {figures(digit.value).repeated(times)}} : Chunk{};
    }
    if (const SpokenNumber digit = digitAt(text, at); digit && digit.value > 0 && text.is(at + 1, "oh's")) {
        return {2, {figures(digit.value)}};
    }
    if (const Chunk big = bigNumber(text, at); big.words > 0) {
        return big;
    }
    if (std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }) && !word.isEmpty()) {
        return {1, {word}};
    }
    if (const SpokenNumber teen = teenAt(text, at)) {
        return {1, {figures(teen.value)}};
    }
    if (const SpokenNumber tens = tensAt(text, at)) {
        const SpokenNumber unit = digitAt(text, at + 1);
        if (unit && unit.value > 0) {
            return {2, {figures(tens.value + unit.value), figures(tens.value) + figures(unit.value)}};
        }
        return {1, {figures(tens.value)}};
    }
    if (const SpokenNumber digit = digitAt(text, at)) {
        return {1, {figures(digit.value)}};
    }
    return {};
}

int bridgeAt(const SpokenText &text, int at)
{
    static const Phrase bridge("(?:and )?then|dash|hyphen|area code|dot|space|pause|and|plus|let me "
                               "(?:think|see|check)|hold on|hang on|one (?:second|sec|moment)|the number is|is|it 's|"
                               "prefix|like i said|the rest is|parentheses|comma|you know|okay|number");
    const auto match = bridge.findAt(text, at);
    return match ? match->all.size() : 0;
}

void extend(QStringList &readings, const QStringList &more)
{
    QStringList result;
    for (const QString &next : more) {
        for (const QString &reading : std::as_const(readings)) {
            if (result.size() < kMostReadings) {
                result.append(reading + next);
            }
        }
    }
    readings = result;
}

} // namespace

std::vector<DigitRun> digitRunsIn(const SpokenText &text)
{
    std::vector<DigitRun> runs;
    for (int i = 0; i < text.size();) {
        Chunk chunk = chunkAt(text, i);
        if (chunk.words == 0) {
            ++i;
            continue;
        }
        QStringList readings{QString()};
        DigitRun run;
        run.words.first = i;
        while (chunk.words > 0) {
            extend(readings, chunk.readings);
            i += chunk.words;
            run.words.last = i;
            // "Not three six six, it's three four four ...": two numbers.
            const int bridge = text.is(run.words.first - 1, "not") ? 0 : bridgeAt(text, i);
            chunk = chunkAt(text, i + bridge);
            if (chunk.words > 0) {
                i += bridge;
            }
        }
        run.digits = readings.takeFirst();
        run.alternatives = readings;
        runs.push_back(run);
    }
    return runs;
}

} // namespace Frontdesk::Dialogue
