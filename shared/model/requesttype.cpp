#include "shared/model/requesttype.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<RequestType, 15> Types{{{
    {RequestType::AppointmentScheduling, QLatin1String("appointment_scheduling")},
    {RequestType::AppointmentRescheduling, QLatin1String("appointment_rescheduling")},
    {RequestType::AppointmentCancellation, QLatin1String("appointment_cancellation")},
    {RequestType::AppointmentConfirmation, QLatin1String("appointment_confirmation")},
    {RequestType::GeneralQuestion, QLatin1String("general_question")},
    {RequestType::InsuranceQuestion, QLatin1String("insurance_question")},
    {RequestType::CallbackRequest, QLatin1String("callback_request")},
    {RequestType::ReferralRequest, QLatin1String("referral_request")},
    {RequestType::BillingQuestion, QLatin1String("billing_question")},
    {RequestType::MedicalRecords, QLatin1String("medical_records")},
    {RequestType::PrescriptionRefill, QLatin1String("prescription_refill")},
    {RequestType::MedicalQuestion, QLatin1String("medical_question")},
    {RequestType::TestResults, QLatin1String("test_results")},
    {RequestType::EscalatedCall, QLatin1String("escalated_call")},
    {RequestType::Other, QLatin1String("other")},
}}};

constexpr EnumNames<TaskQueue, 2> Queues{{{
    {TaskQueue::Staff, QLatin1String("staff")},
    {TaskQueue::Doctor, QLatin1String("doctor")},
}}};

} // namespace

QString requestTypeName(RequestType type)
{
    return Types.name(type);
}

std::optional<RequestType> requestTypeFromName(QStringView name)
{
    return Types.value(name);
}

QString taskQueueName(TaskQueue queue)
{
    return Queues.name(queue);
}

std::optional<TaskQueue> taskQueueFromName(QStringView name)
{
    return Queues.value(name);
}

TaskQueue queueFor(RequestType type)
{
    switch (type) {
    case RequestType::PrescriptionRefill:
    case RequestType::MedicalQuestion:
    case RequestType::TestResults:
        return TaskQueue::Doctor;
    default:
        return TaskQueue::Staff;
    }
}

} // namespace Frontdesk
