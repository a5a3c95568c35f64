#include "service/notification/collecting.h"
#include "service/webhooks/deliverer.h"
#include "service/webhooks/signature.h"
#include "tests/fakes/fakeserver.h"
#include "tests/support/storefixture.h"
#include "tests/support/virtualscheduler.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Webhooks;
using namespace std::chrono_literals;
using Storage::Tests::TestDatabase;

namespace {

/// Takes deliveries, or answers with whatever status it is told.
class Receiver final : public Fakes::FakeServer {
public:
    int status = 200;
    QByteArray retryAfter{};
    bool isSilent = false;
    bool breaksOff = false;

    [[nodiscard]] QList<qint64> sequences() const
    {
        QList<qint64> all;
        for (const auto &request : requests()) {
            all << bodyOf(request).value(QLatin1String("sequence")).toInteger();
        }
        return all;
    }
    [[nodiscard]] static QJsonObject bodyOf(const Fakes::FakeRequest &request)
    {
        return QJsonDocument::fromJson(request.body).object();
    }

protected:
    void answer(const Fakes::FakeRequest &, Fakes::FakeAnswer to, Fakes::FaultKind) override
    {
        if (breaksOff) {
            to.beginChunked("text/plain");
            to.chunk("ok");
            to.hangUp();
        } else if (!isSilent) {
            to.send(status, "text/plain", "ok",
                    retryAfter.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{"retry-after: " + retryAfter});
        }
    }
    void refuse(Fakes::FakeAnswer to, Fakes::FaultKind) override { to.send(500, "text/plain", "no"); }
};

} // namespace

class TestDeliverer : public QObject {
    Q_OBJECT

    /// One service of several.
    struct Service {
        Service(Storage::Database &database, Scheduler &scheduler, Scheduler &network, const NetworkRule &rule)
            : client(network)
            , sender(client, rule, QStringLiteral("https://desk.example.com"))
            , deliverer(database, scheduler, sender)
        {}
        Outgoing::HttpClient client;
        Sender sender;
        Deliverer deliverer;
    };

    SystemScheduler m_realTime; ///< Of sockets.
    std::unique_ptr<TestDatabase> m_file;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Tests::VirtualScheduler> m_scheduler;
    std::unique_ptr<Receiver> m_receiver;
    ClinicProfile m_clinic;

    template <typename Work>
    auto run(Work work)
    {
        return m_database->run(work).result();
    }

