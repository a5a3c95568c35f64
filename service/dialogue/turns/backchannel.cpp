#include "service/dialogue/turns/backchannel.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// A hum can come out of a recognizer as a row of letters.
constexpr qsizetype MostSounds = 5;

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral("[.,?!]"));
    return text.toLower().remove(marks).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

bool isYesOrNo(const QString &text)
{
    static const QSet<QString> answers{QStringLiteral("yes"),     QStringLiteral("no"),    QStringLiteral("yeah"),
                                       QStringLiteral("yep"),     QStringLiteral("yup"),   QStringLiteral("nope"),
                                       QStringLiteral("correct"), QStringLiteral("right"), QStringLiteral("sure"),
                                       QStringLiteral("si")};
    const QStringList words = wordsOf(text);
    return !words.isEmpty() && words.size() <= 2 && answers.contains(words.first());
}

bool isBackchannel(const QString &text)
{
    static const QSet<QString> sounds{
        QStringLiteral("mm"),      QStringLiteral("mmm"),      QStringLiteral("hmm"),   QStringLiteral("hm"),
        QStringLiteral("mhm"),     QStringLiteral("mmhm"),     QStringLiteral("mmhmm"), QStringLiteral("uh"),
        QStringLiteral("huh"),     QStringLiteral("um"),       QStringLiteral("ah"),    QStringLiteral("oh"),
        QStringLiteral("ok"),      QStringLiteral("okay"),     QStringLiteral("right"), QStringLiteral("sure"),
        QStringLiteral("a"),       QStringLiteral("the"),      QStringLiteral("i"),     QStringLiteral("[noise]"),
        QStringLiteral("[cough]"), QStringLiteral("[breath]"), QStringLiteral("<sil>"), QStringLiteral("m"),
        QStringLiteral("n"),       QStringLiteral("h"),        QStringLiteral("hum"),   QStringLiteral("'m")};
    const QStringList parts = wordsOf(QString(text).replace(QLatin1Char('-'), QLatin1Char(' ')));
    return parts.size() <= MostSounds &&
           std::all_of(parts.begin(), parts.end(), [](const QString &word) { return sounds.contains(word); });
}

} // namespace Frontdesk::Dialogue
