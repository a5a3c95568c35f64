#include "service/storage/internal/keyring.h"

#include "service/sealing/seal.h"
#include "service/storage/sql/rows.h"

namespace Frontdesk::Storage {

namespace {

using Sealing::SecretKey;

constexpr Milliseconds LongestMemory{60'000};

const QString DataPurpose = QStringLiteral("data");
const QString IndexPurpose = QStringLiteral("index");

const QString SelectKeys = QStringLiteral(R"sql(
    SELECT purpose, version, master, wrapped FROM clinic_keys WHERE clinic_id = $1 ORDER BY purpose, version)sql");
const QString InsertKey = QStringLiteral(R"sql(
    INSERT INTO clinic_keys (clinic_id, purpose, version, master, wrapped, created_at)
    VALUES ($1, $2, $3, $4, $5, $6))sql");
const QString ReplaceWrapping = QStringLiteral(R"sql(
    UPDATE clinic_keys SET master = $1, wrapped = $2 WHERE clinic_id = $3 AND purpose = $4 AND version = $5)sql");
const QString DropReplaced = QStringLiteral(R"sql(
    DELETE FROM clinic_keys WHERE clinic_id = $1 AND purpose = 'data' AND version < (
        SELECT max(version) FROM clinic_keys WHERE clinic_id = $1 AND purpose = 'data' AND created_at < $2))sql");

QByteArray placeOf(const ClinicId &clinic, const QString &purpose, qint64 version)
{
    return QStringLiteral("clinic_keys/%1/%2/%3").arg(clinic.text(), purpose).arg(version).toUtf8();
}

SecretKey wrappingKey(const SecretKey &master)
{
    return master.derive("clinic keys");
}

struct WrappedKey {
    QString purpose;
    qint64 version = 0;
    QByteArray master;
    QByteArray wrapped;
};

WrappedKey readWrapped(const SqlRow &row)
{
    return {row.text(0), row.integer(1), row.text(2).toLatin1(), row.bytes(3)};
}

Result<SecretKey> unwrap(const ClinicId &clinic, const WrappedKey &key, const Sealing::MasterKeys &masters)
{
    const SecretKey *master = masters.find(key.master);
    if (!master) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("The database was sealed with another master key (%1) than the one given (%2).")
                         .arg(QString::fromLatin1(key.master), QString::fromLatin1(masters.current.fingerprint()))};
    }
    const auto bytes = Sealing::open(wrappingKey(*master), key.wrapped, placeOf(clinic, key.purpose, key.version));
    return bytes ? SecretKey::fromBytes(*bytes) : bytes.error();
}

} // namespace

KeyCache::KeyCache(std::shared_ptr<const Sealing::MasterKeys> masters, const Clock &clock)
    : m_masters(std::move(masters))
    , m_clock(clock)
{}

std::shared_ptr<const ClinicKeys> KeyCache::find(const ClinicId &clinic) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_keys.find(clinic);
    return known == m_keys.end() ? nullptr : known->second;
}

void KeyCache::keep(const ClinicId &clinic, std::shared_ptr<const ClinicKeys> keys)
{
    const std::lock_guard lock(m_mutex);
    m_keys[clinic] = std::move(keys);
}

void KeyCache::forget(const ClinicId &clinic)
{
    const std::lock_guard lock(m_mutex);
    m_keys.erase(clinic);
}

KeyRing::Keys KeyRing::keys(const ClinicId &clinic)
{
    auto known = m_cache.find(clinic);
    return known && m_cache.now() - known->readAt < LongestMemory ? Keys(std::move(known)) : read(clinic);
}

KeyRing::Keys KeyRing::keysWith(const ClinicId &clinic, quint32 version)
{
    auto known = m_cache.find(clinic);
    if (known && known->data.contains(version)) {
        return known;
    }
    auto fresh = read(clinic);
    if (fresh && !(*fresh)->data.contains(version)) {
        return Error{ErrorCode::Corrupt, QStringLiteral("The key of a sealed row is missing.")};
    }
    return fresh;
}

