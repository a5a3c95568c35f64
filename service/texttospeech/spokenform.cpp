#include "service/texttospeech/spokenform.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <functional>

namespace Frontdesk::TextToSpeech {

namespace {

constexpr std::array Ones{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                          "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array Tens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array Ordinals{"zeroth",    "first",     "second",      "third",      "fourth",
                              "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
                              "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
                              "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array Months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// 0 to 99.
QString cardinal(int number)
{
    if (number < int(Ones.size()))
        return latin(Ones[size_t(number)]);
    const QString tens = latin(Tens[size_t(number / 10)]);
    return number % 10 == 0 ? tens : tens + QLatin1Char(' ') + latin(Ones[size_t(number % 10)]);
}

/// 1 to 31.
QString ordinal(int number)
{
    if (number < int(Ordinals.size()))
        return latin(Ordinals[size_t(number)]);
    if (number % 10 == 0)
        return number == 20 ? QStringLiteral("twentieth") : QStringLiteral("thirtieth");
    return latin(Tens[size_t(number / 10)]) + QLatin1Char(' ') + latin(Ordinals[size_t(number % 10)]);
}

QString year(int number)
{
    if (number >= 2000 && number < 2010)
        return number == 2000 ? QStringLiteral("two thousand")
                              : QStringLiteral("two thousand ") + cardinal(number % 10);
    const int rest = number % 100;
    const QString century = cardinal(number / 100);
    if (rest == 0)
        return century + QStringLiteral(" hundred");
    return century + (rest < 10 ? QStringLiteral(" oh ") : QStringLiteral(" ")) + cardinal(rest);
}

QString digits(QStringView written)
{
    QStringList words;
    for (const QChar digit : written)
        words.append(latin(Ones[size_t(digit.digitValue())]));
    return words.join(QLatin1Char(' '));
}

/// A comma is a short pause for every voice.
QString phoneNumber(QString written)
{
    QString plain;
    for (const QChar c : std::as_const(written)) {
        if (c.isDigit())
            plain.append(c);
    }
    const bool hasCountry = plain.size() == 11 || (plain.size() == 8 && written.startsWith(QLatin1Char('+')));
    if (hasCountry && plain.startsWith(QLatin1Char('1')))
        plain.remove(0, 1);
    QStringList groups;
    qsizetype at = 0;
    while (plain.size() - at > 4) {
        const qsizetype length = std::min<qsizetype>(3, plain.size() - at - 4);
        groups.append(digits(QStringView(plain).mid(at, length)));
        at += length;
    }
    for (; at < plain.size(); at += 2)
        groups.append(digits(QStringView(plain).mid(at, 2)));
    return groups.join(QStringLiteral(", "));
}

QString timeOfDay(const QRegularExpressionMatch &match)
{
    const int hour = match.capturedView(1).toInt();
    const int minute = match.capturedView(2).toInt();
    const QString half = match.captured(3).toLower();
    QString spoken = cardinal(hour);
    if (minute > 0)
        spoken += (minute < 10 ? QStringLiteral(" oh ") : QStringLiteral(" ")) + cardinal(minute);
    else if (half.isEmpty())
        spoken += QStringLiteral(" o'clock");
    if (!half.isEmpty())
        spoken += half.startsWith(QLatin1Char('a')) ? QStringLiteral(" ay em") : QStringLiteral(" pee em");
    return spoken;
}

QString date(int month, int day, int yearNumber)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return {};
    QString spoken = latin(Months[size_t(month - 1)]) + QLatin1Char(' ') + ordinal(day);
    if (yearNumber > 0)
        spoken += QStringLiteral(", ") + year(yearNumber);
    return spoken;
}

using Speak = std::function<QString(const QRegularExpressionMatch &)>;

struct Rule {
    QRegularExpression pattern;
    Speak speak; ///< An empty answer leaves the text as it is.
};

Rule rule(const char *pattern, Speak speak)
{
    return {QRegularExpression(latin(pattern)), std::move(speak)};
}

Rule word(const char *pattern, const char *spoken)
{
    return rule(pattern, [spoken = latin(spoken)](const QRegularExpressionMatch &) { return spoken; });
}

int number(const QRegularExpressionMatch &match, int group)
{
    return match.capturedView(group).toInt();
}

/// In this order: what looks like several things is taken as the first.
const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all{
        rule("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b",
             [](const auto &match) { return date(number(match, 2), number(match, 3), number(match, 1)); }),
        rule("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b",
             [](const auto &match) { return date(number(match, 1), number(match, 2), number(match, 3)); }),
        word("\\b24/7\\b", "twenty four seven"),
        rule("(?<![\\d-])\\+?(?:1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ]?)?\\d{3}[-. ]?\\d{4}(?![\\d-])",
             [](const auto &match) { return phoneNumber(match.captured()); }),
        rule("\\b(1?\\d|2[0-3]):([0-5]\\d)(?: ?([AaPp])\\.?[Mm]\\b\\.?)?", timeOfDay),
        rule("\\b(1[0-2]|\\d)()() ?([AaPp])\\.?[Mm]\\b\\.?",
             [](const auto &match) {
                 return cardinal(number(match, 1)) + (match.captured(4).toLower() == QLatin1String("a")
                                                          ? QStringLiteral(" ay em")
                                                          : QStringLiteral(" pee em"));
             }),
        rule("\\b(911|988)\\b", [](const auto &match) { return digits(match.capturedView(1)); }),
        rule("\\b(January|February|March|April|May|June|July|August|September|October|November|December) "
             "(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)",
             [](const auto &match) {
                 const int day = number(match, 2);
                 return day < 1 || day > 31 ? QString() : match.captured(1) + QLatin1Char(' ') + ordinal(day);
             }),
        rule("\\b(\\d{1,2})(?:st|nd|rd|th)\\b",
             [](const auto &match) {
                 const int value = number(match, 1);
                 return value < 1 || value > 31 ? QString() : ordinal(value);
             }),
        rule("\\$(\\d+)\\.(\\d{2})\\b",
             [](const auto &match) {
                 return match.captured(1) + QStringLiteral(" dollars and ") + cardinal(number(match, 2)) +
                        QStringLiteral(" cents");
             }),
        rule("\\$(\\d+)\\b", [](const auto &match) { return match.captured(1) + QStringLiteral(" dollars"); }),
        rule("\\b(19\\d\\d|20\\d\\d)\\b", [](const auto &match) { return year(number(match, 1)); }),
        rule("\\b\\d{5,}\\b", [](const auto &match) { return digits(match.capturedView()); }),
        word("\\bDr\\.(?= )", "Doctor"),
        word("\\bMr\\.(?= )", "Mister"),
        word("\\bMrs\\.(?= )", "Missus"),
        word("\\bMs\\.(?= )", "Miz"),
        word("\\bSt\\.", "Street"),
        word("\\bAve\\.", "Avenue"),
        word("\\bBlvd\\.", "Boulevard"),
        word("\\bRd\\.", "Road"),
        word("\\bSte\\.", "Suite"),
        word("\\bappt\\.", "appointment"),
        word(" ?& ?", " and "),
        word(" ?% ?", " percent "),
        word("(?<=\\w)@(?=\\w)", " at "),
        word("[\\x{2018}\\x{2019}]", "'"),
        word(" ?[\\x{2013}\\x{2014}] ?", ", "),
    };
    return all;
}

QString applied(const Rule &one, const QString &text)
{
    QString out;
    qsizetype done = 0;
    for (auto matches = one.pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString spoken = one.speak(match);
        if (spoken.isEmpty())
            continue;
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += spoken;
        done = match.capturedEnd();
    }
    out += QStringView(text).mid(done);
    return out;
}

} // namespace

QString spokenForm(const QString &text)
{
    QString spoken = text;
    for (const Rule &one : rules())
        spoken = applied(one, spoken);
    return spoken.simplified();
}

QStringList spokenSentences(const QString &spoken)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.!?])\\s+"));
    return spoken.split(end, Qt::SkipEmptyParts);
}

} // namespace Frontdesk::TextToSpeech
