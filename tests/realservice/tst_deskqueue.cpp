#include "tests/realservice/realservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::Session;
using Frontdesk::Queue::TaskModel;
using Frontdesk::Queue::TaskRow;
using Frontdesk::Tests::RealDesk;
using Frontdesk::Tests::RealService;

/// What receptionists and doctors do all day, against frontdeskd itself.
class TestDeskQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void signIn_withWrongPassword_saysSo();
    void signIn_asEachRole_bringsTheQueue();
    void task_claimedCompletedUndone_isSoAtTheService();
    void task_claimedByTwo_belongsToOneAndBothSeeIt();
    void note_writtenByOne_isReadByTheOther();
    void search_amongCompleted_asksTheService();
    void escalation_ofARealCall_arrivesAndIsTakenOnce();
    void liveCall_comesWithItsWordsAndGoes();
    void doctor_approvesRejectsAndTakesBack();
    void doctor_approvesAllReferralsAtOnce();

private:
    [[nodiscard]] static const TaskRow *row(RealDesk &desk, const QString &id) { return desk->tasks()->find(id); }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<RealService> m_service;
    std::unique_ptr<RealDesk> m_ana;
    std::unique_ptr<RealDesk> m_grace;
};

void TestDeskQueue::initTestCase()
{
    m_settings = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_settings->path().toLocal8Bit());
    m_service = std::make_unique<RealService>();
}

void TestDeskQueue::init()
{
    m_ana = std::make_unique<RealDesk>(*m_service);
    m_grace = std::make_unique<RealDesk>(*m_service);
}

void TestDeskQueue::cleanup()
{
    m_ana.reset();
    m_grace.reset();
}

void TestDeskQueue::cleanupTestCase()
{
    m_service.reset();
}

void TestDeskQueue::signIn_withWrongPassword_saysSo()
{
    auto &session = *(*m_ana)->session();
    session.signIn(m_service->url(), RealService::Ana, u"not my password"_s, false);
    QTRY_VERIFY(!session.busy());
    QCOMPARE(session.state(), Session::State::SignedOut);
    QCOMPARE(session.problem(), u"This e-mail address and password do not belong together."_s);
}

void TestDeskQueue::signIn_asEachRole_bringsTheQueue()
{
    for (const auto &[email, role] :
         {std::pair{RealService::Ana, u"receptionist"_s}, std::pair{RealService::Lopez, u"doctor"_s},
          std::pair{RealService::Sam, u"admin"_s}}) {
        RealDesk desk(*m_service);
        QVERIFY(desk.signIn(email));
        QCOMPARE(desk->session()->role(), role);
        QCOMPARE(desk->session()->clinicName(), u"Oak Street Clinic"_s);
        QVERIFY(desk->tasks()->pendingCount() > 10);
    }
}

void TestDeskQueue::task_claimedCompletedUndone_isSoAtTheService()
{
    QVERIFY(m_ana->signIn(RealService::Ana) && m_grace->signIn(RealService::Grace));
    const auto id = m_ana->taskOf(u"Ruth Goldberg"_s);
    QVERIFY(!id.isEmpty());
    (*m_ana)->detail()->setTaskId(id);
    QTRY_VERIFY((*m_ana)->detail()->ready());
    (*m_ana)->actions()->claim(id);
    QTRY_VERIFY((*m_ana)->detail()->mine());
    QTRY_COMPARE(row(*m_grace, id)->assigneeName, u"Ana Torres"_s);
    (*m_ana)->actions()->complete(id);
    QTRY_COMPARE(row(*m_grace, id)->status, TaskRow::Status::Completed);
    QTRY_VERIFY((*m_ana)->actions()->canUndo());
    (*m_ana)->actions()->undo();
    QTRY_COMPARE(row(*m_grace, id)->status, TaskRow::Status::InProgress);
    QTRY_COMPARE((*m_ana)->detail()->task().value(u"status"_s).toString(), u"in_progress"_s);
}

