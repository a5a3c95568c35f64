#include "service/telephony/twiliorest.h"
#include "tests/fakes/faketwilio.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Telephony;
using namespace std::chrono_literals;
using Fakes::FakeTwilio;
using Fakes::FaultKind;

namespace {

const QString Ours = QStringLiteral("+15550100000");
const QString Staff = QStringLiteral("+15550199999");

} // namespace

class TestTwilioRest : public QObject {
    Q_OBJECT

    SystemScheduler m_scheduler;
    std::unique_ptr<FakeTwilio> m_fake;
    std::unique_ptr<Outgoing::HttpClients> m_clients;
    std::shared_ptr<FaultPolicy::Vendor> m_vendor;
    std::unique_ptr<TwilioRest> m_rest;

    void givenFault(FaultKind kind, int times = -1, int retryAfterSeconds = 1)
    {
        m_fake->setFault({kind, times, 3000ms, retryAfterSeconds});
    }

    static NewCall newCall()
    {
        NewCall call;
        call.to = Staff;
        call.from = Ours;
        call.url = QStringLiteral("https://desk.example.com/twilio/staff?call=1&x=a b");
        call.statusCallback = QStringLiteral("https://desk.example.com/twilio/staff-status");
        call.statusEvents = {QStringLiteral("ringing"), QStringLiteral("answered"), QStringLiteral("completed")};
        return call;
    }

    template <typename Value>
    TwilioAnswer<Value> answerOf(const std::function<void(TwilioDone<Value>)> &ask)
    {
        std::optional<TwilioAnswer<Value>> answer;
        ask([&answer](const TwilioAnswer<Value> &given) { answer = given; });
        [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 15'000); }();
        return answer.value_or(TwilioAnswer<Value>());
    }
    TwilioAnswer<TwilioResource> created(const NewCall &call = newCall())
    {
        return answerOf<TwilioResource>([&](const auto &done) { m_rest->createCall(call, done); });
    }
    TwilioAnswer<TwilioResource> sent(const NewMessage &message)
    {
        return answerOf<TwilioResource>([&](const auto &done) { m_rest->sendMessage(message, done); });
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeTwilio>();
        QVERIFY(m_fake->listen());
        m_fake->addNumber(Ours);
        m_clients = std::make_unique<Outgoing::HttpClients>(m_scheduler);
        m_vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("twilio"), FaultPolicy::Service::Calls,
                                                         std::make_shared<SystemClock>());
        TwilioAccount account{m_fake->url(), QLatin1String(FakeTwilio::AccountSid), FakeTwilio::AuthToken};
        account.budgets = {500ms, 500ms, 500ms, 2000ms};
        m_rest = std::make_unique<TwilioRest>(account, m_vendor, *m_clients);
    }

    void createCall_carriesEverythingAndTellsItsSid()
    {
        NewCall call = newCall();
        call.machineDetectionCallback = QStringLiteral("https://desk.example.com/twilio/machine");
        const auto answer = created(call);
        QVERIFY(answer);
        QCOMPARE(answer.value->status, QStringLiteral("queued"));
        const FakeTwilio::Call &made = m_fake->calls().at(answer.value->sid);
        QCOMPARE(made.parameter(QStringLiteral("To")), Staff);
        QCOMPARE(made.parameter(QStringLiteral("Url")), call.url);
        QCOMPARE(made.all(QStringLiteral("StatusCallbackEvent")), call.statusEvents);
        QCOMPARE(made.parameter(QStringLiteral("AsyncAmd")), QStringLiteral("true"));
        QCOMPARE(m_vendor->counts().successes, quint64(1));
    }

    void runningCall_canBeRedirectedGivenTwimlAndHungUp()
    {
        const QString sid = QStringLiteral("CA") + QString(32, u'a');
        m_fake->addCall(sid);
        QStringList seen;
        connect(m_fake.get(), &FakeTwilio::callRedirected, this, [&](auto, const QString &url) { seen << url; });
        connect(m_fake.get(), &FakeTwilio::callGivenTwiml, this, [&](auto, const QString &twiml) { seen << twiml; });
        connect(m_fake.get(), &FakeTwilio::callEnded, this, [&](auto) { seen << QStringLiteral("end"); });
        const QString url = QStringLiteral("https://desk.example.com/next");
        QVERIFY(answerOf<TwilioResource>([&](const auto &done) { m_rest->redirectCall(sid, url, done); }));
        QVERIFY(answerOf<TwilioResource>([&](const auto &done) { m_rest->updateCall(sid, "<Response/>", done); }));
        QVERIFY(answerOf<TwilioResource>([&](const auto &done) { m_rest->hangUp(sid, done); }));
        QTRY_COMPARE(seen, (QStringList{url, QStringLiteral("<Response/>"), QStringLiteral("end")}));
        const auto late = answerOf<TwilioResource>([&](const auto &done) { m_rest->hangUp(sid, done); });
        QCOMPARE(late.failure.code, 21220);
        QCOMPARE(late.failure.fault.kind, FaultPolicy::FaultKind::Rejected);
    }

    void message_isSentOnceOrRefusedWithItsCode()
    {
        QVERIFY(sent({Staff, Ours, {}, QStringLiteral("Task 12 & more: 50% done"), {}}));
        QCOMPARE(m_fake->messages().size(), size_t(1));
        QCOMPARE(m_fake->messages().front().find(QStringLiteral("Body"))->second,
                 QStringLiteral("Task 12 & more: 50% done"));
        const auto refused = sent({QStringLiteral("12"), Ours, {}, QStringLiteral("Hello"), {}});
        QCOMPARE(refused.failure.code, 21211);
        QVERIFY(!refused.failure.mayHaveHappened);
        QCOMPARE(sent({Staff, Staff, {}, QStringLiteral("Hello"), {}}).failure.code, 21606);
        QCOMPARE(m_fake->requests().size(), 3);
    }

