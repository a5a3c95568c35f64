#pragma once

#include <QStringView>

namespace Frontdesk {

/// True for a number in E.164 form (ITU-T): `+` and 7 to 15 digits, the first not 0.
[[nodiscard]] bool isE164(QStringView text);

} // namespace Frontdesk
