#include "shared/model/callrecord.h"

#include "shared/model/enumnames.h"

namespace Frontdesk {

namespace {

constexpr EnumNames<CallPhase, 6> Phases{{{
    {CallPhase::Ringing, QLatin1String("ringing")},
    {CallPhase::Conversing, QLatin1String("conversing")},
    {CallPhase::Escalating, QLatin1String("escalating")},
    {CallPhase::Transferred, QLatin1String("transferred")},
    {CallPhase::Finished, QLatin1String("finished")},
    {CallPhase::Abandoned, QLatin1String("abandoned")},
}}};

constexpr EnumNames<Speaker, 2> Speakers{{{
    {Speaker::Caller, QLatin1String("caller")},
    {Speaker::Assistant, QLatin1String("assistant")},
}}};

} // namespace

QString callPhaseName(CallPhase phase)
{
    return Phases.name(phase);
}

std::optional<CallPhase> callPhaseFromName(QStringView name)
{
    return Phases.value(name);
}

QString speakerName(Speaker speaker)
{
    return Speakers.name(speaker);
}

std::optional<Speaker> speakerFromName(QStringView name)
{
    return Speakers.value(name);
}

} // namespace Frontdesk
