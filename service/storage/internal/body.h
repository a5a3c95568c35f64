#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace Frontdesk::Storage {

/// All patient data of a row passes here on its way into and out of the database, so this is the place to seal it. The
/// stored bytes are JSON, which begins with `{`; anything else is free for sealed forms.
[[nodiscard]] QByteArray packBody(const QJsonObject &data);

/// Corrupt: these bytes were not made by packBody.
[[nodiscard]] Result<QJsonObject> unpackBody(const QByteArray &bytes);

} // namespace Frontdesk::Storage
