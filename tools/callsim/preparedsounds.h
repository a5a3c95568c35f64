#pragma once

#include "shared/core/result.h"
#include "tools/callsim/patientvoice.h"
#include "tools/callsim/script.h"

#include <map>

namespace Frontdesk::CallSim {

/// Every sound a script needs, made before the call, since synthesis would disturb the pace of the frames.
struct PreparedSounds {
    QMap<QString, Sound> speech;      ///< By text.
    QMap<QString, Sound> files;       ///< By path.
    std::map<int, Sound> backgrounds; ///< By the number of the `noise` line that turns it on; to be looped.
    Sound cough;
    Sound mmHm;
    Sound callee; ///< What the clinic's person says when bridged.
};

[[nodiscard]] Result<PreparedSounds> prepareSounds(const Script &script, PatientVoice &voice);

} // namespace Frontdesk::CallSim
