#include "service/storage/recordingstore.h"

#include "shared/model/enumnames.h"

namespace Frontdesk::Storage {

namespace {

constexpr EnumNames<RecordingState, 6> States{{{
    {RecordingState::AtNetwork, QLatin1String("at_network")},
    {RecordingState::Running, QLatin1String("running")},
    {RecordingState::Waiting, QLatin1String("waiting")},
    {RecordingState::Kept, QLatin1String("kept")},
    {RecordingState::Declined, QLatin1String("declined")},
    {RecordingState::Erased, QLatin1String("erased")},
}}};

} // namespace

QString recordingStateName(RecordingState state)
{
    return States.name(state);
}

std::optional<RecordingState> recordingStateFromName(QStringView name)
{
    return States.value(name);
}

} // namespace Frontdesk::Storage
