#include "service/telephony/mediamessage.h"
#include "service/telephony/twiliosignature.h"
#include "tests/unit/tools/callsim/fakefrontdesk.h"
#include "tools/callsim/simulatedcall.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;

/// The whole of Twilio's side against a service on real sockets.
class TestSimulatedCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signature_matchesTheKnownVectors();
    void webhook_isSignedAndLooksLikeTwilio();
    void publicUrl_isWhatGetsSigned();
    void stream_startsAndCarriesTheCallersVoice();
    void mark_comesBackWhenItsAudioWasHeard();
    void clear_returnsMarksAtOnceAndStopsTheAudio();
    void badMessages_areReportedAsTwilioWould();
    void debugMarks_areUnderstood();
    void keys_arriveAsDtmf();
    void streamEnd_asksTheAction();
    void callerHangup_sendsStopAndStatus();
    void brokenAction_ringsTheLine();
    void deadService_ringsTheLine();
    void fallbackTwiml_isUsed();
    void fallbackUrl_isAskedWithTheError();
    void dial_results_data();
    void dial_results();
    void whisper_hangup_isNotBridged();
    void whisper_key_isPosted();
    void redirect_isFollowedSigned();
    void rejectedStream_goesOnWithTheAction();
    void packetLoss_leavesGapsInTime();
    void everyMessage_isUnderstoodByTheService();

private:
    void givenScript(const char *json);
    void call();
    void runToTheEnd();
    [[nodiscard]] bool heardIn(const CallFacts &facts, const QString &text) const;

    std::unique_ptr<FakeFrontdesk> m_service;
    PhoneNetwork m_network;
    Script m_script;
    PatientVoice m_voice;
    SystemScheduler m_scheduler;
    Metronome m_metronome{m_scheduler};
    std::unique_ptr<SimulatedCall> m_call;
    std::unique_ptr<QSignalSpy> m_finished;
};

namespace {

const QByteArray HangUp = "<?xml version=\"1.0\"?><Response><Hangup/></Response>";

} // namespace

void TestSimulatedCall::init()
{
    m_call.reset();
    m_service = std::make_unique<FakeFrontdesk>();
    m_service->pages["/twilio/status"] = {204, {}, "text/plain", {}};
    m_service->pages["/twilio/stream-ended"] = {200, HangUp, "text/xml", {}};
    m_service->pages["/twilio/voice"] = {200, m_service->streamTwiml(), "text/xml", {}};
    m_network = PhoneNetwork();
    m_network.service = m_service->url();
    m_network.number = QStringLiteral("+15550100000");
    m_network.line = QStringLiteral("+15550100099");
    m_network.authToken = "0123456789abcdef0123456789abcdef";
    CalleeBehaviour quick;
    quick.after = Milliseconds(60);
    quick.talks = Milliseconds(100);
    m_network.callee = quick;
    givenScript(R"({"lines": [{"wait_for_end": true}]})");
}

void TestSimulatedCall::givenScript(const char *json)
{
    const auto script = parseScript(json, QStringLiteral("test"), QString());
    QVERIFY(script);
    m_script = *script;
}

void TestSimulatedCall::call()
{
    auto sounds = prepareSounds(m_script, m_voice);
    QVERIFY(sounds);
    m_call = std::make_unique<SimulatedCall>(m_network, m_script, std::make_shared<const PreparedSounds>(*sounds),
                                             m_voice, m_scheduler, m_metronome, CallJournal::Listener());
    m_finished = std::make_unique<QSignalSpy>(m_call.get(), &SimulatedCall::finished);
    m_call->start();
}

void TestSimulatedCall::runToTheEnd()
{
    call();
    QVERIFY(m_finished->wait(10000));
}

bool TestSimulatedCall::heardIn(const CallFacts &facts, const QString &text) const
{
    return std::any_of(facts.journal.begin(), facts.journal.end(),
                       [&](const JournalEntry &entry) { return entry.what.contains(text); });
}

