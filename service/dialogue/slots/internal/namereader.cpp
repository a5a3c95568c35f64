#include "service/dialogue/slots/internal/namereader.h"

#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/namefinder.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

/// "Joseph and Maria Ferraro, it's for Maria": the later mention picks one of those before.
void pickOne(std::vector<Named> &found)
{
    for (size_t i = 1; i < found.size(); ++i) {
        if (found[i].persons.size() != 1 || found[i].persons[0].contains(QLatin1Char(' '))) {
            continue;
        }
        for (size_t j = 0; j < i; ++j) {
            for (const QString &person : found[j].persons) {
                if (person.section(QLatin1Char(' '), 0, 0) == found[i].persons[0] && person != found[i].persons[0]) {
                    found[i].persons = {person};
                    found[j].persons.clear();
                    found[i].role = NamedRole::Patient;
                    break;
                }
            }
        }
    }
    found.erase(std::remove_if(found.begin(), found.end(), [](const Named &named) { return named.persons.isEmpty(); }),
                found.end());
}

/// "Ben, Ben Otis" is one person; so is, after a correction, whoever is named last and in full.
void keepFullest(const SpokenText &text, std::vector<ReadName> &patients, bool asked)
{
    const auto within = [&](const ReadName &part) {
        return std::any_of(patients.begin(), patients.end(), [&](const ReadName &whole) {
            const QString padded = QLatin1Char(' ') + whole.name + QLatin1Char(' ');
            return whole.name != part.name && padded.contains(QLatin1Char(' ') + part.name + QLatin1Char(' '));
        });
    };
    std::vector<ReadName> kept;
    std::copy_if(patients.begin(), patients.end(), std::back_inserter(kept),
                 [&](const ReadName &name) { return !within(name); });
    patients = std::move(kept);
    // "Robert Lee Tuttle, but put down Bobby"
    static const Phrase nicknamed("(?:put down|but|call me|goes by|go by|say|short for)");
    const auto whole = std::count_if(patients.begin(), patients.end(),
                                     [](const ReadName &name) { return name.name.contains(QLatin1Char(' ')); });
    static const Phrase shortFor("short for");
    if (asked && patients.size() > 1 && shortFor.in(text)) {
        patients.erase(patients.begin(), patients.end() - 1); // "Lindy, short for Melinda, Melinda Croft"
    }
    if (asked && patients.size() > 1 && whole == 1 && nicknamed.in(text)) {
        std::erase_if(patients, [](const ReadName &name) { return !name.name.contains(QLatin1Char(' ')); });
    }
    if (asked && patients.size() > 1 && !correctionsIn(text).empty() &&
        patients.back().name.contains(QLatin1Char(' '))) {
        const WordSpan last = patients.back().words;
        std::erase_if(patients, [&](const ReadName &name) { return !name.words.meets(last); });
    }
}

} // namespace

NameReading readNames(const SpokenText &text, Claims &claims, const RelationReading &relation,
                      const NameContext &context)
{
    NameReading reading;
    std::vector<Named> found = NameFinder(text, claims, relation, context).all();
    pickOne(found);
    const bool patientNamed =
        std::any_of(found.begin(), found.end(), [](const Named &named) { return named.role == NamedRole::Patient; });
    for (const Named &named : found) {
        claims.take(named.words);
        reading.corrected = reading.corrected || named.corrected;
        const bool speakerIsCaller =
            relation.forOther || context.callerAsked || (patientNamed && !context.patientAsked);
        const bool caller =
            (named.role == NamedRole::Speaker && speakerIsCaller && !(context.patientAsked && !relation.callerNamed)) ||
            (named.role == NamedRole::Patient && context.callerAsked && !relation.forOther);
        if (caller) {
            if (!reading.caller) {
                reading.caller = ReadName{named.persons.front(), named.words};
            }
            continue;
        }
        for (const QString &person : named.persons) {
            const bool again =
                std::any_of(reading.patients.begin(), reading.patients.end(), [&](const ReadName &other) {
                    return other.name == person || other.name.startsWith(person + QLatin1Char(' '));
                });
            if (!again) {
                reading.patients.push_back({person, named.words});
            }
        }
    }
    keepFullest(text, reading.patients, context.patientAsked);
    return reading;
}

} // namespace Frontdesk::Dialogue
