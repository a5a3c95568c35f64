#include "service/retention/erasure.h"

namespace Frontdesk::Retention {

Result<qint64> eraseCalls(Storage::Store &store, Storage::RecordingShelf *shelf, const ClinicId &clinic,
                          const std::vector<CallId> &calls)
{
    const auto free = store.retention().notHeld(clinic, calls);
    if (!free) {
        return free.error();
    }
    for (const CallId &call : *free) {
        if (shelf) {
            if (const auto recordings = shelf->erase(store, clinic, call); !recordings) {
                return recordings.error();
            }
        }
        if (const auto erased = store.retention().erase(clinic, call, Storage::Keeping::Call); !erased) {
            return erased.error();
        }
    }
    return static_cast<qint64>(free->size());
}

} // namespace Frontdesk::Retention
