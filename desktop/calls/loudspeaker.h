#pragma once

#include <QString>

#include <cstdint>
#include <functional>
#include <span>

namespace Frontdesk::Calls {

/// What plays sound, and asks for it at its own pace.
class Loudspeaker {
public:
    /// Called on the speaker's own thread with room for samples at 8 kHz; fills all of it.
    using Fill = std::function<void(std::span<int16_t> out)>;

    virtual ~Loudspeaker() = default;

    /// What keeps it from playing, in a sentence for the person; empty: it asks until `stop`.
    [[nodiscard]] virtual QString start(Fill fill) = 0;
    virtual void stop() = 0;
};

} // namespace Frontdesk::Calls
