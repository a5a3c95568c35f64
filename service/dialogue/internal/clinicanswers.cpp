#include "service/dialogue/internal/clinicanswers.h"

#include "service/dialogue/internal/spokenvalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

/// A regular expression as written, so that each is compiled once for the whole program.
template <size_t Size>
struct Pattern {
    consteval Pattern(const char (&written)[Size]) { std::copy_n(written, Size, text); }
    char text[Size]{};
};

template <Pattern pattern>
bool matches(const QString &words)
{
    static const QRegularExpression expression{QLatin1String(pattern.text)};
    return expression.match(words).hasMatch();
}

/// Whether a word of `words` begins where `topic` begins; the topic itself may have several words or end within one.
bool mentions(const QString &words, const QString &topic)
{
    const auto isLetter = [&](qsizetype at) {
        const QChar letter = at >= 0 && at < words.size() ? words[at] : QChar();
        return letter.unicode() < 0x80 && (letter.isLetterOrNumber() || letter == QLatin1Char('_'));
    };
    for (qsizetype at = words.indexOf(topic); at >= 0; at = words.indexOf(topic, at + 1)) {
        if (isLetter(at - 1) != isLetter(at)) {
            return true;
        }
    }
    return false;
}

const QStringList &dayNames()
{
    static const QStringList names{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                   QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                   QStringLiteral("sunday")};
    return names;
}

QString capitalized(QString word)
{
    return word.isEmpty() ? word : word.replace(0, 1, word[0].toUpper());
}

bool hasHours(const ClinicProfile &clinic)
{
    return std::any_of(clinic.hours.weekly.begin(), clinic.hours.weekly.end(),
                       [](const auto &ranges) { return !ranges.empty(); });
}

/// The day a question names: a holiday, a weekday, today or tomorrow.
std::optional<std::pair<QDate, QString>> namedDay(const ClinicProfile &clinic, const QString &words, QDate today)
{
    for (const auto &[date, holiday] : clinic.hours.holidays) {
        if (date >= today && !holiday.name.isEmpty() && words.contains(holiday.name.toLower())) {
            return std::pair{date, QStringLiteral("on ") + holiday.name};
        }
    }
    if (words.contains(QLatin1String("tomorrow"))) {
        return std::pair{today.addDays(1), QStringLiteral("tomorrow")};
    }
    if (matches<"\\b(today|tonight|this (morning|afternoon|evening))\\b">(words)) {
        return std::pair{today, QStringLiteral("today")};
    }
    for (int day = 0; day < 7; ++day) {
        if (words.contains(dayNames()[day])) {
            const int ahead = (day + 1 - today.dayOfWeek() + 7) % 7;
            return std::pair{today.addDays(ahead), QStringLiteral("on ") + capitalized(dayNames()[day])};
        }
    }
    if (words.contains(QLatin1String("weekend"))) {
        const QDate saturday = today.addDays((6 - today.dayOfWeek() + 7) % 7);
        const bool sundayOpen = clinic.hours.on(saturday).empty() && !clinic.hours.on(saturday.addDays(1)).empty();
        return sundayOpen ? std::pair{saturday.addDays(1), QStringLiteral("on Sunday")}
                          : std::pair{saturday, QStringLiteral("on Saturday")};
    }
    return std::nullopt;
}

QString spokenWeek(const OpeningHours &hours)
{
    QStringList parts;
    for (size_t first = 0; first < 7;) {
        size_t last = first;
        while (last + 1 < 7 && hours.weekly[last + 1] == hours.weekly[first]) {
            ++last;
        }
        if (!hours.weekly[first].empty()) {
            QString days = capitalized(dayNames()[static_cast<qsizetype>(first)]);
            if (last > first) {
                days += QStringLiteral(" to ") + capitalized(dayNames()[static_cast<qsizetype>(last)]);
            }
            parts << days + QStringLiteral(", ") + spokenRanges(hours.weekly[first]);
        }
        first = last + 1;
    }
    return parts.join(QStringLiteral(", and "));
}

