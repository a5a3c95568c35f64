#pragma once

#include "shared/core/result.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string_view>

namespace Frontdesk::Telephony {

/// Standard alphabet with padding (RFC 4648, 4), strict: anything else is an error, and so is too small an `out`.
/// The number of bytes written.
[[nodiscard]] Result<size_t> decodeBase64(std::string_view text, std::span<uint8_t> out);

/// Appends to `out`.
void appendBase64(QByteArray &out, std::span<const uint8_t> bytes);

} // namespace Frontdesk::Telephony
