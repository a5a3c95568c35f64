#include "service/audio/wavfile.h"
#include "tests/unit/tools/callsim/fakefrontdesk.h"
#include "tools/callsim/phoneexchange.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::CallSim;
using Fakes::FakeTwilio;

/// The service's orders to record a call, over Twilio's REST side on real sockets.
class TestPhoneExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recording_ofTheWholeCall_isFetchedToldAndDeleted();
    void recording_stopped_endsBeforeTheCall();
    void recording_inOneChannel_isMixed();
    void recording_ofAnEndedCall_isRefused();
    void recording_withoutSound_isAbsent();

private:
    /// A call that stays a second; it is answered when this returns.
    void call();
    /// A request of the service; its status.
    int ask(const QByteArray &method, const QString &path, const QByteArray &form = {});
    int order(const QByteArray &more = {});
    [[nodiscard]] QString recordings() const { return QStringLiteral("Calls/%1/Recordings").arg(m_call->callSid()); }
    [[nodiscard]] QString recordingSid() const { return m_twilio->sounds().begin()->first; }
    [[nodiscard]] bool isThere() const
    {
        return m_twilio->sounds().size() == 1 &&
               m_twilio->sounds().begin()->second.status == QLatin1String("completed");
    }
    /// Length in milliseconds of each channel's sound.
    [[nodiscard]] std::vector<Milliseconds> heard() const;

    SystemScheduler m_scheduler;
    std::optional<Metronome> m_metronome;
    PatientVoice m_voice;
    QNetworkAccessManager m_http;
    QByteArray m_answer;
    std::unique_ptr<FakeFrontdesk> m_service;
    std::unique_ptr<FakeTwilio> m_twilio;
    std::unique_ptr<PhoneExchange> m_exchange;
    std::unique_ptr<SimulatedCall> m_call;
    std::unique_ptr<QSignalSpy> m_finished;
    PhoneNetwork m_network;
};

void TestPhoneExchange::init()
{
    m_call.reset();
    m_exchange.reset();
    m_service = std::make_unique<FakeFrontdesk>();
    m_service->pages["/twilio/status"] = {204, {}, "text/plain", {}};
    m_service->pages["/twilio/recording"] = {204, {}, "text/plain", {}};
    m_service->pages["/twilio/voice"] = {
        200, "<?xml version=\"1.0\"?><Response><Say>Good morning</Say><Hangup/></Response>", "text/xml", {}};
    m_network = PhoneNetwork();
    m_network.service = m_service->url();
    m_network.number = QStringLiteral("+15550100000");
    m_network.accountSid = QLatin1String(FakeTwilio::AccountSid);
    m_network.authToken = FakeTwilio::AuthToken;
    m_twilio = std::make_unique<FakeTwilio>();
    QVERIFY(m_twilio->listen());
    m_metronome.emplace(m_scheduler);
    m_exchange = std::make_unique<PhoneExchange>(m_network, m_scheduler, *m_twilio);
}

void TestPhoneExchange::call()
{
    const auto script = parseScript(R"({"lines": [{"wait_for_end": true}]})", QStringLiteral("test"), QString());
    QVERIFY(script);
    const auto sounds = prepareSounds(*script, m_voice);
    QVERIFY(sounds);
    m_call = std::make_unique<SimulatedCall>(m_network, *script, std::make_shared<const PreparedSounds>(*sounds),
                                             m_voice, m_scheduler, *m_metronome, CallJournal::Listener());
    m_finished = std::make_unique<QSignalSpy>(m_call.get(), &SimulatedCall::finished);
    m_exchange->add(*m_call);
    m_call->start();
    QTRY_VERIFY(m_call->line().isUp());
}