std::optional<ClinicAnswer> aboutHours(const ClinicProfile &clinic, const QString &words, const QDateTime &localNow)
{
    if (!hasHours(clinic) ||
        !matches<"\\b(hours|(are|is|be|you|guys|you're|office|clinic) (all )?(open|closed)|open "
                 "(now|today|on|till|until|late|early|tomorrow|at|monday|"
                 "tuesday|wednesday|thursday|friday|saturday|sunday|weekends?|this|for)|what time "
                 "(do|are|does|is|will).*(open|close)|"
                 "when (do|are|does|is|will).*(open|close)|(open|close)s? (at|up|early|late)|how late|how early "
                 "(do|are) you|closing time|opening time)">(words)) {
        return std::nullopt;
    }
    const QDate today = localNow.date();
    if (const auto day = namedDay(clinic, words, today); day && day->first != today) {
        const auto ranges = clinic.hours.on(day->first);
        return ranges.empty()
                   ? ClinicAnswer{QStringLiteral("answer.closed_day"), {{QStringLiteral("day"), day->second}}}
                   : ClinicAnswer{
                         QStringLiteral("answer.hours_day"),
                         {{QStringLiteral("day"), day->second}, {QStringLiteral("hours"), spokenRanges(ranges)}}};
    }
    const bool aboutToday =
        matches<"\\b(now|right now|still|today|tonight|currently|yet)\\b|what time (do|are) you (guys )?clos|how late">(
            words);
    if (aboutToday) {
        for (const TimeRange &range : clinic.hours.on(today)) {
            if (localNow.time() >= range.from && localNow.time() < range.to) {
                return ClinicAnswer{QStringLiteral("answer.open_now"),
                                    {{QStringLiteral("time"), spokenTime(range.to)}}};
            }
        }
        if (const auto opening = clinic.hours.nextOpening(localNow)) {
            return ClinicAnswer{QStringLiteral("answer.closed_now"),
                                {{QStringLiteral("opening"), spokenMoment(*opening, today)}}};
        }
    }
    return ClinicAnswer{QStringLiteral("answer.hours_week"), {{QStringLiteral("hours"), spokenWeek(clinic.hours)}}};
}

/// The clinic's own words come first: it wrote them for exactly these questions.
std::optional<ClinicAnswer> fromFacts(const ClinicProfile &clinic, const QString &words)
{
    const ClinicFact *best = nullptr;
    qsizetype bestLength = 0;
    for (const ClinicFact &fact : clinic.facts) {
        for (const QString &topic : fact.topics) {
            if (topic.size() > bestLength && mentions(words, topic.toLower().simplified())) {
                best = &fact;
                bestLength = topic.size();
            }
        }
    }
    if (best == nullptr || best->answer.trimmed().isEmpty()) {
        return std::nullopt;
    }
    return ClinicAnswer{QStringLiteral("answer.fact"), {{QStringLiteral("answer"), best->answer}}};
}

std::optional<ClinicAnswer> aboutPlace(const ClinicProfile &clinic, const QString &words)
{
    if (!clinic.directions.isEmpty() &&
        matches<"\\b(directions|how do i (get|find)|how to get (there|to)|cross streets?|which exit|landmark)\\b">(
            words)) {
        return ClinicAnswer{QStringLiteral("answer.directions"), {{QStringLiteral("directions"), clinic.directions}}};
    }
    if (!clinic.address.isEmpty() &&
        matches<"\\b(address|where (are|is|'s) (you|the (office|clinic|doctor))|located|location|where do i "
                "(go|come)|directions|how do i (get|find))\\b">(words)) {
        return ClinicAnswer{QStringLiteral("answer.address"), {{QStringLiteral("address"), clinic.address}}};
    }
    return std::nullopt;
}