void TestSimulatedCall::signature_matchesTheKnownVectors()
{
    m_service->pages["/voice/incoming"] = {200, HangUp, "text/xml", {}};
    m_network.publicBase = QUrl(QStringLiteral("https://calls.example.com"));
    TwilioWire wire(m_network);
    bool answered = false;
    wire.request(QStringLiteral("POST"), QUrl(QStringLiteral("https://calls.example.com/voice/incoming?tenant=7")),
                 {{QStringLiteral("To"), QStringLiteral("+15550100001")},
                  {QStringLiteral("From"), QStringLiteral("+15550100002")},
                  {QStringLiteral("CallSid"), QStringLiteral("CA00000000000000000000000000000001")},
                  {QStringLiteral("CallStatus"), QStringLiteral("ringing")},
                  {QStringLiteral("callerX"), QString::fromUtf8("\xc3\xa9 b")}},
                 [&](const Result<TwilioWire::Answer> &answer) { answered = answer.ok(); });
    QTRY_VERIFY(answered);
    const auto &request = m_service->requests.front();
    QCOMPARE(request.headers.value("x-twilio-signature"), QByteArray("TP1nbkcTH7vXmROMkPm//O/QdqA="));
    QCOMPARE(request.target, QByteArray("/voice/incoming?tenant=7"));
    QVERIFY(request.body.contains("callerX=%C3%A9%20b"));
    const QNetworkRequest upgrade = wire.upgrade(QUrl(QStringLiteral("wss://calls.example.com/media")));
    QCOMPARE(upgrade.rawHeader("X-Twilio-Signature"), QByteArray("+hZtjuszk4p55GTrG+C13QHWpko="));
    QCOMPARE(upgrade.url().scheme(), QStringLiteral("ws"));
    QCOMPARE(upgrade.url().port(), m_network.service.port());
}

void TestSimulatedCall::webhook_isSignedAndLooksLikeTwilio()
{
    m_service->pages["/twilio/voice"] = {200, HangUp, "text/xml", {}};
    runToTheEnd();
    const auto voice = m_service->requestsTo("/twilio/voice");
    QCOMPARE(voice.size(), 1U);
    QCOMPARE(voice[0].method, QByteArray("POST"));
    QCOMPARE(voice[0].parameter("CallSid"), m_call->callSid());
    QVERIFY(m_call->callSid().startsWith(QStringLiteral("CA")) && m_call->callSid().size() == 34);
    QCOMPARE(voice[0].parameter("From"), QStringLiteral("+15550123456"));
    QCOMPARE(voice[0].parameter("To"), QStringLiteral("+15550100000"));
    QCOMPARE(voice[0].parameter("CallStatus"), QStringLiteral("ringing"));
    QVERIFY(voice[0].headers.contains("i-twilio-idempotency-token"));
    QCOMPARE(voice[0].headers.value("connection"), QByteArray("close"));
    const auto form = Telephony::TwilioForm::parse(voice[0].body);
    QVERIFY(form);
    const Telephony::TwilioSignature signature(m_network.authToken);
    QVERIFY(signature.matches(voice[0].headers.value("x-twilio-signature"),
                              m_service->url().toEncoded() + "/twilio/voice", *form));
    const auto status = m_service->requestsTo("/twilio/status");
    QCOMPARE(status.size(), 1U);
    QCOMPARE(status[0].parameter("CallStatus"), QStringLiteral("completed"));
    QCOMPARE(status[0].parameter("SequenceNumber"), QStringLiteral("0"));
    QCOMPARE(m_call->facts().endedBy, QStringLiteral("assistant"));
}

