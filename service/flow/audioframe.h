#pragma once

#include "shared/core/clock.h"

#include <array>
#include <cstdint>
#include <span>

namespace Frontdesk::Flow {

/// Everything on the line is 8 kHz mono, the telephone network's own rate.
inline constexpr int SampleRateHz = 8000;
inline constexpr Milliseconds FrameDuration{20};
inline constexpr size_t FrameSamples = 160;
inline constexpr size_t BytesPerMillisecond = 8; ///< Of mu-law.
inline constexpr uint8_t MuLawSilence = 0xFF;

/// 20 ms of linear audio; fixed size, so that no frame ever allocates.
struct AudioFrame {
    std::array<int16_t, FrameSamples> samples{};
    Milliseconds at{0}; ///< Start of the frame, from the start of the stream.
};

using MuLawBytes = std::span<const uint8_t>;

} // namespace Frontdesk::Flow
