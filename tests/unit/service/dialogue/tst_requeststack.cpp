#include "service/dialogue/internal/questionplanner.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Dialogue;
using Flow::Expectation;

namespace {

SlotReading reading(std::vector<RequestType> requests, std::map<SlotName, const char *> values = {},
                    bool corrects = false)
{
    SlotReading made;
    made.requests = std::move(requests);
    made.corrects = corrects;
    for (const auto &[name, value] : values) {
        made.slotValues[name].value = QString::fromLatin1(value);
        made.slotValues[name].turn = 1;
    }
    return made;
}

TurnContext asked(Expectation expectation, const char *text = "")
{
    return {expectation, false, QString::fromLatin1(text), QStringLiteral("+12025550107")};
}

constexpr auto Schedule = RequestType::AppointmentScheduling;

} // namespace

class RequestStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absorb_severalRequests_keepsTheirOrder()
    {
        RequestStack stack;
        const Absorbed absorbed =
            stack.absorb(reading({Schedule, RequestType::ReferralRequest, RequestType::InsuranceQuestion}),
                         asked(Expectation::Request));
        QCOMPARE(absorbed.added.size(), size_t(3));
        QCOMPARE(stack.all()[1].type, RequestType::ReferralRequest);
        QCOMPARE(stack.differentTypes(), size_t(3));
    }

    void absorb_sameRequestAgain_isNotASecondOne()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}), asked(Expectation::Request));
        const Absorbed again = stack.absorb(reading({Schedule}, {{SlotName::Reason, "checkup"}}),
                                            asked(Expectation::Reason, "a checkup appointment"));
        QVERIFY(again.added.empty());
        QCOMPARE(stack.all().size(), size_t(1));
        QCOMPARE(stack.all()[0].slotValues[SlotName::Reason].value, QStringLiteral("checkup"));
    }

    void absorb_typeCorrected_changesTheOpenRequest()
    {
        RequestStack stack;
        (void)stack.absorb(reading({RequestType::AppointmentRescheduling}), asked(Expectation::Request));
        const Absorbed changed =
            stack.absorb(reading({RequestType::AppointmentCancellation}, {}, true), asked(Expectation::PatientName));
        QVERIFY(changed.typeChanged);
        QCOMPARE(stack.all().size(), size_t(1));
        QCOMPARE(stack.all()[0].type, RequestType::AppointmentCancellation);
    }

    void facts_areSharedByAllRequests()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule, RequestType::BillingQuestion},
                                   {{SlotName::PatientName, "Ann Lee"}, {SlotName::CallbackNumber, "CALLER_ID"}}),
                           asked(Expectation::Request));
        for (const Request &request : stack.all()) {
            QCOMPARE(stack.valuesFor(request).at(SlotName::PatientName).value, QStringLiteral("Ann Lee"));
            QCOMPARE(stack.valuesFor(request).at(SlotName::CallbackNumber).value, QStringLiteral("+12025550107"));
        }
    }

    void callerId_withheld_isNotTaken()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::CallbackNumber, "CALLER_ID"}}),
                           {Expectation::PhoneNumber, false, {}, {}});
        QVERIFY(stack.fact(SlotName::CallbackNumber).isEmpty());
    }

    void name_unasked_doesNotReplaceTheKnownOne()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::PatientName, "Ann Lee"}}), asked(Expectation::Request));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Friday"}}), asked(Expectation::DateTime));
        QCOMPARE(stack.fact(SlotName::PatientName), QStringLiteral("Ann Lee"));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Anna Lee"}}, true), asked(Expectation::DateTime));
        QCOMPARE(stack.fact(SlotName::PatientName), QStringLiteral("Anna Lee"));
    }

    void lastName_completesTheName_andSpellingReplacesItsPart()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::PatientName, "Ann"}}), asked(Expectation::PatientName));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Kowalski"}}),
                           {Expectation::PatientName, true, {}, {}});
        QCOMPARE(stack.fact(SlotName::PatientName), QStringLiteral("Ann Kowalski"));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Kowalsky"}}), asked(Expectation::Spelling));
        QCOMPARE(stack.fact(SlotName::PatientName), QStringLiteral("Ann Kowalsky"));
    }

    void relationship_afterTheName_makesItTheCallers()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}), asked(Expectation::Request));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Ann Lee"}}), asked(Expectation::PatientName));
        (void)stack.absorb(reading({}, {{SlotName::Relationship, "parent"}}),
                           asked(Expectation::Reason, "my son has a cough"));
        QCOMPARE(stack.fact(SlotName::CallerName), QStringLiteral("Ann Lee"));
        QVERIFY(stack.fact(SlotName::PatientName).isEmpty());
        QVERIFY(stack.callerIsNotPatient(stack.all()[0]));
    }

    void otherPatient_getsARequestOfItsOwn()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::PatientName, "Nora Price"}}), asked(Expectation::Request));
        stack.all()[0].submitted = true;
        const Absorbed second = stack.absorb(reading({Schedule}, {{SlotName::Relationship, "spouse"}}),
                                             asked(Expectation::AnythingElse, "my husband needs one too"));
        QCOMPARE(second.added.size(), size_t(1));
        QVERIFY(stack.all()[1].otherPatient);
        QVERIFY(!stack.valuesFor(stack.all()[1]).contains(SlotName::PatientName));
        QCOMPARE(stack.fact(SlotName::CallerName), QStringLiteral("Nora Price"));
        QVERIFY(!stack.callerIsNotPatient(stack.all()[0]) ||
                stack.valuesFor(stack.all()[0]).contains(SlotName::PatientName));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "Frank Price"}}), asked(Expectation::PatientName));
        QCOMPARE(stack.valuesFor(stack.all()[1]).at(SlotName::PatientName).value, QStringLiteral("Frank Price"));
        QCOMPARE(stack.valuesFor(stack.all()[0]).at(SlotName::PatientName).value, QStringLiteral("Nora Price"));
    }

    void extraPatient_copiesTheRequest()
    {
        RequestStack stack;
        SlotReading two = reading({Schedule}, {{SlotName::PatientName, "Tim Fox"}, {SlotName::Reason, "checkup"}});
        two.extraPatientNames = {QStringLiteral("Tom Fox")};
        (void)stack.absorb(two, asked(Expectation::Request));
        QCOMPARE(stack.all().size(), size_t(2));
        QCOMPARE(stack.valuesFor(stack.all()[1]).at(SlotName::PatientName).value, QStringLiteral("Tom Fox"));
    }

    void correction_afterSubmission_opensTheRequestAgain()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::PreferredDate, "2026-03-10"}}), asked(Expectation::Request));
        stack.all()[0].submitted = true;
        const Absorbed changed = stack.absorb(reading({}, {{SlotName::PreferredDate, "2026-03-12"}}, true),
                                              asked(Expectation::AnythingElse));
        QVERIFY(changed.corrected.contains(SlotName::PreferredDate));
        QVERIFY(stack.open() != nullptr);
    }

    void dropOpen_keepsWhatWasSubmitted()
    {
        RequestStack stack;
        stack.add(RequestType::BillingQuestion).submitted = true;
        const int key = stack.add(RequestType::Other).key;
        stack.dropOpen();
        QCOMPARE(stack.all().size(), size_t(1));
        QVERIFY(stack.find(key) == nullptr);
    }

    void planner_asksInTheSpecificationsOrder()
    {
        RequestStack stack;
        AskedQuestions questions;
        (void)stack.absorb(reading({Schedule}), asked(Expectation::Request));
        const auto next = [&] { return nextQuestion(stack, stack.all()[0], questions).phraseId; };
        QCOMPARE(next(), QStringLiteral("ask.name"));
        (void)stack.absorb(reading({}, {{SlotName::PatientName, "John Smith"}}), asked(Expectation::PatientName));
        QCOMPARE(next(), QStringLiteral("ask.callback_number"));
        (void)stack.absorb(reading({}, {{SlotName::CallbackNumber, "5550123"}}), asked(Expectation::PhoneNumber));
        QCOMPARE(next(), QStringLiteral("ask.reason"));
        (void)stack.absorb(reading({}, {{SlotName::Reason, "checkup"}}), asked(Expectation::Reason));
        QCOMPARE(next(), QStringLiteral("ask.date_time"));
        (void)stack.absorb(reading({}, {{SlotName::PreferredDate, "2026-03-10"}}), asked(Expectation::DateTime));
        QCOMPARE(next(), QStringLiteral("ask.time"));
        (void)stack.absorb(reading({}, {{SlotName::PreferredTime, "morning"}}), asked(Expectation::DateTime));
        QCOMPARE(next(), QString());
    }

    void planner_asksWhatEachKindNeeds_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("question");
        const auto row = [](RequestType type, const char *question) {
            QTest::newRow(qPrintable(requestTypeName(type))) << static_cast<int>(type) << QString::fromLatin1(question);
        };
        row(RequestType::AppointmentRescheduling, "ask.new_date_time");
        row(RequestType::AppointmentCancellation, "");
        row(RequestType::AppointmentConfirmation, "");
        row(RequestType::CallbackRequest, "ask.topic");
        row(RequestType::InsuranceQuestion, "ask.insurance_question");
        row(RequestType::BillingQuestion, "ask.billing_question");
        row(RequestType::MedicalRecords, "ask.records");
        row(RequestType::ReferralRequest, "ask.referral");
        row(RequestType::GeneralQuestion, "ask.question");
        row(RequestType::Other, "ask.question");
    }
    void planner_asksWhatEachKindNeeds()
    {
        QFETCH(int, type);
        RequestStack stack;
        (void)stack.absorb(reading({static_cast<RequestType>(type)},
                                   {{SlotName::PatientName, "A B"}, {SlotName::CallbackNumber, "5550123"}}),
                           asked(Expectation::Request));
        QTEST(nextQuestion(stack, stack.all()[0], {}).phraseId, "question");
    }

    void planner_givenUpOrAskedOften_isSkipped_butVitalFactsAreNot()
    {
        RequestStack stack;
        (void)stack.absorb(reading({Schedule}, {{SlotName::PatientName, "A B"}, {SlotName::CallbackNumber, "5550123"}}),
                           asked(Expectation::Request));
        AskedQuestions questions;
        const Question reason = nextQuestion(stack, stack.all()[0], questions);
        QCOMPARE(reason.phraseId, QStringLiteral("ask.reason"));
        questions.giveUp(reason);
        QCOMPARE(nextQuestion(stack, stack.all()[0], questions).phraseId, QStringLiteral("ask.date_time"));
        const Question when = nextQuestion(stack, stack.all()[0], questions);
        questions.count(when);
        questions.count(when);
        QVERIFY(!nextQuestion(stack, stack.all()[0], questions).isAsked());

        RequestStack unnamed;
        (void)unnamed.absorb(reading({Schedule}), asked(Expectation::Request));
        const Question name = nextQuestion(unnamed, unnamed.all()[0], questions);
        questions.count(name);
        questions.count(name);
        QCOMPARE(nextQuestion(unnamed, unnamed.all()[0], questions), name);
    }
};

QTEST_GUILESS_MAIN(RequestStackTest)
#include "tst_requeststack.moc"
