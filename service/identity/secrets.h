#pragma once

#include "shared/core/result.h"

#include <QByteArray>

namespace Frontdesk::Identity {

/// 256 random bits as URL-safe text: refresh tokens and invitations.
[[nodiscard]] QByteArray newSecretToken();

/// What is kept instead of a token: SHA-256 in hex. Enough for a random token; never for passwords.
[[nodiscard]] QString tokenHash(QByteArrayView token);

/// Compares without telling by its time where the first difference is.
[[nodiscard]] bool equalSecrets(QByteArrayView a, QByteArrayView b);

/// Seals a short secret that we must be able to read again (XChaCha20-Poly1305, random nonce). `key`: 32 bytes; `belongsTo`
/// must be the same to open it.
[[nodiscard]] QByteArray sealSecret(const QByteArray &key, const QByteArray &secret, const QByteArray &belongsTo);

/// Corrupt: another key, another owner, or changed bytes.
[[nodiscard]] Result<QByteArray> openSecret(const QByteArray &key, const QByteArray &sealed,
                                            const QByteArray &belongsTo);

/// The key of now, and of before where a new master key takes over.
struct SealingKeys {
    QByteArray current;
    QByteArray previous{}; ///< Empty: none.
};
/// Opens with whichever key fits.
[[nodiscard]] Result<QByteArray> openSecret(const SealingKeys &keys, const QByteArray &sealed,
                                            const QByteArray &belongsTo);

} // namespace Frontdesk::Identity
