#pragma once

#include "tools/callsim/sound.h"

#include <random>

namespace Frontdesk::CallSim {

/// A short burst of noise with a cough's shape, about 350 ms; peaks like levelled speech.
[[nodiscard]] Sound cough(std::mt19937 &random);

/// White noise of `length` with the power of levelled speech less `snrDb`.
[[nodiscard]] Sound whiteNoise(Milliseconds length, double snrDb, std::mt19937 &random);

/// Several voices at once, each beginning elsewhere, looped to `length`, at the power of levelled speech less `snrDb`:
/// a waiting room. Silence when `voices` is empty.
[[nodiscard]] Sound babble(const std::vector<Sound> &voices, Milliseconds length, double snrDb, std::mt19937 &random);

/// What US callers hear while the other end rings: 440 + 480 Hz, 2 s on, 4 s off.
[[nodiscard]] Sound ringback(Milliseconds length);

/// Never-quite-silent line noise of a frame, about -66 dBFS.
void addComfortNoise(Frame &frame, std::mt19937 &random);

/// Sums without wrapping round.
[[nodiscard]] int16_t mixed(int16_t a, int16_t b);

} // namespace Frontdesk::CallSim
