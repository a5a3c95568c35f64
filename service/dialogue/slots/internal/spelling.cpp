#include "service/dialogue/slots/internal/spelling.h"

#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/wordset.h"

#include <QHash>

namespace Frontdesk::Dialogue {
namespace {

QHash<QString, QChar> letterWords(const char *pairs)
{
    QHash<QString, QChar> letters;
    const QStringList list = QString::fromLatin1(pairs).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < list.size(); i += 2) {
        letters.insert(list[i], list[i + 1][0]);
    }
    return letters;
}

QChar alphabetLetter(const QString &word)
{
    static const QHash<QString, QChar> words =
        letterWords("alpha a alfa a bravo b charlie c delta d echo e foxtrot f golf g hotel h india i juliet j juliett "
                    "j kilo k lima l mike m november n oscar o papa p quebec q romeo r sierra s tango t uniform u "
                    "victor v whiskey w whisky w xray x yankee y zulu z");
    return words.value(word);
}

/// How recognisers write the sound of a letter; most are words too.
QChar soundLetter(const QString &word)
{
    static const QHash<QString, QChar> words = letterWords(
        "ay a bee b be b cee c see c sea c dee d ee e ef f eff f gee g aitch h eye i jay j kay k el l ell l em m en n "
        "oh o pee p cue q queue q ar r are r ess s es s tee t tea t vee v you u ex x wye y why y zee z zed z");
    return words.value(word);
}

bool isLetter(const QString &word)
{
    return word.size() == 1 && word[0].isLetter();
}

struct Letter {
    QString letters;
    int words = 0;
};

/// "As in sam", "for mary", "like boy" behind a letter.
int exampleWords(const SpokenText &text, int at)
{
    if ((text.isAny(at, {"as", "is", "like"}) && text.is(at + 1, "in")) ||
        (text.is(at, "as") && text.isAny(at + 1, {"an", "and"}))) {
        return text.at(at + 2).size() > 1 ? 3 : 0;
    }
    return text.isAny(at, {"for", "like"}) && text.at(at + 1).size() > 1 ? 2 : 0;
}

/// `within`: letters came before.
Letter letterAt(const SpokenText &text, int at, bool within)
{
    if (text.isAny(at, {"capital", "letter", "then"}) && isLetter(text.at(at + 1))) {
        Letter letter = letterAt(text, at + 1, within);
        letter.words += letter.words > 0 ? 1 : 0;
        return letter;
    }
    if (text.isAny(at, {"double", "two", "triple"})) {
        const Letter letter = letterAt(text, at + 1, true);
        if (letter.words > 0 && text.is(at, "double") && text.is(at + 1, "u") && !within) {
            return {};
        }
        if (letter.words > 0 && letter.letters.size() == 1) {
            const int plural = text.isAny(at + 1 + letter.words, {"'s", "s"}) && text.is(at, "two") ? 1 : 0;
            return {letter.letters.repeated(text.is(at, "triple") ? 3 : 2), letter.words + 1 + plural};
        }
        return {};
    }
    QString said = text.at(at);
    const bool plain = isLetter(said);
    const QChar sound = soundLetter(said);
    const int example = exampleWords(text, at + 1);
    if (!plain && sound.isNull()) {
        return {};
    }
    const QChar letter = plain ? said[0] : sound;
    if (example > 0) {
        const QChar shown = text.at(at + example)[0];
        const bool soundOnly = text.isAny(at + 1, {"for", "like"}) && !text.is(at + 2, "in");
        if (!soundOnly || shown == letter) {
            return {QString(shown.isLetter() ? shown : letter), 1 + example};
        }
    }
    if (plain) {
        return {QString(letter), 1};
    }
    // A word that sounds like a letter counts only between letters, or before several when it is no word of its own.
    static const WordSet soundsOnly("em en ef eff el ell es ess aitch ar cee gee pee tee vee zee ex cue bee");
    if (!within && soundsOnly.has(said) && isLetter(text.at(at + 1)) && isLetter(text.at(at + 2))) {
        return {QString(letter), 1};
    }
    const bool fits = within && (isLetter(text.at(at + 1)) || at + 1 == text.size() || exampleWords(text, at + 2) > 0);
    return fits ? Letter{QString(letter), 1} : Letter{};
}

int joinerAt(const SpokenText &text, int at, QString &joined)
{
    const bool more = isLetter(text.at(at + 1)) || text.isAny(at + 1, {"double", "capital"});
    if (!more) {
        return 0;
    }
    if (text.isAny(at, {"hyphen", "dash"})) {
        joined = QStringLiteral("-");
        return 1;
    }
    if (text.is(at, "space")) {
        joined = QStringLiteral(" ");
        return 1;
    }
    if (text.is(at, "apostrophe")) {
        joined = QStringLiteral("'");
        return 1;
    }
    return 0;
}

SpelledWord lettersFrom(const SpokenText &text, int at)
{
    SpelledWord word{{at, at}, {}};
    int i = at;
    while (i < text.size()) {
        QString joined;
        if (const int words = joinerAt(text, i, joined); words > 0 && !word.letters.isEmpty()) {
            word.letters += joined;
            i += words;
        }
        const Letter letter = letterAt(text, i, !word.letters.isEmpty());
        if (letter.words == 0) {
            break;
        }
        word.letters += letter.letters;
        i += letter.words;
    }
    // "... y m I need": the pronoun is no letter.
    static const Phrase verb(
        "(?:need|want|would|am|have|was|can|could|will|do|did|just|got|think|guess|live|had|also|called|"
        "missed|go|may|wanted|should|hurt|cut|fell|broke|twisted|keep|know|see|work|run|ran|feel|like)");
    if (word.letters.size() > 2 && text.is(i - 1, "i") && verb.findAt(text, i)) {
        word.letters.chop(1);
        --i;
    }
    word.words.last = i;
    return word;
}

/// Words of the spelling alphabet, single letters among them.
SpelledWord alphabetFrom(const SpokenText &text, int at)
{
    int codeWords = 0;
    SpelledWord word{{at, at}, {}};
    for (int i = at; i < text.size(); ++i) {
        const QChar letter = isLetter(text.at(i)) ? text.at(i)[0] : alphabetLetter(text.at(i));
        if (letter.isNull()) {
            break;
        }
        codeWords += isLetter(text.at(i)) ? 0 : 1;
        word.letters += letter;
        word.words.last = i + 1;
    }
    return codeWords >= 2 ? word : SpelledWord{{at, at}, {}};
}

} // namespace

