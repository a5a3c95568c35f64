#include "service/telephony/internal/base64.h"

#include <array>

namespace Frontdesk::Telephony {

namespace {

constexpr std::string_view Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr uint8_t Invalid = 0xFF;

constexpr std::array<uint8_t, 256> Values = [] {
    std::array<uint8_t, 256> values{};
    values.fill(Invalid);
    for (size_t i = 0; i < Alphabet.size(); ++i) {
        values[static_cast<uint8_t>(Alphabet[i])] = static_cast<uint8_t>(i);
    }
    return values;
}();

Error notBase64()
{
    return {ErrorCode::InvalidInput, QStringLiteral("The audio is not base64.")};
}

} // namespace

Result<size_t> decodeBase64(std::string_view text, std::span<uint8_t> out)
{
    if (text.size() % 4 != 0) {
        return notBase64();
    }
    const size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const size_t size = text.size() / 4 * 3 - padding;
    if (size > out.size()) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("The audio is longer than a message may be.")};
    }
    text.remove_suffix(padding);
    uint32_t bits = 0;
    int count = 0;
    size_t written = 0;
    for (const char c : text) {
        const uint8_t value = Values[static_cast<uint8_t>(c)];
        if (value == Invalid) {
            return notBase64();
        }
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[written++] = static_cast<uint8_t>(bits >> count);
        }
    }
    if ((bits & ((1U << count) - 1U)) != 0) {
        return notBase64(); // Bits that no byte owns: two texts would mean the same.
    }
    return written;
}

void appendBase64(QByteArray &out, std::span<const uint8_t> bytes)
{
    const qsizetype begin = out.size();
    out.resize(begin + static_cast<qsizetype>((bytes.size() + 2) / 3 * 4));
    char *to = out.data() + begin;
    const auto put = [&to](uint32_t value) { *to++ = Alphabet[value & 0x3F]; };
    size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const uint32_t bits = uint32_t{bytes[i]} << 16 | uint32_t{bytes[i + 1]} << 8 | bytes[i + 2];
        put(bits >> 18);
        put(bits >> 12);
        put(bits >> 6);
        put(bits);
    }
    if (const size_t rest = bytes.size() - i; rest > 0) {
        const uint32_t bits = uint32_t{bytes[i]} << 16 | (rest == 2 ? uint32_t{bytes[i + 1]} << 8 : 0U);
        put(bits >> 18);
        put(bits >> 12);
        rest == 2 ? put(bits >> 6) : void(*to++ = '=');
        *to = '=';
    }
}

} // namespace Frontdesk::Telephony
