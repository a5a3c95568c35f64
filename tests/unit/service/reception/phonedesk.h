#pragma once

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

#include <atomic>

namespace Frontdesk::Reception::Tests {

inline const QByteArray AuthToken = "0123456789abcdef0123456789abcdef";

struct Answer {
    int status = 0;
    QByteArray body;
};

/// The system's time, and what a test has put it forward by. Safe from any thread.
class ForwardClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_system.now() + m_forward.load(); }
    [[nodiscard]] QDateTime utcNow() const override { return m_system.utcNow().addMSecs(m_forward.load().count()); }
    void putForward(Milliseconds by) { m_forward = m_forward.load() + by; }

private:
    SystemClock m_system;
    std::atomic<Milliseconds> m_forward{Milliseconds(0)};
};

/// The service's phone side over real sockets, with speech that the test controls.
struct Desk {
    QTemporaryDir folder;
    ForwardClock clock;
    Storage::Database database{{.url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("test.sqlite")),
                                .masterKeys = Frontdesk::Tests::testKeys()}};
    Storage::CallRecorder recorder{database,
                                   Storage::NodeId::create(),
                                   {folder.filePath(QStringLiteral("journal")), Sealing::SecretKey::random()}};
    ClinicDirectory clinics{database};
    CallRegistry registry;
    Telephony::StreamTokens tokens{QByteArray(32, 'k'), clock};
    SystemScheduler scheduler;
    std::unique_ptr<Recording::Recordings> recordings; ///< Only with a phone network that may record.
    std::unique_ptr<NetworkRecordings> networkRecordings;
    PhoneRoutes phone;
    std::unique_ptr<Http::HttpServer> server;
    QNetworkAccessManager network;
    ClinicProfile clinic;

    /// `recording`: the phone network for those clinics whose calls it records.
    explicit Desk(std::shared_ptr<const Telephony::TwilioRest> twilio = nullptr,
                  const std::shared_ptr<const Telephony::TwilioRest> &recording = nullptr)
        : recordings(recording ? newRecordings() : nullptr)
        , networkRecordings(recording ? newNetworkRecordings(recording) : nullptr)
        , phone({AuthToken, {}, false}, database, recorder, clinics, registry, tokens,
                {[](const SpeechOrder &) { return std::make_unique<Frontdesk::Tests::FakeRecognizer>(); },
                 [](const SpeechOrder &) { return std::make_unique<Frontdesk::Tests::FakeVoice>(); },
                 {}},
                clock, std::move(twilio), recordings.get(), networkRecordings.get())
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

    std::unique_ptr<Recording::Recordings> newRecordings()
    {
        auto made = std::make_unique<Recording::Recordings>(
            Recording::RecordingSettings{.folder = folder.filePath(QStringLiteral("recordings/new"))}, database,
            recorder, Recording::makeLocalObjectStore(folder.filePath(QStringLiteral("recordings/kept"))), scheduler);
        return made->start() ? std::move(made) : nullptr;
    }
    std::unique_ptr<NetworkRecordings> newNetworkRecordings(std::shared_ptr<const Telephony::TwilioRest> twilio)
    {
        const auto agreements = std::make_shared<Outgoing::Agreements>();
        agreements->replace({{QStringLiteral("twilio"), true}}, {});
        return std::make_unique<NetworkRecordings>(
            NetworkRecordingTools{std::move(twilio), recorder, clock, QString()},
            NetworkRecordings::Rooms{database, *recordings, agreements, QUrl(QStringLiteral("https://twilio.test"))},
            scheduler);
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

inline QByteArray sid(char digit)
{
    return "CA" + QByteArray(32, digit);
}

inline QString tokenIn(const QByteArray &twiml)
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

} // namespace Frontdesk::Reception::Tests
