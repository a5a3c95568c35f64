#include "shared/model/callrecord.h"
#include "shared/model/escalation.h"
#include "shared/model/requesttype.h"
#include "shared/model/slots.h"
#include "shared/model/task.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;

class TestModelNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_everyValue_roundTripAndDiffer();
    void names_unknownText_isNothing();
    void names_stored_areTheSpecifications();
    void queueFor_doctorsRequests_goToTheDoctor();
    void isEmergency_onlyTheEmergencies();
};

namespace {

/// Every value up to `last` has a name of its own that reads back as the same value.
template <typename Enum>
bool roundTrips(Enum last, QString (*name)(Enum), std::optional<Enum> (*fromName)(QStringView))
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        const QString text = name(value);
        if (text.isEmpty() || fromName(text) != value) {
            return false;
        }
        names.insert(text);
    }
    return names.size() == static_cast<int>(last) + 1;
}

} // namespace

void TestModelNames::names_everyValue_roundTripAndDiffer()
{
    QVERIFY(roundTrips(RequestType::Other, requestTypeName, requestTypeFromName));
    QVERIFY(roundTrips(TaskQueue::Doctor, taskQueueName, taskQueueFromName));
    QVERIFY(roundTrips(TaskStatus::Completed, taskStatusName, taskStatusFromName));
    QVERIFY(roundTrips(TaskPriority::Emergency, taskPriorityName, taskPriorityFromName));
    QVERIFY(roundTrips(SlotName::Question, slotNameText, slotNameFromText));
    QVERIFY(roundTrips(CallPhase::Abandoned, callPhaseName, callPhaseFromName));
    QVERIFY(roundTrips(Speaker::Assistant, speakerName, speakerFromName));
    QVERIFY(roundTrips(EscalationReason::StaffTookOver, escalationReasonName, escalationReasonFromName));
}

void TestModelNames::names_unknownText_isNothing()
{
    QVERIFY(!requestTypeFromName(u"haircut").has_value());
    QVERIFY(!requestTypeFromName(u"").has_value());
    QVERIFY(!taskStatusFromName(u"Pending").has_value());
    QVERIFY(!escalationReasonFromName(u"boredom").has_value());
}

void TestModelNames::names_stored_areTheSpecifications()
{
    QCOMPARE(requestTypeName(RequestType::AppointmentScheduling), QStringLiteral("appointment_scheduling"));
    QCOMPARE(requestTypeName(RequestType::PrescriptionRefill), QStringLiteral("prescription_refill"));
    QCOMPARE(taskStatusName(TaskStatus::InProgress), QStringLiteral("in_progress"));
    QCOMPARE(slotNameText(SlotName::PreferredDate), QStringLiteral("preferred_date"));
}

void TestModelNames::queueFor_doctorsRequests_goToTheDoctor()
{
    const QSet<RequestType> doctors{RequestType::PrescriptionRefill, RequestType::MedicalQuestion,
                                    RequestType::TestResults};
    for (int i = 0; i <= static_cast<int>(RequestType::Other); ++i) {
        const auto type = static_cast<RequestType>(i);
        QCOMPARE(queueFor(type), doctors.contains(type) ? TaskQueue::Doctor : TaskQueue::Staff);
    }
}

void TestModelNames::isEmergency_onlyTheEmergencies()
{
    for (int i = 0; i <= static_cast<int>(EscalationReason::StaffTookOver); ++i) {
        const auto reason = static_cast<EscalationReason>(i);
        QCOMPARE(isEmergency(reason), escalationReasonName(reason).startsWith(QStringLiteral("emergency_")));
    }
}

QTEST_GUILESS_MAIN(TestModelNames)
#include "tst_modelnames.moc"
