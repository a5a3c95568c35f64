#pragma once

#include "service/sealing/masterkey.h"
#include "service/storage/sql/sqlconnection.h"
#include "shared/core/clock.h"

#include <map>
#include <memory>
#include <mutex>

namespace Frontdesk::Storage {

/// What seals the patient data of one clinic.
struct ClinicKeys {
    std::map<quint32, Sealing::SecretKey> data; ///< By version; the last one seals what is new.
    Sealing::SecretKey index;
    Instant readAt{};

    [[nodiscard]] quint32 current() const { return data.rbegin()->first; }
};

/// The clinics' keys that were needed so far, unwrapped. Shared by all connections of a database; safe from any thread.
class KeyCache {
public:
    KeyCache(std::shared_ptr<const Sealing::MasterKeys> masters, const Clock &clock);

    [[nodiscard]] const Sealing::MasterKeys &masters() const { return *m_masters; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    [[nodiscard]] std::shared_ptr<const ClinicKeys> find(const ClinicId &clinic) const;
    void keep(const ClinicId &clinic, std::shared_ptr<const ClinicKeys> keys);
    void forget(const ClinicId &clinic);

private:
    std::shared_ptr<const Sealing::MasterKeys> m_masters;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::map<ClinicId, std::shared_ptr<const ClinicKeys>> m_keys;
};

/// Reads, makes and changes the clinics' keys over one connection.
class KeyRing {
public:
    using Keys = Result<std::shared_ptr<const ClinicKeys>>;

    KeyRing(SqlConnection &connection, KeyCache &cache)
        : m_connection(connection)
        , m_cache(cache)
    {}

    /// For sealing: at most a minute old, so that after a rotation nobody uses the old key for long. NotFound: the clinic
    /// has no keys. Refused: they are wrapped by another master key than ours.
    [[nodiscard]] Keys keys(const ClinicId &clinic);
    /// For opening: has the data key of this version, or there is none (Corrupt).
    [[nodiscard]] Keys keysWith(const ClinicId &clinic, quint32 version);

    /// Gives a clinic that has none its first keys. Part of the transaction around it.
    [[nodiscard]] Result<void> create(const ClinicId &clinic, const QDateTime &now);
    /// A new data key, which seals everything from now on. Returns its version.
    [[nodiscard]] Result<quint32> addVersion(const ClinicId &clinic, const QDateTime &now);
    /// Forgets data keys whose successor is older than `before`. Returns how many.
    [[nodiscard]] Result<qint64> dropReplaced(const ClinicId &clinic, const QDateTime &before);
    /// Wraps with the current master key what an older one wrapped. Returns how many keys.
    [[nodiscard]] Result<qint64> rewrap(const ClinicId &clinic);

private:
    Keys read(const ClinicId &clinic);
    Result<void> add(const ClinicId &clinic, const QString &purpose, quint32 version, const Sealing::SecretKey &key,
                     const QDateTime &now);

    SqlConnection &m_connection;
    KeyCache &m_cache;
};

} // namespace Frontdesk::Storage
