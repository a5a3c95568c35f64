#include "tests/unit/tools/callsim/fakefrontdesk.h"
#include "tools/callsim/callfleet.h"
#include "tools/callsim/callsim.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

/// Many calls, what is collected of them, and the whole program.
class TestCallFleet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scripts_runOneAfterTheOther();
    void concurrentCalls_runAtOnceAndAreWatched();
    void records_areFetchedAndJudged();
    void records_missing_failTheCall();
    void recordings_areWritten();
    void wrongVoice_startsNothing();
    void wholeProgram_reportsAndReturnsItsStatus();
    void wholeProgram_misused_returnsTwo();

private:
    void run();
    [[nodiscard]] QString standInForFrontdeskctl();

    std::unique_ptr<FakeFrontdesk> m_service;
    std::unique_ptr<QTemporaryDir> m_folder;
    FleetPlan m_plan;
    SystemScheduler m_scheduler;
    std::unique_ptr<CallFleet> m_fleet;
    QStringList m_printed;
};

void TestCallFleet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<FakeFrontdesk>();
    m_service->pages["/twilio/status"] = {204, {}, "text/plain", {}};
    m_service->pages["/twilio/voice"] = {
        200, "<?xml version=\"1.0\"?><Response><Pause length=\"1\"/><Hangup/></Response>", "text/xml", {}};
    m_plan = FleetPlan();
    m_plan.network.service = m_service->url();
    m_plan.network.number = QStringLiteral("+15550100000");
    m_plan.scripts = {*parseScript(R"({"expect": {"ended_by": "assistant"}})", QStringLiteral("one"), QString()),
                      *parseScript(R"({"from": "+15550107777"})", QStringLiteral("two"), QString())};
    m_plan.environment = QProcessEnvironment::systemEnvironment();
    m_printed.clear();
}

void TestCallFleet::run()
{
    m_fleet = std::make_unique<CallFleet>(m_plan, m_scheduler);
    connect(m_fleet.get(), &CallFleet::printed, this, [this](const QString &text) { m_printed.append(text); });
    QSignalSpy finished(m_fleet.get(), &CallFleet::finished);
    QVERIFY(m_fleet->start());
    QVERIFY(finished.wait(20000));
}

QString TestCallFleet::standInForFrontdeskctl()
{
    QFile program(m_folder->filePath(QStringLiteral("frontdeskctl")));
    if (program.open(QIODevice::WriteOnly)) {
        program.write("#!/bin/sh\n"
                      "[ \"$1 $2 $4\" = 'calls show --json' ] || exit 1\n"
                      "echo '{\"outcome\": \"completed\", \"turns\": [{\"speaker\": \"assistant\", \"text\": "
                      "\"Goodbye\"}], \"tasks\": [{\"request_type\": \"callback_request\"}]}'\n");
    }
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return program.fileName();
}

void TestCallFleet::scripts_runOneAfterTheOther()
{
    run();
    const auto calls = m_service->requestsTo("/twilio/voice");
    QCOMPARE(calls.size(), 2U);
    QCOMPARE(calls[1].parameter("From"), QStringLiteral("+15550107777"));
    QCOMPARE(m_fleet->calls().size(), 2U);
    QCOMPARE(m_fleet->calls()[0].facts.script, QStringLiteral("one"));
    QVERIFY(m_fleet->allPassed());
    QVERIFY(m_printed.filter(QStringLiteral("<Pause>")).size() == 2);
    QVERIFY(m_printed.constLast().startsWith(QStringLiteral("2 calls, 2 as expected")));
}

void TestCallFleet::concurrentCalls_runAtOnceAndAreWatched()
{
    m_plan.concurrent = 5;
    m_plan.stagger = Milliseconds(10);
    m_plan.pid = QCoreApplication::applicationPid();
    m_plan.quiet = true;
    run();
    QCOMPARE(m_fleet->calls().size(), 5U);
    QVERIFY(m_printed.constLast().startsWith(QStringLiteral("service: ")));
    // All were asked before the first had ended.
    std::vector<QByteArray> targets;
    for (const auto &request : m_service->requests) {
        targets.push_back(request.target);
    }
    QCOMPARE(std::count(targets.begin(), targets.begin() + 5, QByteArray("/twilio/voice")), 5);
}

void TestCallFleet::records_areFetchedAndJudged()
{
    m_plan.frontdeskctl = standInForFrontdeskctl();
    m_plan.scripts = {
        *parseScript(R"({"expect": {"task_count": 1, "outcome": "completed", "said": [{"contains": "goodbye"}]}})",
                     QStringLiteral("judged"), QString())};
    run();
    QVERIFY2(m_fleet->allPassed(), qPrintable(m_printed.join(QLatin1Char('\n'))));
    QVERIFY(!m_printed.filter(QStringLiteral("assistant  Goodbye")).isEmpty());
}

void TestCallFleet::records_missing_failTheCall()
{
    m_plan.frontdeskctl = m_folder->filePath(QStringLiteral("not-there"));
    m_plan.scripts = {*parseScript(R"({"expect": {"task_count": 0}})", QStringLiteral("judged"), QString())};
    run();
    QVERIFY(!m_fleet->allPassed());
}

void TestCallFleet::recordings_areWritten()
{
    m_plan.wavFolder = m_folder->filePath(QStringLiteral("wav"));
    run();
    QCOMPARE(QDir(m_plan.wavFolder).entryList({QStringLiteral("*.wav")}).size(), 2);
}

void TestCallFleet::wrongVoice_startsNothing()
{
    m_plan.scripts[0].voice = QStringLiteral("nobody");
    CallFleet fleet(m_plan, m_scheduler);
    const auto started = fleet.start();
    QVERIFY(!started);
    QVERIFY(started.error().message.startsWith(QStringLiteral("one: ")));
}

void TestCallFleet::wholeProgram_reportsAndReturnsItsStatus()
{
    const QString report = m_folder->filePath(QStringLiteral("report.json"));
    const QStringList arguments{QStringLiteral("callsim"), QStringLiteral("--service"), m_service->url().toString(),
                                QStringLiteral("--quiet"), QStringLiteral("--json"),    report,
                                QStringLiteral("--say"),   QStringLiteral("hello")};
    // The line could not be said, since there was no stream: not as expected.
    QCOMPARE(runCallsim(arguments, QProcessEnvironment()), 1);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject call = QJsonDocument::fromJson(file.readAll()).array().at(0).toObject();
    QCOMPARE(call.value(QLatin1String("script")).toString(), QStringLiteral("say"));
    QVERIFY(!call.value(QLatin1String("passed")).toBool(true));
}

void TestCallFleet::wholeProgram_misused_returnsTwo()
{
    QCOMPARE(runCallsim({QStringLiteral("callsim"), QStringLiteral("--nonsense")}, QProcessEnvironment()), 2);
    QCOMPARE(runCallsim({QStringLiteral("callsim"), QStringLiteral("--help")}, QProcessEnvironment()), 0);
}

QTEST_GUILESS_MAIN(TestCallFleet)
#include "tst_callfleet.moc"
