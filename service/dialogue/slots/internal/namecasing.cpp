#include "service/dialogue/slots/internal/namewords.h"
#include "service/dialogue/slots/internal/wordset.h"

namespace Frontdesk::Dialogue {
namespace {

QString capital(const QString &text, qsizetype at)
{
    QString result = text;
    if (at < result.size()) {
        result[at] = result[at].toUpper();
    }
    return result;
}

QString wordCased(const QString &word)
{
    QString result = capital(word, 0);
    static const WordSet macs(
        "macdonald macarthur macgregor mackenzie maclean macleod macmillan macpherson macintyre macneil macdougall");
    if (word.size() > 4 && word.startsWith(QLatin1String("mc"))) {
        result = capital(result, 2);
    } else if (macs.has(word) && word != QLatin1String("mackenzie")) {
        result = capital(result, 3);
    }
    for (qsizetype i = 1; i + 1 < result.size(); ++i) {
        if (result[i] == QLatin1Char('-') || (result[i] == QLatin1Char('\'') && i <= 2)) {
            result = capital(result, i + 1);
        }
    }
    return result;
}

} // namespace

QString chartCased(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList cased;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (const QString suffix = nameSuffix(word); !suffix.isEmpty() && i > 0) {
            cased.append(suffix);
        } else if (isParticle(word) && i > 0 && i + 1 < words.size()) {
            static const WordSet capitals("st saint san santa mac");
            cased.append(capitals.has(word) ? capital(word, 0) : word);
        } else {
            cased.append(wordCased(word));
        }
    }
    return cased.join(QLatin1Char(' '));
}

} // namespace Frontdesk::Dialogue
