#include "service/audio/mulaw.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace Frontdesk::Audio {

namespace {

// G.711 in 16-bit scale: segments double in width, each starts 132 (33 << 2) below a power of two.
constexpr int Bias = 0x84;
constexpr int Clip = 32635;

constexpr int16_t decodedValue(uint8_t code)
{
    const int bits = ~code & 0xFF;
    const int segment = (bits >> 4) & 0x07;
    const int magnitude = ((((bits & 0x0F) << 3) + Bias) << segment) - Bias;
    return int16_t((bits & 0x80) ? -magnitude : magnitude);
}

constexpr std::array<int16_t, 256> decoderTable()
{
    std::array<int16_t, 256> table{};
    for (size_t code = 0; code < table.size(); ++code)
        table[code] = decodedValue(uint8_t(code));
    return table;
}

} // namespace

constexpr std::array<int16_t, 256> MuLawTable = decoderTable();

uint8_t encodeMuLaw(int16_t sample)
{
    const int sign = sample < 0 ? 0x80 : 0;
    const int magnitude = std::min(sample < 0 ? -int(sample) : int(sample), Clip) + Bias;
    const int segment = int(std::bit_width(unsigned(magnitude))) - 8;
    const int step = (magnitude >> (segment + 3)) & 0x0F;
    return uint8_t(~(sign | (segment << 4) | step));
}

void decodeMuLaw(Flow::MuLawBytes codes, std::span<int16_t> out)
{
    assert(out.size() >= codes.size());
    std::ranges::transform(codes, out.begin(), [](uint8_t code) { return MuLawTable[code]; });
}

void encodeMuLaw(std::span<const int16_t> samples, std::span<uint8_t> out)
{
    assert(out.size() >= samples.size());
    std::ranges::transform(samples, out.begin(), [](int16_t sample) { return encodeMuLaw(sample); });
}

} // namespace Frontdesk::Audio
