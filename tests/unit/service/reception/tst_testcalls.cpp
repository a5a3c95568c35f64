#include "service/reception/testcalls.h"
#include "tests/unit/service/reception/phonedesk.h"

using namespace Frontdesk;
using namespace Frontdesk::Reception;
using namespace Frontdesk::Reception::Tests;

/// Somebody at the clinic calls their own assistant, over real sockets.
class TestTestCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void call_isGreetedAndToldWhatItBecame();
    void call_leavesNothingBehind();
    void ticket_worksOnceAndForItsOwnCall();
    void ticket_ofAnUnknownClinic_opensNothing();

private:
    /// The tester's telephone: answers marks as soon as they come, as if all had been heard.
    struct Phone {
        QWebSocket socket;
        int media = 0;
        bool closed = false;
        std::vector<QJsonObject> told;

        explicit Phone(quint16 port)
        {
            QObject::connect(&socket, &QWebSocket::textMessageReceived, [this](const QString &text) {
                const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
                const QString event = message.value(QLatin1String("event")).toString();
                if (event == QLatin1String("media")) {
                    ++media;
                } else if (event == QLatin1String("mark")) {
                    send(message);
                } else if (event != QLatin1String("clear")) {
                    told.push_back(message);
                }
            });
            QObject::connect(&socket, &QWebSocket::disconnected, [this] { closed = true; });
            QSignalSpy connected(&socket, &QWebSocket::connected);
            socket.open(QUrl(
                QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(QLatin1String(Reception::TestCalls::MediaPath))));
            connected.wait();
        }
        void send(const QJsonObject &message)
        {
            socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
        }
        void start(const Reception::TestCalls::Ticket &ticket)
        {
            const QString zeros(32, QLatin1Char('0'));
            const QJsonObject format{{QStringLiteral("encoding"), QStringLiteral("audio/x-mulaw")},
                                     {QStringLiteral("sampleRate"), 8000},
                                     {QStringLiteral("channels"), 1}};
            const QJsonObject start{
                {QStringLiteral("accountSid"), QStringLiteral("AC") + zeros},
                {QStringLiteral("streamSid"), QStringLiteral("MZ") + zeros},
                {QStringLiteral("callSid"), ticket.callId},
                {QStringLiteral("tracks"), QJsonArray{QStringLiteral("inbound")}},
                {QStringLiteral("mediaFormat"), format},
                {QStringLiteral("customParameters"), QJsonObject{{QStringLiteral("token"), ticket.token}}}};
            send({{QStringLiteral("event"), QStringLiteral("start")},
                  {QStringLiteral("sequenceNumber"), QStringLiteral("1")},
                  {QStringLiteral("streamSid"), QStringLiteral("MZ") + zeros},
                  {QStringLiteral("start"), start}});
        }
        void pressZero()
        {
            send({{QStringLiteral("event"), QStringLiteral("dtmf")},
                  {QStringLiteral("sequenceNumber"), QStringLiteral("2")},
                  {QStringLiteral("streamSid"), QStringLiteral("MZ") + QString(32, QLatin1Char('0'))},
                  {QStringLiteral("dtmf"), QJsonObject{{QStringLiteral("track"), QStringLiteral("inbound_track")},
                                                       {QStringLiteral("digit"), QStringLiteral("0")}}}});
        }
        /// The last of this kind; empty: none was told.
        [[nodiscard]] QJsonObject last(const QString &event) const
        {
            const auto found = std::find_if(told.rbegin(), told.rend(), [&](const QJsonObject &message) {
                return message.value(QLatin1String("event")) == event;
            });
            return found == told.rend() ? QJsonObject() : *found;
        }
    };

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Reception::TestCalls> m_tests;
    std::unique_ptr<Http::HttpServer> m_server;
};

void TestTestCalls::init()
{
    m_desk = std::make_unique<Desk>();
    m_tests = std::make_unique<Reception::TestCalls>(
        TestLine::Context{m_desk->database,
                          m_desk->tokens,
                          {[](const SpeechOrder &) { return std::make_unique<Frontdesk::Tests::FakeRecognizer>(); },
                           [](const SpeechOrder &) { return std::make_unique<Frontdesk::Tests::FakeVoice>(); },
                           {}}});
    Http::Router router;
    m_tests->addTo(router);
    m_server = Frontdesk::Tests::serverFor(std::move(router), 1);
    QVERIFY(m_server);
}

void TestTestCalls::cleanup()
{
    m_server.reset();
    m_tests.reset();
    m_desk.reset();
}

void TestTestCalls::call_isGreetedAndToldWhatItBecame()
{
    Phone phone(m_server->port());
    phone.start(m_tests->issue(m_desk->clinic.id));
    QTRY_VERIFY(phone.media > 0);
    QTRY_VERIFY(phone.last(QStringLiteral("turn"))
                    .value(QLatin1String("turn"))
                    .toObject()
                    .value(QLatin1String("text"))
                    .toString()
                    .contains(m_desk->clinic.name));
    phone.pressZero();
    QTRY_VERIFY_WITH_TIMEOUT(phone.closed, 30'000);
    QCOMPARE(phone.last(QStringLiteral("escalation")).value(QLatin1String("reason")).toString(),
             QStringLiteral("human_request"));
    QCOMPARE(phone.last(QStringLiteral("ended")).value(QLatin1String("outcome")).toString(),
             QStringLiteral("escalated"));
    const QJsonObject task = phone.last(QStringLiteral("task")).value(QLatin1String("task")).toObject();
    QCOMPARE(task.value(QLatin1String("request_type")).toString(), QStringLiteral("escalated_call"));
    QVERIFY(task.value(QLatin1String("key")).toInt() > 0);
}

void TestTestCalls::call_leavesNothingBehind()
{
    Phone phone(m_server->port());
    const auto ticket = m_tests->issue(m_desk->clinic.id);
    phone.start(ticket);
    QTRY_VERIFY(phone.media > 0);
    phone.pressZero();
    QTRY_VERIFY_WITH_TIMEOUT(phone.closed, 30'000);
    QVERIFY(m_desk->tasks().empty());
    QVERIFY(m_desk->record(ticket.callId.toLatin1()).id.isEmpty());
    QVERIFY(m_desk->registry.all().empty());
}

void TestTestCalls::ticket_worksOnceAndForItsOwnCall()
{
    const auto ticket = m_tests->issue(m_desk->clinic.id);
    Phone first(m_server->port());
    first.start(ticket);
    QTRY_VERIFY(first.media > 0);
    Phone again(m_server->port());
    again.start(ticket);
    QTRY_VERIFY(again.closed);
    QCOMPARE(again.media, 0);
    Phone other(m_server->port());
    other.start({m_tests->issue(m_desk->clinic.id).callId, ticket.token});
    QTRY_VERIFY(other.closed);
    // A telephone call's token is for no test.
    Phone telephone(m_server->port());
    const QString network = QString::fromLatin1(sid('1'));
    telephone.start({network, m_desk->tokens.issue(network)});
    QTRY_VERIFY(telephone.closed);
    QCOMPARE(other.media + telephone.media, 0);
}

void TestTestCalls::ticket_ofAnUnknownClinic_opensNothing()
{
    Phone phone(m_server->port());
    phone.start(m_tests->issue(ClinicId(QStringLiteral("nobody"))));
    QTRY_VERIFY(phone.closed);
    QCOMPARE(phone.media, 0);
}

QTEST_GUILESS_MAIN(TestTestCalls)
#include "tst_testcalls.moc"
