#include "service/storage/sql/sqlauditstore.h"

#include "service/storage/sql/rows.h"

#include <limits>

namespace Frontdesk::Storage {

namespace {

const QString AppendEntry = QStringLiteral(R"sql(
    INSERT INTO audit (clinic_id, sequence, at, actor_id, actor_name, actor_role, action, subject_type, subject_id,
                       detail, address, reason, seal)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql");

const QString ListEntries = QStringLiteral(R"sql(
    SELECT clinic_id, sequence, at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail, address,
           reason, seal
    FROM audit
    WHERE clinic_id = $1 AND ($2 = '' OR actor_id = $2) AND substr(action, 1, length($3)) = $3
      AND ($4 = '' OR subject_id = $4) AND at >= $5 AND at < $6 AND sequence < $7
    ORDER BY sequence DESC LIMIT $8)sql");

const QString EntriesAfter = QStringLiteral(R"sql(
    SELECT clinic_id, sequence, at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail, address,
           reason, seal
    FROM audit WHERE clinic_id = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000)sql");

const QString SealEntry = QStringLiteral("UPDATE audit SET seal = $1 WHERE clinic_id = $2 AND sequence = $3");

const QString FindEnds =
    QStringLiteral("SELECT first, before_first, last, last_seal, seal FROM audit_ends WHERE clinic_id = $1");

const QString KeepEnds = QStringLiteral(R"sql(
    INSERT INTO audit_ends (clinic_id, first, before_first, last, last_seal, seal) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (clinic_id) DO UPDATE SET first = excluded.first, before_first = excluded.before_first,
        last = excluded.last, last_seal = excluded.last_seal, seal = excluded.seal)sql");

const QString ClinicsWithLog =
    QStringLiteral("SELECT clinic_id FROM audit_ends UNION SELECT clinic_id FROM audit ORDER BY clinic_id");

const QString OldestEntries = QStringLiteral(R"sql(
    SELECT clinic_id, sequence, at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail, address,
           reason, seal
    FROM audit WHERE clinic_id = $1 ORDER BY sequence LIMIT $2)sql");

const QString DeleteUpTo = QStringLiteral("DELETE FROM audit WHERE clinic_id = $1 AND sequence <= $2");

Result<AuditEntry> readEntry(const SqlRow &row)
{
    AuditEntry entry;
    entry.clinic = ClinicId(row.text(0));
    entry.sequence = row.integer(1);
    entry.at = row.time(2);
    entry.actorId = row.text(3);
    entry.actorName = row.text(4);
    entry.actorRole = row.text(5);
    entry.action = row.text(6);
    entry.subjectType = row.text(7);
    entry.subjectId = row.text(8);
    entry.detail = row.text(9);
    entry.address = row.text(10);
    entry.reason = row.text(11);
    entry.seal = row.bytes(12);
    return entry;
}

AuditCheck broken(AuditCheck check, qint64 sequence, const char *what)
{
    check.firstBad = sequence;
    check.what = QLatin1String(what);
    return check;
}

} // namespace

Result<void> SqlAuditStore::lock(const ClinicId &clinic)
{
    return m_connection.lock(QStringLiteral("audit of ") + clinic.text());
}

Result<SqlAuditStore::StoredEnds> SqlAuditStore::ends(const ClinicId &clinic)
{
    const auto rows = m_connection.query(FindEnds, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    if (rows->empty()) {
        return StoredEnds{};
    }
    const SqlRow &row = rows->front();
    return StoredEnds{{row.integer(0), row.bytes(1), row.integer(2), row.bytes(3)}, row.bytes(4), true};
}

Result<void> SqlAuditStore::keepEnds(const ClinicId &clinic, const AuditEnds &ends, const AuditSeal &seal)
{
    const auto kept = m_connection.execute(
        KeepEnds, {clinic.text(), ends.first, ends.beforeFirst, ends.last, ends.lastSeal, seal.of(clinic, ends)});
    return kept ? Result<void>() : kept.error();
}

Result<AuditEntry> SqlAuditStore::append(AuditEntry entry, const AuditSeal &seal)
{
    if (!entry.at.isValid() || entry.action.isEmpty()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("An audit entry needs an action and its time.")};
    }
    return m_connection.transaction([&]() -> Result<AuditEntry> {
        if (const auto alone = lock(entry.clinic); !alone) {
            return alone.error();
        }
        auto known = ends(entry.clinic);
        if (!known) {
            return known.error();
        }
        entry.sequence = known->ends.last + 1;
        entry.seal = seal.of(entry, known->ends.lastSeal);
        const auto kept =
            m_connection.execute(AppendEntry, {entry.clinic.text(), entry.sequence, toSqlTime(entry.at), entry.actorId,
                                               entry.actorName, entry.actorRole, entry.action, entry.subjectType,
                                               entry.subjectId, entry.detail, entry.address, entry.reason, entry.seal});
        if (!kept) {
            return kept.error();
        }
        known->ends.last = entry.sequence;
        known->ends.lastSeal = entry.seal;
        const auto ended = keepEnds(entry.clinic, known->ends, seal);
        return ended ? Result<AuditEntry>(std::move(entry)) : ended.error();
    });
}

Result<std::vector<AuditEntry>> SqlAuditStore::list(const AuditFilter &filter)
{
    const SqlValue from = filter.from.isValid() ? toSqlTime(filter.from) : SqlValue(std::numeric_limits<qint64>::min());
    const SqlValue until =
        filter.until.isValid() ? toSqlTime(filter.until) : SqlValue(std::numeric_limits<qint64>::max());
    const qint64 before = filter.before > 0 ? filter.before : std::numeric_limits<qint64>::max();
    return readAll<AuditEntry>(
        m_connection.query(ListEntries, {filter.clinic.text(), filter.actorId, filter.action, filter.subjectId, from,
                                         until, before, pageSize(filter.limit)}),
        readEntry);
}

Result<std::vector<AuditEntry>> SqlAuditStore::page(const ClinicId &clinic, qint64 after)
{
    return readAll<AuditEntry>(m_connection.query(EntriesAfter, {clinic.text(), after}), readEntry);
}

Result<AuditCheck> SqlAuditStore::verify(const ClinicId &clinic, const AuditSeal &seal)
{
    return m_connection.transaction([&]() -> Result<AuditCheck> {
        // Nobody appends while we look.
        if (const auto alone = lock(clinic); !alone) {
            return alone.error();
        }
        const auto known = ends(clinic);
        if (!known) {
            return known.error();
        }
        AuditCheck check;
        check.last = known->ends.last;
        check.lastSeal = known->ends.lastSeal;
        if (known->exist && !seal.fits(clinic, known->ends, known->seal)) {
            return broken(check, known->ends.first, "the record of the log's ends was changed");
        }
        qint64 expected = known->ends.first;
        QByteArray previous = known->ends.beforeFirst;
        for (qint64 after = std::numeric_limits<qint64>::min();;) {
            const auto entries = page(clinic, after);
            if (!entries) {
                return entries.error();
            }
            if (entries->empty()) {
                break;
            }
            for (const AuditEntry &entry : *entries) {
                ++check.entries;
                if (entry.sequence != expected) {
                    return broken(check, std::min(entry.sequence, expected),
                                  entry.sequence > expected ? "an entry is missing" : "an entry was added");
                }
                if (!seal.fits(entry, previous)) {
                    return broken(check, entry.sequence, "an entry was changed, or stands in another's place");
                }
                previous = entry.seal;
                ++expected;
            }
            after = entries->back().sequence;
        }
        if (expected != known->ends.last + 1) {
            return broken(check, expected,
                          expected <= known->ends.last ? "entries are missing at the end"
                                                       : "entries were added at the end");
        }
        return check;
    });
}

Result<qint64> SqlAuditStore::reseal(const ClinicId &clinic, const AuditSeal &seal)
{
    return m_connection.transaction([&]() -> Result<qint64> {
        const auto check = verify(clinic, seal);
        if (!check || check->firstBad) {
            return check ? Error{ErrorCode::Conflict,
                                 QStringLiteral("The audit log is not whole; clear that up before its key changes.")}
                         : check.error();
        }
        auto known = ends(clinic);
        if (!known || !known->exist) {
            return known ? Result<qint64>(qint64{0}) : known.error();
        }
        QByteArray previous = known->ends.beforeFirst;
        auto entries = page(clinic, std::numeric_limits<qint64>::min());
        while (entries && !entries->empty()) {
            for (const AuditEntry &entry : *entries) {
                previous = seal.of(entry, previous);
                if (const auto sealed = m_connection.execute(SealEntry, {previous, clinic.text(), entry.sequence});
                    !sealed) {
                    return sealed.error();
                }
            }
            entries = page(clinic, entries->back().sequence);
        }
        known->ends.lastSeal = previous;
        const auto kept = entries ? keepEnds(clinic, known->ends, seal) : entries.error();
        return kept ? Result<qint64>(check->entries) : kept.error();
    });
}

Result<std::vector<ClinicId>> SqlAuditStore::clinics()
{
    return readAll<ClinicId>(m_connection.query(ClinicsWithLog, {}),
                             [](const SqlRow &row) { return Result<ClinicId>(ClinicId(row.text(0))); });
}

Result<qint64> SqlAuditStore::expire(const ClinicId &clinic, const QDateTime &before, const AuditSeal &seal, int limit)
{
    return m_connection.transaction([&]() -> Result<qint64> {
        if (const auto alone = lock(clinic); !alone) {
            return alone.error();
        }
        auto known = ends(clinic);
        const auto oldest =
            readAll<AuditEntry>(m_connection.query(OldestEntries, {clinic.text(), pageSize(limit)}), readEntry);
        if (!known || !oldest) {
            return known ? oldest.error() : known.error();
        }
        bool isWhole = seal.fits(clinic, known->ends, known->seal);
        qint64 expired = 0;
        for (const AuditEntry &entry : *oldest) {
            if (entry.at >= before) {
                break;
            }
            isWhole = isWhole && entry.sequence == known->ends.first && seal.fits(entry, known->ends.beforeFirst);
            known->ends.first = entry.sequence + 1;
            known->ends.beforeFirst = entry.seal;
            ++expired;
        }
        if (expired == 0) {
            return qint64{0};
        }
        if (!isWhole) {
            return Error{
                ErrorCode::Conflict,
                QStringLiteral("The audit log is not whole; nothing of it is deleted before that is cleared up.")};
        }
        if (auto kept = keepEnds(clinic, known->ends, seal); !kept) {
            return kept.error();
        }
        return m_connection.execute(DeleteUpTo, {clinic.text(), known->ends.first - 1});
    });
}

} // namespace Frontdesk::Storage
