#pragma once

#include "service/storage/scope.h"
#include "service/storage/store.h"

#include <variant>

namespace Frontdesk::Storage {

// What a running call writes, as values that can wait for a database that is away. Each may be written again without
// harm: the network's id, the turn's number, the task's key and the escalation's id say that it is the same.

struct BeginCall {
    CallRecord call; ///< With its id.
    NodeId node{};   ///< Who has taken it.
};
struct ChangePhase {
    ClinicId clinic;
    CallId call;
    CallPhase phase = CallPhase::Ringing;
    QDateTime now;
};
struct SaveTurn {
    ClinicId clinic;
    TurnRecord turn;
};
struct SubmitTask {
    Task task;
    QString key;
};
struct RecordEscalation {
    EscalationRecord escalation; ///< With its id.
};
struct SaveTape {
    ClinicId clinic;
    CallId call;
    QByteArray tape;
};
struct FinishCall {
    ClinicId clinic;
    CallId call;
    QString outcome;
    QDateTime endedAt;
};
/// An event for the clinic's people: nobody took this call when it was handed over.
struct TellUnanswered {
    ClinicId clinic;
    CallId call;
    QDateTime at;
};

struct SaveRecording {
    RecordingRecord recording;
};

/// What a conversation of the call has used of vendors.
struct SaveUsage {
    ClinicId clinic;
    CallId call;
    int conversation = 0; ///< Of the call, from 0.
    CallUsage usage;
};
/// Where the time of a reply went.
struct SaveTurnTimes {
    ClinicId clinic;
    CallId call;
    int turn = 0;
    TurnTimes times;
};

/// New kinds go to the end: the journal keeps a kind's place in this list.
using CallWrite = std::variant<BeginCall, ChangePhase, SaveTurn, SubmitTask, RecordEscalation, SaveTape, FinishCall,
                               TellUnanswered, SaveRecording, SaveUsage, SaveTurnTimes>;

/// The call's own lane.
[[nodiscard]] Scope scopeOf(const CallWrite &write);

[[nodiscard]] Result<void> apply(const CallWrite &write, Store &store);

/// For the journal. `fromBytes`: Corrupt when the bytes were not made by `toBytes`.
[[nodiscard]] QByteArray toBytes(const CallWrite &write);
[[nodiscard]] Result<CallWrite> callWriteFromBytes(const QByteArray &bytes);

} // namespace Frontdesk::Storage