    void number_isFoundAndRouted()
    {
        const auto found = answerOf<OwnedNumber>([&](const auto &done) { m_rest->findNumber(Ours, done); });
        QVERIFY(found);
        QCOMPARE(found.value->number, Ours);
        NumberRouting routing = found.value->routing;
        routing.voiceUrl = QStringLiteral("https://desk.example.com/twilio/voice");
        const auto routed =
            answerOf<OwnedNumber>([&](const auto &done) { m_rest->routeNumber(found.value->sid, routing, done); });
        QVERIFY(routed);
        QCOMPARE(routed.value->routing, routing);
        const auto missing = answerOf<OwnedNumber>([&](const auto &done) { m_rest->findNumber(Staff, done); });
        QCOMPARE(missing.failure.code, 20404);
    }

    void rateLimit_isWaitedForAndTheRequestRepeated()
    {
        givenFault(FaultKind::RateLimited, 1);
        QElapsedTimer took;
        took.start();
        QVERIFY(created());
        QVERIFY(took.elapsed() >= 1000);
        QCOMPARE(m_fake->calls().size(), size_t(1));
    }

    void longRateLimit_failsAtOnceAndRestsTheVendor()
    {
        givenFault(FaultKind::RateLimited, -1, 60);
        const auto answer = created();
        QCOMPARE(answer.failure.fault.kind, FaultPolicy::FaultKind::RateLimited);
        QVERIFY(!answer.failure.mayHaveHappened);
        QVERIFY(m_vendor->counts().resting);
        QVERIFY(!created());
        QCOMPARE(m_fake->requests().size(), 1);
    }

    void uncertainFailure_ofACallIsNotRepeatedAndSaysSo_data()
    {
        QTest::addColumn<FaultKind>("fault");
        QTest::addColumn<FaultPolicy::FaultKind>("told");
        using Told = FaultPolicy::FaultKind;
        QTest::newRow("reset") << FaultKind::Reset << Told::Reset;
        QTest::newRow("silent") << FaultKind::AcceptThenSilent << Told::Timeout;
        QTest::newRow("half open") << FaultKind::HalfOpen << Told::Timeout;
        QTest::newRow("no body") << FaultKind::KeepAliveOnly << Told::Timeout;
        QTest::newRow("500") << FaultKind::ServerError << Told::ServerError;
        QTest::newRow("cut off") << FaultKind::Truncated << Told::Reset;
        QTest::newRow("wrong json") << FaultKind::WrongJson << Told::WrongAnswer;
        QTest::newRow("empty") << FaultKind::EmptyAudio << Told::WrongAnswer;
    }
    void uncertainFailure_ofACallIsNotRepeatedAndSaysSo()
    {
        QFETCH(FaultKind, fault);
        QFETCH(FaultPolicy::FaultKind, told);
        givenFault(fault);
        const auto answer = created();
        QVERIFY(!answer);
        QCOMPARE(answer.failure.fault.kind, told);
        QVERIFY(answer.failure.mayHaveHappened);
        QCOMPARE(m_fake->requests().size(), 1);
    }

    void uncertainFailure_ofAQuestionIsRepeated()
    {
        givenFault(FaultKind::ServerError, 2);
        QVERIFY(answerOf<OwnedNumber>([&](const auto &done) { m_rest->findNumber(Ours, done); }));
        QCOMPARE(m_fake->requests().size(), 3);
    }

    void wrongKey_isNotTriedAgain()
    {
        m_fake->useAccount(FakeTwilio::AccountSid, "another");
        const auto answer = created();
        QCOMPARE(answer.failure.fault.kind, FaultPolicy::FaultKind::Unauthorized);
        QCOMPARE(answer.failure.code, 20003);
        QVERIFY(m_vendor->counts().resting);
    }

    void nobodyListening_isTriedAgainAndTold()
    {
        givenFault(FaultKind::Refuse);
        const auto answer = created();
        QCOMPARE(answer.failure.fault.kind, FaultPolicy::FaultKind::Unreachable);
        QVERIFY(!answer.failure.mayHaveHappened);
        QCOMPARE(m_vendor->counts().failures.at(FaultPolicy::FaultKind::Unreachable), quint64(3));
    }

    void plainHttpToOthers_isRefusedBeforeAnythingLeaves()
    {
        TwilioRest elsewhere({QUrl(QStringLiteral("http://api.example.com")), QStringLiteral("AC1"), "t"}, m_vendor,
                             *m_clients);
        const auto answer = answerOf<TwilioResource>([&](const auto &done) { elsewhere.createCall(newCall(), done); });
        QCOMPARE(answer.failure.fault.kind, FaultPolicy::FaultKind::Insecure);
    }

    void failure_namesNoNumber()
    {
        const auto answer = sent({QStringLiteral("555123"), Ours, {}, QStringLiteral("Hello John"), {}});
        QVERIFY(!answer.failure.fault.message.contains(QLatin1String("555123")));
        QVERIFY(answer.failure.fault.message.contains(QLatin1String("21211")));
    }
};

QTEST_GUILESS_MAIN(TestTwilioRest)
#include "tst_twiliorest.moc"
