#pragma once

#include <cstdint>
#include <string_view>

/// Numbers for texts and pairs that are spread evenly over all 32 bits and the same on every machine.
namespace Frontdesk {

/// The last step of MurmurHash3.
[[nodiscard]] constexpr uint32_t spread(uint32_t value)
{
    value = (value ^ (value >> 16)) * 0x85EBCA6BU;
    value = (value ^ (value >> 13)) * 0xC2B2AE35U;
    return value ^ (value >> 16);
}

[[nodiscard]] constexpr uint32_t spreadPair(uint32_t left, uint32_t right)
{
    return spread(left * 0x9E3779B1U + right);
}

/// FNV-1a, spread.
[[nodiscard]] constexpr uint32_t spreadNumber(std::string_view text)
{
    uint32_t value = 2166136261U;
    for (const char letter : text)
        value = (value ^ static_cast<unsigned char>(letter)) * 16777619U;
    return spread(value);
}

} // namespace Frontdesk
