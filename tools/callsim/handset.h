#pragma once

#include "shared/core/result.h"
#include "tools/callsim/sound.h"

#include <memory>

namespace Frontdesk::CallSim {

/// A real person's ear and mouth in place of a script. Used on the line's thread, once per 20 ms each.
class Handset {
public:
    virtual ~Handset() = default;

    /// The latest 20 ms of the person's voice; silence when there is none.
    [[nodiscard]] virtual Frame captured() = 0;
    virtual void play(const Frame &heard) = 0;
};

/// This machine's microphone and loudspeaker. Unavailable without them, or where callsim was built without Qt
/// Multimedia; the message says which. `fullDuplex` false: the microphone is closed while the loudspeaker sounds.
[[nodiscard]] Result<std::unique_ptr<Handset>> openMicrophone(bool fullDuplex);

} // namespace Frontdesk::CallSim
