#include "service/dialogue/internal/requeststack.h"

#include <QRegularExpression>

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

bool isFact(SlotName name)
{
    return name == SlotName::PatientName || name == SlotName::CallerName || name == SlotName::Relationship ||
           name == SlotName::CallbackNumber || name == SlotName::Insurance;
}

bool accepts(RequestType type, SlotName name)
{
    switch (name) {
    case SlotName::PreferredDate:
    case SlotName::PreferredDays:
    case SlotName::PreferredTime:
        return type == RequestType::AppointmentScheduling || type == RequestType::AppointmentRescheduling ||
               type == RequestType::CallbackRequest;
    case SlotName::Reason:
    case SlotName::ProviderName:
        return type != RequestType::InsuranceQuestion && type != RequestType::GeneralQuestion;
    default:
        return true;
    }
}

QString wordCount(const QString &text, int &count)
{
    const QString simplified = text.simplified();
    count = simplified.isEmpty() ? 0 : static_cast<int>(simplified.count(QLatin1Char(' '))) + 1;
    return simplified;
}

} // namespace

bool isAppointment(RequestType type)
{
    return type == RequestType::AppointmentScheduling || type == RequestType::AppointmentRescheduling ||
           type == RequestType::AppointmentCancellation || type == RequestType::AppointmentConfirmation;
}

bool isMedical(RequestType type)
{
    return type == RequestType::PrescriptionRefill || type == RequestType::MedicalQuestion ||
           type == RequestType::TestResults;
}

Absorbed RequestStack::absorb(const SlotReading &reading, const TurnContext &context)
{
    Absorbed absorbed;
    addRequests(reading, context, absorbed);
    absorbPeople(reading, context, absorbed);
    absorbDetails(reading, context, absorbed);
    return absorbed;
}

Request &RequestStack::add(RequestType type)
{
    Request request;
    request.key = takeKey();
    request.type = type;
    m_requests.push_back(request);
    return m_requests.back();
}

void RequestStack::dropOpen()
{
    std::erase_if(m_requests, [](const Request &request) { return !request.submitted; });
}

Request *RequestStack::find(int key)
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
                                    [key](const Request &request) { return request.key == key; });
    return found == m_requests.end() ? nullptr : &*found;
}

const Request *RequestStack::open() const
{
    const auto found =
        std::find_if(m_requests.begin(), m_requests.end(), [](const Request &request) { return !request.submitted; });
    return found == m_requests.end() ? nullptr : &*found;
}

size_t RequestStack::differentTypes() const
{
    std::set<RequestType> types;
    for (const Request &request : m_requests) {
        types.insert(request.type);
    }
    return types.size();
}

SlotMap RequestStack::valuesFor(const Request &request) const
{
    SlotMap values = request.slotValues;
    for (const auto &[name, value] : m_facts) {
        const bool aboutPatient = name == SlotName::PatientName || name == SlotName::Relationship;
        if ((aboutPatient && request.otherPatient) ||
            (name == SlotName::Insurance && request.type != RequestType::InsuranceQuestion &&
             !isAppointment(request.type))) {
            continue;
        }
        values.emplace(name, value);
    }
    return values;
}

QString RequestStack::fact(SlotName name) const
{
    const auto found = m_facts.find(name);
    return found == m_facts.end() ? QString() : found->second.value;
}

bool RequestStack::callerIsNotPatient(const Request &request) const
{
    const SlotMap values = valuesFor(request);
    const auto relationship = values.find(SlotName::Relationship);
    return values.contains(SlotName::CallerName) ||
           (relationship != values.end() && relationship->second.value != QLatin1String("self"));
}

/// A second wish of the same kind is news only when the words say so; otherwise the caller is still talking about the
/// first one.
bool RequestStack::isNews(RequestType type, const SlotReading &reading, const TurnContext &context) const
{
    const auto same = [type](const Request &request) { return request.type == type; };
    if (std::none_of(m_requests.begin(), m_requests.end(), same)) {
        return true;
    }
    static const QRegularExpression more(
        QStringLiteral("\\b(another|second|other one|one more|as well|too|also|one for (my|him|her|me|us))\\b"));
    const bool saysMore = more.match(context.text.toLower()).hasMatch();
    const bool open = std::any_of(m_requests.begin(), m_requests.end(),
                                  [&](const Request &request) { return same(request) && !request.submitted; });
    const bool otherPerson = reading.slotValues.contains(SlotName::Relationship) &&
                             reading.slotValues.at(SlotName::Relationship).value != fact(SlotName::Relationship);
    return open ? saysMore && otherPerson : saysMore || otherPerson;
}

