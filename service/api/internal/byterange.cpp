#include "service/api/internal/byterange.h"

#include <algorithm>

namespace Frontdesk::Api {

namespace {

/// Sets `to` when the text is a number; an empty text is none, and fine.
bool readNumber(QByteArrayView text, std::optional<qint64> &to)
{
    constexpr qsizetype MostDigits = 15;
    if (text.isEmpty()) {
        return true;
    }
    const bool isNumber =
        text.size() <= MostDigits && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        to = text.toByteArray().toLongLong();
    }
    return isNumber;
}

} // namespace

std::optional<ByteRange> byteRange(QByteArrayView header)
{
    constexpr QByteArrayView Unit("bytes=");
    const QByteArrayView text = header.trimmed();
    const qsizetype dash = text.indexOf('-');
    ByteRange range;
    const bool isRange = text.startsWith(Unit) && dash >= Unit.size() &&
                         readNumber(text.sliced(Unit.size(), dash - Unit.size()).trimmed(), range.first) &&
                         readNumber(text.sliced(dash + 1).trimmed(), range.last) && (range.first || range.last) &&
                         (!range.first || !range.last || *range.first <= *range.last);
    return isRange ? std::optional(range) : std::nullopt;
}

std::optional<std::pair<qint64, qint64>> spanOf(const ByteRange &range, qint64 wholeSize)
{
    const qint64 begin = range.first ? *range.first : std::max<qint64>(0, wholeSize - *range.last);
    const qint64 end = range.first && range.last ? std::min(*range.last + 1, wholeSize) : wholeSize;
    return begin < end ? std::optional(std::pair(begin, end - begin)) : std::nullopt;
}

} // namespace Frontdesk::Api
