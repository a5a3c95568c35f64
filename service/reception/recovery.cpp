#include "service/reception/recovery.h"

#include "service/reception/transcripttext.h"
#include "shared/model/escalation.h"

#include <algorithm>

namespace Frontdesk::Reception {

namespace {

Result<void> leaveTask(Storage::Store &store, const CallRecord &call, const QDateTime &now)
{
    Storage::TaskFilter ofCall;
    ofCall.clinic = call.clinicId;
    ofCall.call = call.id;
    const auto tasks = store.tasks().list(ofCall);
    const auto turns = store.calls().turns(call.clinicId, call.id);
    if (!tasks) {
        return tasks.error();
    }
    if (!turns) {
        return turns.error();
    }
    const bool handedOver = std::any_of(tasks->begin(), tasks->end(),
                                        [](const Task &task) { return task.type == RequestType::EscalatedCall; });
    if (handedOver) {
        return {};
    }
    Task task;
    task.clinicId = call.clinicId;
    task.callId = call.id;
    task.type = RequestType::EscalatedCall;
    task.priority = TaskPriority::Urgent;
    task.escalationReason = escalationReasonName(EscalationReason::SystemFailure);
    task.note = QStringLiteral("The service stopped during this call. The caller was sent to the clinic's own line.");
    task.slotValues[SlotName::CallbackNumber].value = call.callerNumber;
    task.transcript = transcriptText(turns.value());
    task.createdAt = now;
    task.updatedAt = now;
    const auto kept = store.tasks().submit(task, QStringLiteral("recovery"));
    return kept ? Result<void>() : Result<void>(kept.error());
}

} // namespace

Pending<Result<int>> closeUnfinishedCalls(Storage::Database &database, const Clock &clock, const Storage::NodeId &node)
{
    return database.run([now = clock.utcNow(), node](Storage::Store &store) -> Result<int> {
        const auto calls = store.calls().unfinished(node);
        if (!calls) {
            return calls.error();
        }
        for (const CallRecord &call : calls.value()) {
            const auto closed = store.transaction([&]() -> Result<void> {
                if (auto left = leaveTask(store, call, now); !left) {
                    return left;
                }
                const auto done =
                    store.calls().finish(call.clinicId, call.id, QStringLiteral("failover"), now, CallPhase::Abandoned);
                return done ? Result<void>() : Result<void>(done.error());
            });
            if (!closed) {
                return closed.error();
            }
        }
        return static_cast<int>(calls->size());
    });
}

} // namespace Frontdesk::Reception