/// "Actually cancel it" turns the appointment in hand into another kind of wish.
bool RequestStack::changesType(RequestType type, const SlotReading &reading, const TurnContext &context,
                               Absorbed &absorbed)
{
    static const QRegularExpression correction(
        QStringLiteral("\\b(actually|instead|rather|wait|no|changed my mind|just cancel)\\b"));
    static const QRegularExpression more(QStringLiteral("\\b(also|too|another|as well|and)\\b"));
    const QString words = context.text.toLower();
    const bool corrects = reading.corrects || correction.match(words).hasMatch();
    if (!isAppointment(type) || !corrects || more.match(words).hasMatch()) {
        return false;
    }
    Request *last = nullptr;
    for (Request &request : m_requests) {
        if (isAppointment(request.type) && request.type != type) {
            last = &request;
        }
    }
    if (last == nullptr) {
        return false;
    }
    last->type = type;
    last->submitted = false;
    absorbed.typeChanged = true;
    return true;
}

void RequestStack::addRequests(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed)
{
    const auto relationship = reading.slotValues.find(SlotName::Relationship);
    for (const RequestType type : reading.requests) {
        if (changesType(type, reading, context, absorbed)) {
            continue;
        }
        if (!isNews(type, reading, context)) {
            absorbed.restated = true;
            continue;
        }
        const bool patientKnown = m_facts.contains(SlotName::PatientName) && !m_requests.empty();
        const bool forOther = patientKnown && relationship != reading.slotValues.end() &&
                              relationship->second.value != fact(SlotName::Relationship);
        Request &request = add(type);
        request.otherPatient = forOther;
        absorbed.added.push_back(request.key);
    }
}

void RequestStack::put(SlotMap &into, SlotName name, const SlotValue &value, Absorbed &absorbed)
{
    const auto known = into.find(name);
    if (known != into.end() && known->second.value == value.value) {
        known->second.confidence = std::max(known->second.confidence, value.confidence);
        known->second.confirmed = known->second.confirmed || value.confirmed;
        absorbed.filled.insert(name);
        return;
    }
    // Ten digits that end in the seven said before complete them.
    const bool completes = known != into.end() && name == SlotName::CallbackNumber && known->second.value.size() == 7 &&
                           value.value.endsWith(known->second.value);
    if (known != into.end() && !completes) {
        absorbed.corrected.insert(name);
    }
    into[name] = value;
    absorbed.filled.insert(name);
}

void RequestStack::absorbName(SlotValue value, const TurnContext &context, bool corrects, SlotMap &into,
                              Absorbed &absorbed)
{
    value.value = value.value.section(QLatin1Char('|'), 0, 0); // Further patients come as extraPatientNames.
    const auto known = into.find(SlotName::PatientName);
    const bool askedFor = context.expectation == Flow::Expectation::PatientName ||
                          context.expectation == Flow::Expectation::Spelling ||
                          context.expectation == Flow::Expectation::YesNo;
    if (known != into.end() && !askedFor && !corrects) {
        return; // A name that turns up unasked is more often misheard than changed.
    }
    int newWords = 0;
    int knownWords = 0;
    wordCount(value.value, newWords);
    if (known != into.end()) {
        QStringList names = wordCount(known->second.value, knownWords).split(QLatin1Char(' '));
        const bool saysFirst = names.first().left(2).compare(value.value.left(2), Qt::CaseInsensitive) == 0;
        const bool onlyLast = newWords == 1 ? names.last().compare(value.value, Qt::CaseInsensitive) != 0
                                            : knownWords == 1 && !saysFirst; // "Garcia Lopez"
        if (context.askedLastName && onlyLast) {
            value.value = known->second.value + QLatin1Char(' ') + value.value;
            value.confidence = std::min(value.confidence, known->second.confidence);
        } else if (newWords == 1 && knownWords > 1) {
            // One word after a full name is the part that was wrong: the surname, unless it looks like the first name.
            (saysFirst ? names.first() : names.last()) = value.value;
            value.value = names.join(QLatin1Char(' '));
        }
    }
    put(into, SlotName::PatientName, value, absorbed);
}

