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

/// What calls need: somebody who takes them, and a place where what they leave is kept.
struct ReadinessParts {
    PartState phone{QStringLiteral("phone")};
    PartState database{QStringLiteral("database")};
    PartState journal{QStringLiteral("journal")};
    PartState disk{QStringLiteral("disk")};

    /// While the database is away, calls go on through the journal, and that needs the disk.
    [[nodiscard]] bool canTakeCalls() const { return phone.isUp && (database.isUp || (journal.isUp && disk.isUp)); }
};

/// `{"status": "ready", "degraded" (some part is down, calls are taken) or "not ready", "parts": [{"name", "state",
/// "detail"}]}`
[[nodiscard]] QJsonObject readinessJson(const ReadinessParts &parts);

/// The part `disk`: down when less than `LeastFree` bytes are free where the records and the journal are.
[[nodiscard]] PartState diskState(const QString &folder);
inline constexpr qint64 LeastFree = qint64{64} << 20;

/// The part `journal`: down when the database has refused something, or the journal cannot be used.
[[nodiscard]] PartState journalState(const Storage::CallRecorder &recorder);

} // namespace Frontdesk::App
