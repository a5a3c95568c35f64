#pragma once

#include "service/storage/taskdesk.h"

#include <QJsonObject>

namespace Frontdesk::Storage {

/// Everything of a task that a change can change, for its undo.
[[nodiscard]] QJsonObject snapshot(const DeskTask &task);
/// Brings the task back to what the snapshot says.
void restore(const QJsonObject &json, DeskTask &task);

} // namespace Frontdesk::Storage