KeyRing::Keys KeyRing::read(const ClinicId &clinic)
{
    const auto rows = m_connection.query(SelectKeys, {clinic.text()});
    if (!rows) {
        return rows.error();
    }
    std::map<quint32, SecretKey> data;
    std::optional<SecretKey> index;
    for (const SqlRow &row : *rows) {
        const WrappedKey wrapped = readWrapped(row);
        auto key = unwrap(clinic, wrapped, m_cache.masters());
        if (!key) {
            return key.error();
        }
        if (wrapped.purpose == IndexPurpose) {
            index = *key;
        } else {
            data.emplace(static_cast<quint32>(wrapped.version), *key);
        }
    }
    if (data.empty() || !index) {
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such clinic, or it has no keys.")};
    }
    auto keys = std::make_shared<const ClinicKeys>(ClinicKeys{std::move(data), *index, m_cache.now()});
    m_cache.keep(clinic, keys);
    return keys;
}

Result<void> KeyRing::add(const ClinicId &clinic, const QString &purpose, quint32 version, const SecretKey &key,
                          const QDateTime &now)
{
    const SecretKey &master = m_cache.masters().current;
    const QByteArray wrapped = Sealing::seal(wrappingKey(master), key.toBytes(), placeOf(clinic, purpose, version));
    const auto added =
        m_connection.execute(InsertKey, {clinic.text(), purpose, qint64{version},
                                         QString::fromLatin1(master.fingerprint()), wrapped, toSqlTime(now)});
    // After the row, on which another one who makes the same clinic would have waited.
    m_cache.forget(clinic);
    return added ? Result<void>() : added.error();
}

Result<void> KeyRing::create(const ClinicId &clinic, const QDateTime &now)
{
    auto added = add(clinic, DataPurpose, 1, SecretKey::random(), now);
    return added ? add(clinic, IndexPurpose, 1, SecretKey::random(), now) : added;
}

Result<quint32> KeyRing::addVersion(const ClinicId &clinic, const QDateTime &now)
{
    return m_connection.transaction([&]() -> Result<quint32> {
        if (const auto alone = m_connection.lock(QStringLiteral("keys of ") + clinic.text()); !alone) {
            return alone.error();
        }
        const auto known = read(clinic);
        if (!known) {
            return known.error();
        }
        const quint32 version = (*known)->current() + 1;
        const auto added = add(clinic, DataPurpose, version, SecretKey::random(), now);
        return added ? Result<quint32>(version) : added.error();
    });
}

Result<qint64> KeyRing::dropReplaced(const ClinicId &clinic, const QDateTime &before)
{
    const auto dropped = m_connection.execute(DropReplaced, {clinic.text(), toSqlTime(before)});
    m_cache.forget(clinic);
    return dropped;
}

Result<qint64> KeyRing::rewrap(const ClinicId &clinic)
{
    const SecretKey &master = m_cache.masters().current;
    return m_connection.transaction([&]() -> Result<qint64> {
        const auto rows = m_connection.query(SelectKeys, {clinic.text()});
        if (!rows) {
            return rows.error();
        }
        qint64 changed = 0;
        for (const SqlRow &row : *rows) {
            const WrappedKey wrapped = readWrapped(row);
            if (wrapped.master == master.fingerprint()) {
                continue;
            }
            const auto key = unwrap(clinic, wrapped, m_cache.masters());
            if (!key) {
                return key.error();
            }
            const QByteArray again =
                Sealing::seal(wrappingKey(master), key->toBytes(), placeOf(clinic, wrapped.purpose, wrapped.version));
            const auto done = m_connection.execute(ReplaceWrapping, {QString::fromLatin1(master.fingerprint()), again,
                                                                     clinic.text(), wrapped.purpose, wrapped.version});
            if (!done) {
                return done.error();
            }
            ++changed;
        }
        return changed;
    });
}

} // namespace Frontdesk::Storage
