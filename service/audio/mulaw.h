#pragma once

#include "service/flow/audioframe.h"

namespace Frontdesk::Audio {

/// The decoder's 256 values of ITU-T G.711 mu-law, scaled to 16 bits (14 bits shifted left by two).
extern const std::array<int16_t, 256> MuLawTable;

[[nodiscard]] inline int16_t decodeMuLaw(uint8_t code)
{
    return MuLawTable[code];
}

/// The nearest code as G.711 defines it. Decoding and encoding again gives the same code, except 0x7F (minus zero),
/// which becomes 0xFF.
[[nodiscard]] uint8_t encodeMuLaw(int16_t sample);

/// Both need `out` at least as long as the input and use its beginning only.
void decodeMuLaw(Flow::MuLawBytes codes, std::span<int16_t> out);
void encodeMuLaw(std::span<const int16_t> samples, std::span<uint8_t> out);

} // namespace Frontdesk::Audio
