#include "service/notification/collecting.h"
#include "service/notification/notifier.h"
#include "tests/support/storefixture.h"
#include "tests/support/virtualscheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Notification;
using namespace std::chrono_literals;
using Storage::Tests::TestDatabase;

class TestNotifier : public QObject {
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_file;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Tests::VirtualScheduler> m_scheduler;
    ClinicProfile m_clinic;
    CallRecord m_call;
    QList<Storage::Notification> m_sent;
    Result<void> m_answer;

    template <typename Work>
    auto run(Work work)
    {
        return m_database->run(work).result();
    }

    void givenRules(const std::vector<NotificationRule> &rules)
    {
        QVERIFY(run([&](Storage::Store &store) {
                    return store.clinicSettings().replace(m_clinic.id, QString::fromLatin1(NotificationRulesSetting),
                                                          notificationRulesToJson(rules), 0, m_scheduler->utcNow());
                }).ok());
    }
    Task givenTask(TaskPriority priority, const QString &key = QStringLiteral("1"))
    {
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = m_call.id;
        task.priority = priority;
        task.createdAt = m_scheduler->utcNow();
        task.slotValues[SlotName::PatientName] = {QStringLiteral("Maria Lopez"), {}, 1.0, 1, {}, {}, true};
        // The notifier hears of it before this does.
        bool raised = false;
        QObject context;
        connect(&m_database->events(), &Storage::EventSignal::raised, &context, [&] { raised = true; });
        const Task kept = run([&](Storage::Store &store) { return store.tasks().submit(task, key); }).valueOr({});
        [&] { QTRY_VERIFY(raised); }();
        m_scheduler->advance(500ms);
        return kept;
    }
    std::unique_ptr<Notifier> givenNotifier()
    {
        const Outlet outlet = [this](const Storage::Notification &message,
                                     const std::function<void(const Result<void> &)> &done) {
            m_sent.push_back(message);
            done(m_answer);
        };
        auto notifier = std::make_unique<Notifier>(*m_database, *m_scheduler,
                                                   std::map<QString, Outlet>{{QStringLiteral("email"), outlet}},
                                                   QStringLiteral("https://desk.example.com"));
        QSignalSpy idle(notifier.get(), &Notifier::idle);
        notifier->start();
        [&] { QVERIFY(!idle.isEmpty() || idle.wait()); }();
        return notifier;
    }
    std::vector<Storage::Notification> kept()
    {
        return run([this](Storage::Store &store) { return store.notifications().list(m_clinic.id, 100); }).valueOr({});
    }
    static NotificationRule mailTo(const char *address, NotificationRule::Kind kind = NotificationRule::Kind::Task,
                                   TaskPriority atLeast = TaskPriority::Normal)
    {
        return {kind, atLeast, NotificationRule::Hours::Always, NotificationRule::Channel::Email,
                QLatin1String(address)};
    }

private Q_SLOTS:
    void initTestCase_data() { Storage::Tests::addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_file = std::make_unique<TestDatabase>(backend);
        m_database = std::make_unique<Storage::Database>(m_file->settings());
        m_scheduler = std::make_unique<Tests::VirtualScheduler>();
        m_sent.clear();
        m_answer = Result<void>();
        m_clinic = run([this](Storage::Store &store) {
                       return store.clinics().create(Storage::Tests::someClinic(), m_scheduler->utcNow());
                   }).valueOr({});
        m_call = {};
        m_call.clinicId = m_clinic.id;
        m_call.networkCallId = QStringLiteral("CA1");
        m_call.startedAt = m_scheduler->utcNow();
        m_call = run([this](Storage::Store &store) { return store.calls().begin(m_call); }).valueOr({});
        QVERIFY(!m_call.id.isEmpty());
    }
    void cleanup()
    {
        m_database.reset();
        m_file.reset();
    }

    void task_isToldOnceToEachWhoWantsIt()
    {
        givenRules({mailTo("ann@clinic.example"), mailTo("ann@clinic.example"), mailTo("bob@clinic.example"),
                    mailTo("eve@clinic.example", NotificationRule::Kind::Task, TaskPriority::Emergency)});
        const auto notifier = givenNotifier();
        const Task task = givenTask(TaskPriority::Urgent);
        QTRY_COMPARE(m_sent.size(), 2);
        QCOMPARE(m_sent[0].recipient, QStringLiteral("ann@clinic.example"));
        QCOMPARE(m_sent[1].recipient, QStringLiteral("bob@clinic.example"));
        QVERIFY(m_sent[0].body.contains(task.number));
        QVERIFY(!m_sent[0].body.contains(QLatin1String("Maria")) && !m_sent[0].body.contains(QLatin1String("Lopez")));
        QTRY_COMPARE(kept().front().state, Storage::NotificationState::Sent);
        givenTask(TaskPriority::Emergency); // The same request of the call has become an emergency.
        QTRY_COMPARE(m_sent.size(), 5);
        QCOMPARE(m_sent[4].recipient, QStringLiteral("eve@clinic.example"));
        QSignalSpy idle(notifier.get(), &Notifier::idle);
        m_scheduler->advance(15s);
        QVERIFY(!idle.isEmpty() || idle.wait());
        QCOMPARE(m_sent.size(), 5);
    }

