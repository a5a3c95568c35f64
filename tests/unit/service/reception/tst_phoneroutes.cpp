#include "service/reception/phoneroutes.h"
#include "service/telephony/twiliosignature.h"
#include "tests/support/fakerecognizer.h"
#include "tests/support/fakevoice.h"
#include "tests/support/testkeys.h"
#include "tests/unit/service/http/testserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

using namespace Frontdesk;
using namespace Frontdesk::Reception;

namespace {

const QByteArray AuthToken = "0123456789abcdef0123456789abcdef";

struct Answer {
    int status = 0;
    QByteArray body;
};

/// The service's phone side over real sockets, with speech that the test controls.
struct Desk {
    QTemporaryDir folder;
    SystemClock clock;
    Storage::Database database{{.url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("test.sqlite")),
                                .masterKeys = Tests::testKeys()}};
    Storage::CallRecorder recorder{database,
                                   Storage::NodeId::create(),
                                   {folder.filePath(QStringLiteral("journal")), Sealing::SecretKey::random()}};
    ClinicDirectory clinics{database};
    CallRegistry registry;
    Telephony::StreamTokens tokens{QByteArray(32, 'k'), clock};
    PhoneRoutes phone;
    std::unique_ptr<Http::HttpServer> server;
    QNetworkAccessManager network;
    ClinicProfile clinic;

    Desk()
        : phone({AuthToken, {}, false}, database, recorder, clinics, registry, tokens,
                {[] { return std::make_unique<Tests::FakeRecognizer>(); },
                 [] { return std::make_unique<Tests::FakeVoice>(); },
                 {}},
                clock)
    {
        clinic.name = QStringLiteral("Oak Street Clinic");
        clinic.number = QStringLiteral("+15550100000");
        clinic.line = QStringLiteral("+15550199999");
        auto kept =
            database.run([this](Storage::Store &store) { return store.clinics().create(clinic, clock.utcNow()); });
        clinic = kept.result().value();
        Http::Router router;
        phone.addTo(router);
        server = Frontdesk::Tests::serverFor(std::move(router), 1);
        if (!server) {
            qFatal("cannot listen");
        }
    }

    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(server->port()); }

    static std::vector<Telephony::TwilioForm::Parameter> parameters(const QByteArray &callSid, const QByteArray &status)
    {
        return {{"CallSid", callSid},     {"AccountSid", "AC" + QByteArray(32, '0')},
                {"From", "+15552345678"}, {"To", "+15550100000"},
                {"CallStatus", status},   {"ApiVersion", "2010-04-01"},
                {"Direction", "inbound"}};
    }

    Answer post(const QString &path, std::vector<Telephony::TwilioForm::Parameter> form, bool sign = true)
    {
        QByteArray body;
        for (const auto &[name, value] : form) {
            body += (body.isEmpty() ? "" : "&") + name.toPercentEncoding() + '=' + value.toPercentEncoding();
        }
        QNetworkRequest request(QUrl(base() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        if (sign) {
            const Telephony::TwilioSignature signature(AuthToken);
            request.setRawHeader("X-Twilio-Signature",
                                 signature.sign((base() + path).toUtf8(), Telephony::TwilioForm(form)));
        }
        QNetworkReply *reply = network.post(request, body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait(5000)) {
            return {};
        }
        const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
        reply->deleteLater();
        return answer;
    }

    [[nodiscard]] CallRecord record(const QByteArray &callSid)
    {
        auto found = database.run(
            [callSid](Storage::Store &store) { return store.calls().findByNetworkId(QString::fromLatin1(callSid)); });
        return found.result().valueOr({});
    }
    [[nodiscard]] std::vector<Task> tasks()
    {
        return database.run([](Storage::Store &store) { return store.tasks().list({}); }).result().valueOr({});
    }
};

QByteArray sid(char digit)
{
    return "CA" + QByteArray(32, digit);
}

QString tokenIn(const QByteArray &twiml)
{
    static const QRegularExpression pattern(QStringLiteral("name=\"token\" value=\"([^\"]+)\""));
    return pattern.match(QString::fromUtf8(twiml)).captured(1);
}

/// The phone network's end of one media stream.
struct Stream {
    QWebSocket socket;
    int media = 0;
    int closeCode = 0;
    bool closed = false;

    explicit Stream(Desk &desk)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived,
                         [this](const QString &text) { media += text.contains(QLatin1String("\"media\"")) ? 1 : 0; });
        QObject::connect(&socket, &QWebSocket::disconnected, [this] {
            closed = true;
            closeCode = socket.closeCode();
        });
        const QByteArray url = "ws://127.0.0.1:" + QByteArray::number(desk.server->port()) + "/twilio/media";
        QNetworkRequest request(QUrl(QString::fromLatin1(url)));
        request.setRawHeader("X-Twilio-Signature", Telephony::TwilioSignature(AuthToken).sign(url));
        QSignalSpy connected(&socket, &QWebSocket::connected);
        socket.open(request);
        connected.wait(5000);
    }
    void start(const QByteArray &callSid, const QString &token)
    {
        socket.sendTextMessage(QStringLiteral(R"({"event":"connected","protocol":"Call","version":"1.0.0"})"));
        socket.sendTextMessage(
            QStringLiteral(
                R"({"event":"start","sequenceNumber":"1","start":{"accountSid":"AC%1","streamSid":"MZ%1","callSid":"%2","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},"customParameters":{"token":"%3"}},"streamSid":"MZ%1"})")
                .arg(QString(32, u'0'), QString::fromLatin1(callSid), token));
    }
    void stop(const QByteArray &callSid)
    {
        socket.sendTextMessage(
            QStringLiteral(
                R"({"event":"stop","sequenceNumber":"2","stop":{"accountSid":"AC%1","callSid":"%2"},"streamSid":"MZ%1"})")
                .arg(QString(32, u'0'), QString::fromLatin1(callSid)));
    }
};

} // namespace

class TestPhoneRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void voice_unsigned_isRefused()
    {
        Desk desk;
        QCOMPARE(desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"), false).status, 403);
        QVERIFY(desk.record(sid('1')).id.isEmpty());
    }

    void voice_garbage_isRefusedInPlainWords()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), {{"CallSid", "nonsense"}});
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.body.contains("nonsense"));
    }

    void voice_unknownNumber_saysSo()
    {
        Desk desk;
        auto form = Desk::parameters(sid('1'), "ringing");
        form[3].value = "+15550777777";
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), form);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("not in service"));
    }

    void voice_twiceForTheSameCall_isOneCall()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QCOMPARE(desk.registry.all().size(), size_t(1));
    }

    void media_withToken_isGreeted_andHangUpEndsTheCall()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QCOMPARE(answer.status, 200);
        Stream stream(desk);
        stream.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(stream.media > 0);
        stream.stop(sid('1'));
        QTRY_COMPARE(desk.record(sid('1')).outcome, QStringLiteral("caller_hung_up"));
    }

    void media_withoutOrWithUsedToken_isRefused()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        Stream forged(desk);
        forged.start(sid('1'), QStringLiteral("forged"));
        QTRY_VERIFY(forged.closed);
        QCOMPARE(forged.media, 0);
        Stream first(desk);
        first.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(first.media > 0);
        Stream replayed(desk);
        replayed.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(replayed.closed);
        QCOMPARE(replayed.media, 0);
        QVERIFY(!first.closed);
    }

    void media_garbage_endsThatStreamOnly()
    {
        Desk desk;
        const Answer one = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer two = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('2'), "ringing"));
        Stream good(desk);
        good.start(sid('1'), tokenIn(one.body));
        Stream bad(desk);
        bad.start(sid('2'), tokenIn(two.body));
        QTRY_VERIFY(good.media > 0 && bad.media > 0);
        bad.socket.sendTextMessage(QStringLiteral("{\"event\":\"media\",\"media\":7"));
        QTRY_VERIFY(bad.closed);
        const int before = good.media;
        QTRY_VERIFY(good.media > before);
        // Its caller is not lost: the phone network asks, and is sent to the clinic.
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('2'), "in-progress"));
        QVERIFY(next.body.contains("+15550199999"));
    }

    void streamEnded_inMidCall_ringsTheClinic_andNoAnswerLeavesATask()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "in-progress"));
        QVERIFY(next.body.contains("<Dial"));
        QVERIFY(next.body.contains("+15550199999"));
        auto form = Desk::parameters(sid('1'), "in-progress");
        form.push_back({"DialCallStatus", "no-answer"});
        const Answer after = desk.post(QStringLiteral("/twilio/transfer-ended"), form);
        QVERIFY(after.body.contains("call you back"));
        QTRY_COMPARE(desk.tasks().size(), size_t(1));
        const Task task = desk.tasks().front();
        QCOMPARE(task.priority, TaskPriority::Urgent);
        QCOMPARE(task.slot(SlotName::CallbackNumber), QStringLiteral("+15552345678"));
        QTRY_VERIFY(desk.record(sid('1')).endedAt.isValid());
    }

    void streamEnded_ofACallOfAnEarlierRun_ringsTheClinic()
    {
        Desk desk;
        CallRecord old;
        old.clinicId = desk.clinic.id;
        old.networkCallId = QString::fromLatin1(sid('3'));
        old.startedAt = desk.clock.utcNow();
        desk.database.run([old](Storage::Store &store) { return store.calls().begin(old); }).waitForFinished();
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('3'), "in-progress"));
        QVERIFY(next.body.contains("+15550199999"));
    }

    void streamEnded_callerIsGone_asksForNothing()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        const Answer next = desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "completed"));
        QCOMPARE(next.status, 200);
        QVERIFY(!next.body.contains("<Dial"));
    }

    void stoppedTakingCalls_newCallsRingTheClinic()
    {
        Desk desk;
        desk.phone.stopTakingCalls();
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        QVERIFY(!answer.body.contains("<Connect"));
        QVERIFY(answer.body.contains("+15550199999"));
    }

    void handOverAll_runningCallsCloseTheirStream()
    {
        Desk desk;
        const Answer answer = desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        Stream stream(desk);
        QSignalSpy over(&desk.phone, &PhoneRoutes::lastLineOver);
        QObject::connect(&stream.socket, &QWebSocket::textMessageReceived, [&](const QString &text) {
            const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
            if (message.value(QStringLiteral("event")) == QStringLiteral("mark")) {
                stream.socket.sendTextMessage(text); // Heard at once.
            }
        });
        stream.start(sid('1'), tokenIn(answer.body));
        QTRY_VERIFY(stream.media > 0);
        desk.phone.handOverAll();
        QTRY_VERIFY_WITH_TIMEOUT(stream.closed, 30'000);
        QTRY_VERIFY(over.size() > 0);
        const Answer next =
            desk.post(QStringLiteral("/twilio/stream-ended"), Desk::parameters(sid('1'), "in-progress"));
        QVERIFY(next.body.contains("<Dial"));
    }

    void holdMusic_isAWavFile()
    {
        Desk desk;
        QNetworkReply *reply =
            desk.network.get(QNetworkRequest(QUrl(desk.base() + QStringLiteral("/twilio/hold-music.wav"))));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait(5000));
        const QByteArray wav = reply->readAll();
        QVERIFY(wav.startsWith("RIFF"));
        QVERIFY(wav.size() > 3 * 8000);
        reply->deleteLater();
    }

    void status_completed_finishesTheCall()
    {
        Desk desk;
        desk.post(QStringLiteral("/twilio/voice"), Desk::parameters(sid('1'), "ringing"));
        auto form = Desk::parameters(sid('1'), "completed");
        form.push_back({"CallDuration", "12"});
        form.push_back({"SequenceNumber", "0"});
        QCOMPARE(desk.post(QStringLiteral("/twilio/status"), form).status, 204);
        QTRY_VERIFY(desk.record(sid('1')).endedAt.isValid());
    }
};

QTEST_GUILESS_MAIN(TestPhoneRoutes)
#include "tst_phoneroutes.moc"
