#include "service/dialogue/internal/questionplanner.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

using Flow::Expectation;

Question question(const char *phraseId, Expectation expectation, std::vector<SlotName> about, int request = 0)
{
    return {QLatin1String(phraseId), expectation, std::move(about), request};
}

bool isOneWord(const QString &name)
{
    return !name.trimmed().isEmpty() && !name.trimmed().contains(QLatin1Char(' '));
}

/// Who the patient is, who calls, and where to call back.
std::vector<Question> aboutPeople(const RequestStack &requests, const Request &request)
{
    std::vector<Question> wanted;
    const SlotMap values = requests.valuesFor(request);
    const bool onBehalf = requests.callerIsNotPatient(request);
    const int whose = request.otherPatient ? request.key : 0;
    const auto patient = values.find(SlotName::PatientName);
    if (patient == values.end()) {
        const bool other = onBehalf || request.otherPatient;
        wanted.push_back(question(other ? "ask.patient_name" : "ask.name", Expectation::PatientName,
                                  {SlotName::PatientName}, whose));
    } else if (isOneWord(patient->second.value)) {
        wanted.push_back(question(onBehalf ? "ask.patient_last_name" : "ask.last_name", Expectation::PatientName,
                                  {SlotName::PatientName}, whose));
    }
    if (onBehalf && !values.contains(SlotName::CallerName)) {
        wanted.push_back(question("ask.caller_name", Expectation::CallerName, {SlotName::CallerName}));
    }
    if (onBehalf && !values.contains(SlotName::Relationship)) {
        wanted.push_back(question("ask.relationship", Expectation::Relationship, {SlotName::Relationship}, whose));
    }
    if (!values.contains(SlotName::CallbackNumber)) {
        wanted.push_back(question("ask.callback_number", Expectation::PhoneNumber, {SlotName::CallbackNumber}));
    }
    return wanted;
}

/// "Sometime in November" leaves more open than it says.
bool isWide(const SlotMap &values)
{
    constexpr qint64 WideDays = 20;
    const auto date = values.find(SlotName::PreferredDate);
    if (date == values.end() || values.contains(SlotName::PreferredDays)) {
        return false;
    }
    const QDate from = QDate::fromString(date->second.value.section(QLatin1Char('/'), 0, 0), Qt::ISODate);
    const QDate to = QDate::fromString(date->second.value.section(QLatin1Char('/'), 1, 1), Qt::ISODate);
    return from.isValid() && to.isValid() && from.daysTo(to) >= WideDays;
}

void askWhen(const Request &request, std::vector<Question> &wanted)
{
    const SlotMap &values = request.slotValues;
    const bool day = values.contains(SlotName::PreferredDate) || values.contains(SlotName::PreferredDays);
    const bool time = values.contains(SlotName::PreferredTime);
    const bool moves = request.type == RequestType::AppointmentRescheduling;
    const std::vector<SlotName> when{SlotName::PreferredDate, SlotName::PreferredDays, SlotName::PreferredTime};
    if (!day && !time) {
        wanted.push_back(
            question(moves ? "ask.new_date_time" : "ask.date_time", Expectation::DateTime, when, request.key));
    } else if (!day && values.at(SlotName::PreferredTime).value != QLatin1String("any")) {
        wanted.push_back(question("ask.day", Expectation::DateTime, when, request.key));
    } else if (isWide(values)) {
        wanted.push_back(question("ask.day", Expectation::DateTime, when, request.key));
    }
    if (day && !time) {
        wanted.push_back(question("ask.time", Expectation::DateTime, when, request.key));
    }
}

void askAbout(const char *phraseId, const Request &request, std::vector<Question> &wanted)
{
    if (!request.slotValues.contains(SlotName::Question) && !request.slotValues.contains(SlotName::Reason)) {
        wanted.push_back(
            question(phraseId, Expectation::Question, {SlotName::Question, SlotName::Reason}, request.key));
    }
}

std::vector<Question> aboutRequest(const Request &request)
{
    std::vector<Question> wanted;
    switch (request.type) {
    case RequestType::AppointmentScheduling:
        if (!request.slotValues.contains(SlotName::Reason)) {
            wanted.push_back(question("ask.reason", Expectation::Reason, {SlotName::Reason}, request.key));
        }
        askWhen(request, wanted);
        break;
    case RequestType::AppointmentRescheduling:
        askWhen(request, wanted);
        break;
    case RequestType::CallbackRequest:
        askAbout("ask.topic", request, wanted);
        break;
    case RequestType::InsuranceQuestion:
        askAbout("ask.insurance_question", request, wanted);
        break;
    case RequestType::BillingQuestion:
        askAbout("ask.billing_question", request, wanted);
        break;
    case RequestType::MedicalRecords:
        askAbout("ask.records", request, wanted);
        break;
    case RequestType::ReferralRequest:
        askAbout("ask.referral", request, wanted);
        break;
    case RequestType::GeneralQuestion:
    case RequestType::Other:
        askAbout("ask.question", request, wanted);
        break;
    default: // The rest needs nobody's answer beyond name and number.
        break;
    }
    return wanted;
}

/// Without these a task is of no use to anybody.
bool isVital(const Question &question)
{
    return question.phraseId == QLatin1String("ask.name") || question.phraseId == QLatin1String("ask.patient_name") ||
           question.phraseId == QLatin1String("ask.callback_number");
}

/// Asked a single time: nice to know.
bool isMinor(const Question &question)
{
    return question.phraseId == QLatin1String("ask.time") || question.phraseId == QLatin1String("ask.day") ||
           question.phraseId == QLatin1String("ask.last_name") ||
           question.phraseId == QLatin1String("ask.patient_last_name");
}

} // namespace

int AskedQuestions::times(const Question &question) const
{
    const auto found = m_times.find({question.phraseId, question.request});
    return found == m_times.end() ? 0 : found->second;
}

bool AskedQuestions::none() const
{
    return std::none_of(m_times.begin(), m_times.end(),
                        [](const auto &entry) { return entry.first.first.startsWith(QLatin1String("ask.")); });
}

void AskedQuestions::count(const Question &question)
{
    ++m_times[{question.phraseId, question.request}];
}

void AskedQuestions::giveUp(const Question &question)
{
    m_givenUp.insert({question.phraseId, question.request});
}

bool AskedQuestions::isGivenUp(const Question &question) const
{
    return m_givenUp.contains({question.phraseId, question.request});
}

Question nextQuestion(const RequestStack &requests, const Request &request, const AskedQuestions &asked)
{
    std::vector<Question> wanted = aboutPeople(requests, request);
    for (Question &next : aboutRequest(request)) {
        wanted.push_back(std::move(next));
    }
    for (const Question &next : wanted) {
        if (isVital(next) || (asked.times(next) < (isMinor(next) ? 1 : MostAsks) && !asked.isGivenUp(next))) {
            return next;
        }
    }
    return {};
}

} // namespace Frontdesk::Dialogue
