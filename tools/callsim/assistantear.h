#pragma once

#include "tools/callsim/sound.h"

#include <optional>

namespace Frontdesk::CallSim {

/// What a caller can tell about the assistant by ear alone: whether it sounds, when it began and when it fell silent.
/// Pure; times are the call's.
class AssistantEar {
public:
    /// A pause this long inside speech counts as a new sentence when the sound comes back.
    static constexpr Milliseconds SentenceGap{200};

    /// Takes the frame that is heard from `at` on.
    void hear(Milliseconds at, const Frame &frame);

    /// Start of the latest sentence; nothing before the first sound.
    [[nodiscard]] std::optional<Milliseconds> lastOnset() const { return m_onset; }

    /// End of the latest audible frame; nothing before the first sound.
    [[nodiscard]] std::optional<Milliseconds> lastSound() const { return m_lastSound; }

    /// True in the frame heard last and in the pauses between words.
    [[nodiscard]] bool speaking() const;

    /// How long nothing was audible; since the beginning when nothing ever was.
    [[nodiscard]] Milliseconds silentFor() const { return m_now - m_lastSound.value_or(Milliseconds(0)); }

private:
    Milliseconds m_now{0};
    std::optional<Milliseconds> m_onset;
    std::optional<Milliseconds> m_lastSound;
};

} // namespace Frontdesk::CallSim
