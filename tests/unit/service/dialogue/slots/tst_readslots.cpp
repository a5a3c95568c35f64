#include "service/dialogue/slots/promptreading.h"
#include "service/dialogue/slots/slotextraction.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using Flow::Expectation;

class TstReadSlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answer_inAllWordings_data();
    void answer_inAllWordings();
    void agreement_givesWhatWasOffered();
    void agreement_withChange_keepsTheRest();
    void refusal_givesNothingOffered();
    void disputedPart_isNamed();
    void valueSaid_keepsTheCallersWords();
    void phoneNumber_overTwoTurns_isPutTogether();
    void phoneNumber_agreedTo_isTheOneReadBack();
    void phoneNumber_ofWrongForm_isReportedAsPartial();
    void dateOfBirth_isNoWish();
    void hour_goesByOpeningHours();
    void provider_misheard_isMatchedWithTheClinics();
    void insurance_ofTheClinic_isRecognised();
    void severalPatients_areAllNamed();
    void requests_keepTheirOrder();
    void soonest_isFlagged();
    void correction_isFlagged();
    void springForward_readsTheRightDay();
    void invalidClock_readsNoDates();
    void prompt_tellsWhatItExpects_data();
    void prompt_tellsWhatItExpects();

private:
    static ReadingContext context(Expectation expectation = Expectation::Request)
    {
        ReadingContext result;
        result.localNow = QDateTime(QDate(2026, 6, 19), QTime(15, 40)); // a Friday
        result.expectation = expectation;
        return result;
    }
    static QString value(const SlotReading &reading, SlotName name)
    {
        const auto found = reading.slotValues.find(name);
        return found == reading.slotValues.end() ? QString() : found->second.value;
    }
    static ReadingContext offering()
    {
        ReadingContext result = context(Expectation::YesNo);
        result.offered[SlotName::PreferredDate].value = QStringLiteral("2026-06-23");
        result.offered[SlotName::PreferredTime].value = QStringLiteral("morning");
        return result;
    }
};

void TstReadSlots::answer_inAllWordings_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<Answer>("answer");
    for (const char *yes :
         {"yes", "yep that's right", "uh huh", "Uh-huh.", "that's correct", "sounds good", "sure", "yeah", "mm hmm",
          "correct", "that works for me", "you got it", "no yeah that's right", "absolutely"}) {
        QTest::newRow(yes) << QString::fromLatin1(yes) << Answer::Yes;
    }
    for (const char *no : {"no", "nope", "that's wrong", "that's not right", "nah", "not really", "uh uh",
                           "yeah no that's wrong", "incorrect", "no thank you"}) {
        QTest::newRow(no) << QString::fromLatin1(no) << Answer::No;
    }
    for (const char *none : {"what time do you close", "maria gonzalez", "let me think"}) {
        QTest::newRow(none) << QString::fromLatin1(none) << Answer::None;
    }
}

void TstReadSlots::answer_inAllWordings()
{
    QFETCH(QString, said);
    QFETCH(Answer, answer);
    QCOMPARE(readSlots(said, context(Expectation::YesNo)).answer, answer);
}

void TstReadSlots::agreement_givesWhatWasOffered()
{
    const SlotReading reading = readSlots(QStringLiteral("yes please"), offering());
    QCOMPARE(value(reading, SlotName::PreferredDate), QStringLiteral("2026-06-23"));
    QCOMPARE(value(reading, SlotName::PreferredTime), QStringLiteral("morning"));
}

void TstReadSlots::agreement_withChange_keepsTheRest()
{
    const SlotReading reading = readSlots(QStringLiteral("right but make it the afternoon"), offering());
    QCOMPARE(value(reading, SlotName::PreferredDate), QStringLiteral("2026-06-23"));
    QCOMPARE(value(reading, SlotName::PreferredTime), QStringLiteral("afternoon"));
}

void TstReadSlots::refusal_givesNothingOffered()
{
    const SlotReading reading = readSlots(QStringLiteral("no"), offering());
    QVERIFY(reading.slotValues.empty());
    QCOMPARE(reading.answer, Answer::No);
}

