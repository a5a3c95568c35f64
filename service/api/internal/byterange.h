#pragma once

#include <QByteArrayView>

#include <optional>

namespace Frontdesk::Api {

/// What a `Range` header asks for (RFC 9110, 14.2).
struct ByteRange {
    std::optional<qint64> first{}; ///< Not set: the last `last` bytes.
    std::optional<qint64> last{};  ///< Included; not set: up to the end.
};

/// Nothing when there is none that can be honoured: the whole is answered then. Several ranges at once are none.
[[nodiscard]] std::optional<ByteRange> byteRange(QByteArrayView header);

/// Where it begins and how many bytes it has in a whole of that size; nothing: outside.
[[nodiscard]] std::optional<std::pair<qint64, qint64>> spanOf(const ByteRange &range, qint64 wholeSize);

} // namespace Frontdesk::Api
