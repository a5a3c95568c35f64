#pragma once

#include <cstdint>
#include <span>

namespace Frontdesk::Audio {

/// What we call silence, in dBFS: below the step of 16-bit samples.
inline constexpr double SilenceDbfs = -96.0;

/// Mean power of the samples relative to a full-scale square wave: 0 dBFS at most, SilenceDbfs at least.
[[nodiscard]] double levelDbfs(std::span<const int16_t> samples);

/// Power (1.0 is full scale) to dBFS, with the same floor.
[[nodiscard]] double powerToDbfs(double power);
[[nodiscard]] double dbfsToPower(double dbfs);

} // namespace Frontdesk::Audio
