#include "tests/unit/service/api/apifixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

class TestTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void list_showsSummariesByUrgency();
    void list_pages_goOnWithTheCursor();
    void list_filters_areUnderstoodOrRefused();
    void one_showsEverythingAndIsAudited();
    void one_ofAnotherClinic_isNotThere();
    void act_withoutIfMatch_isAskedForIt();
    void act_claim_isSeenByAll();
    void act_claimOwned_namesTheOwner();
    void act_stale_showsHowItIsNow();
    void act_note_isKeptWithAuthor();
    void act_callBack_answersTheNumber();
    void act_wholeStory_isInTheHistory();
    void undo_own_takesItBack();
    void undo_tooLate_cannot();
    void assignToDoctor_absent_goesToTheDelegate();
    void delegation_ended_isTheDoctorsAgain();
    void assignToDoctor_standInsAwayToo_reachesSomebodyWhoIsThere();
    void assignToDoctor_noDoctor_isInvalid();
    void approvals_list_showsContext();
    void approvals_decide_andUndo();
    void approvals_reject_needsAReason();
    void approvals_batch_lowRiskOnlyAndAllOrNothing();
    void approvals_receptionist_mayNot();
    void delegation_wrong_isInvalid();
    void audit_broken_changesNothing();

private:
    [[nodiscard]] QString path(const Task &task, const char *action = nullptr) const
    {
        const QString one = QStringLiteral("/api/v1/tasks/") + task.id.text();
        return action ? one + QStringLiteral("/actions/") + QLatin1String(action) : one;
    }
    Answer act(const Task &task, const char *action, const QString &token, qint64 version, const QJsonObject &body = {})
    {
        return m_api->change("POST", path(task, action), token, version, body);
    }

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    CallRecord m_call;
    User m_annUser;
    User m_doctorUser;
    QString m_ann;
    QString m_bob;
    QString m_doctor;
};

void TestTasks::init()
{
    m_api = std::make_unique<ApiFixture>();
    m_clinic = m_api->givenClinic();
    m_call = m_api->givenCall(m_clinic);
    m_annUser = m_api->givenUser(m_clinic, Role::Receptionist);
    m_ann = m_api->tokenFor(m_annUser);
    m_bob = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Receptionist));
    m_doctorUser = m_api->givenUser(m_clinic, Role::Doctor);
    m_doctor = m_api->tokenFor(m_doctorUser);
}

void TestTasks::list_showsSummariesByUrgency()
{
    m_api->givenTask(m_call);
    m_api->givenTask(m_call, RequestType::CallbackRequest, TaskPriority::Urgent);
    const Answer answer = m_api->get(QStringLiteral("/api/v1/tasks"), m_ann);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.items().size(), 2);
    QVERIFY(answer.at("next_cursor").isNull());
    const QJsonObject first = answer.items().first().toObject();
    QCOMPARE(first.value(QLatin1String("priority")).toString(), QStringLiteral("urgent"));
    QCOMPARE(first.value(QLatin1String("task_id")).toString(), QStringLiteral("TASK-2026-0002"));
    QCOMPARE(first.value(QLatin1String("patient_name")).toString(), QStringLiteral("Pat Example"));
    QCOMPARE(first.value(QLatin1String("version")).toInt(), 1);
    QVERIFY(first.value(QLatin1String("assignee")).isNull());
    QVERIFY(first.value(QLatin1String("approval")).isNull());
    const QJsonObject details = first.value(QLatin1String("details")).toObject();
    QCOMPARE(details.value(QLatin1String("preferred_date_said_as")).toString(), QStringLiteral("next monday"));
    QVERIFY(!details.contains(QLatin1String("note")));
    QVERIFY(!first.contains(QLatin1String("call_transcript")));
    QCOMPARE(m_api->trail.last(QStringLiteral("tasks.listed")).detail, QStringLiteral("2"));
}