void TestDeskQueue::task_claimedByTwo_belongsToOneAndBothSeeIt()
{
    QVERIFY(m_ana->signIn(RealService::Ana) && m_grace->signIn(RealService::Grace));
    const auto id = m_ana->taskOf(u"Thomas Weber"_s);
    QSignalSpy anaRefused((*m_ana)->actions(), &Frontdesk::Queue::TaskActions::refused);
    QSignalSpy graceRefused((*m_grace)->actions(), &Frontdesk::Queue::TaskActions::refused);
    // Neither has heard of the other when they press the key.
    (*m_ana)->actions()->claim(id);
    (*m_grace)->actions()->claim(id);
    QTRY_COMPARE(anaRefused.count() + graceRefused.count(), 1);
    const auto owner = anaRefused.isEmpty() ? u"Ana Torres"_s : u"Grace Kim"_s;
    QTRY_COMPARE(row(*m_ana, id)->assigneeName, owner);
    QTRY_COMPARE(row(*m_grace, id)->assigneeName, owner);
    QTRY_COMPARE(row(*m_ana, id)->version, row(*m_grace, id)->version);
}

void TestDeskQueue::note_writtenByOne_isReadByTheOther()
{
    QVERIFY(m_ana->signIn(RealService::Ana) && m_grace->signIn(RealService::Grace));
    const auto id = m_ana->taskOf(u"Harold Nguyen"_s);
    (*m_grace)->detail()->setTaskId(id);
    QTRY_VERIFY((*m_grace)->detail()->ready());
    const int before = row(*m_ana, id)->noteCount;
    (*m_ana)->actions()->note(id, u"Will call after lunch."_s);
    QTRY_COMPARE((*m_grace)->detail()->task().value(u"notes"_s).toList().size(), before + 1);
    const auto note = (*m_grace)->detail()->task().value(u"notes"_s).toList().last().toMap();
    QCOMPARE(note.value(u"text"_s).toString(), u"Will call after lunch."_s);
    QCOMPARE(note.value(u"author"_s).toMap().value(u"name"_s).toString(), u"Ana Torres"_s);
}

void TestDeskQueue::search_amongCompleted_asksTheService()
{
    QVERIFY(m_ana->signIn(RealService::Ana));
    auto &tasks = *(*m_ana)->tasks();
    const auto search = [&](const QString &text) {
        tasks.setSearch(text);
        m_ana->time.advance(TaskModel::TypingPause);
    };
    search(u"Novak"_s);
    QTRY_COMPARE(tasks.count(), 1);
    const auto found = *tasks.at(0);
    QCOMPARE(found.patientName, u"Hana Novak"_s);
    QCOMPARE(found.status, TaskRow::Status::Completed);
    for (const auto &typed :
         {found.number, found.callbackNumber, found.createdAt.toLocalTime().date().toString(Qt::ISODate)}) {
        search(u"Nobody"_s);
        QTRY_VERIFY(!tasks.looking());
        QCOMPARE(tasks.count(), 0);
        search(typed);
        QTRY_VERIFY(!tasks.looking());
        QVERIFY2(tasks.rowOf(found.id) >= 0, qPrintable(typed));
    }
}

