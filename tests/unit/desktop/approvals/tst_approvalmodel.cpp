#include "tests/unit/desktop/deskfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Approvals::ApprovalModel;

class TestApprovalModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Frontdesk::Tests::DeskFixture>();
        QVERIFY(m->signIn(*m->desk, u"lopez@oakstreet.example"_s));
        QTRY_VERIFY(approvals().loaded());
        m_tester = std::make_unique<QAbstractItemModelTester>(&approvals(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m.reset();
    }

    void load_showsTheFirstWithWordsOfTheCall();
    void approve_goesOnToTheNextAtOnce();
    void reject_sendsTheReason();
    void return_sendsTheQuestion();
    void decide_whenRefused_putsItBack();
    void undo_bringsTheLastDecisionBack();
    void undo_beforeTheAnswer_takesThatDecisionBack();
    void skip_goesToTheEnd();
    void batch_isForLowRiskKindsOnly();
    void batch_ofManyMore_isApprovedInParts();
    void more_thanOnePage_comesWhenFewAreLeft();
    void signature_byAnother_keepsItHere_myOwnTakesItAway();
    void change_bySomebodyElse_takesItAwayOrBringsIt();
    void kinds_countEachMostFrequentFirst();

private:
    [[nodiscard]] ApprovalModel &approvals() { return *m->desk->approvals(); }
    /// So many more of this kind wait.
    void givenWaiting(int count, const QString &kind)
    {
        auto task = m->service.task(u"t-62"_s);
        for (int at = 0; at < count; ++at) {
            task.insert("id"_L1, u"more-%1"_s.arg(at));
            task.insert("request_type"_L1, kind);
            m->service.addTask(task);
        }
    }
    [[nodiscard]] QString current() { return approvals().current().value(u"id"_s).toString(); }
    [[nodiscard]] QString state(const QString &id)
    {
        return m->service.task(id).value("approval"_L1).toObject().value("state"_L1).toString();
    }

    std::unique_ptr<Frontdesk::Tests::DeskFixture> m;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestApprovalModel::load_showsTheFirstWithWordsOfTheCall()
{
    QCOMPARE(approvals().count(), 7);
    QCOMPARE(current(), u"t-60"_s);
    QCOMPARE(approvals().current().value(u"last_lines"_s).toList().size(), 2);
    QVERIFY(!approvals().current().value(u"staff_note"_s).toString().isEmpty());
}

void TestApprovalModel::approve_goesOnToTheNextAtOnce()
{
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    approvals().decide(u"approve"_s);
    QCOMPARE(current(), u"t-61"_s);
    QVERIFY(decided.wait());
    QCOMPARE(state(u"t-60"_s), u"approved"_s);
    QCOMPARE(approvals().count(), 6);
}

void TestApprovalModel::reject_sendsTheReason()
{
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    approvals().decide(u"reject"_s, u"Needs a visit first"_s);
    QVERIFY(decided.wait());
    const auto approval = m->service.task(u"t-60"_s).value("approval"_L1).toObject();
    QCOMPARE(approval.value("state"_L1).toString(), u"rejected"_s);
    QCOMPARE(approval.value("reason"_L1).toString(), u"Needs a visit first"_s);
}

void TestApprovalModel::return_sendsTheQuestion()
{
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    approvals().decide(u"return"_s, u"Which dose?"_s);
    QVERIFY(decided.wait());
    QCOMPARE(m->service.task(u"t-60"_s).value("approval"_L1).toObject().value("note"_L1).toString(), u"Which dose?"_s);
}

void TestApprovalModel::decide_whenRefused_putsItBack()
{
    QSignalSpy refused(&approvals(), &ApprovalModel::refused);
    approvals().decide(u"reject"_s);
    QCOMPARE(approvals().count(), 6);
    QVERIFY(refused.wait());
    QCOMPARE(approvals().count(), 7);
    QCOMPARE(current(), u"t-60"_s);
}

void TestApprovalModel::undo_bringsTheLastDecisionBack()
{
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    QSignalSpy undone(&approvals(), &ApprovalModel::undone);
    approvals().decide(u"approve"_s);
    QVERIFY(decided.wait());
    QVERIFY(approvals().canUndo());
    approvals().undo();
    QVERIFY(undone.wait());
    QCOMPARE(state(u"t-60"_s), u"pending"_s);
    QTRY_COMPARE(approvals().count(), 7);
}

void TestApprovalModel::undo_beforeTheAnswer_takesThatDecisionBack()
{
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    QSignalSpy undone(&approvals(), &ApprovalModel::undone);
    approvals().decide(u"approve"_s);
    QVERIFY(decided.wait());
    const auto second = current();
    approvals().decide(u"approve"_s);
    approvals().undo();
    QVERIFY(undone.wait());
    QCOMPARE(state(u"t-60"_s), u"approved"_s);
    QCOMPARE(state(second), u"pending"_s);
    QVERIFY(!approvals().canUndo());
}

void TestApprovalModel::skip_goesToTheEnd()
{
    approvals().skip();
    QCOMPARE(current(), u"t-61"_s);
    QCOMPARE(approvals().data(approvals().index(6), ApprovalModel::TaskIdRole).toString(), u"t-60"_s);
    approvals().setCurrentRow(6);
    approvals().skip();
    QCOMPARE(current(), u"t-61"_s);
}

void TestApprovalModel::batch_isForLowRiskKindsOnly()
{
    approvals().approveKind();
    QVERIFY(!m->service.requests().contains(u"POST /approvals/batch"_s));
    approvals().setCurrentRow(2);
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    approvals().approveKind();
    QVERIFY(decided.wait());
    QCOMPARE(decided.first().at(1).toInt(), 2);
    QCOMPARE(state(u"t-62"_s), u"approved"_s);
    QCOMPARE(state(u"t-64"_s), u"approved"_s);
    QCOMPARE(state(u"t-60"_s), u"pending"_s);
    QTRY_COMPARE(approvals().count(), 5);
}

void TestApprovalModel::batch_ofManyMore_isApprovedInParts()
{
    givenWaiting(118, u"referral_request"_s);
    QTRY_COMPARE(approvals().count(), 125);
    approvals().setCurrentRow(2);
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    approvals().approveKind();
    QTRY_COMPARE(decided.count(), 1);
    QCOMPARE(decided.first().at(1).toInt(), 120);
    QCOMPARE(m->service.requests().count(u"POST /approvals/batch"_s), 3);
    QTRY_COMPARE(approvals().count(), 5);
}

void TestApprovalModel::more_thanOnePage_comesWhenFewAreLeft()
{
    givenWaiting(210, u"medical_question"_s);
    QTRY_COMPARE(approvals().count(), 200);
    QSignalSpy decided(&approvals(), &ApprovalModel::decided);
    for (int done = 1; done <= 217; ++done) {
        QVERIFY(approvals().count() > 0);
        approvals().decide(u"approve"_s);
        QTRY_COMPARE(decided.count(), done);
        QTRY_VERIFY(approvals().count() > 0 || done == 217);
    }
    QCOMPARE(state(u"more-209"_s), u"approved"_s);
}

void TestApprovalModel::signature_byAnother_keepsItHere_myOwnTakesItAway()
{
    const auto signedBy = [](const QString &id) {
        return QJsonObject{
            {u"approval"_s, QJsonObject{{u"state"_s, u"signed"_s}, {u"decided_by"_s, QJsonObject{{u"id"_s, id}}}}}};
    };
    m->service.changeTask(u"t-61"_s, signedBy(u"u-lopez"_s));
    QTRY_COMPARE(approvals().count(), 6);
    m->service.changeTask(u"t-60"_s, signedBy(u"u-another"_s));
    QTRY_COMPARE(approvals().current().value(u"approval"_s).toMap().value(u"state"_s).toString(), u"signed"_s);
    QCOMPARE(current(), u"t-60"_s);
    QCOMPARE(approvals().count(), 6);
}

void TestApprovalModel::change_bySomebodyElse_takesItAwayOrBringsIt()
{
    m->service.changeTask(u"t-60"_s, {{u"approval"_s, QJsonObject{{u"state"_s, u"approved"_s}}}});
    QTRY_COMPARE(approvals().count(), 6);
    QCOMPARE(current(), u"t-61"_s);
    m->service.changeTask(u"t-5"_s, {{u"approval"_s, QJsonObject{{u"state"_s, u"pending"_s}}}});
    QTRY_COMPARE(approvals().count(), 7);
    QCOMPARE(current(), u"t-61"_s);
}

void TestApprovalModel::kinds_countEachMostFrequentFirst()
{
    const auto kinds = approvals().kinds();
    QCOMPARE(kinds.first().toMap().value(u"count"_s).toInt(), 2);
    int all = 0;
    for (const auto &kind : kinds)
        all += kind.toMap().value(u"count"_s).toInt();
    QCOMPARE(all, 7);
}

QTEST_GUILESS_MAIN(TestApprovalModel)
#include "tst_approvalmodel.moc"
