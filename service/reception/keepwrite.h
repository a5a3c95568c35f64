#pragma once

#include "service/reception/callregistry.h"
#include "service/storage/callrecorder.h"

namespace Frontdesk::Reception {

/// Keeps something about a call; `what` is named in the log should even the local journal fail. Never waits; done when
/// it is kept, or cannot be.
Pending<void> keep(Storage::CallRecorder &recorder, const LiveCall &call, const char *what, Storage::CallWrite write);

/// The same for what takes long to put together: `make` runs on the database's thread.
void keepMade(Storage::CallRecorder &recorder, const LiveCall &call, const char *what,
              std::function<Storage::CallWrite()> make);

} // namespace Frontdesk::Reception
