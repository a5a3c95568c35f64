#include "tools/callsim/commandline.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

class TestCallsimCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void options_reachThePlan();
    void say_becomesAScript();
    void environment_givesTokenAndAccount();
    void misuse_isExplained_data();
    void misuse_isExplained();
    void help_isAnAnswer();
    void ownAddresses_leadToTheService_data();
    void ownAddresses_leadToTheService();
};

namespace {

Result<CommandLine> parsed(const QStringList &arguments, const QProcessEnvironment &environment = QProcessEnvironment())
{
    return parseCommandLine(QStringList{QStringLiteral("callsim")} + arguments, environment);
}

} // namespace

void TestCallsimCommandLine::options_reachThePlan()
{
    const auto line = parsed({QStringLiteral("--service"),
                              QStringLiteral("http://127.0.0.1:9"),
                              QStringLiteral("--public-url"),
                              QStringLiteral("https://desk.example"),
                              QStringLiteral("--number"),
                              QStringLiteral("+15550100001"),
                              QStringLiteral("--from"),
                              QStringLiteral("anonymous"),
                              QStringLiteral("--callee"),
                              QStringLiteral("busy"),
                              QStringLiteral("--callee"),
                              QStringLiteral("+15550100002=answered:1"),
                              QStringLiteral("--concurrent"),
                              QStringLiteral("20"),
                              QStringLiteral("--stagger-ms"),
                              QStringLiteral("10"),
                              QStringLiteral("--pid"),
                              QStringLiteral("77"),
                              QStringLiteral("--data-dir"),
                              QStringLiteral("/data"),
                              QStringLiteral("--database"),
                              QStringLiteral("sqlite:/x"),
                              QStringLiteral("--json"),
                              QStringLiteral("r.json"),
                              QStringLiteral("--longest-s"),
                              QStringLiteral("60"),
                              QStringLiteral("--outbox"),
                              QStringLiteral("o.jsonl"),
                              QStringLiteral("--stay"),
                              QStringLiteral("--mail-certificate"),
                              QStringLiteral("ca.pem"),
                              QStringLiteral("--say"),
                              QStringLiteral("hi")});
    QVERIFY2(line, qPrintable(line ? QString() : line.error().message));
    const FleetPlan &plan = line->plan;
    QCOMPARE(plan.network.publicUrl(QStringLiteral("/twilio/voice")),
             QUrl(QStringLiteral("https://desk.example/twilio/voice")));
    QVERIFY(plan.network.from.isEmpty());
    const CalleeBehaviour scripted;
    QCOMPARE(plan.network.calleeFor(QStringLiteral("+1"), scripted).outcome, CalleeBehaviour::Outcome::Busy);
    QCOMPARE(plan.network.calleeFor(QStringLiteral("+15550100002"), scripted).after, Milliseconds(1000));
    QCOMPARE(plan.network.longestCall, Milliseconds(60000));
    QCOMPARE(plan.concurrent, 20);
    QCOMPARE(plan.stagger, Milliseconds(10));
    QCOMPARE(plan.pid, 77);
    QVERIFY(plan.quiet);
    QCOMPARE(plan.environment.value(QStringLiteral("FRONTDESK_DATA_DIR")), QStringLiteral("/data"));
    QCOMPARE(plan.environment.value(QStringLiteral("FRONTDESK_DATABASE_URL")), QStringLiteral("sqlite:/x"));
    QCOMPARE(line->jsonFile, QStringLiteral("r.json"));
    QCOMPARE(plan.outbox, QStringLiteral("o.jsonl"));
    QCOMPARE(plan.mailCertificate, QStringLiteral("ca.pem"));
    QVERIFY(plan.stays && !plan.waits);
}

void TestCallsimCommandLine::say_becomesAScript()
{
    const auto line = parsed({QStringLiteral("--say"), QStringLiteral("what are your hours"), QStringLiteral("--voice"),
                              QStringLiteral("awb")});
    QVERIFY(line);
    QCOMPARE(line->plan.scripts.size(), 1U);
    const Script &script = line->plan.scripts.front();
    QCOMPARE(script.voice, QStringLiteral("awb"));
    QCOMPARE(script.lines.front().text, QStringLiteral("what are your hours"));
    QCOMPARE(script.lines.back().what, ScriptLine::What::HangUp);
}

