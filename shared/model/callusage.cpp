#include "shared/model/callusage.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<UsageUnit, 7> Units{{{
    {UsageUnit::RecognizedMilliseconds, QLatin1String("recognized_ms")},
    {UsageUnit::InputTokens, QLatin1String("tokens_in")},
    {UsageUnit::CachedInputTokens, QLatin1String("tokens_in_cached")},
    {UsageUnit::OutputTokens, QLatin1String("tokens_out")},
    {UsageUnit::UncountedRequests, QLatin1String("requests_uncounted")},
    {UsageUnit::Characters, QLatin1String("characters")},
    {UsageUnit::PhoneMilliseconds, QLatin1String("phone_ms")},
}}};

} // namespace

QString usageUnitName(UsageUnit unit)
{
    return Units.name(unit);
}

std::optional<UsageUnit> usageUnitFromName(QStringView name)
{
    return Units.value(name);
}

QString phoneVendor()
{
    return QStringLiteral("twilio");
}

} // namespace Frontdesk