void RequestStack::absorbPeople(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed)
{
    Request *other = nullptr;
    for (Request &request : m_requests) {
        if (request.otherPatient && !request.submitted) {
            other = &request;
        }
    }
    SlotMap &people = other != nullptr ? other->slotValues : m_facts;
    const auto relationship = reading.slotValues.find(SlotName::Relationship);
    const bool onBehalf =
        relationship != reading.slotValues.end() && relationship->second.value != QLatin1String("self");
    const bool namesPatient = reading.slotValues.contains(SlotName::PatientName);
    if (onBehalf && other != nullptr && !m_facts.contains(SlotName::CallerName) &&
        !m_facts.contains(SlotName::Relationship)) {
        m_facts[SlotName::CallerName] = m_facts[SlotName::PatientName]; // The first request was for the caller.
    }
    if (onBehalf && other == nullptr && !m_facts.contains(SlotName::Relationship) && !namesPatient &&
        m_facts.contains(SlotName::PatientName)) {
        // "May I have your full name?" was answered by somebody who turns out to call for another person.
        const auto name = m_facts.extract(SlotName::PatientName);
        m_facts.emplace(SlotName::CallerName, name.mapped());
    }
    for (const auto &[name, value] : reading.slotValues) {
        if (name == SlotName::PatientName) {
            absorbName(value, context, reading.corrects, people, absorbed);
        } else if (name == SlotName::Relationship) {
            put(people, name, value, absorbed);
        } else if (name == SlotName::CallbackNumber && value.value == QLatin1String("CALLER_ID")) {
            if (!context.callerNumber.isEmpty()) {
                SlotValue known = value;
                known.value = context.callerNumber;
                known.confirmed = true;
                put(m_facts, name, known, absorbed);
            }
        } else if (isFact(name)) {
            put(m_facts, name, value, absorbed);
        }
    }
    for (const QString &extra : reading.extraPatientNames) {
        const auto first = std::find_if(m_requests.begin(), m_requests.end(),
                                        [](const Request &request) { return !request.submitted; });
        if (first == m_requests.end()) {
            break;
        }
        Request copy = *first;
        copy.key = takeKey();
        copy.otherPatient = true;
        copy.copyOf = first->key;
        SlotValue &name = copy.slotValues[SlotName::PatientName];
        name.value = extra;
        name.saidAs = extra;
        if (m_facts.contains(SlotName::Relationship)) {
            copy.slotValues[SlotName::Relationship] = m_facts.at(SlotName::Relationship);
        }
        m_requests.push_back(copy);
        absorbed.added.push_back(copy.key);
    }
}

Request *RequestStack::targetFor(SlotName name, const TurnContext &context, const Absorbed &absorbed)
{
    for (const int key : absorbed.added) {
        if (Request *request = find(key); accepts(request->type, name)) {
            return request;
        }
    }
    if (Request *asked = find(context.request); asked != nullptr && accepts(asked->type, name)) {
        return asked;
    }
    for (Request &request : m_requests) {
        if (!request.submitted && accepts(request.type, name)) {
            return &request;
        }
    }
    for (auto request = m_requests.rbegin(); request != m_requests.rend(); ++request) {
        if (accepts(request->type, name)) {
            return &*request;
        }
    }
    return nullptr;
}

/// "Emma and Noah, for their school physicals": what is said of one visit holds for the other, until it is said apart.
void RequestStack::shareWithCopies(const Request &request, SlotName name)
{
    const SlotValue value = request.slotValues.at(name);
    const int key = request.key;
    for (Request &other : m_requests) {
        if (other.copyOf == key && !other.submitted) {
            other.slotValues.emplace(name, value);
        }
    }
}

void RequestStack::absorbDetails(const SlotReading &reading, const TurnContext &context, Absorbed &absorbed)
{
    using Flow::Expectation;
    for (const auto &[name, value] : reading.slotValues) {
        if (isFact(name)) {
            continue;
        }
        Request *request = targetFor(name, context, absorbed);
        if (request == nullptr) {
            continue;
        }
        const bool isReason = name == SlotName::Reason || name == SlotName::Question;
        const bool askedFor =
            isReason ? context.expectation == Expectation::Reason || context.expectation == Expectation::Question
                     : context.expectation != Expectation::Reason;
        if (request->slotValues.contains(name) && !askedFor && !reading.corrects) {
            continue;
        }
        if (request->submitted &&
            (!request->slotValues.contains(name) || request->slotValues.at(name).value != value.value)) {
            request->submitted = false;
        }
        put(request->slotValues, name, value, absorbed);
        shareWithCopies(*request, name);
    }
    const bool factChanged = std::any_of(absorbed.corrected.begin(), absorbed.corrected.end(), isFact);
    for (Request &request : m_requests) {
        request.submitted = request.submitted && !factChanged;
    }
}

} // namespace Frontdesk::Dialogue
