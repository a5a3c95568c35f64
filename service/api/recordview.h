#pragma once

#include "service/live/liveview.h"

namespace Frontdesk::Api {

/// Events and snapshots of the live socket, in the same form as the lists of the API.
class RecordView final : public Live::LiveView {
public:
    [[nodiscard]] Result<QJsonObject> snapshot(Storage::Store &store, const ClinicId &clinic) const override;
    [[nodiscard]] Result<QJsonObject> data(Storage::Store &store, const Storage::ClinicEvent &event) const override;
};

} // namespace Frontdesk::Api
