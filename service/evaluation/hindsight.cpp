#include "service/evaluation/hindsight.h"

#include "service/evaluation/tapedcalls.h"
#include "shared/model/escalation.h"

#include <QJsonArray>

#include <algorithm>

namespace Frontdesk::Evaluation {

namespace {

QJsonValue endJson(const ReplayedEnd &end)
{
    return end.escalated ? QJsonValue(escalationReasonName(end.reason)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Calibration &calibration, int unreadable)
{
    QJsonArray changed;
    for (const ChangedCall &call : calibration.changed) {
        changed.append(QJsonObject{{QStringLiteral("call_id"), call.id},
                                   {QStringLiteral("before"), endJson(call.before)},
                                   {QStringLiteral("after"), endJson(call.after)}});
    }
    return {{QStringLiteral("calls"), calibration.calls},
            {QStringLiteral("escalated_before"), calibration.escalatedBefore},
            {QStringLiteral("escalated_after"), calibration.escalatedAfter},
            {QStringLiteral("emergencies_lost"), calibration.emergenciesLost},
            {QStringLiteral("unreadable"), unreadable},
            {QStringLiteral("changed"), changed}};
}

Result<TapedCalls> newestCalls(Storage::Store &store, const ClinicId &clinic, const QDateTime &from,
                               const QDateTime &until)
{
    Storage::CallFilter newest{.clinic = clinic, .limit = MostCalls};
    newest.from = from;
    newest.to = until;
    const auto calls = store.calls().list(newest);
    if (!calls) {
        return calls.error();
    }
    return TapedCalls::of(store, clinic, calls->empty() ? until : calls->back().startedAt, until);
}

/// Nothing when the call was handed over as an emergency, or would not be.
Result<std::optional<QJsonObject>> missedEmergency(Storage::Store &store, const ClinicId &clinic,
                                                   const StoredCall &call)
{
    const ReplayedEnd end = replay(call, call.briefing.clinic.thresholds);
    if (!end.emergency) {
        return std::optional<QJsonObject>();
    }
    const auto record = store.calls().find(CallId(call.id));
    const auto escalations = store.escalations().forCall(clinic, CallId(call.id));
    if (!record || !escalations) {
        return record ? escalations.error() : record.error();
    }
    const bool wasSeen = std::any_of(escalations->begin(), escalations->end(),
                                     [](const EscalationRecord &escalation) { return isEmergency(escalation.reason); });
    if (wasSeen) {
        return std::optional<QJsonObject>();
    }
    return std::optional(QJsonObject{{QStringLiteral("call_id"), call.id},
                                     {QStringLiteral("started_at"), record->startedAt.toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("outcome"), record->outcome},
                                     {QStringLiteral("reason"), escalationReasonName(end.reason)}});
}

} // namespace

Result<QJsonObject> missedEmergencies(Storage::Store &store, const ClinicId &clinic, const QDateTime &from,
                                      const QDateTime &until)
{
    auto taped = newestCalls(store, clinic, from, until);
    if (!taped) {
        return taped.error();
    }
    QJsonArray items;
    int calls = 0;
    while (const auto call = taped->next()) {
        ++calls;
        const auto missed = missedEmergency(store, clinic, *call);
        if (!missed) {
            return missed.error();
        }
        if (missed->has_value()) {
            items.append(**missed);
        }
    }
    return QJsonObject{{QStringLiteral("calls"), calls},
                       {QStringLiteral("unreadable"), taped->unreadable()},
                       {QStringLiteral("items"), items}};
}

Result<QJsonObject> previewThresholds(Storage::Store &store, const ClinicId &clinic,
                                      const std::vector<std::pair<QString, double>> &changes, const QDateTime &from,
                                      const QDateTime &until)
{
    EscalationThresholds scratch;
    for (const auto &[name, value] : changes) {
        if (const auto known = setThreshold(scratch, name, value); !known) {
            return known.error();
        }
    }
    auto taped = newestCalls(store, clinic, from, until);
    if (!taped) {
        return taped.error();
    }
    const Calibration calibration = calibrate(taped.value(), changes);
    return toJson(calibration, taped->unreadable());
}

} // namespace Frontdesk::Evaluation
