#pragma once

#include "service/reception/callcounts.h"
#include "service/storage/scope.h"
#include "shared/model/callrecord.h"
#include "shared/model/clinicprofile.h"

#include <QHash>
#include <QMutex>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace Frontdesk::Reception {

/// A call as this process knows it, from the webhook to the end of the transfer.
struct LiveCall {
    CallRecord record;
    ClinicProfile clinic;
    bool streaming = false;        ///< Its media stream is connected here.
    bool guidanceOwed = false;     ///< An emergency sentence was decided and not heard.
    QString escalationReason;      ///< Text form; empty when it was not escalated.
    QString outcome;               ///< As far as it is decided.
    QString callerName;            ///< As told to the assistant; patient data, in memory only.
    QString callbackNumber;        ///< The same; empty: the number they call from.
    int transfers = 0;             ///< How often the clinic was rung for this caller.
    int returns = 0;               ///< How often the caller came back to the assistant because nobody took the call.
    std::vector<TurnRecord> turns; ///< Of the conversations that are over.
};

/// Where the database's work for this call is done: in order.
[[nodiscard]] inline Storage::Scope laneOf(const LiveCall &call)
{
    return Storage::Scope::of(call.clinic.id, call.record.id);
}

/// The calls of this process, by the phone network's id. Safe from any thread.
///
/// Answers what the phone network may ask at any moment without waiting for the database; after a restart the
/// database knows.
class CallRegistry {
public:
    /// A call that is known already is returned as it is: the network may tell us twice.
    LiveCall open(const LiveCall &call);
    [[nodiscard]] std::optional<LiveCall> find(const QString &networkCallId) const;
    /// Changes one call; nothing happens when it is unknown.
    void change(const QString &networkCallId, const std::function<void(LiveCall &)> &change);
    void forget(const QString &networkCallId);
    /// Calls with a media stream.
    [[nodiscard]] int streaming() const;
    [[nodiscard]] std::vector<LiveCall> all() const;
    [[nodiscard]] CallCounts &counts() { return m_counts; }

private:
    mutable QMutex m_mutex;
    QHash<QString, LiveCall> m_calls;
    CallCounts m_counts;
};

} // namespace Frontdesk::Reception