void TestSimulatedCall::publicUrl_isWhatGetsSigned()
{
    m_service->pages["/twilio/voice"] = {200, HangUp, "text/xml", {}};
    m_network.publicBase = QUrl(QStringLiteral("https://desk.example.com"));
    runToTheEnd();
    const auto voice = m_service->requestsTo("/twilio/voice");
    const Telephony::TwilioSignature signature(m_network.authToken);
    QVERIFY(signature.matches(voice.at(0).headers.value("x-twilio-signature"), "https://desk.example.com/twilio/voice",
                              *Telephony::TwilioForm::parse(voice[0].body)));
}

void TestSimulatedCall::stream_startsAndCarriesTheCallersVoice()
{
    givenScript(R"({"reaction_ms": 300, "lines": [{"say": "hello there"}]})");
    m_service->onMessage = [this](const QJsonObject &message) {
        if (message.value(QLatin1String("event")) == QLatin1String("start")) {
            m_service->sendAudio(300);
        }
    };
    call();
    QTRY_VERIFY_WITH_TIMEOUT(m_call->line().patient().linesLeft() == 0, 8000);
    m_service->closeStream();
    QVERIFY(m_finished->wait(5000));
    QCOMPARE(m_service->messages.at(0).value(QLatin1String("event")).toString(), QStringLiteral("connected"));
    const QJsonObject first = m_service->messages.at(1);
    QCOMPARE(first.value(QLatin1String("sequenceNumber")).toString(), QStringLiteral("1"));
    const QJsonObject start = first.value(QLatin1String("start")).toObject();
    QCOMPARE(start.value(QLatin1String("callSid")).toString(), m_call->callSid());
    QCOMPARE(start.value(QLatin1String("customParameters")).toObject().value(QLatin1String("token")).toString(),
             QStringLiteral("s3cret"));
    const auto media = m_service->events(QStringLiteral("media"));
    QVERIFY(media.size() > 30);
    QCOMPARE(media[4].value(QLatin1String("media")).toObject().value(QLatin1String("chunk")).toString(),
             QStringLiteral("5"));
    QCOMPARE(media[4].value(QLatin1String("media")).toObject().value(QLatin1String("payload")).toString().size(), 216);
    const auto timeOf = [&](size_t i) {
        return media[i].value(QLatin1String("media")).toObject().value(QLatin1String("timestamp")).toString().toInt();
    };
    QCOMPARE(timeOf(20) - timeOf(10), 200);
    const Telephony::TwilioSignature signature(m_network.authToken);
    QVERIFY(signature.matchesUpgrade(m_service->upgradeHeaders.value("x-twilio-signature"),
                                     m_service->streamUrl().toLatin1()));
}

void TestSimulatedCall::mark_comesBackWhenItsAudioWasHeard()
{
    QElapsedTimer sinceSent;
    qint64 firstMarkAfter = -1;
    qint64 secondMarkAfter = -1;
    m_service->onMessage = [&](const QJsonObject &message) {
        const QString event = message.value(QLatin1String("event")).toString();
        if (event == QLatin1String("start")) {
            sinceSent.start();
            m_service->sendMark(QStringLiteral("empty"));
            m_service->sendAudio(600);
            m_service->sendMark(QStringLiteral("spoken"));
        } else if (event == QLatin1String("mark")) {
            (firstMarkAfter < 0 ? firstMarkAfter : secondMarkAfter) = sinceSent.elapsed();
            if (secondMarkAfter >= 0) {
                m_service->closeStream();
            }
        }
    };
    runToTheEnd();
    const auto marks = m_service->events(QStringLiteral("mark"));
    QCOMPARE(marks.size(), 2U);
    QCOMPARE(marks[0].value(QLatin1String("mark")).toObject().value(QLatin1String("name")).toString(),
             QStringLiteral("empty"));
    QVERIFY(firstMarkAfter < 600);
    QVERIFY2(secondMarkAfter >= 600, qPrintable(QString::number(secondMarkAfter)));
    QVERIFY(m_call->facts().measurements.greeting().has_value());
}

