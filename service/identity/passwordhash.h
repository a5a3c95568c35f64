#pragma once

#include "shared/core/result.h"

#include <QString>

namespace Frontdesk::Identity {

/// What one guess costs. The default takes about 0.1 s and 64 MiB (libsodium's "interactive"; RFC 9106 asks for no less).
struct HashCost {
    quint64 operations = 2;
    size_t memoryBytes = size_t{64} << 20;
};

/// Argon2id in its text form, with salt and cost inside. Slow on purpose: never on an event loop. Unicode spellings of the
/// same password are one. Unavailable: there is not enough memory.
[[nodiscard]] Result<QString> hashPassword(const QString &password, const HashCost &cost = {});

/// False also for a text that is no hash. As slow as the cost inside the hash.
[[nodiscard]] bool passwordMatches(const QString &password, const QString &hash);

/// True: made with another cost; make a new one when the password is known next.
[[nodiscard]] bool isOutdated(const QString &hash, const HashCost &cost = {});

} // namespace Frontdesk::Identity
