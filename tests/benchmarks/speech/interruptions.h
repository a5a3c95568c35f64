#pragma once

#include "shared/core/result.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace Frontdesk::Benchmarks {

/// One sound of a caller over our voice.
struct Interruption {
    QString what;
    std::vector<int16_t> sound; ///< 8 kHz, begins and ends with its own sound.
    bool isTurn = false;        ///< The caller wants the floor.
};

/// Words of people who want to speak, 20 of them in three voices.
[[nodiscard]] Result<std::vector<Interruption>> trueInterruptions();

/// Coughs, throats cleared, hums of listeners, a dog, a door, keys: 40 sounds that ask for nothing.
[[nodiscard]] Result<std::vector<Interruption>> noises();

} // namespace Frontdesk::Benchmarks
