#pragma once

#include "service/sealing/secretkey.h"

namespace Frontdesk::Sealing {

/// Hides and signs `plain` (XChaCha20-Poly1305-IETF with a random nonce): 40 bytes longer, different every time.
///
/// `place` says where the sealed bytes belong, such as table, clinic and row. It is not hidden and not stored; whoever
/// opens must name the same place, so that sealed bytes cannot be moved to another one.
[[nodiscard]] QByteArray seal(const SecretKey &key, const QByteArray &plain, const QByteArray &place);

/// Corrupt: another key, another place, or changed bytes; which one cannot be told.
[[nodiscard]] Result<QByteArray> open(const SecretKey &key, const QByteArray &sealed, const QByteArray &place);

} // namespace Frontdesk::Sealing
