#include "service/storage/notificationstore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestNotificationStore : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicId m_clinic;

    NotificationStore &store() { return m_fixture->store().notifications(); }

    Notification notification(const char *dedupe, int secondsLater = 0)
    {
        Notification made;
        made.clinic = m_clinic;
        made.dedupe = QLatin1String(dedupe);
        made.channel = QStringLiteral("email");
        made.recipient = QStringLiteral("ann@clinic.example");
        made.title = QStringLiteral("Urgent task");
        made.body = QStringLiteral("TASK-2026-0001");
        made.createdAt = someTime(secondsLater);
        made.nextAt = someTime(secondsLater);
        return made;
    }

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic().id;
    }
    void cleanup() { m_fixture.reset(); }

    void add_aboutTheSame_keepsOne()
    {
        QCOMPARE(*store().add(notification("a")), true);
        QCOMPARE(*store().add(notification("a")), false);
        const auto kept = store().list(m_clinic, 10);
        QCOMPARE(kept->size(), size_t(1));
        QCOMPARE(kept->front().recipient, QStringLiteral("ann@clinic.example"));
        QCOMPARE(kept->front().title, QStringLiteral("Urgent task"));
        QCOMPARE(kept->front().body, QStringLiteral("TASK-2026-0001"));
        QCOMPARE(kept->front().createdAt, someTime());
        QCOMPARE(kept->front().state, NotificationState::Waiting);
    }

    void due_givesThoseWhoseTimeHasCome()
    {
        QVERIFY(*store().add(notification("later", 60)));
        QVERIFY(*store().add(notification("now")));
        QCOMPARE(store().due(someTime(), 10)->size(), size_t(1));
        const auto all = store().due(someTime(60), 10);
        QCOMPARE(all->size(), size_t(2));
        QCOMPARE(all->front().dedupe, QStringLiteral("now"));
        QCOMPARE(store().due(someTime(60), 1)->size(), size_t(1));
    }

    void claim_byTwo_isWonByOne()
    {
        QVERIFY(*store().add(notification("a")));
        const Notification waiting = store().due(someTime(), 10)->front();
        QCOMPARE(*store().claim(waiting, someTime(300)), true);
        QCOMPARE(*store().claim(waiting, someTime(300)), false);
        QVERIFY(store().due(someTime(299), 10)->empty());
        QCOMPARE(store().due(someTime(300), 10)->front().attempts, 1);
    }

    void settle_sent_isNeverDueAgain()
    {
        QVERIFY(*store().add(notification("a")));
        const Notification waiting = store().due(someTime(), 10)->front();
        QVERIFY(store().settle(m_clinic, waiting.id, NotificationState::Sent, {}, someTime()).ok());
        QVERIFY(store().due(someTime(9999), 10)->empty());
        QCOMPARE(store().list(m_clinic, 10)->front().state, NotificationState::Sent);
        QCOMPARE(*store().claim(waiting, someTime(300)), false);
    }

    void settle_failed_isDueLater()
    {
        QVERIFY(*store().add(notification("a")));
        const Notification waiting = store().due(someTime(), 10)->front();
        const QString why = QStringLiteral("The mail server is away.");
        QVERIFY(store().settle(m_clinic, waiting.id, NotificationState::Waiting, why, someTime(60)).ok());
        QVERIFY(store().due(someTime(59), 10)->empty());
        QCOMPARE(store().due(someTime(60), 10)->front().problem, why);
    }

    void countTo_countsWhatWasNotGivenUp()
    {
        QVERIFY(*store().add(notification("a")));
        QVERIFY(*store().add(notification("b", 60)));
        QVERIFY(*store().add(notification("c", 60)));
        const QString gone = store().list(m_clinic, 1)->front().id;
        QVERIFY(store().settle(m_clinic, gone, NotificationState::GivenUp, {}, someTime()).ok());
        const QString ann = QStringLiteral("ann@clinic.example");
        QCOMPARE(*store().countTo(m_clinic, ann, someTime()), qint64(2));
        QCOMPARE(*store().countTo(m_clinic, ann, someTime(30)), qint64(1));
        QCOMPARE(*store().countTo(m_clinic, QStringLiteral("bob@clinic.example"), someTime()), qint64(0));
    }

    void cursor_movesOnceFromEachPlace()
    {
        QCOMPARE(*store().cursor(m_clinic), qint64(-1));
        QCOMPARE(*store().moveCursor(m_clinic, -1, 7), true);
        QCOMPARE(*store().moveCursor(m_clinic, -1, 8), false);
        QCOMPARE(*store().moveCursor(m_clinic, 7, 9), true);
        QCOMPARE(*store().moveCursor(m_clinic, 7, 10), false);
        QCOMPARE(*store().cursor(m_clinic), qint64(9));
    }
};

QTEST_GUILESS_MAIN(TestNotificationStore)
#include "tst_notificationstore.moc"
