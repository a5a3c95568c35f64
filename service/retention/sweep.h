#pragma once

#include "service/storage/auditseal.h"
#include "service/storage/retentionrules.h"
#include "service/storage/store.h"

namespace Frontdesk::Retention {

/// What was deleted of one clinic.
struct Swept {
    qint64 recordings = 0;
    qint64 transcripts = 0;
    qint64 calls = 0;
    qint64 auditEntries = 0;
};

/// Deletes what a clinic no longer keeps, one small batch after the other.
///
/// Each batch is one transaction with the audit entry that proves it: what, how much, and from before when. A sweep that
/// is cut off loses nothing; the next one goes on. Two nodes may sweep at once.
class Sweep {
public:
    /// `shelf` may be null; it outlives this.
    Sweep(ClinicId clinic, Storage::RetentionRules rules, QDateTime now, Storage::AuditSeal seal,
          Storage::RecordingShelf *shelf);

    /// One batch. Returns whether there is more to do. Thread: the database's.
    [[nodiscard]] Result<bool> step(Storage::Store &store);

    [[nodiscard]] const ClinicId &clinic() const { return m_clinic; }
    [[nodiscard]] const Swept &done() const { return m_done; }

    static constexpr int CallsAtOnce = 20;
    static constexpr int AuditEntriesAtOnce = 500;
    /// How long the events for live push are kept: nobody resumes after longer, and they tell of changes, not of patients.
    static constexpr int EventsDays = 30;

private:
    enum class Stage { Recordings, Transcripts, Calls, AuditEntries, Events, Done };

    [[nodiscard]] Result<void> work(Storage::Store &store);
    [[nodiscard]] Result<void> eraseRecordings(Storage::Store &store);
    [[nodiscard]] Result<void> eraseRecords(Storage::Store &store, Storage::Keeping what, int days);
    [[nodiscard]] Result<void> eraseAudit(Storage::Store &store);
    [[nodiscard]] Result<void> prove(Storage::Store &store, const char *action, qint64 count, const QDateTime &before);
    [[nodiscard]] QDateTime daysAgo(int days) const { return m_now.addDays(-days); }
    void goOn(const std::optional<Storage::CallCursor> &last);
    void enterNext();

    const ClinicId m_clinic;
    const Storage::RetentionRules m_rules;
    const QDateTime m_now;
    const Storage::AuditSeal m_seal;
    Storage::RecordingShelf *m_shelf;
    Stage m_stage = Stage::Recordings;
    std::optional<Storage::CallCursor> m_after;
    Swept m_done;
};

} // namespace Frontdesk::Retention
