#include "tests/unit/desktop/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTaskDetail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
    }
    void cleanup() { m.reset(); }

    void open_readsTheWholeTaskInReadingOrder();
    void open_ofAnother_forgetsTheFirstAtOnce();
    void open_ofAMissingTask_saysSo();
    void change_bySomebodyElse_isReadAgain();

private:
    [[nodiscard]] Frontdesk::Queue::TaskDetail &detail() { return *m->desk->detail(); }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
};

void TestTaskDetail::open_readsTheWholeTaskInReadingOrder()
{
    detail().setTaskId(u"t-4"_s);
    QTRY_VERIFY(detail().ready());
    QStringList names;
    const auto fields = detail().fields();
    for (const auto &field : fields)
        names << field.toMap().value(u"name"_s).toString();
    QCOMPARE(names.mid(0, 4),
             QStringList({u"patient_name"_s, u"caller_name"_s, u"relationship"_s, u"callback_number"_s}));
    QCOMPARE(detail().callId(), u"c-4"_s);
    QVERIFY(!detail().mine());
    detail().setTaskId(u"t-10"_s);
    QTRY_VERIFY(detail().mine());
}

void TestTaskDetail::open_ofAnother_forgetsTheFirstAtOnce()
{
    detail().setTaskId(u"t-4"_s);
    QTRY_VERIFY(detail().ready());
    detail().setTaskId(u"t-3"_s);
    QVERIFY(!detail().ready());
    QVERIFY(detail().fields().isEmpty());
    detail().setTaskId(u"t-5"_s);
    QTRY_VERIFY(detail().ready());
    QCOMPARE(detail().task().value(u"id"_s).toString(), u"t-5"_s);
}

void TestTaskDetail::open_ofAMissingTask_saysSo()
{
    detail().setTaskId(u"nobody"_s);
    QTRY_VERIFY(!detail().problem().isEmpty());
    QVERIFY(!detail().ready());
}

void TestTaskDetail::change_bySomebodyElse_isReadAgain()
{
    detail().setTaskId(u"t-3"_s);
    QTRY_VERIFY(detail().ready());
    m->service.changeTask(u"t-3"_s, {{u"note"_s, u"A new word."_s}});
    QTRY_COMPARE(detail().task().value(u"note"_s).toString(), u"A new word."_s);
}

QTEST_GUILESS_MAIN(TestTaskDetail)
#include "tst_taskdetail.moc"
