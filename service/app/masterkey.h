#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

namespace Frontdesk::App {

/// The secret everything else is derived from: 32 bytes, in the file as raw bytes, hex or base64.
///
/// An empty `file` means the embedded default: `master.key` in `dataDir`, made on the first start, readable by its
/// owner only.
[[nodiscard]] Result<QByteArray> loadMasterKey(const QString &file, const QString &dataDir);

/// A secret of its own for each purpose, so that knowing one tells nothing about another (HMAC-SHA256 of the purpose
/// under the master key).
[[nodiscard]] QByteArray derivedSecret(const QByteArray &masterKey, const char *purpose);

} // namespace Frontdesk::App
