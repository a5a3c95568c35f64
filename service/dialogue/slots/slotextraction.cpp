#include "service/dialogue/slots/slotextraction.h"

#include "service/dialogue/slots/internal/answers.h"
#include "service/dialogue/slots/internal/clockreader.h"
#include "service/dialogue/slots/internal/corrections.h"
#include "service/dialogue/slots/internal/datereader.h"
#include "service/dialogue/slots/internal/insurancereader.h"
#include "service/dialogue/slots/internal/likeness.h"
#include "service/dialogue/slots/internal/namereader.h"
#include "service/dialogue/slots/internal/phonereader.h"
#include "service/dialogue/slots/internal/phrase.h"
#include "service/dialogue/slots/internal/providerreader.h"
#include "service/dialogue/slots/internal/reasonreader.h"
#include "service/dialogue/slots/internal/relationreader.h"
#include "service/dialogue/slots/internal/requestreader.h"
#include "service/dialogue/slots/internal/spelling.h"
#include "service/dialogue/slots/internal/wishear.h"
#include "service/dialogue/slots/internal/wishes.h"

#include <algorithm>

namespace Frontdesk::Dialogue {
namespace {

using Flow::Expectation;

constexpr double AlikeNames = 0.6;   ///< Below this a name said is another name, not a mended one.
constexpr int FewestWordsOfWish = 3; ///< "Tuesday morning" is no wish of its own.

/// One turn on its way through the readers. The order matters: what is least mistakable claims its words first.
class Turn {
public:
    Turn(const QString &utterance, const ReadingContext &context)
        : m_utterance(utterance)
        , m_text(utterance)
        , m_context(context)
        , m_claims(m_text.size())
    {}

    SlotReading read()
    {
        if (m_text.size() == 0) {
            return m_reading;
        }
        m_reading.answer = readAnswer(m_text);
        m_reading.disputed = disputedIn(m_text);
        static const Phrase thatIsAll("(?:okay |no |nope |yeah |yes )*(?:that|this) (?:'s|is|will be|would be|should "
                                      "be) (?:it|all|everything)(?: .*)?");
        if (asks(Expectation::AnythingElse) && thatIsAll.findAt(m_text, 0)) {
            m_reading.answer = Answer::No;
        }
        if (!aboutBirth()) {
            readNumber();
        }
        readPlan();
        readDoctor();
        readPeople();
        m_reading.requests = readRequests(m_text, m_claims, m_context.expectation, has(SlotName::Insurance));
        listenForWishes();
        if (!aboutBirth()) {
            readWhen();
        }
        readWhy();
        refuseOrTakeOffer();
        agree();
        noteCorrection();
        return m_reading;
    }

private:
    [[nodiscard]] bool asks(Expectation expectation) const { return m_context.expectation == expectation; }
    [[nodiscard]] bool offers(SlotName name) const { return m_context.offered.count(name) > 0; }
    [[nodiscard]] bool has(SlotName name) const { return m_reading.slotValues.count(name) > 0; }
    [[nodiscard]] bool wants(RequestType type) const
    {
        return std::find(m_reading.requests.begin(), m_reading.requests.end(), type) != m_reading.requests.end();
    }

    void put(SlotName name, const QString &value, WordSpan words)
    {
        if (value.isEmpty()) {
            return;
        }
        SlotValue slot;
        slot.value = value;
        slot.saidAs = m_text.quote(words);
        m_reading.slotValues[name] = slot;
    }

    /// A date of birth is no wish and no phone number.
    [[nodiscard]] bool aboutBirth() const
    {
        return m_context.previousAssistant.contains(QLatin1String("birth"), Qt::CaseInsensitive) ||
               m_context.previousAssistant.contains(QLatin1String(" born"), Qt::CaseInsensitive);
    }

    void readNumber()
    {
        PhoneContext phone;
        phone.asked = asks(Expectation::PhoneNumber) || offers(SlotName::CallbackNumber);
        if (offers(SlotName::CallbackNumber)) {
            phone.offered = m_context.offered.at(SlotName::CallbackNumber).value;
        }
        phone.areaCodeAsked = m_context.previousAssistant.contains(QLatin1String("area code"), Qt::CaseInsensitive);
        const PhoneReading reading = readPhone(m_text, m_claims, phone);
        put(SlotName::CallbackNumber, reading.number, reading.words);
        if (!reading.partial.isEmpty()) {
            m_reading.partialNumber = reading.partial;
        }
        m_reading.corrects = m_reading.corrects || reading.corrected;
    }

    [[nodiscard]] bool correctsBySpelling() const
    {
        static const Phrase objects(
            "(?:uh |um |oh |yes |yeah |well )*(?:no|wait|actually|hold on|but|one thing|sorry|except|not "
            "quite|almost)\\b.*");
        const std::vector<SpelledWord> spelled = spelledIn(m_text, true);
        return objects.covers(m_text) && std::any_of(spelled.begin(), spelled.end(),
                                                     [](const SpelledWord &word) { return word.letters.size() >= 3; });
    }