std::vector<SpelledWord> spelledIn(const SpokenText &text, bool asked)
{
    std::vector<SpelledWord> all;
    const std::vector<WordSpan> remarks = spellingRemarksIn(text);
    for (int i = 0; i < text.size();) {
        const auto inRemark = std::find_if(remarks.begin(), remarks.end(), [i](WordSpan span) { return span.has(i); });
        if (inRemark != remarks.end()) {
            i = inRemark->last;
            continue;
        }
        SpelledWord word = lettersFrom(text, i);
        const SpelledWord alphabet = alphabetFrom(text, i);
        if (alphabet.letters.size() > word.letters.size() && alphabet.letters.size() >= (asked ? 2 : 3)) {
            word = alphabet;
        }
        // "A" and "I" alone are words.
        if (word.letters.size() < 2) {
            ++i;
            continue;
        }
        i = word.words.last;
        all.push_back(word);
    }
    return all;
}

std::vector<WordSpan> spellingRemarksIn(const SpokenText &text)
{
    static const Phrase remark(
        "(?:it 's |that 's |spelled )?with (?:an?|the|one|two|both) (?:ph|ck|th|sh|ch)\\b|(?:it 's |that 's |spelled "
        ")?with "
        "(?:an?|the|one|two|both) (\\w)(?: 's)?( \\w)?( \\w)*|without "
        "(?:an?|the|any) \\w(?: (?:'s|s))?|(?:no|one|an?|double) \\w (?:on|at|in) the "
        "(?:end|beginning|start|middle|front)|with no \\w|no \\w(?= \\w\\w)|not (?:an? )?\\w(?= \\w\\w)|(?:one|two) "
        "(?:\\w 's)|(?:and )?no middle (?:name|initial)|(?:and )?(?:ends|starts|begins) with (?:an? )?\\w");
    std::vector<WordSpan> spans;
    for (const Phrase::Match &match : remark.findAll(text)) {
        WordSpan span = match.all;
        if (!match.groups.empty() && !match.groups[0].empty()) {
            // "With a p h" is a remark; "with a y s m y t h" is a remark and a spelling.
            const int letters = span.last - match.groups[0].first;
            if (letters > 2) {
                span.last = match.groups[0].first + 1;
            }
        }
        spans.push_back(span);
    }
    return spans;
}

} // namespace Frontdesk::Dialogue
