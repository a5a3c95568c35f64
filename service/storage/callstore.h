#pragma once

#include "service/storage/nodestore.h"
#include "shared/core/result.h"
#include "shared/model/callrecord.h"

#include <optional>
#include <vector>

namespace Frontdesk::Storage {

/// Where a page of calls ended: the next page begins with the call before this one.
struct CallCursor {
    QDateTime startedAt;
    CallId id;
};

struct CallFilter {
    ClinicId clinic{}; ///< Empty: all clinics.
    int limit = 100;   ///< 1 to 1000; others are brought into that range.
    std::optional<CallCursor> before{};
    std::optional<bool> isLive{}; ///< Running, or ended.
    QString outcome{};            ///< Empty: every one.
    QString escalationReason{};   ///< Text form; empty: escalated or not.
    QDateTime from{};             ///< Began at or after; invalid: from the first.
    QDateTime to{};               ///< Began before; invalid: to the last.
    QString name{};  ///< Calls about people whose names have words that begin so, in any order; needs the clinic.
    QString phone{}; ///< Calls from or about this number, its last seven or its last four digits; needs the clinic.
};

/// Calls and their turns. `find` and `findByNetworkId` are for those who do not know the clinic yet; everything else
/// names it, so that one clinic can never reach another's rows. Writes append `call.started`, `call.changed`, `call.turn`
/// (subject `CALL:NUMBER`) and `call.ended` to the clinic's events. A write of what is kept already changes nothing and
/// appends nothing, so that a write whose answer was lost may be made again.
class CallStore {
public:
    virtual ~CallStore() = default;

    /// Keeps a call that just came in. The phone network may tell us twice: a call with the same network id is not made
    /// again, the one already kept is returned. An empty id is filled in; `startedAt` must be set. `node` is the service
    /// that has taken it.
    virtual Result<CallRecord> begin(CallRecord call, const NodeId &node = {}) = 0;

    /// NotFound: no such call. Conflict: it has ended, and an ended call changes no more.
    virtual Result<void> setPhase(const ClinicId &clinic, const CallId &call, CallPhase phase,
                                  const QDateTime &now) = 0;

    /// Ends the call: `phase` is Finished, or Abandoned for calls found after a restart; outcomes are listed at
    /// CallRecord. Returns whether this ended it: the first ending stays, later ones change nothing. Only a call that was
    /// given up (Abandoned) by those who thought its service dead still gets its true ending.
    virtual Result<bool> finish(const ClinicId &clinic, const CallId &call, const QString &outcome,
                                const QDateTime &endedAt, CallPhase phase = CallPhase::Finished) = 0;

    /// NotFound when there is none.
    virtual Result<CallRecord> find(const CallId &call) = 0;
    /// By the phone network's id. NotFound when there is none.
    virtual Result<CallRecord> findByNetworkId(const QString &networkCallId) = 0;

    /// Calls of all clinics that this node has taken and that have not ended, oldest first: what has to be brought to an
    /// end when the node is gone.
    virtual Result<std::vector<CallRecord>> unfinished(const NodeId &node) = 0;

    /// Newest first. InvalidInput: `name` or `phone` is too little to search for.
    virtual Result<std::vector<CallRecord>> list(const CallFilter &filter) = 0;

    /// Keeps the turn, or replaces the one of the same number: an assistant's turn is saved when it begins and again
    /// when it is known how much of it was heard. NotFound: no such call.
    virtual Result<void> saveTurn(const ClinicId &clinic, const TurnRecord &turn) = 0;
    /// NotFound: no such turn.
    virtual Result<TurnRecord> turn(const ClinicId &clinic, const CallId &call, int number) = 0;
    /// In the order of their numbers; empty for an unknown call.
    virtual Result<std::vector<TurnRecord>> turns(const ClinicId &clinic, const CallId &call) = 0;
};

} // namespace Frontdesk::Storage
