#include "service/languagemodel/internal/ordinarywords.h"

#include <QFile>
#include <QHash>
#include <QSet>

void loadOrdinaryWords() // Outside of any namespace, as Q_INIT_RESOURCE wants it.
{
    Q_INIT_RESOURCE(languagemodel);
}

namespace Frontdesk::LanguageModel {

namespace {

/// resources/languagemodel/ordinary_words.txt; a word that may be a name ends in "?".
QHash<QString, WordKind> readWords()
{
    loadOrdinaryWords();
    QFile file(QStringLiteral(":/languagemodel/ordinary_words.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The list of ordinary words is not built in.");
    }
    QHash<QString, WordKind> words;
    for (QString word : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const bool ambiguous = word.endsWith(QLatin1Char('?'));
        if (ambiguous) {
            word.chop(1);
        }
        words.insert(word, ambiguous ? WordKind::Ambiguous : WordKind::Ordinary);
    }
    return words;
}

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

bool isNumberWord(const QString &word)
{
    static const QSet<QString> numbers = setOf(
        "zero oh two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand double "
        "triple second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenties thirties");
    // "twenty-first"
    return numbers.contains(word) || numbers.contains(word.section(QLatin1Char('-'), 0, 0));
}

} // namespace

WordKind wordKind(const QString &word)
{
    static const QHash<QString, WordKind> words = readWords();
    static const QSet<QString> months = setOf(
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sep sept oct nov dec");
    if (isNumberWord(word)) {
        return WordKind::Number;
    }
    if (months.contains(word)) {
        return WordKind::Month;
    }
    return words.value(word, WordKind::Unknown);
}

bool isFunctionWord(const QString &word)
{
    static const QSet<QString> words = setOf(
        "yes yeah yep no nope not okay ok sure um uh well so hi hello hey please thanks thank you my your his her our "
        "their the a an and or but is it it's that that's this i i'm i'd i'll am are was he she he's she's we me him "
        "them name name's names first last middle full spelled spell spelling with as in for of on to at from by "
        "patient patient's birthday born date birth phone number call calling called mother father mom dad husband "
        "wife son daughter baby mister missus miss mr mrs ms doctor dr appointment need want like");
    return words.contains(word);
}

} // namespace Frontdesk::LanguageModel
