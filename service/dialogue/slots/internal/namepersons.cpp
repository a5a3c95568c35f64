#include "service/dialogue/slots/internal/likeness.h"
#include "service/dialogue/slots/internal/namephrase.h"
#include "service/dialogue/slots/internal/namewords.h"

#include <algorithm>
#include <optional>

namespace Frontdesk::Dialogue {
namespace {

using Label = NameBit::Label;
using Bits = std::vector<NameBit>;

/// Joins particles with the surname they belong to ("de la cruz").
Bits withParticles(const Bits &bits)
{
    Bits result;
    for (const NameBit &bit : bits) {
        const bool joins = !result.empty() && !result.back().spelled &&
                           isParticle(result.back().text.section(QLatin1Char(' '), -1)) && result.size() > 1 &&
                           !bit.spelled;
        if (joins) {
            result.back().text += QLatin1Char(' ') + bit.text;
            continue;
        }
        result.push_back(bit);
    }
    return result;
}

/// Puts each spelling in the place of the word it spells.
void applySpellings(Bits &bits)
{
    for (size_t i = 0; i < bits.size(); ++i) {
        if (!bits[i].spelled) {
            continue;
        }
        // The nearest said word wins: spellings follow their word, or come before it.
        std::optional<size_t> place;
        for (size_t j = 0; j < bits.size(); ++j) {
            const bool nearer = !place || std::abs(static_cast<int>(i) - static_cast<int>(j)) <
                                              std::abs(static_cast<int>(i) - static_cast<int>(*place));
            if (j != i && !bits[j].spelled && nearer && soundsLike(bits[i].text, bits[j].text)) {
                place = j;
            }
        }
        // The whole name spelled in one go: "Dang Van Tam d a n g v a n t a m".
        QString said;
        size_t from = i;
        while (from > 0 && !bits[from - 1].spelled && said.size() < bits[i].text.size()) {
            said.prepend(bits[--from].text);
        }
        if (i - from >= 2 && said == bits[i].text) {
            for (size_t j = from; j < i; ++j) {
                bits[j].spelled = true;
            }
            bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
            continue;
        }
        // A surname heard as two words: "Marisol via Nueva, v i l l a n u e v a".
        if (i >= 3 && !bits[i - 1].spelled && !bits[i - 2].spelled &&
            soundsLike(bits[i].text, bits[i - 2].text + bits[i - 1].text) &&
            !soundsLike(bits[i].text, bits[i - 1].text)) {
            bits[i - 2] = bits[i];
            bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i) - 1,
                       bits.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            i -= 2;
            continue;
        }
        // First and last name spelled in one go, one of them heard wrong.
        if (i >= 2 && !bits[i - 1].spelled && !bits[i - 2].spelled &&
            soundsLike(bits[i].text, bits[i - 2].text + bits[i - 1].text) &&
            bits[i].text.size() > bits[i - 2].text.size() + 2) {
            bits[i - 1].text = bits[i].text.mid(bits[i - 2].text.size());
            bits[i - 2].text = bits[i].text.left(bits[i - 2].text.size());
            bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
            continue;
        }
        if (place) {
            bits[*place].text = bits[i].text;
            bits[*place].spelled = true;
            bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
        }
    }
}

/// "Tran, Linda Tran": a word said twice counts where it stands last, next to the rest of the name.
void dropRepeats(Bits &bits)
{
    for (size_t i = 0; i < bits.size(); ++i) {
        const auto again =
            std::find_if(bits.begin() + static_cast<std::ptrdiff_t>(i) + 1, bits.end(), [&](const NameBit &bit) {
                const QString &parts = bit.text;
                return parts == bits[i].text || (bits[i].text.contains(QLatin1Char('-')) &&
                                                 bits[i].text.split(QLatin1Char('-')).contains(parts));
            });
        if (again == bits.end()) {
            continue;
        }
        // "Anne Marie Fitzwilliam, Anne Marie is two words": the beginning said again adds nothing.
        const auto tail = static_cast<size_t>(bits.end() - again);
        const bool echoes = i == 0 && isGivenName(bits[0].text) && bits.size() - tail > tail &&
                            std::equal(again, bits.end(), bits.begin(),
                                       [](const NameBit &a, const NameBit &b) { return a.text == b.text; });
        if (echoes) {
            bits.erase(again, bits.end());
            return;
        }
        if (again->text != bits[i].text) { // "smith-jones hyphenated emily smith jones"
            const QStringList parts = bits[i].text.split(QLatin1Char('-'));
            NameBit whole = bits[i];
            bits.erase(
                std::remove_if(bits.begin(), bits.end(), [&](const NameBit &bit) { return parts.contains(bit.text); }),
                bits.end());
            bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i));
            bits.push_back(whole);
            return;
        }
        if (again->label == Label::None) {
            again->label = bits[i].label;
        }
        again->spelled = again->spelled || bits[i].spelled;
        bits.erase(bits.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
    }
}