void TestSimulatedCall::clear_returnsMarksAtOnceAndStopsTheAudio()
{
    m_service->onMessage = [&](const QJsonObject &message) {
        const QString event = message.value(QLatin1String("event")).toString();
        if (event == QLatin1String("start")) {
            m_service->sendAudio(60000);
            m_service->sendMark(QStringLiteral("7:never.heard"));
            m_service->sendMark(QStringLiteral("b"));
            m_service->sendClear();
        } else if (event == QLatin1String("mark") && m_service->events(QStringLiteral("mark")).size() == 2) {
            m_service->closeStream();
        }
    };
    runToTheEnd();
    QCOMPARE(m_service->events(QStringLiteral("mark")).size(), 2U);
    const CallFacts facts = m_call->facts();
    QVERIFY(facts.length < Milliseconds(10000));
    QVERIFY(!heardIn(facts, QStringLiteral("never.heard")));
}

void TestSimulatedCall::badMessages_areReportedAsTwilioWould()
{
    m_service->onMessage = [&](const QJsonObject &message) {
        if (message.value(QLatin1String("event")) != QLatin1String("start")) {
            return;
        }
        const QString sid = message.value(QLatin1String("streamSid")).toString();
        m_service->socket->sendTextMessage(QStringLiteral("no json"));
        m_service->socket->sendTextMessage(QStringLiteral(R"({"event":"clear","streamSid":"MZwrong"})"));
        m_service->socket->sendTextMessage(QStringLiteral(R"({"event":"mark","streamSid":"%1","mark":{}})").arg(sid));
        m_service->socket->sendTextMessage(
            QStringLiteral(R"({"event":"media","streamSid":"%1","media":{"payload":"!!"}})").arg(sid));
        m_service->socket->sendTextMessage(
            QStringLiteral(R"({"event":"media","streamSid":"%1","media":{"payload":"UklGRg=="}})").arg(sid));
        m_service->socket->sendBinaryMessage("x");
        m_service->socket->sendBinaryMessage("x");
        m_service->closeStream();
    };
    runToTheEnd();
    const QStringList warnings = m_call->facts().warnings;
    // The last: a plain ws address, which Twilio would refuse.
    QCOMPARE(warnings.filter(QStringLiteral("31951")).size(), 4);
    QCOMPARE(warnings.filter(QStringLiteral("31950")).size(), 1);
    QCOMPARE(warnings.filter(QStringLiteral("file header")).size(), 1);
    QCOMPARE(warnings.filter(QStringLiteral("31922")).size(), 1);
}

void TestSimulatedCall::debugMarks_areUnderstood()
{
    givenScript(
        R"({"reaction_ms": 300, "answers": {"name": "John", "reason": "checkup"}, "lines": [{"answer": "reason"}]})");
    m_service->onMessage = [&](const QJsonObject &message) {
        const QString event = message.value(QLatin1String("event")).toString();
        if (event == QLatin1String("start")) {
            m_service->sendAudio(300);
            m_service->sendMark(QStringLiteral("3:ask.name"));
        }
    };
    call();
    QTRY_VERIFY_WITH_TIMEOUT(!m_call->line().measurements().turns().empty() &&
                                 m_call->line().measurements().turns().front().ended > Milliseconds(0),
                             8000);
    QCOMPARE(m_call->line().measurements().turns().front().said, QStringLiteral("John"));
    m_service->sendMark(QStringLiteral(R"(timing:{"endpoint_wait_ms":30,"recognizer_ms":10})"));
    m_service->sendAudio(200);
    QTRY_VERIFY_WITH_TIMEOUT(!m_call->line().measurements().ownShares().empty(), 5000);
    const auto &turn = m_call->line().measurements().turns().front();
    QCOMPARE(*turn.ownShare(), std::max(Milliseconds(0), *turn.response - Milliseconds(40)));
    m_call->hangUp();
    QVERIFY(m_finished->wait(5000));
}