    Storage::Webhook givenWebhook(const QString &path = QStringLiteral("/in"), const QString &host = {})
    {
        Storage::Webhook webhook;
        webhook.clinic = m_clinic.id;
        QUrl url = m_receiver->url();
        url.setPath(path);
        if (!host.isEmpty()) {
            url.setHost(host);
        }
        webhook.url = url.toString();
        webhook.kinds = {QStringLiteral("task.created"), QStringLiteral("escalation.raised")};
        webhook.secret = "whsec_secret";
        return run([&](Storage::Store &store) { return store.webhooks().add(webhook, m_scheduler->utcNow()); })
            .valueOr({});
    }
    /// Its sequence.
    qint64 givenEvent(const char *kind = "task.created", const char *subject = "some-task")
    {
        return run([&](Storage::Store &store) {
                   return store.events().append(m_clinic.id, QLatin1String(kind), QLatin1String(subject),
                                                m_scheduler->utcNow());
               })
            .valueOr(0);
    }
    Storage::Webhook now(const Storage::Webhook &webhook)
    {
        return run([&](Storage::Store &store) { return store.webhooks().find(webhook.clinic, webhook.id); }).value();
    }
    std::unique_ptr<Service> givenService(const char *networks = "127.0.0.0/8")
    {
        auto service = std::make_unique<Service>(*m_database, *m_scheduler, m_realTime,
                                                 NetworkRule::withNetworks(QLatin1String(networks)).value());
        QSignalSpy idle(&service->deliverer, &Deliverer::idle);
        service->deliverer.start();
        [&] { QVERIFY(!idle.isEmpty() || idle.wait()); }();
        return service;
    }
    /// Lets time pass and everything that is due be done.
    void pass(Service &service, Milliseconds time)
    {
        QSignalSpy idle(&service.deliverer, &Deliverer::idle);
        m_scheduler->advance(time);
        [&] { QVERIFY(!idle.isEmpty() || idle.wait(20'000)); }();
    }
    QByteArray expectedSignature(const Fakes::FakeRequest &request, const std::vector<QByteArray> &secrets)
    {
        return signatureHeader(secrets, request.body, m_scheduler->utcNow());
    }

private Q_SLOTS:
    void initTestCase_data() { Storage::Tests::addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_file = std::make_unique<TestDatabase>(backend);
        m_database = std::make_unique<Storage::Database>(m_file->settings());
        m_scheduler = std::make_unique<Tests::VirtualScheduler>();
        m_receiver = std::make_unique<Receiver>();
        QVERIFY(m_receiver->listen());
        m_clinic = run([this](Storage::Store &store) {
                       return store.clinics().create(Storage::Tests::someClinic(), m_scheduler->utcNow());
                   }).valueOr({});
        QVERIFY(!m_clinic.id.isEmpty());
    }
    void cleanup()
    {
        m_database.reset();
        m_file.reset();
    }

    void event_isToldSigned_withoutAnythingOfAPatient()
    {
        const auto webhook = givenWebhook();
        const qint64 sequence = givenEvent();
        const auto service = givenService();
        QCOMPARE(m_receiver->requests().size(), 1);
        const Fakes::FakeRequest &request = m_receiver->requests().first();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QStringLiteral("/in"));
        const QByteArray id = webhook.id.toLatin1() + '-' + QByteArray::number(sequence);
        QCOMPARE(request.headers.value("frontdesk-delivery"), id);
        QCOMPARE(request.headers.value("frontdesk-signature"), expectedSignature(request, {"whsec_secret"}));
        const QJsonObject wanted{
            {QStringLiteral("id"), QString::fromLatin1(id)},
            {QStringLiteral("clinic_id"), m_clinic.id.text()},
            {QStringLiteral("kind"), QStringLiteral("task.created")},
            {QStringLiteral("sequence"), sequence},
            {QStringLiteral("subject_id"), QStringLiteral("some-task")},
            {QStringLiteral("at"), m_scheduler->utcNow().toString(Qt::ISODateWithMs)},
            {QStringLiteral("link"), QStringLiteral("https://desk.example.com/api/v1/tasks/some-task")}};
        QCOMPARE(Receiver::bodyOf(request), wanted);
        const auto kept = now(webhook);
        QCOMPARE(kept.sequence, sequence);
        QCOMPARE(kept.last.status, 200);
        QVERIFY(kept.last.problem.isEmpty());
    }

    void events_comeInOrder_andOnlyThoseThatWereChosen()
    {
        givenWebhook();
        const auto service = givenService();
        QList<qint64> wanted;
        for (int i = 0; i < 10; ++i) {
            givenEvent("call.started");
            wanted << givenEvent() << givenEvent("escalation.raised", "e");
        }
        pass(*service, 5s);
        QTRY_COMPARE(m_receiver->sequences(), wanted);
        QCOMPARE(m_receiver->connections(), 1);
    }

    void unwantedEvents_areForgotten()
    {
        const auto webhook = givenWebhook();
        QVERIFY(run([&](Storage::Store &store) -> Result<int> {
                    for (int i = 0; i < 450; ++i) { // More than are looked at together.
                        const auto told = store.events().append(m_clinic.id, QStringLiteral("call.started"),
                                                                QStringLiteral("c"), m_scheduler->utcNow());
                        if (!told) {
                            return told.error();
                        }
                    }
                    return 0;
                }).ok());
        const qint64 wanted = givenEvent();
        const qint64 last = givenEvent("call.started");
        const auto service = givenService();
        QCOMPARE(now(webhook).sequence, last);
        QCOMPARE(m_receiver->sequences(), QList<qint64>{wanted});
    }

    void link_leadsToWhatItIsAbout()
    {
        const auto linkOf = [this](const char *kind) {
            Delivery delivery;
            delivery.webhook.id = QStringLiteral("w");
            delivery.event = Storage::ClinicEvent{m_clinic.id, 7, QLatin1String(kind), QStringLiteral("x"), {}};
            const QByteArray body = bodyOf(delivery, QStringLiteral("https://desk.example.com"));
            return QJsonDocument::fromJson(body).object().value(QLatin1String("link")).toString();
        };
        const QString api = QStringLiteral("https://desk.example.com/api/v1/");
        QCOMPARE(linkOf("task.changed"), api + QStringLiteral("tasks/x"));
        QCOMPARE(linkOf("approval.decided"), api + QStringLiteral("tasks/x"));
        QCOMPARE(linkOf("escalation.raised"), api + QStringLiteral("escalations/x"));
        QCOMPARE(linkOf("call.ended"), api + QStringLiteral("calls/x"));
    }

    void manyAddresses_areAllTold_aFewAtATime()
    {
        std::vector<Storage::Webhook> webhooks;
        for (int i = 0; i < Deliverer::MostAtOnce + 5; ++i) {
            webhooks.push_back(givenWebhook(QStringLiteral("/%1").arg(i)));
        }
        const qint64 sequence = givenEvent();
        const auto service = givenService();
        for (int i = 0; i < 3; ++i) {
            pass(*service, 5s);
        }
        for (const auto &webhook : webhooks) {
            QTRY_COMPARE(now(webhook).sequence, sequence);
        }
        QCOMPARE(m_receiver->requests().size(), Deliverer::MostAtOnce + 5);
    }

    void answerThatBreaksOff_wasAnAnswerAllTheSame()
    {
        const auto webhook = givenWebhook();
        m_receiver->breaksOff = true;
        const qint64 sequence = givenEvent();
        const auto service = givenService();
        QCOMPARE(now(webhook).sequence, sequence);
        QCOMPARE(now(webhook).last.status, 200);
    }

    void failure_isTriedAgainInOrder_underTheSameId()
    {
        const auto webhook = givenWebhook();
        m_receiver->status = 503;
        const qint64 first = givenEvent();
        const qint64 second = givenEvent();
        const auto service = givenService();
        QCOMPARE(m_receiver->sequences(), QList<qint64>{first});
        QCOMPARE(now(webhook).failures, 1);
        QCOMPARE(now(webhook).last.problem, QStringLiteral("The receiver answered 503."));
        pass(*service, 5s); // Not yet: the first pause is 8 s at least.
        QCOMPARE(m_receiver->requests().size(), 1);
        m_receiver->status = 204;
        pass(*service, 10s);
        QTRY_COMPARE(m_receiver->sequences(), (QList<qint64>{first, first, second}));
        QCOMPARE(m_receiver->requests().at(1).headers.value("frontdesk-delivery"),
                 m_receiver->requests().at(0).headers.value("frontdesk-delivery"));
        QCOMPARE(m_receiver->requests().at(1).body, m_receiver->requests().at(0).body);
        QVERIFY(m_receiver->requests().at(1).headers.value("frontdesk-signature") !=
                m_receiver->requests().at(0).headers.value("frontdesk-signature"));
        QTRY_COMPARE(now(webhook).failures, 0);
        QVERIFY(!now(webhook).failingSince.isValid());
    }

    void retryAfter_isHonoured()
    {
        givenWebhook();
        m_receiver->status = 429;
        m_receiver->retryAfter = "600";
        givenEvent();
        const auto service = givenService();
        pass(*service, 590s);
        QCOMPARE(m_receiver->requests().size(), 1);
        pass(*service, 15s);
        QTRY_COMPARE(m_receiver->requests().size(), 2);
    }

    void redirect_isNotFollowed()
    {
        const auto webhook = givenWebhook();
        m_receiver->status = 302;
        givenEvent();
        const auto service = givenService();
        QCOMPARE(m_receiver->requests().size(), 1);
        QVERIFY(now(webhook).last.problem.contains(QLatin1String("redirects are not followed")));
    }

    void gone_switchesOff_andTheAdminIsTold()
    {
        const NotificationRule rule{NotificationRule::Kind::Outage, TaskPriority::Normal,
                                    NotificationRule::Hours::Always, NotificationRule::Channel::Email,
                                    QStringLiteral("it@clinic.example")};
        const auto kept = run([&](Storage::Store &store) {
            return store.clinicSettings().replace(m_clinic.id, QString::fromLatin1(NotificationRulesSetting),
                                                  notificationRulesToJson({rule}), 0, m_scheduler->utcNow());
        });
        QVERIFY(kept.ok());
        const auto webhook = givenWebhook();
        m_receiver->status = 410;
        givenEvent();
        const auto service = givenService();
        QVERIFY(!now(webhook).isOn);
        QVERIFY(now(webhook).offReason.contains(QLatin1String("410")));
        const auto told = run([&](Storage::Store &store) -> Result<std::vector<Storage::Notification>> {
            const auto collected = Notification::collectMessages(store, m_clinic.id, QString(), m_scheduler->utcNow());
            return collected ? store.notifications().list(m_clinic.id, 10)
                             : Result<std::vector<Storage::Notification>>(collected.error());
        });
        QCOMPARE(told->size(), size_t{1});
        QVERIFY(told->front().body.contains(QLatin1String("webhook")));
        givenEvent();
        pass(*service, 1h);
        QCOMPARE(m_receiver->requests().size(), 1);
    }

    void aDayOfFailures_switchesOff_andNothingIsForgotten()
    {
        auto webhook = givenWebhook();
        const qint64 first = givenEvent();
        const qint64 second = givenEvent();
        const QDateTime begun = m_scheduler->utcNow();
        QDateTime time = begun;
        int tries = 0;
        for (; now(webhook).isOn; time = now(webhook).nextAt, ++tries) {
            const auto due = run([&](Storage::Store &store) { return takeDue(store, time, 10); });
            QCOMPARE(due->size(), size_t{1});
            QCOMPARE(due->front().event->sequence, first);
            const Outcome failed{500, QStringLiteral("The receiver answered 500."), 0ms};
            const auto next =
                run([&](Storage::Store &store) { return settle(store, due->front(), failed, time, 0.5); });
            QVERIFY(next && !*next);
            const QDateTime tooEarly = now(webhook).nextAt.addMSecs(-1);
            QVERIFY(run([&](Storage::Store &store) { return takeDue(store, tooEarly, 10); })->empty());
        }
        QVERIFY2(tries >= 18 && tries <= 24, qPrintable(QString::number(tries)));
        const qint64 hours = begun.secsTo(now(webhook).last.at) / 3600;
        QVERIFY2(hours >= 24 && hours <= 26, qPrintable(QString::number(hours)));
        QVERIFY(now(webhook).offReason.contains(QLatin1String("for a day")));

        webhook = now(webhook);
        webhook.isOn = true;
        QVERIFY(run([&](Storage::Store &store) {
                    return store.webhooks().change(webhook, webhook.version, m_scheduler->utcNow());
                }).ok());
        const auto service = givenService();
        QCOMPARE(m_receiver->sequences(), (QList<qint64>{first, second}));
    }

    void receiverThatIsDown_isTriedAgain()
    {
        const auto webhook = givenWebhook();
        m_receiver->setFault({Fakes::FaultKind::Reset, 1});
        givenEvent();
        const auto service = givenService();
        QCOMPARE(now(webhook).failures, 1);
        QCOMPARE(now(webhook).last.status, 0);
        QVERIFY(!now(webhook).last.problem.isEmpty());
        pass(*service, 15s);
        QTRY_COMPARE(now(webhook).failures, 0);
    }

    void oneThatFails_doesNotHoldUpTheOthers()
    {
        const auto bad = givenWebhook(QStringLiteral("/bad"), QStringLiteral("127.0.0.2"));
        const auto good = givenWebhook();
        const qint64 sequence = givenEvent();
        const auto service = givenService("127.0.0.0/8");
        QCOMPARE(now(good).sequence, sequence);
        QCOMPARE(now(bad).failures, 1);
    }

    void privateAddress_isNotEvenConnectedTo()
    {
        for (const char *host : {"127.0.0.1", "localhost"}) {
            const auto webhook = givenWebhook(QStringLiteral("/in"), QLatin1String(host));
            givenEvent();
            const auto service = givenService("");
            QVERIFY(now(webhook).last.problem.contains(QLatin1String("public internet")));
        }
        QCOMPARE(m_receiver->connections(), 0);
    }

    void test_isSentAtOnce_alsoToOneThatIsOff()
    {
        auto webhook = givenWebhook();
        webhook.isOn = false;
        QVERIFY(run([&](Storage::Store &store) {
                    return store.webhooks().change(webhook, 1, m_scheduler->utcNow());
                }).ok());
        const auto service = givenService();
        QVERIFY(run([&](Storage::Store &store) -> Result<int> {
                    const auto asked = store.webhooks().askTest(m_clinic.id, webhook.id, m_scheduler->utcNow());
                    return asked ? Result<int>(0) : asked.error();
                }).ok());
        pass(*service, 5s);
        QTRY_COMPARE(m_receiver->requests().size(), 1);
        const QJsonObject body = Receiver::bodyOf(m_receiver->requests().first());
        QCOMPARE(body.value(QLatin1String("kind")).toString(), QStringLiteral("test"));
        QCOMPARE(now(webhook).lastTest.status, 200);
        pass(*service, 1h);
        QCOMPARE(m_receiver->requests().size(), 1);
    }

    void renewedSecret_bothSign()
    {
        auto webhook = givenWebhook();
        webhook.previousSecret = webhook.secret;
        webhook.previousUntil = m_scheduler->utcNow().addSecs(3600);
        webhook.secret = "whsec_new";
        QVERIFY(run([&](Storage::Store &store) {
                    return store.webhooks().change(webhook, 1, m_scheduler->utcNow());
                }).ok());
        givenEvent();
        const auto service = givenService();
        const auto &request = m_receiver->requests().first();
        QCOMPARE(request.headers.value("frontdesk-signature"),
                 expectedSignature(request, {"whsec_new", "whsec_secret"}));
    }

    void twoServices_tellEachEventOnce()
    {
        givenWebhook();
        const auto one = givenService();
        const auto two = givenService();
        QList<qint64> wanted;
        for (int i = 0; i < 30; ++i) {
            wanted << givenEvent();
        }
        pass(*one, 5s);
        QTRY_COMPARE(m_receiver->sequences(), wanted);
        pass(*two, 5s);
        QTRY_COMPARE(m_receiver->sequences(), wanted);
    }

    /// A service dies with a delivery on its way, again and again; whoever comes next goes on behind what was taken.
    void death_losesNothing_andWhatComesAgainHasTheSameId()
    {
        const auto webhook = givenWebhook();
        QList<qint64> wanted;
        for (int round = 0; round < 20; ++round) {
            wanted << givenEvent() << givenEvent();
            m_receiver->isSilent = round % 2 == 0;
            auto service = std::make_unique<Service>(*m_database, *m_scheduler, m_realTime,
                                                     NetworkRule::withNetworks(QStringLiteral("127.0.0.0/8")).value());
            const auto before = m_receiver->requests().size();
            service->deliverer.start();
            QTRY_VERIFY(m_receiver->requests().size() > before + (m_receiver->isSilent ? 0 : round % 3));
            service.reset(); // Before the outcome was kept.
            m_scheduler->advance(Lease);
        }
        m_receiver->isSilent = false;
        const auto last = givenService();
        QTRY_COMPARE(now(webhook).sequence, wanted.last());
        QList<qint64> firstTimes;
        QHash<QByteArray, QByteArray> bodies;
        const auto requests = m_receiver->requests();
        for (const auto &request : requests) {
            const qint64 sequence = Receiver::bodyOf(request).value(QLatin1String("sequence")).toInteger();
            const QByteArray id = request.headers.value("frontdesk-delivery");
            if (!bodies.contains(id)) {
                firstTimes << sequence;
                bodies.insert(id, request.body);
            }
            QCOMPARE(bodies.value(id), request.body);
        }
        QCOMPARE(firstTimes, wanted);
    }
};

QTEST_GUILESS_MAIN(TestDeliverer)
#include "tst_deliverer.moc"