int TestPhoneExchange::ask(const QByteArray &method, const QString &path, const QByteArray &form)
{
    QNetworkRequest request(
        m_twilio->url().resolved(QUrl(QStringLiteral("/2010-04-01/Accounts/%1/%2").arg(m_network.accountSid, path))));
    request.setRawHeader("Authorization",
                         "Basic " + (m_network.accountSid.toLatin1() + ':' + m_network.authToken).toBase64());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> reply(m_http.sendCustomRequest(request, method, form));
    QSignalSpy answered(reply.get(), &QNetworkReply::finished);
    if (!answered.wait()) {
        return 0;
    }
    m_answer = reply->readAll();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

int TestPhoneExchange::order(const QByteArray &more)
{
    const QByteArray callback =
        QUrl::toPercentEncoding(m_service->url().toString() + QLatin1String("/twilio/recording"));
    return ask("POST", recordings() + QLatin1String(".json"), "RecordingStatusCallback=" + callback + more);
}

std::vector<Milliseconds> TestPhoneExchange::heard() const
{
    const auto wav = Audio::parseWav(m_answer);
    std::vector<Milliseconds> lengths(wav ? size_t(wav->channels) : 0);
    for (size_t i = 0; wav && i < wav->samples.size(); i += Flow::FrameSamples * lengths.size()) {
        for (size_t channel = 0; channel < lengths.size(); ++channel) {
            const size_t end = std::min(i + Flow::FrameSamples * lengths.size(), wav->samples.size());
            bool isLoud = false;
            for (size_t at = i + channel; at < end; at += lengths.size()) {
                isLoud = isLoud || std::abs(wav->samples[at]) > 300;
            }
            lengths[channel] += isLoud ? Flow::FrameDuration : Milliseconds(0);
        }
    }
    return lengths;
}

void TestPhoneExchange::recording_ofTheWholeCall_isFetchedToldAndDeleted()
{
    call();
    QCOMPARE(order("&RecordingChannels=dual"), 201);
    QVERIFY(m_finished->wait(10000));
    QCOMPARE(m_twilio->sounds().size(), size_t(1));
    QCOMPARE(ask("DELETE", QStringLiteral("Recordings/%1.json").arg(recordingSid())), 400); // It is not there yet.
    QTRY_VERIFY(!m_service->requestsTo("/twilio/recording").empty());
    const auto news = m_service->requestsTo("/twilio/recording").front();
    QCOMPARE(news.parameter("CallSid"), m_call->callSid());
    QCOMPARE(news.parameter("RecordingSid"), recordingSid());
    QCOMPARE(news.parameter("RecordingStatus"), QStringLiteral("completed"));
    QCOMPARE(news.parameter("RecordingChannels"), QStringLiteral("2"));
    QVERIFY(!news.headers.value("x-twilio-signature").isEmpty());
    QCOMPARE(ask("GET", QStringLiteral("Recordings/%1.wav?RequestedChannels=2").arg(recordingSid())), 200);
    const auto lengths = heard();
    QCOMPARE(lengths.size(), size_t(2));
    QCOMPARE(lengths[0], Milliseconds(0)); // The caller says nothing.
    QVERIFY2(lengths[1] > Milliseconds(200), qPrintable(QString::number(lengths[1].count())));
    QCOMPARE(ask("DELETE", QStringLiteral("Recordings/%1.json").arg(recordingSid())), 204);
    QVERIFY(m_twilio->sounds().empty());
}

void TestPhoneExchange::recording_stopped_endsBeforeTheCall()
{
    m_service->pages["/twilio/voice"] = {
        200, "<?xml version=\"1.0\"?><Response><Pause length=\"60\"/></Response>", "text/xml", {}};
    call();
    QCOMPARE(order("&RecordingChannels=dual"), 201);
    QTRY_VERIFY(m_call->line().callTime() > Milliseconds(200));
    QCOMPARE(ask("POST", recordings() + QLatin1String("/Twilio.CURRENT.json"), "Status=stopped"), 200);
    QTRY_VERIFY(isThere());
    QVERIFY(m_finished->isEmpty());
    m_call->hangUp();
    QTRY_VERIFY(!m_finished->isEmpty());
    QStringList notes;
    const CallFacts facts = m_call->facts();
    for (const JournalEntry &entry : facts.journal) {
        notes << entry.what;
    }
    QCOMPARE(notes.filter(QStringLiteral("records")).join(QLatin1Char(',')),
             QStringLiteral("records the call,records no more"));
}

void TestPhoneExchange::recording_inOneChannel_isMixed()
{
    call();
    QCOMPARE(order(), 201);
    QVERIFY(m_finished->wait(10000));
    QTRY_VERIFY(isThere());
    QCOMPARE(ask("GET", QStringLiteral("Recordings/%1.wav?RequestedChannels=2").arg(recordingSid())), 400);
    QCOMPARE(ask("GET", QStringLiteral("Recordings/%1.wav?RequestedChannels=1").arg(recordingSid())), 200);
    QCOMPARE(heard().size(), size_t(1));
    QVERIFY(heard().front() > Milliseconds(200));
}

void TestPhoneExchange::recording_ofAnEndedCall_isRefused()
{
    call();
    QVERIFY(m_finished->wait(10000));
    QCOMPARE(order(), 400);
    QVERIFY(m_twilio->sounds().empty());
}

void TestPhoneExchange::recording_withoutSound_isAbsent()
{
    call();
    connect(m_twilio.get(), &FakeTwilio::soundStarted, m_call.get(), [this] { m_call->hangUp(); });
    QCOMPARE(order("&RecordingChannels=dual"), 201);
    QTRY_COMPARE(m_twilio->sounds().begin()->second.status, QStringLiteral("absent"));
}

QTEST_GUILESS_MAIN(TestPhoneExchange)
#include "tst_phoneexchange.moc"
