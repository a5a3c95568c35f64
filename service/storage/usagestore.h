#pragma once

#include "service/storage/analyticsstore.h"
#include "shared/core/id.h"
#include "shared/core/result.h"
#include "shared/model/callusage.h"

#include <QDate>

#include <map>
#include <vector>

namespace Frontdesk::Storage {

/// What the calls of one day together used.
struct DayOfUsage {
    QDate day; ///< Of UTC.
    UsageLine used;
};

/// What calls used of vendors, and where the time of their replies went.
class UsageStore {
public:
    virtual ~UsageStore() = default;

    /// What a conversation of the call has used in all: said again, it takes the place of what was said before.
    /// Conversations of a call count from 0. NotFound: no such call.
    virtual Result<void> save(const ClinicId &clinic, const CallId &call, int conversation, const CallUsage &usage) = 0;

    /// Of all conversations of the call together.
    virtual Result<CallUsage> ofCall(const ClinicId &clinic, const CallId &call) = 0;

    /// Of the calls that began in the period, deleted ones too. Counted by quarters of an hour: a period that begins or
    /// ends within one has all of it.
    virtual Result<std::vector<DayOfUsage>> byDay(const ClinicId &clinic, const Period &period) = 0;

    /// Of the reply that is the call's turn of this number.
    virtual Result<void> saveTimes(const ClinicId &clinic, const CallId &call, int turn, const TurnTimes &times) = 0;
    /// By turn.
    virtual Result<std::map<int, TurnTimes>> timesOf(const ClinicId &clinic, const CallId &call) = 0;
};

} // namespace Frontdesk::Storage