void TestTasks::list_pages_goOnWithTheCursor()
{
    for (int i = 0; i < 5; ++i) {
        m_api->givenTask(m_call);
        m_api->clock.advance(std::chrono::seconds(1));
    }
    QSet<QString> seen;
    QString cursor;
    int pages = 0;
    do {
        const Answer page = m_api->get(QStringLiteral("/api/v1/tasks?limit=2&sort=newest&cursor=") + cursor, m_ann);
        QCOMPARE(page.status, 200);
        for (const QJsonValue &item : page.items()) {
            seen.insert(item.toObject().value(QLatin1String("id")).toString());
        }
        cursor = page.text("next_cursor");
        ++pages;
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 5);
    QCOMPARE(pages, 3);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/tasks?cursor=nonsense"), m_ann).code(), QStringLiteral("bad_cursor"));
}

void TestTasks::list_filters_areUnderstoodOrRefused()
{
    const Task mine = m_api->givenTask(m_call);
    m_api->givenTask(m_call, RequestType::PrescriptionRefill, TaskPriority::Normal, QStringLiteral("Zoe Other"));
    QCOMPARE(act(mine, "start", m_ann, 1).status, 200);
    const auto count = [&](const char *query) {
        return m_api->get(QStringLiteral("/api/v1/tasks?") + QLatin1String(query), m_ann).items().size();
    };
    QCOMPARE(count("assignee=me"), 1);
    QCOMPARE(count("assignee=none"), 1);
    QCOMPARE(count("status=pending,in_progress"), 2);
    QCOMPARE(count("status=completed"), 0);
    QCOMPARE(count("queue=doctor"), 1);
    QCOMPARE(count("q=zoe"), 1);
    QCOMPARE(count("q=0123456"), 2);
    QCOMPARE(count(qPrintable(QStringLiteral("q=") + mine.number)), 1);
    QCOMPARE(count("q=zoe&type=prescription_refill"), 1);
    QCOMPARE(count("q=zoe&type=other"), 0);
    QCOMPARE(count("flagged=true"), 0);
    QCOMPARE(count("from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z"), 0);
    for (const char *query : {"status=lost", "type=x", "priority=x", "queue=x", "sort=x", "from=yesterday"}) {
        QCOMPARE(m_api->get(QStringLiteral("/api/v1/tasks?") + QLatin1String(query), m_ann).code(),
                 QStringLiteral("bad_filter"));
    }
}

void TestTasks::one_showsEverythingAndIsAudited()
{
    const Task task = m_api->givenTask(m_call);
    const Answer answer = m_api->get(path(task), m_ann);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("etag"), QByteArray("\"v1\""));
    QCOMPARE(answer.text("note"), QStringLiteral("Prefers mornings."));
    QCOMPARE(answer.text("call_transcript"), QStringLiteral("caller: I need an appointment."));
    QVERIFY(answer.at("call_recording_url").isNull());
    QCOMPARE(answer.at("slots")
                 .toObject()
                 .value(QLatin1String("preferred_date"))
                 .toObject()
                 .value(QLatin1String("said_as"))
                 .toString(),
             QStringLiteral("next monday"));
    const AuditLine line = m_api->trail.last(QStringLiteral("task.read"));
    QCOMPARE(line.subject.id, task.id.text());
    QCOMPARE(line.actor.id, m_annUser.id);
    QCOMPARE(line.actor.clinic, m_clinic.id);
}

void TestTasks::one_ofAnotherClinic_isNotThere()
{
    const Task task = m_api->givenTask(m_call);
    const ClinicProfile other = m_api->givenClinic(QStringLiteral("+15550100001"));
    const QString stranger = m_api->tokenFor(m_api->givenUser(other, Role::Admin));
    QCOMPARE(m_api->get(path(task), stranger).status, 404);
    QCOMPARE(act(task, "claim", stranger, 1).status, 404);
    QVERIFY(m_api->get(QStringLiteral("/api/v1/tasks"), stranger).items().isEmpty());
}

