#pragma once

#include "service/storage/callrecorder.h"

#include <QJsonObject>
#include <QObject>

namespace Frontdesk::App {

/// One part of the service, and whether it is up.
struct PartState {
    QString name;
    bool isUp = true;
    QString detail{}; ///< One plain sentence; empty when all is well.
};

/// `{"status": "ready" or "not ready", "parts": [{"name", "state", "detail"}]}`
[[nodiscard]] QJsonObject readinessJson(const std::vector<PartState> &parts);

/// The part `disk`: down when less than `LeastFree` bytes are free where the records and the journal are.
[[nodiscard]] PartState diskState(const QString &folder);
inline constexpr qint64 LeastFree = qint64{64} << 20;

/// The part `journal`: down when the database has refused something, or the journal cannot be used.
[[nodiscard]] PartState journalState(const Storage::CallRecorder &recorder);

} // namespace Frontdesk::App
