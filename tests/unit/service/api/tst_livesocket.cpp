#include "service/api/livesocket.h"
#include "service/api/recordview.h"
#include "tests/unit/service/api/apifixture.h"
#include "tests/unit/service/http/testserver.h"

#include <QJsonDocument>
#include <QTest>
#include <QWebSocket>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

namespace {

/// A server with the live socket beside the fixture's own.
struct LiveServer {
    explicit LiveServer(ApiFixture &fixture)
        : hub(*fixture.database, view)
        , socket(fixture.api->gate(), hub, fixture.trail, fixture.clock)
    {
        Http::Router router;
        socket.addTo(router);
        server = Frontdesk::Tests::serverFor(std::move(router), 1);
        if (!server) {
            qFatal("cannot listen");
        }
    }

    RecordView view;
    Live::LiveHub hub;
    LiveSocket socket;
    std::unique_ptr<Http::HttpServer> server;
};

struct Desktop {
    Desktop(const LiveServer &live, const QString &token, const QString &query = {})
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, [this](const QString &text) {
            messages.push_back(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QNetworkRequest request(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/api/v1/live%2").arg(live.server->port()).arg(query)));
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
        socket.open(request);
    }

    [[nodiscard]] QJsonObject event(const char *kind) const
    {
        for (const QJsonObject &message : messages) {
            if (message.value(QLatin1String("kind")).toString() == QLatin1String(kind)) {
                return message.value(QLatin1String("data")).toObject();
            }
        }
        return {};
    }

    QWebSocket socket;
    std::vector<QJsonObject> messages;
};

} // namespace

class TestLiveSocket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ApiFixture>();
        m_clinic = m_fixture->givenClinic();
        m_user = m_fixture->givenUser(m_clinic, Role::Receptionist);
        m_live = std::make_unique<LiveServer>(*m_fixture);
    }
    void cleanup()
    {
        m_live.reset();
        m_fixture.reset();
    }

    void snapshot_holdsWhatStaffMustKnow()
    {
        const CallRecord call = m_fixture->givenCall(m_clinic);
        const Task task = m_fixture->givenTask(call);
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        const CallRecord theirs = m_fixture->givenCall(other);
        const Task foreign = m_fixture->givenTask(theirs);
        Desktop desktop(*m_live, m_fixture->tokenFor(m_user));
        QTRY_COMPARE(desktop.messages.size(), size_t{1});
        const QJsonObject snapshot = desktop.messages[0];
        QCOMPARE(snapshot.value(QLatin1String("type")).toString(), QStringLiteral("snapshot"));
        const QJsonArray tasks = snapshot.value(QLatin1String("tasks")).toArray();
        QCOMPARE(tasks.size(), qsizetype{1});
        QCOMPARE(tasks[0].toObject().value(QLatin1String("id")).toString(), task.id.text());
        QCOMPARE(snapshot.value(QLatin1String("calls")).toArray().size(), qsizetype{1});
        QVERIFY(!QJsonDocument(snapshot).toJson().contains(foreign.id.text().toUtf8()));
        QCOMPARE(m_fixture->trail.count(QStringLiteral("live.opened")), 1);
        QCOMPARE(m_fixture->trail.last(QStringLiteral("live.opened")).actor.id, m_user.id);
    }

    void events_areToldInTheListsForm()
    {
        Desktop desktop(*m_live, m_fixture->tokenFor(m_user));
        QTRY_COMPARE(desktop.messages.size(), size_t{1});
        const CallRecord call = m_fixture->givenCall(m_clinic);
        const Task task = m_fixture->givenTask(call, RequestType::AppointmentScheduling, TaskPriority::Urgent);
        TurnRecord turn;
        turn.callId = call.id;
        turn.number = 1;
        turn.text = QStringLiteral("good morning");
        turn.at = call.startedAt;
        EscalationRecord escalation;
        escalation.clinicId = m_clinic.id;
        escalation.callId = call.id;
        escalation.reason = EscalationReason::EmergencyMedical;
        escalation.decidedAt = call.startedAt;
        m_fixture->inStore([&](Storage::Store &store) { return store.escalations().record(escalation); });
        const auto turned =
            m_fixture->database->run([&](Storage::Store &store) { return store.calls().saveTurn(m_clinic.id, turn); });
        QVERIFY(turned.result().ok());
        QTRY_VERIFY(!desktop.event("call.turn").isEmpty());
        QCOMPARE(desktop.event("call.started").value(QLatin1String("id")).toString(), call.id.text());
        QCOMPARE(desktop.event("task.created").value(QLatin1String("priority")).toString(), QStringLiteral("urgent"));
        QCOMPARE(desktop.event("task.created").value(QLatin1String("id")).toString(), task.id.text());
        QVERIFY(desktop.event("escalation.raised").value(QLatin1String("emergency")).toBool());
        QCOMPARE(desktop.event("call.turn")[QLatin1String("turn")][QLatin1String("text")].toString(),
                 QStringLiteral("good morning"));
    }

    void after_isResumed()
    {
        const CallRecord call = m_fixture->givenCall(m_clinic);
        const Task task = m_fixture->givenTask(call);
        Desktop desktop(*m_live, m_fixture->tokenFor(m_user), QStringLiteral("?after=1"));
        QTRY_VERIFY(!desktop.event("task.created").isEmpty());
        QCOMPARE(desktop.event("task.created").value(QLatin1String("id")).toString(), task.id.text());
        QCOMPARE(desktop.messages[0].value(QLatin1String("sequence")).toInteger(), qint64{2});
    }

    void withoutToken_isRefusedBeforeTheUpgrade()
    {
        Desktop desktop(*m_live, QStringLiteral("nonsense"));
        QTRY_COMPARE(desktop.socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(desktop.messages.empty());
        QCOMPARE(m_live->hub.watchers(), 0);
    }

    void sessionOver_isClosed()
    {
        const QString token = m_fixture->tokenFor(m_user);
        m_user.status = UserStatus::Deactivated;
        const auto kept = m_fixture->database->run(
            [this](Storage::Store &store) { return store.users().update(m_user, m_fixture->clock.utcNow()); });
        QVERIFY(kept.result().ok());
        Desktop desktop(*m_live, token);
        QTRY_COMPARE(int(desktop.socket.closeCode()), 4401);
        QVERIFY(desktop.messages.empty());
    }

    void auditBroken_isClosed()
    {
        m_fixture->trail.setBroken(true);
        Desktop desktop(*m_live, m_fixture->tokenFor(m_user));
        QTRY_COMPARE(desktop.socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(desktop.messages.empty());
    }

private:
    std::unique_ptr<ApiFixture> m_fixture;
    ClinicProfile m_clinic;
    User m_user;
    std::unique_ptr<LiveServer> m_live;
};

QTEST_GUILESS_MAIN(TestLiveSocket)
#include "tst_livesocket.moc"
