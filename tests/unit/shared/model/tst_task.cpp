#include "shared/model/task.h"

#include <QTest>

using namespace Frontdesk;

class TestTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toJson_fullTask_isTheSpecificationsShape();
    void toJson_bareTask_hasNoInventedFields();
    void slot_missing_isEmpty();
};

void TestTask::toJson_fullTask_isTheSpecificationsShape()
{
    Task task;
    task.id = TaskId(QStringLiteral("t-1"));
    task.callId = CallId(QStringLiteral("c-1"));
    task.number = QStringLiteral("TASK-2026-0001");
    task.type = RequestType::AppointmentScheduling;
    task.priority = TaskPriority::Urgent;
    task.slotValues = {
        {SlotName::PatientName, {.value = QStringLiteral("John Smith"), .saidAs = QStringLiteral("john smith")}},
        {SlotName::CallbackNumber, {.value = QStringLiteral("+15550123456"), .saidAs = {}}},
        {SlotName::PreferredDate, {.value = QStringLiteral("2026-03-10"), .saidAs = QStringLiteral("next Tuesday")}},
        {SlotName::Reason, {.value = QStringLiteral("annual checkup"), .saidAs = {}}}};
    task.note = QStringLiteral("Prefers Spanish.");
    task.escalationReason = QStringLiteral("language");
    task.transcript = QStringLiteral("caller: Hello.");
    task.recordingUrl = QStringLiteral("https://example.com/r/1");
    task.createdAt = QDateTime(QDate(2026, 3, 4), QTime(14, 20), Qt::UTC);
    const QJsonObject details{{QStringLiteral("preferred_date"), QStringLiteral("2026-03-10")},
                              {QStringLiteral("preferred_date_said_as"), QStringLiteral("next Tuesday")},
                              {QStringLiteral("reason"), QStringLiteral("annual checkup")},
                              {QStringLiteral("escalation_reason"), QStringLiteral("language")},
                              {QStringLiteral("note"), QStringLiteral("Prefers Spanish.")}};
    const QJsonObject wanted{{QStringLiteral("id"), QStringLiteral("t-1")},
                             {QStringLiteral("call_id"), QStringLiteral("c-1")},
                             {QStringLiteral("task_id"), QStringLiteral("TASK-2026-0001")},
                             {QStringLiteral("patient_name"), QStringLiteral("John Smith")},
                             {QStringLiteral("callback_number"), QStringLiteral("+15550123456")},
                             {QStringLiteral("request_type"), QStringLiteral("appointment_scheduling")},
                             {QStringLiteral("queue"), QStringLiteral("staff")},
                             {QStringLiteral("priority"), QStringLiteral("urgent")},
                             {QStringLiteral("details"), details},
                             {QStringLiteral("call_transcript"), QStringLiteral("caller: Hello.")},
                             {QStringLiteral("call_recording_url"), QStringLiteral("https://example.com/r/1")},
                             {QStringLiteral("created_at"), QStringLiteral("2026-03-04T14:20:00Z")},
                             {QStringLiteral("status"), QStringLiteral("pending")}};
    QCOMPARE(task.toJson(), wanted);
}

void TestTask::toJson_bareTask_hasNoInventedFields()
{
    const QJsonObject json = Task().toJson();
    QVERIFY(json.value(QLatin1String("call_recording_url")).isNull());
    QVERIFY(json.value(QLatin1String("details")).toObject().isEmpty());
    QCOMPARE(json.value(QLatin1String("patient_name")).toString(QStringLiteral("?")), QString());
}

void TestTask::slot_missing_isEmpty()
{
    Task task;
    task.slotValues[SlotName::Reason].value = QStringLiteral("cough");
    QCOMPARE(task.slot(SlotName::Reason), QStringLiteral("cough"));
    QVERIFY(task.slot(SlotName::Insurance).isEmpty());
}

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
