#include "shared/core/phonenumber.h"

#include <algorithm>

namespace Frontdesk {

bool isE164(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const QStringView digits = text.mid(1);
    return text.startsWith(u'+') && digits.size() >= 7 && digits.size() <= 15 && digits.front() != u'0' &&
           std::all_of(digits.begin(), digits.end(), isDigit);
}

} // namespace Frontdesk
