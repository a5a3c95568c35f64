#include "service/notification/messages.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Frontdesk;
using namespace Frontdesk::Notification;

class TestMessages : public QObject {
    Q_OBJECT

    ClinicProfile m_clinic;
    Happening m_task{NotificationRule::Kind::Task, TaskPriority::Urgent, QStringLiteral("task 1"),
                     QStringLiteral("TASK-2026-0001"), QStringLiteral("a call has left a task in your queue.")};
    const QString m_base = QStringLiteral("https://desk.example.com");
    /// Wednesday, 10:00 in New York.
    const QDateTime m_open{QDate(2026, 3, 4), QTime(15, 0), Qt::UTC};
    const QDateTime m_night{QDate(2026, 3, 5), QTime(3, 0), Qt::UTC};

    static NotificationRule rule(const char *json)
    {
        return NotificationRule::fromJson(QJsonDocument::fromJson(json).object()).valueOr({});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_clinic.id = ClinicId(QStringLiteral("c1"));
        m_clinic.name = QStringLiteral("Oak Street Clinic");
        m_clinic.timeZone = QTimeZone("America/New_York");
        m_clinic.hours = OpeningHours::parse(QStringLiteral("mon-fri 08:00-17:00")).valueOr({});
    }

    void rule_isReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *json, const char *problem) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(problem);
        };
        row(R"({"to": "ann@clinic.example"})", "");
        row(R"({"kind": "escalation", "at_least": "emergency", "hours": "closed", "channel": "sms", "to": "+15550100000"})",
            "");
        row(R"({"kind": "weather", "to": "ann@clinic.example"})", "kind");
        row(R"({"at_least": "very", "to": "ann@clinic.example"})", "at_least");
        row(R"({"hours": "never", "to": "ann@clinic.example"})", "hours");
        row(R"({"channel": "pigeon", "to": "ann@clinic.example"})", "channel");
        row(R"({"channel": "sms", "to": "ann@clinic.example"})", "telephone number");
        row(R"({"to": "+15550100000"})", "mail address");
        row(R"({"to": "ann@clinic.example\r\nBcc: all@clinic.example"})", "mail address");
    }
    void rule_isReadAndWritten()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        const auto rule = NotificationRule::fromJson(QJsonDocument::fromJson(json).object());
        QCOMPARE(rule.ok(), problem.isEmpty());
        if (!rule) {
            QVERIFY2(rule.error().message.contains(problem), qPrintable(rule.error().message));
            return;
        }
        const auto again = notificationRulesFromJson(notificationRulesToJson({*rule}));
        QVERIFY(again.ok());
        QCOMPARE(again->front(), *rule);
    }

    void wants_looksAtKindUrgencyAndHours()
    {
        QVERIFY(wants(rule(R"({"to": "a@b.example"})"), m_task, m_clinic, m_open));
        QVERIFY(!wants(rule(R"({"kind": "escalation", "to": "a@b.example"})"), m_task, m_clinic, m_open));
        QVERIFY(wants(rule(R"({"at_least": "urgent", "to": "a@b.example"})"), m_task, m_clinic, m_open));
        QVERIFY(!wants(rule(R"({"at_least": "emergency", "to": "a@b.example"})"), m_task, m_clinic, m_open));
        const NotificationRule open = rule(R"({"hours": "open", "to": "a@b.example"})");
        const NotificationRule closed = rule(R"({"hours": "closed", "to": "a@b.example"})");
        QVERIFY(wants(open, m_task, m_clinic, m_open));
        QVERIFY(!wants(open, m_task, m_clinic, m_night));
        QVERIFY(!wants(closed, m_task, m_clinic, m_open));
        QVERIFY(wants(closed, m_task, m_clinic, m_night));
    }

    void message_isALinkAndANumber()
    {
        const auto mail = messageFor(rule(R"({"to": "a@b.example"})"), m_task, m_clinic, m_base, m_open);
        QCOMPARE(mail.title, QStringLiteral("Frontdesk: Urgent task TASK-2026-0001"));
        QVERIFY(mail.body.contains(QLatin1String("https://desk.example.com/open/TASK-2026-0001")));
        QVERIFY(mail.body.contains(QLatin1String("Oak Street Clinic")));
        const auto text =
            messageFor(rule(R"({"channel": "sms", "to": "+15550100000"})"), m_task, m_clinic, m_base, m_open);
        QCOMPARE(text.body, QStringLiteral("Frontdesk: Urgent task TASK-2026-0001. "
                                           "https://desk.example.com/open/TASK-2026-0001"));
        QVERIFY(text.body.size() <= 160);
        QVERIFY(text.dedupe != mail.dedupe);
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
