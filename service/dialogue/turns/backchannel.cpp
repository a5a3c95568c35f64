#include "service/dialogue/turns/backchannel.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// A hum can come out of a recognizer as a row of letters.
constexpr qsizetype MostSounds = 5;

} // namespace

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
    QString words = text.toLower();
    words.remove(QLatin1Char('.'));
    words.remove(QLatin1Char(','));
    words.replace(QLatin1Char('-'), QLatin1Char(' '));
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return parts.size() <= MostSounds &&
           std::all_of(parts.begin(), parts.end(), [](const QString &word) { return sounds.contains(word); });
}

} // namespace Frontdesk::Dialogue
