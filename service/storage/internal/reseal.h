#pragma once

#include "service/storage/internal/sealedbodies.h"
#include "service/storage/internal/searchindex.h"
#include "service/storage/keystore.h"

namespace Frontdesk::Storage {

/// A column of sealed bodies. The primary key of its table is the clinic, `key` and, where there is one, `number`.
struct SealedTable {
    QLatin1String name;
    QLatin1String key;
    QLatin1String number{"0"};    ///< `0`: the key alone.
    QLatin1String column{"body"}; ///< May be NULL in a row.

    /// As it stands in a BodyPlace.
    [[nodiscard]] QString place() const;
};

/// All columns of sealed bodies; a new one gets its line here.
[[nodiscard]] const std::vector<SealedTable> &sealedTables();

/// Moves sealed bodies to the clinic's newest key.
class Reseal {
public:
    /// Whether bodies from before there were keys are taken.
    enum class Plain { Refuse, Accept };

    Reseal(SqlConnection &connection, KeyRing &keys, SealedBodies &bodies, Plain plain = Plain::Refuse)
        : m_connection(connection)
        , m_keys(keys)
        , m_bodies(bodies)
        , m_plain(plain)
    {}

    /// Goes over at most `limit` more rows. A row that changes meanwhile is left to whoever changed it.
    [[nodiscard]] Result<ResealProgress> step(const ClinicId &clinic, ResealProgress from, int limit);

private:
    Result<qint64> reseal(const SealedTable &table, const ClinicId &clinic, const SqlRow &row);
    Result<QJsonObject> open(const BodyPlace &place, const QByteArray &bytes);

    SqlConnection &m_connection;
    KeyRing &m_keys;
    SealedBodies &m_bodies;
    Plain m_plain;
};

} // namespace Frontdesk::Storage
