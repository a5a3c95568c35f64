#include "tools/callsim/callfacts.h"
#include "tools/callsim/expectation.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestExpectation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void task_isFoundByTypeAndSlots();
    void task_withAnotherSlot_isNotMet();
    void taskCount_isExact();
    void words_inTime_areMet();
    void words_tooLate_saysHowLate();
    void words_neverSaid_isNotMet();
    void dialled_bothWays();
    void ending_andOutcome();
    void limits_areHeld();
    void limits_withoutMeasurement_areNotMet();
    void noRecords_isSaidOnce();
    void unspokenLines_areNotMet();
    void silence_isLimited();
    void escalationsAndTranscript_areLookedAt();

private:
    [[nodiscard]] std::vector<Verdict> verdicts(const char *json) const;
    [[nodiscard]] bool met(const char *json) const;

    CallFacts m_facts;
};

void TestExpectation::init()
{
    m_facts = CallFacts();
    m_facts.endedBy = QStringLiteral("assistant");
    m_facts.dialled = {QStringLiteral("+15550100099")};
    ServiceRecords records;
    records.outcome = QStringLiteral("completed");
    records.turns = {{QStringLiteral("assistant"), QStringLiteral("Hello"), 100, 900},
                     {QStringLiteral("caller"), QStringLiteral("my chest hurts, is it 911"), 1000, 2000},
                     {QStringLiteral("assistant"), QStringLiteral("Please hang up and dial 911."), 2900, 5000}};
    records.tasks = {QJsonObject{
        {QStringLiteral("request_type"), QStringLiteral("appointment_scheduling")},
        {QStringLiteral("patient_name"), QStringLiteral("John Smith")},
        {QStringLiteral("details"), QJsonObject{{QStringLiteral("preferred_time"), QStringLiteral("morning")}}}}};
    m_facts.records = records;
    m_facts.measurements.callerBegan(Milliseconds(1000), QStringLiteral("it hurts"), true);
    m_facts.measurements.callerEnded(Milliseconds(2000));
    Frame loud{};
    loud.fill(2000);
    m_facts.measurements.assistantHeard(Milliseconds(2900), loud);
}

std::vector<Verdict> TestExpectation::verdicts(const char *json) const
{
    const auto expected = parseExpectations(QJsonDocument::fromJson(json).object());
    return expected ? judge(*expected, m_facts) : std::vector<Verdict>{};
}

bool TestExpectation::met(const char *json) const
{
    const auto all = verdicts(json);
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const Verdict &verdict) { return verdict.met; });
}

void TestExpectation::task_isFoundByTypeAndSlots()
{
    QVERIFY(met(R"({"tasks": [{"type": "appointment_scheduling",
                               "slots": {"patient_name": "john smith", "preferred_time": "/^morn/"}}]})"));
}

void TestExpectation::task_withAnotherSlot_isNotMet()
{
    QVERIFY(!met(R"({"tasks": [{"type": "appointment_scheduling", "slots": {"patient_name": "Jane"}}]})"));
    QVERIFY(!met(R"({"tasks": [{"type": "callback_request"}]})"));
}

void TestExpectation::taskCount_isExact()
{
    QVERIFY(met(R"({"task_count": 1})"));
    QVERIFY(!met(R"({"task_count": 0})"));
    QVERIFY(!met(R"({"task_count": 2})"));
}

void TestExpectation::words_inTime_areMet()
{
    QVERIFY(met(R"({"said": [{"contains": "911", "after_line": 1, "within_ms": 900}]})"));
}

void TestExpectation::words_tooLate_saysHowLate()
{
    const auto late = verdicts(R"({"said": [{"contains": "911", "after_line": 1, "within_ms": 800}]})");
    QVERIFY(!late.back().met);
    QCOMPARE(late.back().found, QStringLiteral("900 ms"));
}

void TestExpectation::words_neverSaid_isNotMet()
{
    QVERIFY(!met(R"({"said": [{"contains": "goodbye"}]})"));
    QVERIFY(!met(R"({"said": [{"contains": "911", "after_line": 2}]})"));
}

void TestExpectation::dialled_bothWays()
{
    QVERIFY(met(R"({"dialled": true, "dialled_number": "+15550100099"})"));
    QVERIFY(!met(R"({"dialled": false})"));
    QVERIFY(!met(R"({"dialled_number": "+15550100098"})"));
}

void TestExpectation::ending_andOutcome()
{
    QVERIFY(met(R"({"ended_by": "assistant", "outcome": "/^compl/"})"));
    QVERIFY(!met(R"({"ended_by": "caller"})"));
    QVERIFY(!met(R"({"outcome": "escalated"})"));
}

void TestExpectation::limits_areHeld()
{
    QVERIFY(met(R"({"response": {"median_ms": 900, "max_ms": 900}})"));
    QVERIFY(!met(R"({"response": {"median_ms": 899}})"));
    QVERIFY(!met(R"({"response": {"max_ms": 899}})"));
}

void TestExpectation::limits_withoutMeasurement_areNotMet()
{
    QVERIFY(!met(R"({"barge_in": {"max_ms": 300}})"));
    QVERIFY(!met(R"({"greeting": {"max_ms": 300}})"));
}

void TestExpectation::noRecords_isSaidOnce()
{
    m_facts.records.reset();
    const auto all = verdicts(R"({"task_count": 1, "outcome": "completed", "tasks": [{"type": "other"}]})");
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const Verdict &verdict) { return !verdict.met; }), 1);
}

void TestExpectation::unspokenLines_areNotMet()
{
    m_facts.linesLeft = 2;
    QVERIFY(!met("{}"));
    QVERIFY(met(R"({"all_lines_spoken": false, "ended_by": "assistant"})"));
}

void TestExpectation::silence_isLimited()
{
    for (int frame = 0; frame < 100; ++frame) {
        m_facts.measurements.lineHeard(false);
    }
    QVERIFY(met(R"({"silence": {"max_ms": 2000}})"));
    QVERIFY(!met(R"({"silence": {"max_ms": 1980}})"));
}

void TestExpectation::escalationsAndTranscript_areLookedAt()
{
    m_facts.records->escalations = QStringList{QStringLiteral("medication")};
    QVERIFY(met(R"({"escalations": ["/medication|angry/"]})"));
    QVERIFY(!met(R"({"escalations": ["angry"]})"));
    QVERIFY(met(R"({"heard": ["my chest hurts"]})"));
    QVERIFY(!met(R"({"heard": ["dial 911"]})"));
    QVERIFY(!met(R"({"never_said": ["dial 911"]})"));
    QVERIFY(met(R"({"never_said": ["my chest hurts"]})"));
}

QTEST_APPLESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