QString joined(const Bits &bits)
{
    QStringList words;
    for (const NameBit &bit : bits) {
        words.append(bit.text);
    }
    return words.join(QLatin1Char(' '));
}

QString inOrder(Bits bits)
{
    const auto labelled = [&](Label label) {
        Bits some;
        std::copy_if(bits.begin(), bits.end(), std::back_inserter(some),
                     [label](const NameBit &bit) { return bit.label == label; });
        return some;
    };
    QString suffix;
    if (!bits.empty() && !nameSuffix(bits.back().text).isEmpty()) {
        suffix = QLatin1Char(' ') + bits.back().text;
        bits.pop_back();
    }
    const Bits first = labelled(Label::First);
    const Bits middle = labelled(Label::Middle);
    const Bits last = labelled(Label::Last);
    Bits rest = labelled(Label::None);
    if (!first.empty() || !last.empty()) {
        Bits all = first.empty() ? rest : first;
        all.insert(all.end(), middle.begin(), middle.end());
        if (!first.empty() && last.empty()) {
            all.insert(all.end(), rest.begin(), rest.end());
        } else {
            all.insert(all.end(), last.begin(), last.end());
        }
        return joined(all) + suffix;
    }
    // "De la Rosa, Yesenia"
    if (rest.size() >= 3 && isParticle(rest.front().text) && isGivenName(rest.back().text)) {
        std::rotate(rest.begin(), rest.end() - 1, rest.end());
    }
    if (rest.size() == 2) {
        const NameBit &a = rest[0];
        const NameBit &b = rest[1];
        const bool surnameFirst =
            !isGivenName(a.text) && a.text.size() > 2 && (a.spelled || isSurname(a.text)) && isGivenName(b.text);
        const bool shaped = a.text.contains(QLatin1Char('\'')) && isGivenName(b.text);
        if (surnameFirst || shaped) {
            std::swap(rest[0], rest[1]);
        }
    }
    return joined(rest) + suffix;
}

QString lettersOnly(const QString &word)
{
    QString result;
    for (const QChar c : word) {
        if (c.isLetter()) {
            result += c;
        }
    }
    return result;
}

} // namespace

bool soundsLike(const QString &spelled, const QString &said)
{
    const QString a = lettersOnly(spelled);
    const QString b = lettersOnly(said);
    const auto longest = static_cast<int>(std::max(a.size(), b.size()));
    const int apart = editDistance(a, b);
    static const QString alike = QStringLiteral("ckqsz|phf|gj|iye|x|tc");
    bool start = !a.isEmpty() && !b.isEmpty() && a[0] == b[0];
    for (const QString &group : alike.split(QLatin1Char('|'))) {
        start = start || (!a.isEmpty() && !b.isEmpty() && group.contains(a[0]) && group.contains(b[0]));
    }
    return apart * 10 <= longest * (start ? 5 : 2);
}

QStringList personsIn(const NamePhrase &phrase)
{
    std::vector<Bits> persons(1);
    for (const NameBit &bit : phrase.bits) {
        if (bit.newPerson && !persons.back().empty()) {
            persons.emplace_back();
        }
        persons.back().push_back(bit);
    }
    QStringList names;
    for (Bits &bits : persons) {
        applySpellings(bits);
        bits = withParticles(bits);
        dropRepeats(bits);
        if (bits.size() > 1 && bits.front().spelled && bits.front().text.size() == 2) {
            bits.front().text = bits.front().text.toUpper(); // "T J Maxwell"
        }
        if (phrase.hyphenated && bits.size() >= 2 && !joined(bits).contains(QLatin1Char('-'))) {
            bits[bits.size() - 2].text += QLatin1Char('-') + bits.back().text;
            bits.pop_back();
        }
        const QString name = inOrder(bits);
        if (!name.isEmpty()) {
            names.append(chartCased(name));
        }
    }
    // "Emma and Liam Walker": a given name alone shares the surname.
    for (QString &name : names) {
        const QString &whole = names.back();
        if (!name.contains(QLatin1Char(' ')) && whole.contains(QLatin1Char(' '))) {
            name += QLatin1Char(' ') + whole.section(QLatin1Char(' '), 1);
        }
    }
    return names;
}

} // namespace Frontdesk::Dialogue
