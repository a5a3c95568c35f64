#include "service/call/sentences.h"

#include <QSet>

namespace Frontdesk::Call {

namespace {

bool isAbbreviation(QStringView beforeDot)
{
    static const QSet<QString> titles{QStringLiteral("dr"), QStringLiteral("mr"),  QStringLiteral("mrs"),
                                      QStringLiteral("ms"), QStringLiteral("st"),  QStringLiteral("ave"),
                                      QStringLiteral("jr"), QStringLiteral("sr"),  QStringLiteral("no"),
                                      QStringLiteral("vs"), QStringLiteral("a.m"), QStringLiteral("p.m")};
    qsizetype start = beforeDot.size();
    while (start > 0 && !beforeDot[start - 1].isSpace()) {
        --start;
    }
    const QString word = beforeDot.mid(start).toString().toLower();
    return titles.contains(word) || (word.size() == 1 && word[0].isLetter());
}

bool endsSentence(const QString &text, qsizetype at)
{
    const QChar mark = text[at];
    if (mark != u'.' && mark != u'!' && mark != u'?') {
        return false;
    }
    if (at + 1 >= text.size()) {
        return true;
    }
    if (!text[at + 1].isSpace()) {
        return false;
    }
    return mark != u'.' || !isAbbreviation(QStringView(text).left(at));
}

} // namespace

std::vector<Sentence> splitSentences(const QString &text)
{
    std::vector<Sentence> sentences;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!endsSentence(text, at) && at + 1 < text.size()) {
            continue;
        }
        const QString sentence = text.mid(begin, at + 1 - begin).trimmed();
        if (!sentence.isEmpty()) {
            sentences.push_back({sentence, begin, at + 1});
        }
        begin = at + 1;
    }
    return sentences;
}

QString wholeWords(const QString &text, qsizetype characters)
{
    if (characters >= text.size()) {
        return text;
    }
    qsizetype cut = characters;
    while (cut > 0 && !text[cut].isSpace()) {
        --cut;
    }
    return text.left(cut).trimmed();
}

} // namespace Frontdesk::Call
