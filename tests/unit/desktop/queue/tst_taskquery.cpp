#include "desktop/queue/taskquery.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Queue::TaskQuery;
using Frontdesk::Queue::TaskRow;

class TestTaskQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void typed_findsNamesNumbersDaysAndKinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("first name") << u"mar"_s << true;
        QTest::newRow("last name") << u"ELL"_s << true;
        QTest::newRow("both") << u"margaret  ell"_s << true;
        QTest::newRow("middle of a word") << u"gar"_s << false;
        QTest::newRow("digits") << u"2208"_s << true;
        QTest::newRow("digits as written") << u"(555) 014-22"_s << true;
        QTest::newRow("end of the task's number") << u"0418"_s << true;
        QTest::newRow("task's number") << u"task-2026-0418"_s << true;
        QTest::newRow("other digits") << u"9999"_s << false;
        QTest::newRow("day") << u"2025-11-21"_s << true;
        QTest::newRow("day as written here") << u"11/21/2025"_s << true;
        QTest::newRow("another day") << u"2025-11-22"_s << false;
        QTest::newRow("day of this year") << QDate::currentDate().addDays(-1).toString(u"M/d"_s) << false;
        QTest::newRow("kind") << u"refill"_s << true;
        QTest::newRow("two letters of a kind") << u"re"_s << false;
        QTest::newRow("another kind") << u"billing"_s << false;
    }
    void typed_findsNamesNumbersDaysAndKinds()
    {
        QFETCH(QString, typed);
        TaskRow task;
        task.patientName = u"Margaret Ellis"_s;
        task.callbackNumber = u"+15550142208"_s;
        task.number = u"TASK-2026-0418"_s;
        task.requestType = u"prescription_refill"_s;
        task.createdAt = QDateTime(QDate(2025, 11, 21), QTime(12, 0));
        QTEST(TaskQuery(typed, Kinds).matches(task), "found");
    }

    void typed_isAskedOfTheService_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("questions");
        const auto begin = QDate(2025, 11, 21).startOfDay().toUTC().toString(Qt::ISODateWithMs);
        const auto end = QDate(2025, 11, 22).startOfDay().toUTC().toString(Qt::ISODateWithMs);
        QTest::newRow("name") << u"Ellis"_s << QStringList(u"q=Ellis"_s);
        QTest::newRow("number") << u"+1 555 014"_s << QStringList(u"q=+1 555 014"_s);
        QTest::newRow("day") << u"11/21/2025"_s << QStringList("from="_L1 + begin + "&to="_L1 + end);
        QTest::newRow("kind") << u"bill"_s << QStringList({u"q=bill"_s, u"type=billing_question"_s});
        QTest::newRow("a single letter") << u"e"_s << QStringList();
        QTest::newRow("nothing") << u"  "_s << QStringList();
    }
    void typed_isAskedOfTheService()
    {
        QFETCH(QString, typed);
        QStringList asked;
        for (const auto &question : TaskQuery(typed, Kinds).questions()) {
            QStringList items;
            for (const auto &[name, value] : question.queryItems(QUrl::FullyDecoded))
                items << name + u'=' + value;
            asked << items.join(u'&');
        }
        QTEST(asked, "questions");
    }

private:
    const QHash<QString, QString> Kinds{{u"prescription_refill"_s, u"Prescription refill"_s},
                                        {u"billing_question"_s, u"Billing"_s}};
};

QTEST_GUILESS_MAIN(TestTaskQuery)
#include "tst_taskquery.moc"
