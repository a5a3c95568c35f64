#pragma once

#include <QByteArray>

#include <optional>

namespace Frontdesk::Http {

/// The bytes that percent-encoded text stands for (RFC 3986); nothing for a broken escape. Strict where
/// QByteArray::fromPercentEncoding guesses: text that can be read in two ways is read in none.
///
/// `plusIsSpace`: in queries and forms a `+` is a space.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsSpace);

} // namespace Frontdesk::Http
