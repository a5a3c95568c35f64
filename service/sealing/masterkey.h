#pragma once

#include "service/sealing/secretkey.h"

#include <QString>

#include <memory>
#include <optional>

namespace Frontdesk::Sealing {

/// The keys that wrap the clinics' keys.
struct MasterKeys {
    SecretKey current;
    /// While keys are being moved from an older master key to the current one.
    std::optional<SecretKey> previous{};

    /// The one with this fingerprint, or none.
    [[nodiscard]] const SecretKey *find(const QByteArray &fingerprint) const;
};

/// The secret everything else is derived from: 32 bytes, in the file as raw bytes, hex or base64.
///
/// An empty `file` means the embedded default: `master.key` in `dataDir`, made on the first start, readable by its
/// owner only.
[[nodiscard]] Result<SecretKey> loadMasterKey(const QString &file, const QString &dataDir);

/// The current key as above, and the previous one where `previousFile` names it.
[[nodiscard]] Result<std::shared_ptr<const MasterKeys>> loadMasterKeys(const QString &file, const QString &previousFile,
                                                                       const QString &dataDir);

/// A secret of its own for each purpose, so that knowing one tells nothing about another (HMAC-SHA256 of the purpose
/// under the master key).
[[nodiscard]] QByteArray derivedSecret(const SecretKey &masterKey, const char *purpose);

} // namespace Frontdesk::Sealing
