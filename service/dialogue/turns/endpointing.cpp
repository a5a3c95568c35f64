#include "service/dialogue/turns/endpointing.h"

#include "service/dialogue/turns/backchannel.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

/// New pauses count this much against the caller's history.
constexpr double PauseLearningRate = 0.3;
/// A caller who pauses for x inside a turn gets this much more than x before we answer.
constexpr double PauseMargin = 1.5;

QStringList wordsOf(const QString &text)
{
    QString plain = text.toLower();
    for (const QChar mark : {QChar(u'.'), QChar(u','), QChar(u'?'), QChar(u'!')}) {
        plain.remove(mark);
    }
    return plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Digits in `words`, spoken or written; number words above nine count for the digits they stand for.
int digitCount(const QStringList &words)
{
    static const QSet<QString> single{QStringLiteral("zero"),  QStringLiteral("oh"),    QStringLiteral("o"),
                                      QStringLiteral("one"),   QStringLiteral("two"),   QStringLiteral("three"),
                                      QStringLiteral("four"),  QStringLiteral("five"),  QStringLiteral("six"),
                                      QStringLiteral("seven"), QStringLiteral("eight"), QStringLiteral("nine")};
    int count = 0;
    for (const QString &word : words) {
        if (single.contains(word)) {
            ++count;
        } else {
            count += static_cast<int>(std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }));
        }
    }
    return count;
}

bool trailsOff(const QStringList &words)
{
    static const QSet<QString> fillers{QStringLiteral("um"), QStringLiteral("uh"), QStringLiteral("hmm"),
                                       QStringLiteral("er"), QStringLiteral("well")};
    if (fillers.contains(words.last())) {
        return true;
    }
    const QString tail = words.mid(std::max<qsizetype>(0, words.size() - 3)).join(QLatin1Char(' '));
    static const QStringList stallings{QStringLiteral("let me see"), QStringLiteral("let me think"),
                                       QStringLiteral("hold on"), QStringLiteral("one second"),
                                       QStringLiteral("just a second")};
    return std::any_of(stallings.begin(), stallings.end(),
                       [&tail](const QString &stalling) { return tail.endsWith(stalling); });
}

bool isOpener(const QString &word)
{
    static const QSet<QString> openers{
        QStringLiteral("and"),  QStringLiteral("but"),     QStringLiteral("or"),   QStringLiteral("because"),
        QStringLiteral("so"),   QStringLiteral("the"),     QStringLiteral("a"),    QStringLiteral("an"),
        QStringLiteral("my"),   QStringLiteral("to"),      QStringLiteral("for"),  QStringLiteral("with"),
        QStringLiteral("is"),   QStringLiteral("on"),      QStringLiteral("at"),   QStringLiteral("in"),
        QStringLiteral("i'm"),  QStringLiteral("i"),       QStringLiteral("of"),   QStringLiteral("that"),
        QStringLiteral("also"), QStringLiteral("between"), QStringLiteral("need"), QStringLiteral("want")};
    return openers.contains(word);
}

} // namespace

SaidSoFar::SaidSoFar(const QString &text)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty()) {
        return;
    }
    anything = true;
    yesOrNo = isYesOrNo(text);
    endsInFiller = trailsOff(words);
    endsUnfinished = isOpener(words.last());
    digits = digitCount(words);
}

Endpointing::Endpointing(TurnTiming timing)
    : m_timing(timing)
{}

Milliseconds Endpointing::waitAfter(const SaidSoFar &said, Expectation expectation) const
{
    if (!said.anything) {
        return m_timing.withoutWordsYet;
    }
    // "No" to "anything else?" is often followed by "thank you" or "that's all", so only real yes-no questions end fast.
    if (said.yesOrNo && expectation == Expectation::YesNo) {
        return m_timing.afterYesNo;
    }
    if (said.endsInFiller) {
        return m_timing.afterFiller;
    }
    if (expectation == Expectation::PhoneNumber || expectation == Expectation::Spelling || said.digits >= 3) {
        return said.digits >= 10 ? m_timing.afterCompleteNumber : m_timing.whileDigitsExpected;
    }
    if (said.endsUnfinished) {
        return m_timing.afterUnfinishedClause;
    }
    const Milliseconds learned{static_cast<Milliseconds::rep>(m_meanPauseMs * PauseMargin)};
    return std::max(m_timing.afterCompleteAnswer, std::min(learned, m_timing.longestLearnedPause));
}

void Endpointing::learnPause(Milliseconds pause)
{
    const auto length = static_cast<double>(pause.count());
    m_meanPauseMs = m_meanPauseMs <= 0 ? length : m_meanPauseMs + PauseLearningRate * (length - m_meanPauseMs);
}

} // namespace Frontdesk::Dialogue
