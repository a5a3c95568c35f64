#include "service/safety/internal/clinicclaims.h"

#include "service/safety/internal/normalizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace Frontdesk::Safety {

namespace {

using namespace std::string_view_literals;

constexpr std::array Weekdays{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                              "friday"sv, "saturday"sv, "sunday"sv};
constexpr std::array SpanishWeekdays{"lunes"sv,   "martes"sv, "miercoles"sv, "jueves"sv,
                                     "viernes"sv, "sabado"sv, "domingo"sv};

/// Words that carry no claim of their own.
const std::set<std::string> &plainWords()
{
    static const std::set<std::string> Words = [] {
        std::set<std::string> stems;
        for (const char *word : {"a",
                                 "an",
                                 "the",
                                 "we",
                                 "our",
                                 "us",
                                 "you",
                                 "your",
                                 "i",
                                 "it",
                                 "is",
                                 "are",
                                 "am",
                                 "be",
                                 "been",
                                 "was",
                                 "were",
                                 "do",
                                 "does",
                                 "not",
                                 "and",
                                 "or",
                                 "of",
                                 "on",
                                 "in",
                                 "at",
                                 "to",
                                 "from",
                                 "for",
                                 "with",
                                 "by",
                                 "from",
                                 "near",
                                 "that",
                                 "this",
                                 "there",
                                 "here",
                                 "they",
                                 "their",
                                 "s",
                                 "yes",
                                 "no",
                                 "sure",
                                 "okay",
                                 "so",
                                 "also",
                                 "as",
                                 "well",
                                 "will",
                                 "can",
                                 "have",
                                 "has",
                                 "had",
                                 "offer",
                                 "provide",
                                 "accept",
                                 "take",
                                 "located",
                                 "address",
                                 "clinic",
                                 "office",
                                 "hours",
                                 "open",
                                 "closed",
                                 "close",
                                 "parking",
                                 "street",
                                 "building",
                                 "find",
                                 "right",
                                 "our",
                                 "insurance",
                                 "insurances",
                                 "plan",
                                 "plans",
                                 "patients",
                                 "patient",
                                 "doctor",
                                 "dr",
                                 "doctors",
                                 "provider",
                                 "providers",
                                 "visit",
                                 "visits",
                                 "service",
                                 "services",
                                 "location",
                                 "please",
                                 "thank",
                                 "thanks",
                                 "o",
                                 "clock",
                                 "am",
                                 "pm",
                                 "a",
                                 "m",
                                 "p",
                                 "day",
                                 "days",
                                 "who",
                                 "which",
                                 "number",
                                 "phone",
                                 "call",
                                 "back",
                                 "staff",
                                 "team",
                                 "include",
                                 "includes",
                                 "many",
                                 "sees",
                                 "see",
                                 "specializes",
                                 "specialist",
                                 "works",
                                 "one",
                                 "them",
                                 "those",
                                 "these",
                                 "perform",
                                 "currently",
                                 "may",
                                 "would",
                                 "like",
                                 "just",
                                 "my",
                                 "me",
                                 "answer",
                                 "question",
                                 "about",
                                 "get",
                                 "yours",
                                 "great",
                                 "good",
                                 "perfect",
                                 "name",
                                 "something",
                                 "list",
                                 "among",
                                 "things",
                                 "if",
                                 "when",
                                 "what",
                                 "where",
                                 "only",
                                 "know",
                                 "si",
                                 "en",
                                 "el",
                                 "la",
                                 "su",
                                 "nuestra",
                                 "aceptamos",
                                 "ofrecemos",
                                 "nuestros",
                                 "nuestro",
                                 "profesionales",
                                 "son",
                                 "y",
                                 "al",
                                 "lado",
                                 "estamos",
                                 "hoy",
                                 "las",
                                 "los",
                                 "abiertos",
                                 "cerrados",
                                 "abrimos",
                                 "cerramos",
                                 "hasta",
                                 "trabaja",
                                 "nosotros",
                                 "direccion",
                                 "calle",
                                 "ahora",
                                 "practices"})
            stems.insert(stemOf(word));
        return stems;
    }();
    return Words;
}

std::optional<size_t> weekdayOf(const std::string &word)
{
    for (size_t day = 0; day < Weekdays.size(); ++day)
        if (word == Weekdays[day] || word == std::string(Weekdays[day]) + "s" || word == SpanishWeekdays[day] ||
            word == std::string(SpanishWeekdays[day]) + "s")
            return day;
    return std::nullopt;
}

bool has(const Tokens &sentence, std::string_view word)
{
    return std::any_of(sentence.begin(), sentence.end(), [&](const Token &token) { return token.text == word; });
}

/// The weekdays a sentence names; "Monday through Friday" names those between too.
std::set<size_t> daysNamed(const Tokens &sentence)
{
    std::set<size_t> days;
    size_t previous = Weekdays.size(); // None yet.
    bool range = false;
    for (const Token &token : sentence) {
        if (token.text == "weekdays" || token.text == "weekday")
            days.insert({0, 1, 2, 3, 4});
        if (token.text == "weekends" || token.text == "weekend")
            days.insert({5, 6});
        const auto day = weekdayOf(token.text);
        if (!day) {
            range = range || token.text == "through" || token.text == "to" || token.text == "thru" || token.text == "a";
            if (token.isNumber() || token.text == "and")
                previous = Weekdays.size();
            continue;
        }
        days.insert(*day);
        if (range)
            for (size_t between = previous; between < *day; ++between)
                days.insert(between);
        previous = *day;
        range = false;
    }
    return days;
}

/// Whether some opening or closing time on the days reads so; 5 may be 5:00 or 17:00, 830 is half past eight.
bool isBoundary(const OpeningHours &hours, const std::set<size_t> &days, double said, bool closing)
{
    const int whole = static_cast<int>(said);
    const int hour = whole >= 100 ? whole / 100 : whole;
    const int minute = whole >= 100 ? whole % 100 : 0;
    for (const size_t day : days)
        for (const TimeRange &range : hours.weekly[day])
            for (const QTime &time : {closing ? range.to : range.from, range.to})
                if (time.minute() == minute && (time.hour() == hour || time.hour() == hour + 12))
                    return true;
    return false;
}

} // namespace