    void task_ofBeforeTheFirstStart_isNotTold()
    {
        givenRules({mailTo("ann@clinic.example")});
        givenTask(TaskPriority::Urgent);
        const auto notifier = givenNotifier();
        QVERIFY(m_sent.isEmpty());
        givenTask(TaskPriority::Urgent, QStringLiteral("2"));
        QTRY_COMPARE(m_sent.size(), 1);
    }

    void task_whileNobodyRan_isToldAtTheNextStart()
    {
        givenRules({mailTo("ann@clinic.example")});
        givenNotifier().reset();
        givenTask(TaskPriority::Urgent);
        QVERIFY(m_sent.isEmpty());
        const auto notifier = givenNotifier();
        QTRY_COMPARE(m_sent.size(), 1);
    }

    void sending_thatFails_isTriedAgainLater()
    {
        givenRules({mailTo("ann@clinic.example")});
        m_answer = Error{ErrorCode::Unavailable, QStringLiteral("The mail server is away.")};
        const auto notifier = givenNotifier();
        givenTask(TaskPriority::Urgent);
        QTRY_COMPARE(m_sent.size(), 1);
        QTRY_COMPARE(kept().front().problem, QStringLiteral("The mail server is away."));
        QCOMPARE(kept().front().state, Storage::NotificationState::Waiting);
        m_answer = Result<void>();
        m_scheduler->advance(30s);
        QTRY_COMPARE(m_sent.size(), 2);
        QCOMPARE(m_sent[1].id, m_sent[0].id);
        QTRY_COMPARE(kept().front().state, Storage::NotificationState::Sent);
    }

    void sending_thatIsRefused_isGivenUp()
    {
        givenRules({mailTo("ann@clinic.example")});
        m_answer = Error{ErrorCode::Refused, QStringLiteral("No such mailbox.")};
        const auto notifier = givenNotifier();
        givenTask(TaskPriority::Urgent);
        QTRY_COMPARE(kept().size(), size_t(1));
        QTRY_COMPARE(kept().front().state, Storage::NotificationState::GivenUp);
    }

    void channel_thatIsNotSetUp_isGivenUpWithAReason()
    {
        givenRules({{NotificationRule::Kind::Task, TaskPriority::Normal, NotificationRule::Hours::Always,
                     NotificationRule::Channel::Sms, QStringLiteral("+15550100009")}});
        const auto notifier = givenNotifier();
        givenTask(TaskPriority::Urgent);
        QTRY_COMPARE(kept().size(), size_t(1));
        QTRY_COMPARE(kept().front().state, Storage::NotificationState::GivenUp);
        QVERIFY(kept().front().problem.contains(QLatin1String("sms")));
    }

    void flood_endsInOneSentence_butEmergenciesAreTold()
    {
        givenRules({mailTo("ann@clinic.example")});
        const auto notifier = givenNotifier();
        for (int i = 0; i < 15; ++i) {
            givenTask(TaskPriority::Normal, QString::number(i));
        }
        givenTask(TaskPriority::Emergency, QStringLiteral("e"));
        QTRY_COMPARE(m_sent.size(), int(MostMessages) + 2);
        QCOMPARE(
            std::count_if(m_sent.begin(), m_sent.end(),
                          [](const auto &message) { return message.title.contains(QLatin1String("more is waiting")); }),
            1);
        QVERIFY(m_sent.last().title.contains(QLatin1String("EMERGENCY")));
    }

    void outage_isToldOnceAtItsBeginningAndOnceAtItsEnd()
    {
        givenRules({mailTo("it@clinic.example", NotificationRule::Kind::Outage)});
        const auto notifier = givenNotifier();
        notifier->tellOutage(QStringLiteral("deepgram"), true);
        notifier->tellOutage(QStringLiteral("deepgram"), true); // Another service noticed as well.
        QTRY_COMPARE(m_sent.size(), 1);
        notifier->tellOutage(QStringLiteral("deepgram"), false);
        QTRY_COMPARE(m_sent.size(), 2);
        QVERIFY(m_sent[0].body.contains(QLatin1String("does not answer")));
        QVERIFY(m_sent[1].body.contains(QLatin1String("answers again")));
    }

    void twoServices_tellOnce()
    {
        givenRules({mailTo("ann@clinic.example")});
        const auto one = givenNotifier();
        const auto two = givenNotifier();
        givenTask(TaskPriority::Urgent);
        QTRY_COMPARE(kept().size(), size_t(1));
        QTRY_COMPARE(kept().front().state, Storage::NotificationState::Sent);
        QSignalSpy idle(two.get(), &Notifier::idle);
        m_scheduler->advance(15s);
        QVERIFY(!idle.isEmpty() || idle.wait());
        QCOMPARE(m_sent.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