void TestCallsimCommandLine::environment_givesTokenAndAccount()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("FRONTDESK_TWILIO_AUTH_TOKEN"), QStringLiteral("t0k"));
    environment.insert(QStringLiteral("FRONTDESK_TWILIO_ACCOUNT_SID"), QStringLiteral("AC1"));
    const auto line = parsed({QStringLiteral("--say"), QStringLiteral("x")}, environment);
    QVERIFY(line);
    QCOMPARE(line->plan.network.authToken, QByteArray("t0k"));
    QCOMPARE(line->plan.network.accountSid, QStringLiteral("AC1"));
    const auto own =
        parsed({QStringLiteral("--say"), QStringLiteral("x"), QStringLiteral("--auth-token"), QStringLiteral("mine")},
               environment);
    QCOMPARE(own->plan.network.authToken, QByteArray("mine"));
}

void TestCallsimCommandLine::misuse_isExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing to do") << QStringList() << QStringLiteral("script");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--loud")} << QStringLiteral("loud");
    QTest::newRow("no address") << QStringList{QStringLiteral("--service"), QStringLiteral("ftp://x"),
                                               QStringLiteral("--say"), QStringLiteral("x")}
                                << QStringLiteral("--service");
    QTest::newRow("wrong callee") << QStringList{QStringLiteral("--callee"), QStringLiteral("asleep"),
                                                 QStringLiteral("--say"), QStringLiteral("x")}
                                  << QStringLiteral("callee");
    QTest::newRow("no such script") << QStringList{QStringLiteral("/no/such.json")} << QStringLiteral("such.json");
    QTest::newRow("no such fallback") << QStringList{QStringLiteral("--fallback-twiml"), QStringLiteral("/no/such.xml"),
                                                     QStringLiteral("--say"), QStringLiteral("x")}
                                      << QStringLiteral("such.xml");
}

void TestCallsimCommandLine::misuse_isExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto line = parsed(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
}

void TestCallsimCommandLine::help_isAnAnswer()
{
    const auto help = parsed({QStringLiteral("--help")});
    QVERIFY(help);
    QVERIFY(help->answer.contains(QStringLiteral("--concurrent")));
    QVERIFY(parsed({QStringLiteral("--version")})->answer.startsWith(QStringLiteral("callsim ")));
}

void TestCallsimCommandLine::ownAddresses_leadToTheService_data()
{
    QTest::addColumn<QString>("publicBase");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("reached");
    const QString none;
    const QString desk = QStringLiteral("https://desk.example");
    QTest::newRow("public socket") << desk << QStringLiteral("wss://desk.example/media")
                                   << QStringLiteral("ws://127.0.0.1:8080/media");
    QTest::newRow("public page") << desk << QStringLiteral("https://desk.example/a?b=c")
                                 << QStringLiteral("http://127.0.0.1:8080/a?b=c");
    QTest::newRow("elsewhere") << desk << QStringLiteral("https://other.example/a")
                               << QStringLiteral("https://other.example/a");
    QTest::newRow("local wss") << none << QStringLiteral("wss://127.0.0.1:8080/media")
                               << QStringLiteral("ws://127.0.0.1:8080/media");
    QTest::newRow("other port") << none << QStringLiteral("ws://127.0.0.1:9090/media")
                                << QStringLiteral("ws://127.0.0.1:9090/media");
}

void TestCallsimCommandLine::ownAddresses_leadToTheService()
{
    QFETCH(QString, publicBase);
    QFETCH(QString, given);
    QFETCH(QString, reached);
    PhoneNetwork network;
    network.service = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    network.publicBase = QUrl(publicBase);
    QCOMPARE(network.reachable(QUrl(given)), QUrl(reached));
}

QTEST_APPLESS_MAIN(TestCallsimCommandLine)
#include "tst_callsimcommandline.moc"
