#pragma once

#include "service/storage/callstore.h"

#include <optional>

namespace Frontdesk::Storage {

/// While it stands, nothing of its subject is deleted.
struct LegalHold {
    enum class Kind { Clinic, Call, Patient };

    QString id{};
    ClinicId clinic{};
    Kind kind = Kind::Clinic;
    CallId call{};    ///< Of Kind::Call.
    QString name{};   ///< Of Kind::Patient: as in CallFilter. Patient data.
    QString phone{};  ///< Of Kind::Patient: as in CallFilter. Patient data.
    QString reason{}; ///< May name the patient.
    QString placedBy{};
    QDateTime placedAt{};
};

[[nodiscard]] QString holdKindName(LegalHold::Kind kind);
[[nodiscard]] std::optional<LegalHold::Kind> holdKindFromName(QStringView name);

/// What of a call's records has a time of its own to be kept.
enum class Keeping {
    Transcript, ///< Turns, tape, the words in tasks and decisions.
    Call,       ///< Everything, with its tasks.
};

/// Calls whose time is over.
struct ExpiredCalls {
    std::vector<CallId> calls{};
    std::optional<CallCursor> last{}; ///< Where the next look goes on; not set: there are no more.
};

/// Deletes for real what a clinic no longer keeps, and knows what must stay.
class RetentionStore {
public:
    virtual ~RetentionStore() = default;

    /// Fills in the id. NotFound: no such call. InvalidInput: a patient who cannot be searched for.
    virtual Result<LegalHold> place(LegalHold hold) = 0;
    /// NotFound: no such hold stands.
    virtual Result<void> release(const ClinicId &clinic, const QString &hold, const QString &by,
                                 const QDateTime &now) = 0;
    /// Those that stand, oldest first.
    virtual Result<std::vector<LegalHold>> holds(const ClinicId &clinic) = 0;

    /// Looks through up to `limit` calls that began before the moment, oldest first, after `after`: those that have ended,
    /// are not held and have no task that is open. Until the transaction around it ends, others who ask wait.
    virtual Result<ExpiredCalls> expired(const ClinicId &clinic, Keeping what, const QDateTime &before,
                                         const std::optional<CallCursor> &after, int limit) = 0;
    /// Those of the calls that no hold keeps from being deleted.
    virtual Result<std::vector<CallId>> notHeld(const ClinicId &clinic, const std::vector<CallId> &calls) = 0;

    /// Deletes; what is gone already is no error. Whoever calls this has looked that the call is not held.
    virtual Result<void> erase(const ClinicId &clinic, const CallId &call, Keeping what) = 0;
};

class Store;

/// Where recordings are, for those who delete. Filled by the room that keeps them. Thread: the database's, inside an open
/// transaction.
class RecordingShelf {
public:
    virtual ~RecordingShelf() = default;

    /// Looks through up to `limit` calls with recordings that began before the moment, oldest first, after `after`.
    virtual Result<ExpiredCalls> madeBefore(Store &store, const ClinicId &clinic, const QDateTime &before,
                                            const std::optional<CallCursor> &after, int limit) = 0;
    /// Takes the call's recordings away: the rows with their keys now, the files once that is kept. Returns how many there
    /// were.
    virtual Result<qint64> erase(Store &store, const ClinicId &clinic, const CallId &call) = 0;
};

} // namespace Frontdesk::Storage
