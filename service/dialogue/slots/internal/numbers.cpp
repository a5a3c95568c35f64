#include "service/dialogue/slots/internal/numbers.h"

#include "service/dialogue/slots/internal/wordset.h"

#include <algorithm>
#include <cstdlib>

namespace Frontdesk::Dialogue {
namespace {

const WordNumbers &digits()
{
    static const WordNumbers words(
        "oh 0 o 0 zero 0 nought 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 "
        "niner 9");
    return words;
}

const WordNumbers &teens()
{
    static const WordNumbers words(
        "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 "
        "eighteen 18 nineteen 19");
    return words;
}

const WordNumbers &tens()
{
    static const WordNumbers words(
        "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");
    return words;
}

const WordNumbers &ordinals()
{
    static const WordNumbers words(
        "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 "
        "thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 "
        "thirtieth 30");
    return words;
}

SpokenNumber oneWord(const WordNumbers &words, const QString &word)
{
    const int value = words.of(word);
    return value < 0 ? SpokenNumber{} : SpokenNumber{value, 1};
}

bool isFigures(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

SpokenNumber digitAt(const SpokenText &text, int at)
{
    const QString &word = text.at(at);
    if (word.size() == 1 && isFigures(word)) {
        return {word.toInt(), 1};
    }
    return oneWord(digits(), word);
}

SpokenNumber teenAt(const SpokenText &text, int at)
{
    return oneWord(teens(), text.at(at));
}

SpokenNumber tensAt(const SpokenText &text, int at)
{
    return oneWord(tens(), text.at(at));
}

SpokenNumber cardinalAt(const SpokenText &text, int at)
{
    const QString &word = text.at(at);
    if (isFigures(word) && word.size() <= 4) {
        return {word.toInt(), 1};
    }
    if (const SpokenNumber ten = tensAt(text, at)) {
        const SpokenNumber unit = digitAt(text, at + 1);
        if (unit && unit.value > 0) {
            return {ten.value + unit.value, 2};
        }
        return ten;
    }
    if (const SpokenNumber teen = teenAt(text, at)) {
        return teen;
    }
    if (word == QLatin1String("o") || word == QLatin1String("oh")) {
        return {};
    }
    return digitAt(text, at);
}

SpokenNumber countAt(const SpokenText &text, int at)
{
    const bool article = text.isAny(at, {"a", "another"});
    const int word = article ? at + 1 : at;
    if (text.is(word, "couple")) {
        return {2, (article ? 2 : 1) + (text.is(word + 1, "of") ? 1 : 0)};
    }
    if (text.is(word, "few")) {
        return {3, article ? 2 : 1};
    }
    if (article) {
        return {1, 1};
    }
    const SpokenNumber number = cardinalAt(text, at);
    return number.value > 0 && number.value <= 99 ? number : SpokenNumber{};
}

SpokenNumber ordinalAt(const SpokenText &text, int at)
{
    const QString &word = text.at(at);
    if (const SpokenNumber simple = oneWord(ordinals(), word)) {
        return simple;
    }
    if (const SpokenNumber ten = tensAt(text, at); ten && ten.value <= 30) {
        const SpokenNumber unit = oneWord(ordinals(), text.at(at + 1));
        const int value = ten.value + unit.value;
        return unit && unit.value <= 9 && value <= 31 ? SpokenNumber{value, 2} : SpokenNumber{};
    }
    if (word.size() >= 3 && word.size() <= 4) {
        const QString ending = word.right(2);
        const QString figures = word.chopped(2);
        const bool ordinal = ending == QLatin1String("st") || ending == QLatin1String("nd") ||
                             ending == QLatin1String("rd") || ending == QLatin1String("th");
        const int value = figures.toInt();
        if (ordinal && isFigures(figures) && value >= 1 && value <= 31) {
            return {value, 1};
        }
    }
    return {};
}

SpokenNumber yearAt(const SpokenText &text, int at, int now)
{
    const auto near = [&](int year, int words) {
        return std::abs(year - now) <= 3 ? SpokenNumber{year, words} : SpokenNumber{};
    };
    if (isFigures(text.at(at)) && text.at(at).size() == 4) {
        return near(text.at(at).toInt(), 1);
    }
    if (text.is(at, "twenty")) {
        const SpokenNumber rest = cardinalAt(text, at + 1);
        return rest && rest.value >= 10 && rest.value <= 99 ? near(2000 + rest.value, 1 + rest.words) : SpokenNumber{};
    }
    if (text.is(at, "two") && text.is(at + 1, "thousand")) {
        const int skip = text.is(at + 2, "and") ? 3 : 2;
        const SpokenNumber rest = cardinalAt(text, at + skip);
        return rest ? near(2000 + rest.value, skip + rest.words) : SpokenNumber{};
    }
    return {};
}

} // namespace Frontdesk::Dialogue
