#include "service/retention/sweep.h"

#include "service/retention/erasure.h"

#include <algorithm>

namespace Frontdesk::Retention {

using Storage::Keeping;

Sweep::Sweep(ClinicId clinic, Storage::RetentionRules rules, QDateTime now, Storage::AuditSeal seal,
             Storage::RecordingShelf *shelf)
    : m_clinic(std::move(clinic))
    , m_rules(rules)
    , m_now(std::move(now))
    , m_seal(std::move(seal))
    , m_shelf(shelf)
    , m_stage(rules.legalHold ? Stage::Events : Stage::Recordings)
{}

Result<bool> Sweep::step(Storage::Store &store)
{
    const Swept before = m_done;
    const auto place = std::pair(m_stage, m_after);
    if (const auto done = store.transaction([&] { return work(store); }); !done) {
        m_done = before;
        std::tie(m_stage, m_after) = place;
        return done.error();
    }
    return m_stage != Stage::Done;
}

Result<void> Sweep::work(Storage::Store &store)
{
    switch (m_stage) {
    case Stage::Recordings:
        return eraseRecordings(store);
    case Stage::Transcripts:
        return eraseRecords(store, Keeping::Transcript, m_rules.transcriptsDays);
    case Stage::Calls:
        return eraseRecords(store, Keeping::Call, m_rules.callsDays);
    case Stage::AuditEntries:
        return eraseAudit(store);
    case Stage::Events: {
        enterNext();
        const auto forgotten = store.events().forget(m_clinic, daysAgo(EventsDays));
        return forgotten ? Result<void>() : forgotten.error();
    }
    case Stage::Done:
        break;
    }
    return {};
}

Result<void> Sweep::eraseRecordings(Storage::Store &store)
{
    if (!m_shelf) {
        enterNext();
        return {};
    }
    const QDateTime before = daysAgo(m_rules.recordingsDays);
    const auto old = m_shelf->madeBefore(store, m_clinic, before, m_after, CallsAtOnce);
    const auto free = old ? store.retention().notHeld(m_clinic, old->calls) : old.error();
    if (!free) {
        return free.error();
    }
    qint64 erased = 0;
    for (const CallId &call : *free) {
        const auto gone = m_shelf->erase(store, m_clinic, call);
        if (!gone) {
            return gone.error();
        }
        erased += *gone;
    }
    m_done.recordings += erased;
    goOn(old->last);
    return prove(store, "retention.recordings", erased, before);
}

Result<void> Sweep::eraseRecords(Storage::Store &store, Keeping what, int days)
{
    const QDateTime before = daysAgo(days);
    const auto old = store.retention().expired(m_clinic, what, before, m_after, CallsAtOnce);
    if (!old) {
        return old.error();
    }
    const auto count = static_cast<qint64>(old->calls.size());
    if (what == Keeping::Call) {
        if (const auto erased = eraseCalls(store, m_shelf, m_clinic, old->calls); !erased) {
            return erased.error();
        }
        m_done.calls += count;
    } else {
        for (const CallId &call : old->calls) {
            if (auto erased = store.retention().erase(m_clinic, call, what); !erased) {
                return erased;
            }
        }
        m_done.transcripts += count;
    }
    goOn(old->last);
    return prove(store, what == Keeping::Call ? "retention.calls" : "retention.transcripts", count, before);
}

/// Whoever holds something may ask one day who has seen it: then nothing of the log goes.
Result<void> Sweep::eraseAudit(Storage::Store &store)
{
    const auto holds = store.retention().holds(m_clinic);
    if (!holds) {
        return holds.error();
    }
    const QDateTime before = daysAgo(std::max(m_rules.auditDays, Storage::RetentionRules::SixYears));
    const auto erased =
        holds->empty() ? store.audit().expire(m_clinic, before, m_seal, AuditEntriesAtOnce) : Result<qint64>(qint64{0});
    if (!erased) {
        return erased.error();
    }
    m_done.auditEntries += *erased;
    if (*erased < AuditEntriesAtOnce) {
        enterNext();
    }
    return prove(store, "retention.audit", *erased, before);
}

Result<void> Sweep::prove(Storage::Store &store, const char *action, qint64 count, const QDateTime &before)
{
    if (count == 0) {
        return {};
    }
    Storage::AuditEntry entry;
    entry.clinic = m_clinic;
    entry.at = m_now;
    entry.actorName = QStringLiteral("retention");
    entry.action = QLatin1String(action);
    entry.subjectType = QStringLiteral("clinic");
    entry.subjectId = m_clinic.text();
    entry.detail = QStringLiteral("%1 deleted, from before %2").arg(count).arg(before.toString(Qt::ISODate));
    const auto proven = store.audit().append(entry, m_seal);
    return proven ? Result<void>() : proven.error();
}

void Sweep::goOn(const std::optional<Storage::CallCursor> &last)
{
    m_after = last;
    if (!last) {
        enterNext();
    }
}

void Sweep::enterNext()
{
    m_after.reset();
    m_stage = static_cast<Stage>(static_cast<int>(m_stage) + 1);
}

} // namespace Frontdesk::Retention
