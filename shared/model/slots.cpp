#include "shared/model/slots.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<SlotName, 11> Names{{{
    {SlotName::PatientName, QLatin1String("patient_name")},
    {SlotName::CallerName, QLatin1String("caller_name")},
    {SlotName::Relationship, QLatin1String("relationship")},
    {SlotName::CallbackNumber, QLatin1String("callback_number")},
    {SlotName::PreferredDate, QLatin1String("preferred_date")},
    {SlotName::PreferredDays, QLatin1String("preferred_days")},
    {SlotName::PreferredTime, QLatin1String("preferred_time")},
    {SlotName::Reason, QLatin1String("reason")},
    {SlotName::ProviderName, QLatin1String("provider_name")},
    {SlotName::Insurance, QLatin1String("insurance")},
    {SlotName::Question, QLatin1String("question")},
}}};

} // namespace

QString slotNameText(SlotName name)
{
    return Names.name(name);
}

std::optional<SlotName> slotNameFromText(QStringView text)
{
    return Names.value(text);
}

} // namespace Frontdesk
