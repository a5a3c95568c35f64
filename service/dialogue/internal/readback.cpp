#include "service/dialogue/internal/readback.h"

#include "service/dialogue/internal/handover.h"
#include "service/dialogue/internal/moves.h"
#include "service/dialogue/internal/spokenvalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

bool isWhen(SlotName name)
{
    return name == SlotName::PreferredDate || name == SlotName::PreferredDays || name == SlotName::PreferredTime;
}

QString spokenValuesOf(const Talk &talk, const SlotMap &values, const std::set<SlotName> &names)
{
    QStringList parts;
    if (const auto name = values.find(SlotName::PatientName);
        names.contains(SlotName::PatientName) && name != values.end()) {
        parts << name->second.value;
    }
    if (const auto number = values.find(SlotName::CallbackNumber);
        names.contains(SlotName::CallbackNumber) && number != values.end()) {
        parts << spokenNumber(number->second.value);
    }
    if (std::any_of(names.begin(), names.end(), isWhen)) {
        const QString when = spokenWhen(values, talk.localNow().date());
        if (!when.isEmpty()) {
            parts << when;
        }
    }
    return parts.join(QStringLiteral("; "));
}

SlotValue *find(Talk &talk, const Request &request, SlotName name)
{
    Request *own = talk.requests.find(request.key);
    if (own != nullptr && own->slotValues.contains(name)) {
        return &own->slotValues[name];
    }
    const auto fact = talk.requests.facts().find(name);
    return fact == talk.requests.facts().end() ? nullptr : &fact->second;
}

/// "The number" when asked what is wrong.
std::optional<SlotName> namedPart(const QString &text)
{
    const QString words = text.toLower();
    const auto mentions = [&](const char *pattern) {
        return QRegularExpression(QLatin1String(pattern)).match(words).hasMatch();
    };
    if (mentions("\\b(number|phone|digits?|area code)\\b")) {
        return SlotName::CallbackNumber;
    }
    if (mentions("\\b(name|spelled|spelling)\\b")) {
        return SlotName::PatientName;
    }
    if (mentions("\\b(day|date|time|when)\\b")) {
        return SlotName::PreferredDate;
    }
    return std::nullopt;
}

/// Asks only for the part that was wrong; numbers on the keypad and names by letters once saying them did not help.
bool askAgainFor(Talk &talk, const Request &request, SlotName wrong)
{
    const int failures = ++talk.readBackFailures[wrong];
    if (failures >= MostReadBackFailures) {
        handOver(talk, strongDecision(EscalationReason::NotUnderstood, QStringLiteral("read_back"), failures,
                                      MostReadBackFailures));
        return true;
    }
    talk.out.say(QStringLiteral("ack.sorry"));
    Question again;
    if (wrong == SlotName::CallbackNumber) {
        talk.requests.facts().erase(wrong); // Nobody is to be called there.
        again = {failures > 1 ? QStringLiteral("ask.keypad") : QStringLiteral("ask.callback_number"),
                 Flow::Expectation::PhoneNumber,
                 {wrong},
                 0};
    } else if (wrong == SlotName::PatientName) {
        again = {QStringLiteral("ask.spelling"),
                 Flow::Expectation::Spelling,
                 {wrong},
                 request.otherPatient ? request.key : 0};
    } else {
        again = {QStringLiteral("ask.day"),
                 Flow::Expectation::DateTime,
                 {SlotName::PreferredDate, SlotName::PreferredTime},
                 request.key};
    }
    if (ask(talk, again)) {
        return true;
    }
    handOver(talk, strongDecision(EscalationReason::NotUnderstood, QStringLiteral("read_back"), failures,
                                  MostReadBackFailures));
    return true;
}

} // namespace

std::set<SlotName> doubtfulValues(const Talk &talk, const Request &request)
{
    std::set<SlotName> doubtful;
    for (const auto &[name, value] : talk.requests.valuesFor(request)) {
        const bool matters = name == SlotName::PatientName || name == SlotName::CallbackNumber || isWhen(name);
        if (matters && !value.confirmed && value.turn > 0 && value.confidence < SureEnough) {
            doubtful.insert(name);
        }
    }
    return doubtful;
}

void readBack(Talk &talk, const Request &request, const std::set<SlotName> &values)
{
    const bool again = !talk.readBackFailures.empty();
    const QString spoken = spokenValuesOf(talk, talk.requests.valuesFor(request), values);
    const Question question{again ? QStringLiteral("confirm.again") : QStringLiteral("confirm.readback"),
                            Flow::Expectation::YesNo,
                            {values.begin(), values.end()},
                            request.key};
    talk.readBack = values;
    if (spoken.isEmpty() || !ask(talk, question, true, {{QStringLiteral("values"), spoken}})) {
        for (const SlotName name : values) {
            find(talk, request, name)->confirmed = true; // Asked often enough; staff will call and check.
        }
        talk.readBack.clear();
        carryOn(talk);
    }
}

bool isReadingBack(const Talk &talk)
{
    return !talk.readBack.empty() && talk.pending.phraseId.startsWith(QLatin1String("confirm."));
}

bool settleReadBack(Talk &talk, const Heard &heard)
{
    const Request *request = talk.requests.find(talk.pending.request);
    if (request == nullptr) {
        talk.readBack.clear();
        return false;
    }
    const std::set<SlotName> offered = talk.readBack;
    const auto confirmRest = [&](std::optional<SlotName> wrong) {
        for (const SlotName name : offered) {
            SlotValue *value = find(talk, *request, name);
            const bool changed = heard.absorbed.corrected.contains(name);
            if (value != nullptr && !changed && wrong != name && !(wrong && isWhen(*wrong) && isWhen(name))) {
                value->confirmed = true;
            }
        }
    };
    if (!heard.absorbed.corrected.empty()) {
        confirmRest(std::nullopt);
        for (const SlotName name : heard.absorbed.corrected) {
            SlotValue *value = find(talk, *request, name);
            if (offered.contains(name) && ++talk.readBackFailures[name] >= MostReadBackFailures) {
                handOver(talk, strongDecision(EscalationReason::NotUnderstood, QStringLiteral("read_back"),
                                              MostReadBackFailures, MostReadBackFailures));
                return true;
            }
            if (value != nullptr && (name == SlotName::CallbackNumber || name == SlotName::PatientName)) {
                value->confidence = std::min(value->confidence, SureEnough / 2); // Wrong once: checked once more.
            }
        }
        talk.readBack.clear();
        return false;
    }
    if (heard.reading.answer == Answer::Yes || heard.special == SpecialTurn::Thanks) {
        confirmRest(std::nullopt);
        talk.readBack.clear();
        return false;
    }
    std::optional<SlotName> wrong = heard.reading.disputed ? heard.reading.disputed : namedPart(heard.text);
    const bool no = heard.reading.answer == Answer::No;
    if (!wrong && no && offered.size() == 1) {
        wrong = *offered.begin();
    }
    if (wrong && (no || heard.reading.disputed || talk.isPending(QLatin1String("confirm.which_wrong")))) {
        confirmRest(wrong);
        talk.readBack.clear();
        return askAgainFor(talk, *request, *wrong);
    }
    if (no && !talk.isPending(QLatin1String("confirm.which_wrong"))) {
        return ask(talk,
                   {QStringLiteral("confirm.which_wrong"), Flow::Expectation::YesNo, talk.pending.about, request->key});
    }
    return false;
}

} // namespace Frontdesk::Dialogue
