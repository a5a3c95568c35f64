#include "tools/callsim/readback.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Frontdesk::CallSim {

namespace {

constexpr auto FewestDigitsOfNumber = 4;

const QString Name = QStringLiteral("name");
const QString Number = QStringLiteral("number");
const QString Day = QStringLiteral("day");

/// Letters and digits alone, so that "555-0123" is "five five five, zero one two three".
QString plain(const QString &text)
{
    static const QStringList digits{QStringLiteral("zero"),  QStringLiteral("one"),   QStringLiteral("two"),
                                    QStringLiteral("three"), QStringLiteral("four"),  QStringLiteral("five"),
                                    QStringLiteral("six"),   QStringLiteral("seven"), QStringLiteral("eight"),
                                    QStringLiteral("nine")};
    static const QRegularExpression between(QStringLiteral("[^a-z0-9]+"));
    QStringList words = text.toLower().split(between, Qt::SkipEmptyParts);
    for (QString &word : words) {
        const qsizetype digit = digits.indexOf(word);
        word = digit < 0 ? word : QString::number(digit);
    }
    return words.join(QString());
}

bool isNumber(const QString &part)
{
    const QString all = plain(part);
    return std::count_if(all.begin(), all.end(), [](QChar c) { return c.isDigit(); }) >= FewestDigitsOfNumber;
}

} // namespace

std::optional<QString> wrongPart(const QString &readBack, const QMap<QString, QString> &truth)
{
    // The first sentence holds the values, the next asks whether they are right.
    static const QRegularExpression sentenceEnd(QStringLiteral("[.?!]( |$)"));
    const auto says = [&](const QString &part, const QString &what) {
        return truth.contains(what) && plain(part).contains(plain(truth.value(what)));
    };
    bool nameSaid = false;
    const QStringList parts = readBack.section(sentenceEnd, 0, 0).split(QLatin1Char(';'));
    for (const QString &part : parts) {
        const QString what = isNumber(part) ? Number : nameSaid || says(part, Day) ? Day : Name;
        if (truth.contains(what) && !says(part, what)) {
            return what;
        }
        nameSaid = nameSaid || what == Name;
    }
    return std::nullopt;
}

} // namespace Frontdesk::CallSim