void TstReadSlots::disputedPart_isNamed()
{
    QCOMPARE(readSlots(QStringLiteral("yes but the name is wrong"), context(Expectation::YesNo)).disputed,
             SlotName::PatientName);
    QCOMPARE(readSlots(QStringLiteral("no the number is not right"), context(Expectation::YesNo)).disputed,
             SlotName::CallbackNumber);
    QCOMPARE(readSlots(QStringLiteral("the time is wrong"), offering()).disputed, SlotName::PreferredTime);
    QVERIFY(!readSlots(QStringLiteral("yes that's right"), offering()).disputed);
}

void TstReadSlots::valueSaid_keepsTheCallersWords()
{
    const SlotReading reading =
        readSlots(QStringLiteral("Um, Tuesday the twenty-third please"), context(Expectation::DateTime));
    QCOMPARE(reading.slotValues.at(SlotName::PreferredDate).saidAs, QStringLiteral("Tuesday the twenty-third"));
    QCOMPARE(value(reading, SlotName::PreferredDate), QStringLiteral("2026-06-23"));
}

void TstReadSlots::phoneNumber_overTwoTurns_isPutTogether()
{
    ReadingContext asked = context(Expectation::PhoneNumber);
    const SlotReading first = readSlots(QStringLiteral("it's two one two five five five"), asked);
    QCOMPARE(first.partialNumber, std::optional<QString>(QStringLiteral("212555")));
    QCOMPARE(value(first, SlotName::CallbackNumber), QString());
    asked.offered[SlotName::CallbackNumber].value = *first.partialNumber;
    const SlotReading second = readSlots(QStringLiteral("oh one two three"), asked);
    QCOMPARE(value(second, SlotName::CallbackNumber), QStringLiteral("+12125550123"));
}

void TstReadSlots::phoneNumber_agreedTo_isTheOneReadBack()
{
    ReadingContext asked = context(Expectation::YesNo);
    asked.offered[SlotName::CallbackNumber].value = QStringLiteral("+12125550150");
    for (const char *said : {"that's correct", "that's the one", "yes", "that is right"}) {
        QCOMPARE(value(readSlots(QString::fromLatin1(said), asked), SlotName::CallbackNumber),
                 QStringLiteral("+12125550150"));
    }
}

void TstReadSlots::phoneNumber_ofWrongForm_isReportedAsPartial()
{
    const SlotReading reading =
        readSlots(QStringLiteral("one one two five five five oh one two three"), context(Expectation::PhoneNumber));
    QCOMPARE(value(reading, SlotName::CallbackNumber), QString());
    QVERIFY(reading.partialNumber.has_value());
}

void TstReadSlots::dateOfBirth_isNoWish()
{
    ReadingContext asked = context(Expectation::Nothing);
    asked.previousAssistant = QStringLiteral("What's the patient's date of birth?");
    QVERIFY(readSlots(QStringLiteral("march second nineteen fifty eight"), asked).slotValues.empty());
}

void TstReadSlots::hour_goesByOpeningHours()
{
    ReadingContext asked = context(Expectation::DateTime);
    QCOMPARE(value(readSlots(QStringLiteral("at six"), asked), SlotName::PreferredTime), QStringLiteral("18:00"));
    asked.hours = OpeningHours::parse(QStringLiteral("mon-fri 05:00-13:00")).value();
    QCOMPARE(value(readSlots(QStringLiteral("at six"), asked), SlotName::PreferredTime), QStringLiteral("06:00"));
    asked.hours = OpeningHours::parse(QStringLiteral("mon-fri 12:00-21:00")).value();
    QCOMPARE(value(readSlots(QStringLiteral("at eight"), asked), SlotName::PreferredTime), QStringLiteral("20:00"));
}

void TstReadSlots::provider_misheard_isMatchedWithTheClinics()
{
    ReadingContext asked = context(Expectation::Provider);
    asked.providers = {{QStringLiteral("Dr. Maria Lopez"), {}, true}, {QStringLiteral("Dr. Ngozi Okonkwo"), {}, true}};
    QCOMPARE(value(readSlots(QStringLiteral("doctor lopes please"), asked), SlotName::ProviderName),
             QStringLiteral("Lopez"));
    QCOMPARE(value(readSlots(QStringLiteral("not doctor lopez"), asked), SlotName::ProviderName),
             QStringLiteral("!Lopez"));
}

void TstReadSlots::insurance_ofTheClinic_isRecognised()
{
    ReadingContext asked = context(Expectation::Insurance);
    asked.insurances = {QStringLiteral("Quartz Health")};
    QCOMPARE(value(readSlots(QStringLiteral("i think it's quarts health"), asked), SlotName::Insurance),
             QStringLiteral("Quartz Health"));
}

