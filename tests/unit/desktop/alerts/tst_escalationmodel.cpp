#include "tests/unit/desktop/deskfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Alerts::EscalationModel;

class TestEscalationModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn());
        m_tester = std::make_unique<QAbstractItemModelTester>(m->desk->escalations(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m.reset();
    }

    void open_emergenciesComeFirst();
    void raised_tellsOnceAndOnlyForNewOnes();
    void emergency_raisedLater_standsBeforeOthers();
    void words_ofTheCall_growInPlace();
    void acknowledge_makesOneOwnerForAllDesks();
    void acknowledge_whenAnotherWasFaster_saysWho();

private:
    [[nodiscard]] EscalationModel &waiting() { return *m->desk->escalations(); }
    [[nodiscard]] QVariant at(int row, int role) { return waiting().data(waiting().index(row), role); }
    static QJsonObject escalation(const QString &id, bool emergency)
    {
        return {{u"id"_s, id},
                {u"call_id"_s, u"c-"_s + id},
                {u"task_id"_s, u"t-5"_s},
                {u"reason"_s, emergency ? u"emergency_self_harm"_s : u"human_request"_s},
                {u"emergency"_s, emergency},
                {u"caller_number"_s, u"+15550119999"_s},
                {u"decided_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestEscalationModel::open_emergenciesComeFirst()
{
    QCOMPARE(waiting().count(), 2);
    QVERIFY(waiting().hasEmergency());
    QCOMPARE(at(0, EscalationModel::ReasonRole).toString(), u"emergency_medical"_s);
    QCOMPARE(at(0, EscalationModel::PatientNameRole).toString(), u"Margaret Ellis"_s);
    QCOMPARE(waiting().taskIdOf(u"e-1"_s), u"t-1"_s);
}

void TestEscalationModel::raised_tellsOnceAndOnlyForNewOnes()
{
    QSignalSpy raised(&waiting(), &EscalationModel::raised);
    m->service.raiseEscalation(escalation(u"e-9"_s, false));
    QVERIFY(raised.wait());
    QCOMPARE(raised.first().at(1).toString(), u"human_request"_s);
    QCOMPARE(raised.first().at(3).toString(), u"+15550119999"_s);
    m->service.push(u"escalation.raised"_s, escalation(u"e-9"_s, false));
    m->service.changeTask(u"t-5"_s, {{u"flagged"_s, true}});
    QTRY_VERIFY(m->desk->tasks()->find(u"t-5"_s)->flagged);
    QCOMPARE(raised.count(), 1);
    QCOMPARE(waiting().count(), 3);
}

void TestEscalationModel::emergency_raisedLater_standsBeforeOthers()
{
    m->service.raiseEscalation(escalation(u"e-8"_s, true));
    QTRY_COMPARE(waiting().count(), 3);
    QCOMPARE(waiting().idAt(1), u"e-8"_s);
}

void TestEscalationModel::words_ofTheCall_growInPlace()
{
    m->service.pushWords(u"c-1"_s, 5, u"assistant"_s, u"Stay with her."_s);
    m->service.pushWords(u"c-1"_s, 6, u"caller"_s, u"They are here now"_s);
    QTRY_COMPARE(at(0, EscalationModel::LastWordsRole).toString(), u"They are here now"_s);
}

void TestEscalationModel::acknowledge_makesOneOwnerForAllDesks()
{
    const auto other = m->anotherDesk();
    QVERIFY(m->signIn(*other, u"grace@oakstreet.example"_s));
    QSignalSpy acknowledged(&waiting(), &EscalationModel::acknowledged);
    waiting().acknowledge(u"e-1"_s);
    QVERIFY(acknowledged.wait());
    QCOMPARE(acknowledged.first().at(1).toString(), u"t-1"_s);
    QCOMPARE(waiting().count(), 1);
    QTRY_COMPARE(other->escalations()->count(), 1);
    QVERIFY(!other->escalations()->hasEmergency());
}

void TestEscalationModel::acknowledge_whenAnotherWasFaster_saysWho()
{
    const auto other = m->anotherDesk();
    QVERIFY(m->signIn(*other, u"grace@oakstreet.example"_s));
    QSignalSpy acknowledged(&waiting(), &EscalationModel::acknowledged);
    QSignalSpy taken(&waiting(), &EscalationModel::taken);
    QSignalSpy otherAcknowledged(other->escalations(), &EscalationModel::acknowledged);
    QSignalSpy otherTaken(other->escalations(), &EscalationModel::taken);
    waiting().acknowledge(u"e-1"_s);
    other->escalations()->acknowledge(u"e-1"_s);
    QTRY_COMPARE(taken.count() + otherTaken.count(), 1);
    QTRY_COMPARE(acknowledged.count() + otherAcknowledged.count(), 1);
    const auto said = (taken.isEmpty() ? otherTaken : taken).first().first().toString();
    QVERIFY2(said.contains(u"has this already"_s), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestEscalationModel)
#include "tst_escalationmodel.moc"