ClinicClaims::ClinicClaims(const ClinicProfile &clinic)
    : m_clinic(clinic)
{
    for (const QString &text :
         {clinic.name, clinic.address, clinic.directions, clinic.number, clinic.line, clinic.greeting, clinic.consent,
          clinic.callbackPromise, clinic.insurances.join(QLatin1Char(' ')), clinic.services.join(QLatin1Char(' '))})
        learn(text, m_profile);
    for (const Provider &provider : clinic.providers)
        learn(provider.name + QLatin1Char(' ') + provider.specialty, m_profile);
    for (const ClinicFact &fact : clinic.facts)
        learn(fact.answer, m_profile);
    if (m_profile.count(stemOf("pediatrics")) > 0)
        learn(QStringLiteral("child children kid kids"), m_profile);
}

void ClinicClaims::learn(const QString &text, std::set<std::string> &words) const
{
    for (const Token &token : normalize(text))
        words.insert(stemOf(token.text));
}

bool ClinicClaims::backs(const std::string &rule, const Tokens &sentence) const
{
    if (rule == "fact.hours")
        return backsHours(sentence) || saysOnlyKnown(sentence, {});
    if (rule == "fact.callback")
        return backsCallback(sentence);
    // "We don't take Aetna" contradicts a profile that lists it, and a profile that does not list it cannot know.
    const bool denies = has(sentence, "not") || has(sentence, "no");
    if (rule == "fact.insurance" && denies)
        return false;
    return saysOnlyKnown(sentence, {});
}

/// Every word that could carry a fact stands somewhere in the profile.
bool ClinicClaims::saysOnlyKnown(const Tokens &sentence, const std::set<std::string> &further) const
{
    return std::all_of(sentence.begin(), sentence.end(), [&](const Token &token) {
        const std::string stem = stemOf(token.text);
        return plainWords().count(stem) > 0 || m_profile.count(stem) > 0 || further.count(stem) > 0;
    });
}

bool ClinicClaims::backsHours(const Tokens &sentence) const
{
    for (const char *word :
         {"24",           "7",    "always",     "every",     "daily",    "holiday", "holidays", "christmas",
          "thanksgiving", "late", "around",     "early",     "lunch",    "easter",  "memorial", "labor",
          "independence", "year", "juneteenth", "overnight", "midnight", "night",   "evenings", "noche",
          "evening"})
        if (has(sentence, word) && m_profile.count(stemOf(word)) == 0)
            return false;
    std::set<size_t> days = daysNamed(sentence);
    const bool anyDay = days.empty();
    if (anyDay)
        days = {0, 1, 2, 3, 4, 5, 6};
    const bool closed =
        has(sentence, "closed") || has(sentence, "cerrados") || (has(sentence, "not") && has(sentence, "open"));
    const bool now =
        has(sentence, "now") || has(sentence, "today") || has(sentence, "currently") || has(sentence, "tomorrow");
    bool timed = false;
    bool closing = false;
    for (const Token &token : sentence) {
        const double said = token.text == "noon" ? 12 : token.number;
        if (std::isnan(said)) {
            closing = token.text == "until" || token.text == "till" || token.text == "to" || token.text == "closes";
            continue;
        }
        timed = true;
        const bool minutes = said == 0 || said == 30 || said == 15 || said == 45;
        if (!minutes && !isBoundary(m_clinic.hours, days, said, closing))
            return false;
    }
    for (const size_t day : days)
        if (!anyDay &&
            (timed ? m_clinic.hours.weekly[day].empty() && !closed : m_clinic.hours.weekly[day].empty() != closed))
            return false;
    return !anyDay || timed || now;
}

/// A time for the call back must be the clinic's own promise.
bool ClinicClaims::backsCallback(const Tokens &sentence) const
{
    std::set<std::string> promise;
    learn(m_clinic.callbackPromise, promise);
    for (const Token &token : sentence)
        for (const char *word : {"minute", "minutes", "hour", "hours", "day", "days", "week", "today", "tonight",
                                 "tomorrow", "immediately", "shortly", "away", "moment", "moments", "half", "end"})
            if (token.text == word && promise.count(stemOf(word)) == 0)
                return false;
    for (size_t at = 0; at + 1 < sentence.size(); ++at) {
        const std::string &unit = sentence[at + 1].text;
        const bool measured = unit == "hours" || unit == "hour" || unit == "minutes" || unit == "days";
        const bool amount = sentence[at].isNumber() || sentence[at].text == "an" || sentence[at].text == "few";
        if (measured && amount && promise.count(stemOf(sentence[at].text)) == 0)
            return false;
    }
    return true;
}

} // namespace Frontdesk::Safety