void TestTasks::act_withoutIfMatch_isAskedForIt()
{
    const Task task = m_api->givenTask(m_call);
    const Answer answer = m_api->post(path(task, "claim"), m_ann);
    QCOMPARE(answer.status, 428);
    QCOMPARE(answer.code(), QStringLiteral("precondition_required"));
    QCOMPARE(m_api->ask("POST", path(task, "claim"), {m_ann, {}, {{"If-Match", "v1"}}}).status, 428);
}

void TestTasks::act_claim_isSeenByAll()
{
    const Task task = m_api->givenTask(m_call);
    const Answer claimed = act(task, "claim", m_ann, 1);
    QCOMPARE(claimed.status, 200);
    QCOMPARE(claimed.headers.value("etag"), QByteArray("\"v2\""));
    const QJsonObject owner = m_api->get(path(task), m_bob).at("assignee").toObject();
    QCOMPARE(owner.value(QLatin1String("id")).toString(), m_annUser.id.text());
    QCOMPARE(owner.value(QLatin1String("name")).toString(), m_annUser.name);
}

void TestTasks::act_claimOwned_namesTheOwner()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "claim", m_ann, 1).status, 200);
    const Answer refused = act(task, "claim", m_bob, 1);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), QStringLiteral("owned"));
    QCOMPARE(refused.at("owner").toObject().value(QLatin1String("id")).toString(), m_annUser.id.text());
}

void TestTasks::act_stale_showsHowItIsNow()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "flag", m_ann, 1).status, 200);
    const Answer stale = act(task, "note", m_bob, 1, {{QStringLiteral("text"), QStringLiteral("Mine.")}});
    QCOMPARE(stale.status, 412);
    QCOMPARE(stale.code(), QStringLiteral("changed_meanwhile"));
    const QJsonObject current = stale.at("current").toObject();
    QCOMPARE(current.value(QLatin1String("version")).toInt(), 2);
    QVERIFY(current.value(QLatin1String("flagged")).toBool());
    QVERIFY(m_api->get(path(task), m_bob).at("notes").toArray().isEmpty());
}

void TestTasks::act_note_isKeptWithAuthor()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "note", m_ann, 1).status, 422);
    const Answer noted = act(task, "note", m_ann, 1, {{QStringLiteral("text"), QStringLiteral(" No answer. ")}});
    QCOMPARE(noted.status, 200);
    QCOMPARE(noted.at("note_count").toInt(), 1);
    const QJsonObject note = noted.at("notes").toArray().first().toObject();
    QCOMPARE(note.value(QLatin1String("text")).toString(), QStringLiteral("No answer."));
    QCOMPARE(note.value(QLatin1String("author")).toObject().value(QLatin1String("name")).toString(), m_annUser.name);
}

void TestTasks::act_callBack_answersTheNumber()
{
    const Task task = m_api->givenTask(m_call);
    const Answer answer = act(task, "call-back", m_ann, 1);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("dial_uri"), QStringLiteral("tel:+15550123456"));
    QCOMPARE(answer.at("task").toObject().value(QLatin1String("status")).toString(), QStringLiteral("in_progress"));
}

void TestTasks::act_wholeStory_isInTheHistory()
{
    const Task task = m_api->givenTask(m_call);
    qint64 version = 1;
    for (const char *action : {"claim", "start", "flag", "unflag", "complete", "reopen", "release"}) {
        const Answer done = act(task, action, m_ann, version);
        QVERIFY2(done.status == 200, action);
        QCOMPARE(done.at("version").toInt(), ++version);
    }
    const QJsonArray history = m_api->get(path(task), m_ann).at("history").toArray();
    QCOMPARE(history.size(), 7);
    QCOMPARE(history.first().toObject().value(QLatin1String("action")).toString(), QStringLiteral("claim"));
    QCOMPARE(m_api->trail.count(QStringLiteral("task.complete")), 1);
}