void TstReadSlots::severalPatients_areAllNamed()
{
    const SlotReading reading = readSlots(QStringLiteral("emma and liam walker"), context(Expectation::PatientName));
    QCOMPARE(value(reading, SlotName::PatientName), QStringLiteral("Emma Walker|Liam Walker"));
    QCOMPARE(reading.extraPatientNames, std::vector<QString>{QStringLiteral("Liam Walker")});
}

void TstReadSlots::requests_keepTheirOrder()
{
    const SlotReading reading =
        readSlots(QStringLiteral("i need a refill then a referral and i have a question about my bill"), context());
    const std::vector<RequestType> expected = {RequestType::PrescriptionRefill, RequestType::ReferralRequest,
                                               RequestType::BillingQuestion};
    QCOMPARE(reading.requests, expected);
}

void TstReadSlots::soonest_isFlagged()
{
    const SlotReading reading = readSlots(QStringLiteral("as soon as possible"), context(Expectation::DateTime));
    QVERIFY(reading.asSoonAsPossible);
    QCOMPARE(value(reading, SlotName::PreferredDate), QStringLiteral("2026-06-19/.."));
}

void TstReadSlots::correction_isFlagged()
{
    QVERIFY(readSlots(QStringLiteral("tuesday no wait thursday"), context(Expectation::DateTime)).corrects);
    QVERIFY(!readSlots(QStringLiteral("tuesday or thursday"), context(Expectation::DateTime)).corrects);
}

void TstReadSlots::springForward_readsTheRightDay()
{
    ReadingContext asked = context(Expectation::DateTime);
    asked.localNow = QDateTime(QDate(2026, 3, 7), QTime(23, 50), QTimeZone(QByteArrayLiteral("America/New_York")));
    QCOMPARE(value(readSlots(QStringLiteral("tomorrow"), asked), SlotName::PreferredDate),
             QStringLiteral("2026-03-08"));
    QCOMPARE(value(readSlots(QStringLiteral("the day after tomorrow"), asked), SlotName::PreferredDate),
             QStringLiteral("2026-03-09"));
}

void TstReadSlots::invalidClock_readsNoDates()
{
    ReadingContext asked = context(Expectation::DateTime);
    asked.localNow = QDateTime();
    const SlotReading reading = readSlots(QStringLiteral("as soon as possible or tomorrow at ten"), asked);
    QCOMPARE(value(reading, SlotName::PreferredDate), QString());
    QCOMPARE(value(reading, SlotName::PreferredTime), QStringLiteral("10:00"));
}

void TstReadSlots::prompt_tellsWhatItExpects_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<Expectation>("expects");
    QTest::newRow("name") << QStringLiteral("May I have your full name please?") << Expectation::PatientName;
    QTest::newRow("number") << QStringLiteral("What's the best callback number for you?") << Expectation::PhoneNumber;
    QTest::newRow("day") << QStringLiteral("Do you have a preferred day or time?") << Expectation::DateTime;
    QTest::newRow("reason") << QStringLiteral("What is the reason for your visit?") << Expectation::Reason;
    QTest::newRow("insurance") << QStringLiteral("Who is your insurance with?") << Expectation::Insurance;
    QTest::newRow("doctor") << QStringLiteral("Which doctor would you like to see?") << Expectation::Provider;
    QTest::newRow("relation") << QStringLiteral("How are you related to the patient?") << Expectation::Relationship;
    QTest::newRow("open, in the morning") << QStringLiteral("Good morning, how can I help?") << Expectation::Request;
    QTest::newRow("more") << QStringLiteral("Is there anything else I can help you with?") << Expectation::AnythingElse;
    QTest::newRow("spelling") << QStringLiteral("Can you spell your last name?") << Expectation::Spelling;
    QTest::newRow("read-back") << QStringLiteral("So that's Tuesday the 23rd in the morning?") << Expectation::YesNo;
}

void TstReadSlots::prompt_tellsWhatItExpects()
{
    QFETCH(QString, prompt);
    QFETCH(Expectation, expects);
    QCOMPARE(contextFromPrompt(prompt, QDateTime(QDate(2026, 6, 19), QTime(15, 40)), {}).expectation, expects);
}

QTEST_GUILESS_MAIN(TstReadSlots)
#include "tst_readslots.moc"
