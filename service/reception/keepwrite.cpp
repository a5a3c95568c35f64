#include "service/reception/keepwrite.h"

#include "shared/core/log.h"

namespace Frontdesk::Reception {

namespace {

auto reportFailure(const LiveCall &call, const char *what)
{
    return [id = call.record.id.text(), what](const Result<void> &kept) {
        // A call that has ended changes no more; that is no loss.
        if (!kept && kept.error().code != ErrorCode::Conflict) {
            qCCritical(Log::storage) << "call" << id << "could not keep" << what << "-" << kept.error().message;
        }
    };
}

} // namespace

Pending<void> keep(Storage::CallRecorder &recorder, const LiveCall &call, const char *what, Storage::CallWrite write)
{
    return recorder.write(std::move(write)).then(reportFailure(call, what));
}

void keepMade(Storage::CallRecorder &recorder, const LiveCall &call, const char *what,
              std::function<Storage::CallWrite()> make)
{
    recorder.writeMade(laneOf(call), std::move(make)).then(reportFailure(call, what));
}

} // namespace Frontdesk::Reception