void TestTasks::undo_own_takesItBack()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "complete", m_ann, 1).text("status"), QStringLiteral("completed"));
    QCOMPARE(act(task, "undo", m_bob, 2).code(), QStringLiteral("cannot_undo"));
    QCOMPARE(act(task, "undo", m_ann, 1).status, 412);
    const Answer undone = act(task, "undo", m_ann, 2);
    QCOMPARE(undone.text("status"), QStringLiteral("pending"));
    QVERIFY(undone.at("assignee").isNull());
}

void TestTasks::undo_tooLate_cannot()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "complete", m_ann, 1).status, 200);
    m_api->clock.advance(std::chrono::seconds(601));
    QCOMPARE(act(task, "undo", m_ann, 2).code(), QStringLiteral("cannot_undo"));
}

void TestTasks::assignToDoctor_absent_goesToTheDelegate()
{
    const User other = m_api->givenUser(m_clinic, Role::Doctor);
    const QJsonObject body{{QStringLiteral("doctor_id"), m_doctorUser.id.text()}};
    const auto assignee = [](const Answer &answer) {
        return answer.at("assignee").toObject().value(QLatin1String("id")).toString();
    };
    QCOMPARE(assignee(act(m_api->givenTask(m_call), "assign-to-doctor", m_ann, 1, body)), m_doctorUser.id.text());
    const Answer put = m_api->ask("PUT", QStringLiteral("/api/v1/delegation"),
                                  {m_doctor,
                                   {{QStringLiteral("delegate_to"), other.id.text()},
                                    {QStringLiteral("from"), QStringLiteral("2026-03-01T00:00:00Z")},
                                    {QStringLiteral("until"), QStringLiteral("2026-03-10T00:00:00Z")}}});
    QCOMPARE(put.status, 200);
    QCOMPARE(put.text("delegate_to"), other.id.text());
    QCOMPARE(assignee(act(m_api->givenTask(m_call), "assign-to-doctor", m_ann, 1, body)), other.id.text());
    m_api->clock.advance(std::chrono::hours(24 * 30)); // It ends by itself, and says so.
    const QString later = m_api->tokenFor(m_doctorUser);
    QVERIFY(m_api->get(QStringLiteral("/api/v1/delegation"), later).at("delegate_to").isNull());
    QCOMPARE(assignee(act(m_api->givenTask(m_call), "assign-to-doctor", m_api->tokenFor(m_annUser), 1, body)),
             m_doctorUser.id.text());
}

void TestTasks::delegation_ended_isTheDoctorsAgain()
{
    const User other = m_api->givenUser(m_clinic, Role::Doctor);
    const QJsonObject body{{QStringLiteral("doctor_id"), m_doctorUser.id.text()}};
    const auto assignee = [](const Answer &answer) {
        return answer.at("assignee").toObject().value(QLatin1String("id")).toString();
    };
    QCOMPARE(m_api
                 ->ask("PUT", QStringLiteral("/api/v1/delegation"),
                       {m_doctor,
                        {{QStringLiteral("delegate_to"), other.id.text()},
                         {QStringLiteral("from"), QStringLiteral("2026-03-01T00:00:00Z")},
                         {QStringLiteral("until"), QStringLiteral("2026-03-10T00:00:00Z")}}})
                 .status,
             200);
    QCOMPARE(m_api
                 ->ask("PUT", QStringLiteral("/api/v1/delegation"),
                       {m_doctor, {{QStringLiteral("delegate_to"), QJsonValue()}}})
                 .status,
             200);
    QVERIFY(m_api->get(QStringLiteral("/api/v1/delegation"), m_doctor).at("delegate_to").isNull());
    QCOMPARE(assignee(act(m_api->givenTask(m_call), "assign-to-doctor", m_ann, 1, body)), m_doctorUser.id.text());
}

