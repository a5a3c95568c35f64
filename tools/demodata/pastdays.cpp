#include "tools/demodata/pastdays.h"

#include <QRandomGenerator>

namespace Frontdesk::DemoData {

namespace {

constexpr int WeekdayCalls = 52;
constexpr int WeekendCalls = 9;
/// Of a hundred calls; the product's goal is fewer than 15.
constexpr int HandedOver = 12;

/// One of a list, as often as its share says.
template <typename T, size_t N>
T choose(QRandomGenerator &chance, const std::pair<T, int> (&shares)[N])
{
    int total = 0;
    for (const auto &[value, share] : shares) {
        total += share;
    }
    int at = chance.bounded(total);
    for (const auto &[value, share] : shares) {
        if ((at -= share) < 0) {
            return value;
        }
    }
    return shares[0].first;
}

QTime moment(QRandomGenerator &chance)
{
    static constexpr std::pair<int, int> Hours[] = {{7, 2},   {8, 13},  {9, 17}, {10, 14}, {11, 11}, {12, 6},
                                                    {13, 10}, {14, 11}, {15, 9}, {16, 7},  {17, 3},  {18, 1}};
    const int hour = choose(chance, Hours);
    return {hour, int(chance.bounded(60)), int(chance.bounded(60))};
}

EscalationReason reason(QRandomGenerator &chance)
{
    using enum EscalationReason;
    static constexpr std::pair<EscalationReason, int> Reasons[] = {
        {Medication, 30}, {TestResults, 20}, {HumanRequest, 18}, {MedicalAdvice, 12},  {LowConfidence, 7},
        {Distress, 4},    {Duration, 3},     {Language, 3},      {EmergencyMedical, 3}};
    return choose(chance, Reasons);
}

RequestType wish(QRandomGenerator &chance)
{
    using enum RequestType;
    static constexpr std::pair<RequestType, int> Wishes[] = {
        {AppointmentScheduling, 38}, {AppointmentRescheduling, 14}, {AppointmentCancellation, 8}, {CallbackRequest, 12},
        {InsuranceQuestion, 8},      {BillingQuestion, 7},          {AppointmentConfirmation, 6}, {MedicalRecords, 4}};
    return choose(chance, Wishes);
}

QString name(QRandomGenerator &chance)
{
    static const QStringList First{QStringLiteral("Anna"),   QStringLiteral("Omar"), QStringLiteral("Lucia"),
                                   QStringLiteral("George"), QStringLiteral("Mei"),  QStringLiteral("Paul"),
                                   QStringLiteral("Rosa"),   QStringLiteral("Amir"), QStringLiteral("Jane")};
    static const QStringList Last{QStringLiteral("Baker"),  QStringLiteral("Castro"),  QStringLiteral("Dunn"),
                                  QStringLiteral("Evans"),  QStringLiteral("Fischer"), QStringLiteral("Gupta"),
                                  QStringLiteral("Hughes"), QStringLiteral("Ito"),     QStringLiteral("Keller")};
    return First[chance.bounded(First.size())] + QLatin1Char(' ') + Last[chance.bounded(Last.size())];
}

/// One day's calls, one after the other.
class Day {
public:
    Day(Storage::Store &store, const ClinicProfile &clinic, const UserId &staff, QDate date)
        : m_store(store)
        , m_clinic(clinic)
        , m_staff(staff)
        , m_date(date)
        , m_chance(quint32(date.toJulianDay()))
    {}

    Result<void> add()
    {
        const int usual = m_date.dayOfWeek() > 5 ? WeekendCalls : WeekdayCalls;
        const int calls = usual + int(m_chance.bounded(usual / 2)) - usual / 4;
        for (int at = 0; at < calls; ++at) {
            if (const auto added = addCall(at); !added) {
                return added;
            }
        }
        return {};
    }

private:
    Result<void> addCall(int at)
    {
        CallRecord call;
        call.clinicId = m_clinic.id;
        call.networkCallId = QStringLiteral("DEMO-%1-%2").arg(m_date.toString(Qt::ISODate)).arg(at);
        call.callerNumber = QStringLiteral("+1555014%1").arg(m_chance.bounded(10'000), 4, 10, QLatin1Char('0'));
        call.startedAt = QDateTime(m_date, moment(m_chance), m_clinic.timeZone).toUTC();
        const auto kept = m_store.calls().begin(call);
        if (!kept) {
            return kept.error();
        }
        const bool isHandedOver = int(m_chance.bounded(100)) < HandedOver;
        const auto why = reason(m_chance);
        if (const auto left = isHandedOver ? addEscalation(*kept, why) : addTask(*kept); !left) {
            return left;
        }
        const auto outcome = !isHandedOver      ? QStringLiteral("completed")
                             : isEmergency(why) ? QStringLiteral("emergency_escalated")
                                                : QStringLiteral("escalated");
        const int seconds = isHandedOver ? 25 + int(m_chance.bounded(50)) : 55 + int(m_chance.bounded(75));
        const auto ended = m_store.calls().finish(m_clinic.id, kept->id, outcome, kept->startedAt.addSecs(seconds));
        return ended ? Result<void>() : ended.error();
    }

    Result<void> addEscalation(const CallRecord &call, EscalationReason why)
    {
        EscalationRecord record;
        record.clinicId = m_clinic.id;
        record.callId = call.id;
        record.reason = why;
        record.score = 1;
        record.turn = 1;
        record.thresholdsVersion = QStringLiteral("1");
        record.decidedAt = call.startedAt.addSecs(12);
        const auto kept = m_store.escalations().record(record);
        if (!kept) {
            return kept.error();
        }
        const auto taken =
            m_store.escalations().acknowledge(m_clinic.id, kept->id, m_staff, record.decidedAt.addSecs(7));
        return taken ? Result<void>() : taken.error();
    }

    Result<void> addTask(const CallRecord &call)
    {
        Task task;
        task.clinicId = m_clinic.id;
        task.callId = call.id;
        task.type = wish(m_chance);
        task.slotValues[SlotName::PatientName] = {.value = name(m_chance), .saidAs = {}};
        task.slotValues[SlotName::CallbackNumber] = {.value = call.callerNumber, .saidAs = {}};
        task.createdAt = call.startedAt.addSecs(60);
        const auto kept = m_store.tasks().submit(task, QStringLiteral("demo"));
        auto open = kept ? m_store.desk().find(m_clinic.id, kept->id) : Result<Storage::DeskTask>(kept.error());
        if (!open) {
            return open.error();
        }
        open->assignee = m_staff;
        open->task.status = TaskStatus::Completed;
        open->completedAt = task.createdAt.addSecs(60 * (8 + qint64(m_chance.bounded(70))));
        const auto done = m_store.desk().change(
            *open, {.action = QStringLiteral("complete"), .by = m_staff, .at = open->completedAt});
        return done ? Result<void>() : done.error();
    }

    Storage::Store &m_store;
    const ClinicProfile &m_clinic;
    UserId m_staff;
    QDate m_date;
    QRandomGenerator m_chance;
};

} // namespace

Result<void> addPastDays(Storage::Store &store, const ClinicProfile &clinic, const UserId &staff, int days,
                         const QDateTime &now)
{
    return store.transaction([&]() -> Result<void> {
        const QDate today = clinic.localTime(now).date();
        for (int back = days; back > 0; --back) {
            if (const auto added = Day(store, clinic, staff, today.addDays(-back)).add(); !added) {
                return added;
            }
        }
        return {};
    });
}

} // namespace Frontdesk::DemoData
