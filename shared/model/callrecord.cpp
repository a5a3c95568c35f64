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

} // namespace

QString callPhaseName(CallPhase phase)
{
    return Phases.name(phase);
}

std::optional<CallPhase> callPhaseFromName(QStringView name)
{
    return Phases.value(name);
}

} // namespace Frontdesk