void TestTasks::assignToDoctor_standInsAwayToo_reachesSomebodyWhoIsThere()
{
    const User second = m_api->givenUser(m_clinic, Role::Doctor);
    const User third = m_api->givenUser(m_clinic, Role::Doctor);
    const auto away = [&](const UserId &doctor, const UserId &standIn) {
        m_api->inStore([&](Storage::Store &store) -> Result<bool> {
            const auto kept = store.delegations().put(
                m_clinic.id, {doctor, standIn, m_api->clock.utcNow().addDays(-1), m_api->clock.utcNow().addDays(1)});
            return kept ? Result<bool>(true) : kept.error();
        });
    };
    const auto assigned = [&] {
        const Answer answer = act(m_api->givenTask(m_call), "assign-to-doctor", m_ann, 1,
                                  {{QStringLiteral("doctor_id"), m_doctorUser.id.text()}});
        return answer.at("assignee").toObject().value(QLatin1String("id")).toString();
    };
    away(m_doctorUser.id, second.id);
    away(second.id, third.id);
    QCOMPARE(assigned(), third.id.text());
    away(third.id, m_doctorUser.id); // A circle: nobody is there, and it does not go round for ever.
    QCOMPARE(assigned(), third.id.text());
    away(third.id, m_annUser.id); // Who is no doctor any more.
    QCOMPARE(assigned(), third.id.text());
}

void TestTasks::assignToDoctor_noDoctor_isInvalid()
{
    const Task task = m_api->givenTask(m_call);
    QCOMPARE(act(task, "assign-to-doctor", m_ann, 1, {{QStringLiteral("doctor_id"), m_annUser.id.text()}}).status, 422);
    QCOMPARE(act(task, "assign-to-doctor", m_ann, 1).status, 200);
}

void TestTasks::approvals_list_showsContext()
{
    const Task task = m_api->givenTask(m_call, RequestType::PrescriptionRefill);
    TurnRecord turn;
    turn.callId = m_call.id;
    turn.number = 1;
    turn.text = QStringLiteral("I need my refill.");
    turn.at = m_api->clock.utcNow();
    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto kept = store.calls().saveTurn(m_clinic.id, turn);
        return kept ? Result<int>(0) : kept.error();
    });
    QCOMPARE(act(task, "note", m_ann, 1, {{QStringLiteral("text"), QStringLiteral("Due on Friday.")}}).status, 200);
    const QJsonArray items = m_api->get(QStringLiteral("/api/v1/approvals?state=pending"), m_doctor).items();
    QCOMPARE(items.size(), 1);
    const QJsonObject item = items.first().toObject();
    QCOMPARE(item.value(QLatin1String("approval")).toObject().value(QLatin1String("state")).toString(),
             QStringLiteral("pending"));
    QCOMPARE(item.value(QLatin1String("staff_note")).toString(), QStringLiteral("Due on Friday."));
    QCOMPARE(
        item.value(QLatin1String("last_lines")).toArray().first().toObject().value(QLatin1String("text")).toString(),
        turn.text);
}

void TestTasks::approvals_decide_andUndo()
{
    const Task task = m_api->givenTask(m_call, RequestType::PrescriptionRefill);
    const QString decide = QStringLiteral("/api/v1/approvals/") + task.id.text();
    const QJsonObject approve{{QStringLiteral("decision"), QStringLiteral("approve")},
                              {QStringLiteral("note"), QStringLiteral("30 days.")}};
    const Answer approved = m_api->change("POST", decide, m_doctor, 1, approve);
    QCOMPARE(approved.status, 200);
    QCOMPARE(approved.text("queue"), QStringLiteral("staff"));
    const QJsonObject approval = approved.at("approval").toObject();
    QCOMPARE(approval.value(QLatin1String("state")).toString(), QStringLiteral("approved"));
    QCOMPARE(approval.value(QLatin1String("note")).toString(), QStringLiteral("30 days."));
    QCOMPARE(m_api->change("POST", decide, m_doctor, 2, approve).code(), QStringLiteral("not_awaited"));
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/approvals?state=decided"), m_doctor).items().size(), 1);
    QVERIFY(m_api->get(QStringLiteral("/api/v1/approvals"), m_doctor).items().isEmpty());
    const Answer undone = act(task, "undo", m_doctor, 2);
    QCOMPARE(undone.at("approval").toObject().value(QLatin1String("state")).toString(), QStringLiteral("pending"));
}

