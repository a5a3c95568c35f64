#pragma once

#include "service/api/apiroutes.h"
#include "service/outgoing/agreements.h"
#include "service/recording/recordings.h"
#include "service/settings/settings.h"

namespace Frontdesk::App {

/// Where the operator wants recordings kept. A vendor's store gets them as far as agreements let it.
[[nodiscard]] std::unique_ptr<Recording::ObjectStore>
recordingStore(const Settings &settings, std::shared_ptr<const Outgoing::Agreements> agreements);
/// Where they wait until they are there.
[[nodiscard]] QString recordingSpool(const Settings &settings);
/// Whether all reach their store.
[[nodiscard]] Api::ComponentHealth recordingsHealth(const Recording::Recordings &recordings);

} // namespace Frontdesk::App