    void readPlan()
    {
        const InsuranceReading reading =
            readInsurance(m_text, m_claims, m_context.insurances, asks(Expectation::Insurance));
        put(SlotName::Insurance, reading.plan, reading.words);
    }

    void readDoctor()
    {
        const ProviderReading reading =
            readProvider(m_text, m_claims, m_context.providers, asks(Expectation::Provider));
        put(SlotName::ProviderName, reading.name, reading.words);
    }

    void readPeople()
    {
        NameContext names;
        names.patientAsked =
            asks(Expectation::PatientName) || asks(Expectation::Spelling) || offers(SlotName::PatientName);
        names.callerAsked = asks(Expectation::CallerName);
        if (asks(Expectation::AnythingElse) && correctsBySpelling()) {
            names.patientAsked = true; // "No, hold on, Stuart with a u": what was just read to the caller was wrong.
            m_reading.corrects = true;
        }
        names.spellingAsked = asks(Expectation::Spelling);
        const bool relationAsked = asks(Expectation::Relationship) || names.patientAsked || names.callerAsked;
        const bool aside = asks(Expectation::PhoneNumber) || asks(Expectation::DateTime) ||
                           asks(Expectation::Provider) || asks(Expectation::Insurance);
        const RelationReading relation = readRelation(m_text, relationAsked ? RelationCue::Asked
                                                              : aside       ? RelationCue::Aside
                                                                            : RelationCue::Open);
        put(SlotName::Relationship, relation.relationship, relation.words);
        m_reading.relationshipSaid = relation.said;
        NameReading reading = readNames(m_text, m_claims, relation, names);
        if (reading.caller) {
            put(SlotName::CallerName, reading.caller->name, reading.caller->words);
        }
        QStringList patients;
        for (const ReadName &patient : reading.patients) {
            patients.append(patient.name);
        }
        if (patients.size() == 1 && offers(SlotName::PatientName)) {
            patients.front() = mended(m_context.offered.at(SlotName::PatientName).value, patients.front());
        }
        if (!patients.isEmpty()) {
            put(SlotName::PatientName, patients.join(QLatin1Char('|')),
                {reading.patients.front().words.first, reading.patients.back().words.last});
            m_reading.extraPatientNames.assign(patients.begin() + 1, patients.end());
        }
        m_reading.corrects = m_reading.corrects || reading.corrected;
    }

    /// Where no wording that somebody wrote down was met, the trained ear says what the turn is about.
    void listenForWishes()
    {
        const bool open = asks(Expectation::Nothing) || asks(Expectation::Request) || asks(Expectation::AnythingElse);
        if (open && m_reading.requests.empty() && m_text.size() >= FewestWordsOfWish) {
            if (const auto wish = WishEar::builtIn().wishIn(wishFeatures(m_utterance))) {
                m_reading.requests.push_back(*wish);
            }
        }
    }

    /// "Harland with a d", after "Harlan Meeks": one word takes the place of the one it is most like.
    static QString mended(const QString &offered, const QString &said)
    {
        QStringList words = offered.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (said.contains(QLatin1Char(' ')) || words.size() < 2) {
            return said;
        }
        const auto apart = [&](const QString &word) { return likeness(word.toLower(), said.toLower()); };
        auto likest = std::max_element(words.begin(), words.end(), [&](const QString &left, const QString &right) {
            return apart(left) < apart(right);
        });
        if (apart(*likest) < AlikeNames) {
            return said;
        }
        *likest = said;
        return words.join(QLatin1Char(' '));
    }

    /// "Not with him" to the doctor we named; "morning's better" to the day.
    void refuseOrTakeOffer()
    {
        static const Phrase notThatOne(
            "not (?:with )?(?:him|her|them|that (?:one|doctor))|(?:some|any)(?:one|body) else|(?:a )?"
            "different (?:one|doctor)|(?:another|other) doctor");
        if (m_reading.answer == Answer::No && offers(SlotName::ProviderName) && !has(SlotName::ProviderName) &&
            notThatOne.in(m_text)) {
            put(SlotName::ProviderName, QLatin1Char('!') + m_context.offered.at(SlotName::ProviderName).value,
                {0, m_text.size()});
        }
        const bool onlyTime = has(SlotName::PreferredTime) && !has(SlotName::PreferredDate) &&
                              !has(SlotName::PreferredDays) && m_reading.answer != Answer::No;
        if (asks(Expectation::YesNo) && onlyTime && offers(SlotName::PreferredDate) &&
            !offers(SlotName::PreferredTime) && !m_reading.disputed) {
            m_reading.slotValues[SlotName::PreferredDate] = m_context.offered.at(SlotName::PreferredDate);
        }
        static const Phrase sameTime("same time");
        if (offers(SlotName::PreferredTime) && !has(SlotName::PreferredTime) && sameTime.in(m_text)) {
            m_reading.slotValues[SlotName::PreferredTime] = m_context.offered.at(SlotName::PreferredTime);
        }
    }