void TestDeskQueue::escalation_ofARealCall_arrivesAndIsTakenOnce()
{
    QVERIFY(m_ana->signIn(RealService::Ana) && m_grace->signIn(RealService::Grace));
    const int open = (*m_ana)->escalations()->count();
    QSignalSpy raised((*m_ana)->escalations(), &Frontdesk::Alerts::EscalationModel::raised);
    const auto caller = m_service->call(u"0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, 60'000);
    QCOMPARE(raised.first().at(1).toString(), u"human_request"_s);
    const auto id = raised.first().first().toString();
    QTRY_COMPARE((*m_grace)->escalations()->count(), open + 1);
    QSignalSpy anaHas((*m_ana)->escalations(), &Frontdesk::Alerts::EscalationModel::acknowledged);
    QSignalSpy graceHas((*m_grace)->escalations(), &Frontdesk::Alerts::EscalationModel::acknowledged);
    (*m_ana)->escalations()->acknowledge(id);
    (*m_grace)->escalations()->acknowledge(id);
    QTRY_COMPARE((*m_ana)->escalations()->count(), open);
    QTRY_COMPARE((*m_grace)->escalations()->count(), open);
    QTRY_COMPARE(anaHas.count() + graceHas.count(), 1);
    QCOMPARE(raised.count(), 1);
}

void TestDeskQueue::liveCall_comesWithItsWordsAndGoes()
{
    QVERIFY(m_ana->signIn(RealService::Ana));
    QSignalSpy words((*m_ana).desk.get(), &Frontdesk::Desktop::Desk::callWords);
    QTRY_COMPARE_WITH_TIMEOUT((*m_ana)->calls()->count(), 0, 60'000);
    const auto caller = m_service->call(u"0"_s);
    QTRY_COMPARE_WITH_TIMEOUT((*m_ana)->calls()->count(), 1, 60'000);
    const auto id = (*m_ana)->calls()->idAt(0);
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!words.isEmpty(), 60'000);
    QCOMPARE(words.first().first().toMap().value(u"call_id"_s).toString(), id);
    QTRY_COMPARE_WITH_TIMEOUT((*m_ana)->calls()->count(), 0, 60'000);
}

void TestDeskQueue::doctor_approvesRejectsAndTakesBack()
{
    RealDesk doctor(*m_service);
    QVERIFY(m_ana->signIn(RealService::Ana) && doctor.signIn(RealService::Lopez));
    auto &approvals = *doctor->approvals();
    QTRY_VERIFY(approvals.loaded());
    const int waiting = approvals.count();
    const auto first = approvals.current().value(u"id"_s).toString();
    QVERIFY(!approvals.current().value(u"last_lines"_s).toList().isEmpty());
    approvals.decide(u"approve"_s);
    QTRY_COMPARE(row(*m_ana, first)->approvalState, u"approved"_s);
    QTRY_VERIFY(approvals.canUndo());
    approvals.undo();
    QTRY_COMPARE(row(*m_ana, first)->approvalState, u"pending"_s);
    QTRY_COMPARE(approvals.count(), waiting);
    const auto second = approvals.current().value(u"id"_s).toString();
    approvals.decide(u"reject"_s, u"Needs a visit first"_s);
    QTRY_COMPARE(row(*m_ana, second)->approvalState, u"rejected"_s);
    QTRY_COMPARE(approvals.count(), waiting - 1);
    const auto third = approvals.current().value(u"id"_s).toString();
    approvals.decide(u"return"_s, u"Please ask for the dose"_s);
    QTRY_COMPARE(row(*m_ana, third)->approvalState, u"returned"_s);
}

void TestDeskQueue::doctor_approvesAllReferralsAtOnce()
{
    RealDesk doctor(*m_service);
    QVERIFY(doctor.signIn(RealService::Lopez));
    auto &approvals = *doctor->approvals();
    QTRY_VERIFY(approvals.loaded());
    const auto referral = [&] {
        return approvals.current().value(u"request_type"_s).toString() == "referral_request"_L1;
    };
    for (int at = 0; at < approvals.count() && !referral(); ++at)
        approvals.setCurrentRow(at);
    QVERIFY(referral());
    QSignalSpy decided(&approvals, &Frontdesk::Approvals::ApprovalModel::decided);
    const int before = approvals.count();
    approvals.approveKind();
    QTRY_COMPARE(decided.count(), 1);
    QTRY_COMPARE(approvals.count(), before - decided.first().at(1).toInt());
}

QTEST_GUILESS_MAIN(TestDeskQueue)
#include "tst_deskqueue.moc"
