#pragma once

#include "service/settings/settings.h"
#include "shared/core/result.h"

#include <QDateTime>

#include <vector>

namespace Frontdesk::Ctl {

/// What was looked at, and how it is.
struct Finding {
    enum class Verdict { Well, Warning, Wrong };

    QString part;
    Verdict verdict = Verdict::Well;
    QString what; ///< One plain sentence, without secrets, that says what to do where something is to be done.
};

/// What this machine shows: settings, data folder, disk, master key.
[[nodiscard]] std::vector<Finding> lookAtMachine(const Settings &settings);

/// The database, its layout, the clinics' keys; changes nothing. `numbers` gets the numbers that patients call.
[[nodiscard]] std::vector<Finding> lookAtDatabase(const Settings &settings, QStringList &numbers);

/// Vendors that the settings name, the phone network and its numbers, our own public address, and the clock against
/// theirs. Needs a QCoreApplication; waits for the network, at most some seconds for each.
[[nodiscard]] std::vector<Finding> lookAtNetwork(const Settings &settings, const QStringList &numbers);

} // namespace Frontdesk::Ctl