    /// Days and times count where a visit is wished for: not those of a bill, a result or a visit to be cancelled.
    [[nodiscard]] bool wishesForVisit() const
    {
        return m_reading.requests.empty() || wants(RequestType::AppointmentScheduling) ||
               wants(RequestType::AppointmentRescheduling);
    }

    [[nodiscard]] QDate offeredDay() const
    {
        const auto offered = m_context.offered.find(SlotName::PreferredDate);
        return offered == m_context.offered.end() ? QDate() : QDate::fromString(offered->second.value, Qt::ISODate);
    }

    void readWhen()
    {
        const bool asked =
            asks(Expectation::DateTime) || offers(SlotName::PreferredDate) || offers(SlotName::PreferredTime);
        static const Phrase dayNamed("(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|next week|this week");
        const bool noPerson = !asks(Expectation::PhoneNumber) && !has(SlotName::PatientName) &&
                              !has(SlotName::CallerName) && !has(SlotName::Relationship) && dayNamed.in(m_text);
        const bool otherAnswer =
            noPerson || (asks(Expectation::PhoneNumber) && !has(SlotName::CallbackNumber) && !m_reading.partialNumber);
        if ((!wishesForVisit() && !asked) || (aboutPersons() && !otherAnswer && m_reading.requests.empty())) {
            return;
        }
        const std::vector<WordSpan> settled = settledWords(m_text);
        const DateReading dates =
            readDates(m_text, m_claims, settled, {m_context.localNow.date(), asked, offeredDay()});
        put(SlotName::PreferredDate, dates.date, dates.dateWords);
        put(SlotName::PreferredDays, dates.days, dates.dayWords);
        const TimeReading times = readTimes(m_text, m_claims, settled, m_context.hours, asked);
        put(SlotName::PreferredTime, times.time, times.words);
        m_reading.corrects = m_reading.corrects || dates.corrected || times.corrected;
        if ((asked || wants(RequestType::AppointmentScheduling) || wants(RequestType::AppointmentRescheduling)) &&
            wantsSoonest(m_text)) {
            m_reading.asSoonAsPossible = true;
            if (!has(SlotName::PreferredDate) && m_context.localNow.isValid()) {
                put(SlotName::PreferredDate, m_context.localNow.date().toString(Qt::ISODate) + QStringLiteral("/.."),
                    {0, m_text.size()});
            }
        }
    }

    /// Asked for a name or a number, "the first" and "five" are no dates.
    [[nodiscard]] bool aboutPersons() const
    {
        return asks(Expectation::PatientName) || asks(Expectation::CallerName) || asks(Expectation::Spelling) ||
               asks(Expectation::PhoneNumber) || asks(Expectation::Relationship) || asks(Expectation::Insurance);
    }

    void readWhy()
    {
        const bool open = asks(Expectation::Request) || asks(Expectation::Nothing);
        // A trouble told instead of the name or number we asked for is worth keeping.
        const bool instead = m_reading.slotValues.empty() && m_reading.answer == Answer::None &&
                             !asks(Expectation::YesNo) && !m_reading.partialNumber;
        const ReasonCue cue = asks(Expectation::Reason) ? ReasonCue::Asked
                              : open || instead         ? ReasonCue::Open
                                                        : ReasonCue::Elsewhere;
        const ReasonReading reading = readReason(m_text, m_claims, m_reading.requests, cue);
        put(SlotName::Reason, reading.reason, reading.words);
    }

    /// "Yes" gives what was offered, except where the turn says something else.
    void agree()
    {
        if (m_reading.answer != Answer::Yes || m_context.offered.empty()) {
            return;
        }
        for (const auto &[name, value] : m_context.offered) {
            const bool replaced = has(name) || (name == SlotName::PreferredDate && has(SlotName::PreferredDays));
            const bool partial =
                name == SlotName::CallbackNumber && value.value != QLatin1String("CALLER_ID") &&
                phoneNumberText(QString(value.value.section(QLatin1Char(';'), 0, 0)).remove(QLatin1Char('+')))
                    .isEmpty();
            if (!replaced && !partial && m_reading.disputed != name) {
                m_reading.slotValues[name] = value;
            }
        }
    }

    void noteCorrection()
    {
        static const Phrase change("(?:no )?(?:actually|wait|sorry|instead|change (?:it|that)|make (?:it|that)|i "
                                   "meant|scratch that|correction)(?: .*)?");
        const bool refuses = m_reading.answer == Answer::No && !m_context.offered.empty();
        if ((refuses || change.findAt(m_text, 0)) && !m_reading.slotValues.empty()) {
            m_reading.corrects = true;
        }
    }

    const QString &m_utterance;
    SpokenText m_text;
    const ReadingContext &m_context;
    Claims m_claims;
    SlotReading m_reading;
};

} // namespace

SlotReading readSlots(const QString &utterance, const ReadingContext &context)
{
    return Turn(utterance, context).read();
}

} // namespace Frontdesk::Dialogue
