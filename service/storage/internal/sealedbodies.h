#pragma once

#include "service/storage/internal/keyring.h"

#include <QJsonObject>

namespace Frontdesk::Storage {

/// Where a sealed body belongs. Its bytes open nowhere else.
struct BodyPlace {
    QString table; ///< `TABLE` for its column `body`, `TABLE.COLUMN` for another one.
    ClinicId clinic;
    QString row; ///< The rest of its primary key, joined by `/`.
};

/// All patient data of a row passes here on its way into and out of the database.
///
/// Stored: the byte 1, the version of the clinic's data key (four bytes, big-endian), then what Sealing::seal makes of
/// the JSON. A table with such a `body` stands in sealedTables() (internal/reseal.h), so that its rows follow when keys
/// change.
class SealedBodies {
public:
    explicit SealedBodies(KeyRing &keys)
        : m_keys(keys)
    {}

    [[nodiscard]] Result<QByteArray> pack(const BodyPlace &place, const QJsonObject &data);
    /// Corrupt: these bytes were not made by `pack` for this place.
    [[nodiscard]] Result<QJsonObject> unpack(const BodyPlace &place, const QByteArray &bytes);

    /// The version of the key that sealed it; nothing for bytes that are not sealed.
    [[nodiscard]] static std::optional<quint32> versionOf(const QByteArray &bytes);

private:
    KeyRing &m_keys;
};

} // namespace Frontdesk::Storage