std::optional<ClinicAnswer> aboutInsurance(const ClinicProfile &clinic, const QString &words, const QString &plan)
{
    const bool asksAccepted =
        matches<"\\b(take|accept|in network|in-network|participate|work with|do you (have|do|bill))\\b">(words);
    if (clinic.insurances.isEmpty() || !asksAccepted ||
        matches<"\\b(cover|copay|deductible|owe|referral needed|authorization)\\b">(words)) {
        return std::nullopt;
    }
    for (const QString &accepted : clinic.insurances) {
        const bool same = plan.compare(accepted, Qt::CaseInsensitive) == 0 || words.contains(accepted.toLower());
        if (same) {
            return ClinicAnswer{QStringLiteral("answer.insurance_yes"), {{QStringLiteral("plan"), accepted}}};
        }
    }
    if (!plan.isEmpty() && plan != QLatin1String("self_pay")) {
        return ClinicAnswer{QStringLiteral("answer.insurance_unknown"), {{QStringLiteral("plan"), plan}}, false};
    }
    if (plan.isEmpty() && matches<"\\b(what|which) (kinds? of |types? of )?(insurances?|plans?)\\b">(words)) {
        return ClinicAnswer{QStringLiteral("answer.insurance_list"),
                            {{QStringLiteral("plans"), spokenList(clinic.insurances)}}};
    }
    return std::nullopt;
}

std::optional<ClinicAnswer> aboutPeopleAndServices(const ClinicProfile &clinic, const QString &words)
{
    const bool asksForOne =
        matches<"\\b(do you (guys )?(have|do|offer|provide|see)|is there|are there|can (i|you).*(there|get)|offer)\\b">(
            words);
    if (asksForOne) {
        for (const QString &service : clinic.services) {
            if (words.contains(service.toLower())) {
                return ClinicAnswer{QStringLiteral("answer.service_yes"), {{QStringLiteral("service"), service}}};
            }
        }
        for (const Provider &provider : clinic.providers) {
            const QString surname = provider.name.section(QLatin1Char(' '), -1).toLower();
            if (words.contains(surname) ||
                (!provider.specialty.isEmpty() && words.contains(provider.specialty.toLower()))) {
                return ClinicAnswer{QStringLiteral("answer.provider_yes"),
                                    {{QStringLiteral("provider"), provider.name}}};
            }
        }
    }
    if (!clinic.services.isEmpty() &&
        matches<"\\bwhat (kinds? of |types? of )?(services|things|procedures)\\b|\\bwhat do you (do|offer|treat)\\b">(
            words)) {
        return ClinicAnswer{QStringLiteral("answer.services"),
                            {{QStringLiteral("services"), spokenList(clinic.services)}}};
    }
    if (!clinic.providers.empty() &&
        matches<"\\b(who|which|what) (are |is )?(the |your )?(doctors?|providers?|physicians?)\\b">(words)) {
        QStringList names;
        for (const Provider &provider : clinic.providers) {
            names << provider.name;
        }
        return ClinicAnswer{QStringLiteral("answer.providers"), {{QStringLiteral("providers"), spokenList(names)}}};
    }
    return std::nullopt;
}

} // namespace

std::optional<ClinicAnswer> answerFromProfile(const ClinicProfile &clinic, const QString &question, const QString &plan,
                                              const QDateTime &localNow)
{
    QString words = question.toLower().simplified();
    words.replace(QChar(0x2019), QLatin1Char('\''));
    for (const auto &answer :
         {aboutInsurance(clinic, words, plan), fromFacts(clinic, words), aboutHours(clinic, words, localNow),
          aboutPlace(clinic, words), aboutPeopleAndServices(clinic, words)}) {
        if (answer) {
            return answer;
        }
    }
    return std::nullopt;
}

bool asksAboutClinic(const ClinicProfile &clinic, const QString &utterance)
{
    const QString words = utterance.toLower().simplified();
    const bool question =
        matches<"^(and |also |yes |yeah |ok(ay)? |so |um |uh |hi |hello |oh |by the way "
                ")*(what|where|when|who|which|how|do|does|are|is|can|could|will|would)\\b|"
                "\\b(do you|are you|what('s| is| are)|where('s| is| are)|wondering|want(ed)? to know|tell me)\\b">(
            words);
    return question &&
           (fromFacts(clinic, words) || aboutPlace(clinic, words) ||
            matches<"\\b(hours|open|closed?|parking|park|take|accept|fax|walk.?ins?|new patients)\\b">(words));
}

bool isKnownClosed(const ClinicProfile &clinic, const QDateTime &localNow)
{
    return hasHours(clinic) && !clinic.hours.isOpenAt(localNow.date(), localNow.time());
}

} // namespace Frontdesk::Dialogue
