#pragma once

#include "service/storage/store.h"

#include <QJsonObject>

namespace Frontdesk::Live {

/// What events and snapshots look like to those who watch. Called on database threads; keeps nothing.
class LiveView {
public:
    virtual ~LiveView() = default;

    /// What a clinic's people must know to begin with: `tasks` not completed, `escalations` open, `calls` running.
    [[nodiscard]] virtual Result<QJsonObject> snapshot(Storage::Store &store, const ClinicId &clinic) const = 0;

    /// What the event is about, as it is now; an empty object when it is gone.
    [[nodiscard]] virtual Result<QJsonObject> data(Storage::Store &store, const Storage::ClinicEvent &event) const = 0;
};

} // namespace Frontdesk::Live
