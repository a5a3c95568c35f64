#pragma once

#include "service/flow/audioframe.h"

#include <vector>

namespace Frontdesk::CallSim {

/// Linear mono audio at the telephone's 8 kHz.
using Sound = std::vector<int16_t>;

/// 20 ms of it.
using Frame = std::array<int16_t, Flow::FrameSamples>;

inline constexpr int SamplesPerMillisecond = Flow::SampleRateHz / 1000;

[[nodiscard]] inline Milliseconds durationOf(const Sound &sound)
{
    return Milliseconds(static_cast<qint64>(sound.size()) / SamplesPerMillisecond);
}

[[nodiscard]] inline Sound silence(Milliseconds length)
{
    return Sound(static_cast<size_t>(std::max<qint64>(0, length.count())) * SamplesPerMillisecond, 0);
}

/// True when a listener would call this sound and not silence or line noise: some sample above -44 dBFS.
[[nodiscard]] bool isAudible(std::span<const int16_t> samples);

/// The sound without the inaudible stretches at both ends, so that its end is the end of speech.
[[nodiscard]] Sound trimmed(const Sound &sound);

/// The sound with its loudest stretches at -9 dBFS; a silent sound stays as it is.
[[nodiscard]] Sound levelled(Sound sound);

} // namespace Frontdesk::CallSim