void TestTasks::approvals_reject_needsAReason()
{
    const Task task = m_api->givenTask(m_call, RequestType::PrescriptionRefill);
    const QString decide = QStringLiteral("/api/v1/approvals/") + task.id.text();
    QJsonObject reject{{QStringLiteral("decision"), QStringLiteral("reject")}};
    QCOMPARE(m_api->change("POST", decide, m_doctor, 1, reject).status, 422);
    QCOMPARE(m_api->post(decide, m_doctor, reject).status, 428);
    reject.insert(QStringLiteral("reason"), QStringLiteral("Needs a visit first."));
    QCOMPARE(m_api->change("POST", decide, m_doctor, 1, reject)
                 .at("approval")
                 .toObject()
                 .value(QLatin1String("reason"))
                 .toString(),
             QStringLiteral("Needs a visit first."));
}

void TestTasks::approvals_batch_lowRiskOnlyAndAllOrNothing()
{
    const Task first = m_api->givenTask(m_call, RequestType::ReferralRequest);
    const Task second = m_api->givenTask(m_call, RequestType::ReferralRequest);
    const Task refill = m_api->givenTask(m_call, RequestType::PrescriptionRefill);
    for (const Task &task : {first, second}) {
        QCOMPARE(act(task, "assign-to-doctor", m_ann, 1).status, 200);
    }
    const auto batch = [&](const QList<QPair<Task, int>> &entries) {
        QJsonArray items;
        for (const auto &[task, version] : entries) {
            items.append(QJsonObject{{QStringLiteral("id"), task.id.text()}, {QStringLiteral("version"), version}});
        }
        return m_api->post(QStringLiteral("/api/v1/approvals/batch"), m_doctor,
                           {{QStringLiteral("items"), items}, {QStringLiteral("decision"), QStringLiteral("approve")}});
    };
    QCOMPARE(batch({{first, 2}, {refill, 1}}).code(), QStringLiteral("not_low_risk"));
    QCOMPARE(batch({{first, 2}, {second, 1}}).status, 412);
    QCOMPARE(m_api->get(path(first), m_doctor).at("version").toInt(), 2);
    QCOMPARE(batch({{first, 2}, {second, 2}}).items().size(), 2);
    QCOMPARE(m_api->get(path(first), m_doctor).at("approval").toObject().value(QLatin1String("state")).toString(),
             QStringLiteral("approved"));
}

void TestTasks::approvals_receptionist_mayNot()
{
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/approvals"), m_ann).status, 403);
}

void TestTasks::delegation_wrong_isInvalid()
{
    const QString path = QStringLiteral("/api/v1/delegation");
    const auto put = [&](const QString &to, const char *from, const char *until) {
        return m_api
            ->ask("PUT", path,
                  {m_doctor,
                   {{QStringLiteral("delegate_to"), to},
                    {QStringLiteral("from"), QLatin1String(from)},
                    {QStringLiteral("until"), QLatin1String(until)}}})
            .status;
    };
    const QString other = m_api->givenUser(m_clinic, Role::Doctor).id.text();
    QCOMPARE(put(m_annUser.id.text(), "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"), 422);
    QCOMPARE(put(m_doctorUser.id.text(), "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"), 422);
    QCOMPARE(put(other, "2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z"), 422);
    QCOMPARE(put(other, "tomorrow", "2026-03-01T00:00:00Z"), 422);
}

void TestTasks::audit_broken_changesNothing()
{
    const Task task = m_api->givenTask(m_call);
    m_api->trail.setBroken(true);
    QCOMPARE(act(task, "claim", m_ann, 1).status, 503);
    QCOMPARE(m_api->get(path(task), m_ann).status, 503);
    m_api->trail.setBroken(false);
    QCOMPARE(m_api->get(path(task), m_ann).at("version").toInt(), 1);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