void TestSimulatedCall::keys_arriveAsDtmf()
{
    givenScript(R"({"lines": [{"keys": "5#", "when": "now"}]})");
    m_service->onMessage = [&](const QJsonObject &) {
        if (m_service->events(QStringLiteral("dtmf")).size() == 2) {
            m_service->onMessage = nullptr;
            m_service->closeStream();
        }
    };
    runToTheEnd();
    const auto keys = m_service->events(QStringLiteral("dtmf"));
    QCOMPARE(keys[0].value(QLatin1String("dtmf")).toObject().value(QLatin1String("digit")).toString(),
             QStringLiteral("5"));
    QCOMPARE(keys[1].value(QLatin1String("dtmf")).toObject().value(QLatin1String("digit")).toString(),
             QStringLiteral("#"));
}

void TestSimulatedCall::streamEnd_asksTheAction()
{
    m_service->onMessage = [this](const QJsonObject &message) {
        if (message.value(QLatin1String("event")) == QLatin1String("start")) {
            m_service->closeStream();
        }
    };
    runToTheEnd();
    const auto ended = m_service->requestsTo("/twilio/stream-ended");
    QCOMPARE(ended.size(), 1U);
    QCOMPARE(ended[0].parameter("CallStatus"), QStringLiteral("in-progress"));
    QVERIFY(m_call->facts().streamed);
    QVERIFY(!m_call->facts().usedFallback);
}

void TestSimulatedCall::callerHangup_sendsStopAndStatus()
{
    givenScript(R"({"lines": [{"hangup": true, "after_ms": 200}]})");
    runToTheEnd();
    QTRY_COMPARE(m_service->events(QStringLiteral("stop")).size(), 1U);
    QCOMPARE(m_service->requestsTo("/twilio/stream-ended").size(), 0U);
    QCOMPARE(m_service->requestsTo("/twilio/status").size(), 1U);
    QCOMPARE(m_call->facts().endedBy, QStringLiteral("caller"));
}

void TestSimulatedCall::brokenAction_ringsTheLine()
{
    m_service->pages["/twilio/stream-ended"] = {500, {}, "text/plain", {}};
    m_service->onMessage = [this](const QJsonObject &message) {
        if (message.value(QLatin1String("event")) == QLatin1String("start")) {
            m_service->closeStream();
        }
    };
    runToTheEnd();
    QCOMPARE(m_call->facts().dialled, QStringList{QStringLiteral("+15550100099")});
    QVERIFY(m_call->facts().usedFallback);
    QCOMPARE(m_call->facts().endedBy, QStringLiteral("clinic"));
}

void TestSimulatedCall::deadService_ringsTheLine()
{
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    m_network.service.setPort(nobody.serverPort());
    nobody.close();
    runToTheEnd();
    QCOMPARE(m_call->facts().dialled, QStringList{QStringLiteral("+15550100099")});
    QVERIFY(!m_call->facts().streamed);
}

void TestSimulatedCall::fallbackTwiml_isUsed()
{
    m_service->pages["/twilio/voice"] = {200, " <Response/>", "text/xml", {}};
    m_network.fallbackTwiml = "<Response><Dial>+15550100055</Dial></Response>";
    runToTheEnd();
    QCOMPARE(m_call->facts().dialled, QStringList{QStringLiteral("+15550100055")});
}

void TestSimulatedCall::fallbackUrl_isAskedWithTheError()
{
    m_service->pages["/twilio/voice"] = {503, {}, "text/plain", {}};
    m_service->pages["/static"] = {200, HangUp, "text/xml", {}};
    m_network.fallbackUrl = m_service->url().resolved(QUrl(QStringLiteral("/static")));
    runToTheEnd();
    const auto asked = m_service->requestsTo("/static");
    QCOMPARE(asked.size(), 1U);
    QCOMPARE(asked[0].parameter("ErrorCode"), QStringLiteral("11200"));
    QVERIFY(asked[0].parameter("ErrorUrl").endsWith(QStringLiteral("/twilio/voice")));
}

void TestSimulatedCall::dial_results_data()
{
    QTest::addColumn<QString>("callee");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("bridged");
    QTest::newRow("answered") << QStringLiteral("answered:0.05") << QStringLiteral("completed")
                              << QStringLiteral("true");
    QTest::newRow("busy") << QStringLiteral("busy:0.05") << QStringLiteral("busy") << QStringLiteral("false");
    QTest::newRow("no answer") << QStringLiteral("no-answer:0.05") << QStringLiteral("no-answer")
                               << QStringLiteral("false");
    QTest::newRow("failed") << QStringLiteral("failed:0.05") << QStringLiteral("failed") << QStringLiteral("false");
    QTest::newRow("too slow") << QStringLiteral("answered:30") << QStringLiteral("no-answer")
                              << QStringLiteral("false");
}

void TestSimulatedCall::dial_results()
{
    QFETCH(QString, callee);
    QFETCH(QString, status);
    QFETCH(QString, bridged);
    m_service->pages["/twilio/voice"] = {200,
                                         "<?xml version=\"1.0\"?><Response><Dial action=\"/over\" "
                                         "timeout=\"1\"><Number>+15550100099</Number></Dial></Response>",
                                         "text/xml",
                                         {}};
    m_service->pages["/over"] = {200, HangUp, "text/xml", {}};
    m_network.callee = *calleeFromText(callee);
    m_network.callee->talks = Milliseconds(100);
    runToTheEnd();
    const auto over = m_service->requestsTo("/over");
    QCOMPARE(over.size(), 1U);
    QCOMPARE(over[0].parameter("DialCallStatus"), status);
    QCOMPARE(over[0].parameter("DialBridged"), bridged);
    QVERIFY(over[0].parameter("DialCallSid").startsWith(QStringLiteral("CA")));
}

void TestSimulatedCall::whisper_hangup_isNotBridged()
{
    m_service->pages["/twilio/voice"] = {200,
                                         "<?xml version=\"1.0\"?><Response><Dial action=\"/over\"><Number "
                                         "url=\"/whisper\">+15550100099</Number></Dial></Response>",
                                         "text/xml",
                                         {}};
    m_service->pages["/whisper"] = {
        200, "<?xml version=\"1.0\"?><Response><Say>ab</Say><Hangup/></Response>", "text/xml", {}};
    m_service->pages["/over"] = {200, HangUp, "text/xml", {}};
    runToTheEnd();
    QCOMPARE(m_service->requestsTo("/over").at(0).parameter("DialBridged"), QStringLiteral("false"));
    const auto whisper = m_service->requestsTo("/whisper");
    QCOMPARE(whisper.at(0).parameter("Direction"), QStringLiteral("outbound-dial"));
    QCOMPARE(whisper[0].parameter("ParentCallSid"), m_call->callSid());
    QVERIFY(whisper[0].parameter("CallSid") != m_call->callSid());
    QVERIFY(heardIn(m_call->facts(), QStringLiteral("hears: ab")));
}

void TestSimulatedCall::whisper_key_isPosted()
{
    m_service->pages["/twilio/voice"] = {200,
                                         "<?xml version=\"1.0\"?><Response><Dial action=\"/over\"><Number "
                                         "url=\"/whisper\">+15550100099</Number></Dial></Response>",
                                         "text/xml",
                                         {}};
    m_service->pages["/whisper"] = {
        200,
        "<?xml version=\"1.0\"?><Response><Gather numDigits=\"1\" action=\"/accept\"/><Hangup/></Response>",
        "text/xml",
        {}};
    m_service->pages["/accept"] = {200, "<?xml version=\"1.0\"?><Response/>", "text/xml", {}};
    m_service->pages["/over"] = {200, HangUp, "text/xml", {}};
    m_network.callee->key = QStringLiteral("1");
    runToTheEnd();
    QCOMPARE(m_service->requestsTo("/accept").at(0).parameter("Digits"), QStringLiteral("1"));
    QCOMPARE(m_service->requestsTo("/over").at(0).parameter("DialBridged"), QStringLiteral("true"));
}

void TestSimulatedCall::redirect_isFollowedSigned()
{
    m_service->pages["/twilio/voice"] = {307, {}, "text/plain", "/moved"};
    m_service->pages["/moved"] = {200, HangUp, "text/xml", {}};
    runToTheEnd();
    const auto moved = m_service->requestsTo("/moved");
    QCOMPARE(moved.size(), 1U);
    const Telephony::TwilioSignature signature(m_network.authToken);
    QVERIFY(signature.matches(moved[0].headers.value("x-twilio-signature"), m_service->url().toEncoded() + "/moved",
                              *Telephony::TwilioForm::parse(moved[0].body)));
}

void TestSimulatedCall::rejectedStream_goesOnWithTheAction()
{
    m_service->pages["/twilio/voice"] = {
        200,
        "<?xml version=\"1.0\"?><Response><Connect action=\"/twilio/stream-ended\"><Stream url=\"ws://127.0.0.1:1/x\"/>"
        "</Connect></Response>",
        "text/xml",
        {}};
    runToTheEnd();
    QCOMPARE(m_service->requestsTo("/twilio/stream-ended").size(), 1U);
    QVERIFY(!m_call->facts().streamed);
    QCOMPARE(m_call->facts().warnings.filter(QStringLiteral("31920")).size(), 1);
}

void TestSimulatedCall::packetLoss_leavesGapsInTime()
{
    givenScript(R"({"packet_loss": 0.5, "lines": [{"hangup": true, "after_ms": 1200}]})");
    runToTheEnd();
    const auto media = m_service->events(QStringLiteral("media"));
    QVERIFY2(media.size() > 10 && media.size() < 50, qPrintable(QString::number(media.size())));
    const QJsonObject last = media.back().value(QLatin1String("media")).toObject();
    QCOMPARE(last.value(QLatin1String("chunk")).toString().toULongLong(), quint64(media.size()));
    QVERIFY(last.value(QLatin1String("timestamp")).toString().toInt() > int(media.size()) * 20);
}

void TestSimulatedCall::everyMessage_isUnderstoodByTheService()
{
    givenScript(R"({"lines": [{"keys": "1", "when": "now"}, {"hangup": true, "after_ms": 400}]})");
    m_service->onMessage = [this](const QJsonObject &message) {
        if (message.value(QLatin1String("event")) == QLatin1String("start")) {
            m_service->sendMark(QStringLiteral("m"));
        }
    };
    runToTheEnd();
    QTRY_COMPARE(m_service->events(QStringLiteral("stop")).size(), 1U);
    Telephony::MediaMessageParser parser;
    QList<size_t> kinds;
    for (const QString &text : m_service->texts) {
        const auto message = parser.parse(text.toStdString());
        QVERIFY2(message, qPrintable(message ? QString() : message.error().message));
        if (!kinds.contains((*message)->event.index())) {
            kinds.append((*message)->event.index());
        }
        if (const auto *started = std::get_if<Telephony::StreamStarted>(&(*message)->event)) {
            QVERIFY(started->info.mediaFormat.isPhoneLine());
            QCOMPARE(started->info.customParameter(u"token"), QStringLiteral("s3cret"));
        }
        if (const auto *media = std::get_if<Telephony::MediaArrived>(&(*message)->event)) {
            QCOMPARE(media->payload.size(), Flow::FrameSamples);
        }
    }
    // Connected, started, media, key, mark and stopped; nothing unknown.
    QCOMPARE(kinds.size(), 6);
    QVERIFY(!kinds.contains(0U));
}

QTEST_GUILESS_MAIN(TestSimulatedCall)
#include "tst_simulatedcall.moc"
