#include "desktop/account/qrcode.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Frontdesk::Account {

namespace {

/// Error correction level M of the versions 1 to 10: ISO/IEC 18004, table 9.
struct Capacity {
    int totalCodewords;
    int correctionPerBlock;
    int blocks;
};
constexpr std::array<Capacity, 10> Capacities{{{26, 10, 1},
                                               {44, 16, 1},
                                               {70, 26, 1},
                                               {100, 18, 2},
                                               {134, 24, 2},
                                               {172, 16, 4},
                                               {196, 18, 4},
                                               {242, 22, 4},
                                               {292, 22, 5},
                                               {346, 26, 5}}};
constexpr int FormatBitsOfLevelM = 0;

const Capacity &capacityOf(int version)
{
    return Capacities[size_t(version - 1)];
}

int dataCodewords(int version)
{
    const auto &capacity = capacityOf(version);
    return capacity.totalCodewords - capacity.correctionPerBlock * capacity.blocks;
}

/// Bytes that fit beside the mode and the length: the length has 8 bits up to version 9, then 16.
int room(int version)
{
    return dataCodewords(version) - (version < 10 ? 2 : 3);
}

/// Multiplication in GF(256) over x^8 + x^4 + x^3 + x^2 + 1.
quint8 multiply(quint8 a, quint8 b)
{
    int product = 0;
    for (int bit = 7; bit >= 0; --bit)
        product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
    return quint8(product);
}

QByteArray generator(int degree)
{
    QByteArray polynomial(degree, 0);
    polynomial[degree - 1] = 1;
    quint8 root = 1;
    for (int at = 0; at < degree; ++at) {
        for (int term = 0; term < degree; ++term) {
            auto value = multiply(quint8(polynomial[term]), root);
            if (term + 1 < degree)
                value ^= quint8(polynomial[term + 1]);
            polynomial[term] = char(value);
        }
        root = multiply(root, 2);
    }
    return polynomial;
}

/// The Reed-Solomon remainder of a block.
QByteArray correctionOf(const QByteArray &data, const QByteArray &divisor)
{
    QByteArray remainder(divisor.size(), 0);
    for (const char byte : data) {
        const auto factor = quint8(byte ^ remainder[0]);
        remainder.remove(0, 1);
        remainder.append('\0');
        for (int at = 0; at < divisor.size(); ++at)
            remainder[at] = char(quint8(remainder[at]) ^ multiply(quint8(divisor[at]), factor));
    }
    return remainder;
}

class BitWriter {
public:
    void add(int value, int bits)
    {
        for (int bit = bits - 1; bit >= 0; --bit) {
            if (m_count % 8 == 0)
                m_bytes.append('\0');
            if ((value >> bit) & 1)
                m_bytes[m_count / 8] = char(m_bytes[m_count / 8] | (0x80 >> (m_count % 8)));
            ++m_count;
        }
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    int m_count = 0;
};

QByteArray dataOf(const QByteArray &content, int version)
{
    constexpr int ByteMode = 4;
    BitWriter bits;
    bits.add(ByteMode, 4);
    bits.add(int(content.size()), version < 10 ? 8 : 16);
    for (const char byte : content)
        bits.add(quint8(byte), 8);
    bits.add(0, std::min(4, dataCodewords(version) * 8 - bits.count()));
    auto data = bits.bytes();
    for (int pad = 0xec; data.size() < dataCodewords(version); pad ^= 0xec ^ 0x11)
        data.append(char(pad));
    return data;
}

/// Blocks with their correction, interleaved as they are drawn. The last blocks may be one byte longer.
QByteArray interleaved(const QByteArray &data, int version)
{
    const auto &[total, correction, blocks] = capacityOf(version);
    const int shortLength = int(data.size()) / blocks;
    const int longBlocks = int(data.size()) % blocks;
    const auto divisor = generator(correction);
    std::vector<QByteArray> parts;
    std::vector<QByteArray> corrections;
    for (int block = 0, at = 0; block < blocks; ++block) {
        const int length = shortLength + (block >= blocks - longBlocks ? 1 : 0);
        parts.push_back(data.mid(at, length));
        corrections.push_back(correctionOf(parts.back(), divisor));
        at += length;
    }
    QByteArray result;
    for (int at = 0; at <= shortLength; ++at) {
        for (const auto &part : parts) {
            if (at < part.size())
                result.append(part[at]);
        }
    }
    for (int at = 0; at < correction; ++at) {
        for (const auto &part : corrections)
            result.append(part[at]);
    }
    return result;
}

/// `value` with the remainder of its division appended, as format and version are protected.
int withRemainder(int value, int divisor, int bits)
{
    int remainder = value;
    for (int at = 0; at < bits; ++at)
        remainder = (remainder << 1) ^ ((remainder >> (bits - 1)) * divisor);
    return value << bits | remainder;
}

bool isMasked(int mask, int x, int y)
{
    switch (mask) {
    case 0:
        return (x + y) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (x + y) % 3 == 0;
    case 4:
        return (x / 3 + y / 2) % 2 == 0;
    case 5:
        return x * y % 2 + x * y % 3 == 0;
    case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

} // namespace

std::optional<QrCode> QrCode::encode(const QByteArray &content)
{
    int version = 1;
    while (version <= int(Capacities.size()) && room(version) < content.size())
        ++version;
    if (version > int(Capacities.size()))
        return std::nullopt;
    QrCode code(version);
    code.drawFunctions();
    code.drawCodewords(interleaved(dataOf(content, version), version));
    // The mask that scanners like best.
    int best = 0;
    int least = std::numeric_limits<int>::max();
    for (int mask = 0; mask < 8; ++mask) {
        auto tried = code;
        tried.applyMask(mask);
        tried.drawFormat(mask);
        if (const int penalty = tried.penalty(); penalty < least) {
            least = penalty;
            best = mask;
        }
    }
    code.applyMask(best);
    code.drawFormat(best);
    return code;
}

QrCode::QrCode(int version)
    : m_version(version)
    , m_size(17 + 4 * version)
    , m_dark(size_t(m_size * m_size))
    , m_isFunction(size_t(m_size * m_size))
{}

void QrCode::set(int x, int y, bool dark)
{
    m_dark[size_t(y * m_size + x)] = dark;
    m_isFunction[size_t(y * m_size + x)] = true;
}

void QrCode::drawFunctions()
{
    for (int at = 0; at < m_size; ++at) {
        set(6, at, at % 2 == 0);
        set(at, 6, at % 2 == 0);
    }
    drawFinder(3, 3);
    drawFinder(m_size - 4, 3);
    drawFinder(3, m_size - 4);
    if (m_version > 1) {
        std::vector<int> places{6, m_size - 7};
        if (m_version >= 7)
            places.insert(places.begin() + 1, (m_size - 1) / 2);
        for (const int y : places) {
            for (const int x : places) {
                const bool isFinder = (x == 6 && y == 6) || (x == 6 && y == m_size - 7) || (x == m_size - 7 && y == 6);
                if (!isFinder)
                    drawAlignment(x, y);
            }
        }
    }
    drawFormat(0);
    drawVersion();
}

void QrCode::drawFinder(int x, int y)
{
    for (int dy = -4; dy <= 4; ++dy) {
        for (int dx = -4; dx <= 4; ++dx) {
            const int distance = std::max(std::abs(dx), std::abs(dy));
            if (x + dx >= 0 && x + dx < m_size && y + dy >= 0 && y + dy < m_size)
                set(x + dx, y + dy, distance != 2 && distance != 4);
        }
    }
}

void QrCode::drawAlignment(int x, int y)
{
    for (int dy = -2; dy <= 2; ++dy) {
        for (int dx = -2; dx <= 2; ++dx)
            set(x + dx, y + dy, std::max(std::abs(dx), std::abs(dy)) != 1);
    }
}

void QrCode::drawFormat(int mask)
{
    const int bits = withRemainder(FormatBitsOfLevelM << 3 | mask, 0x537, 10) ^ 0x5412;
    const auto bit = [&](int at) { return ((bits >> at) & 1) != 0; };
    for (int at = 0; at < 6; ++at)
        set(8, at, bit(at));
    set(8, 7, bit(6));
    set(8, 8, bit(7));
    set(7, 8, bit(8));
    for (int at = 9; at < 15; ++at)
        set(14 - at, 8, bit(at));
    for (int at = 0; at < 8; ++at)
        set(m_size - 1 - at, 8, bit(at));
    for (int at = 8; at < 15; ++at)
        set(8, m_size - 15 + at, bit(at));
    set(8, m_size - 8, true);
}

void QrCode::drawVersion()
{
    if (m_version < 7)
        return;
    const int bits = withRemainder(m_version, 0x1f25, 12);
    for (int at = 0; at < 18; ++at) {
        const bool dark = ((bits >> at) & 1) != 0;
        set(m_size - 11 + at % 3, at / 3, dark);
        set(at / 3, m_size - 11 + at % 3, dark);
    }
}

void QrCode::drawCodewords(const QByteArray &codewords)
{
    int at = 0;
    for (int right = m_size - 1; right >= 1; right -= 2) {
        if (right == 6)
            right = 5;
        for (int step = 0; step < m_size; ++step) {
            const bool isUpward = ((right + 1) & 2) == 0;
            const int y = isUpward ? m_size - 1 - step : step;
            for (const int x : {right, right - 1}) {
                if (m_isFunction[size_t(y * m_size + x)] || at >= codewords.size() * 8)
                    continue;
                m_dark[size_t(y * m_size + x)] = ((quint8(codewords[at / 8]) >> (7 - at % 8)) & 1) != 0;
                ++at;
            }
        }
    }
}

void QrCode::applyMask(int mask)
{
    for (int y = 0; y < m_size; ++y) {
        for (int x = 0; x < m_size; ++x) {
            const auto at = size_t(y * m_size + x);
            if (!m_isFunction[at] && isMasked(mask, x, y))
                m_dark[at] = !m_dark[at];
        }
    }
}

/// Runs of one colour, and what looks like a finder.
int QrCode::linePenalty(bool isColumn, int at) const
{
    const auto dark = [&](int along) { return isColumn ? isDark(at, along) : isDark(along, at); };
    int penalty = 0;
    int run = 0;
    int window = 0;
    for (int along = 0; along < m_size; ++along) {
        run = along > 0 && dark(along) == dark(along - 1) ? run + 1 : 1;
        penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
        window = (window << 1 | int(dark(along))) & 0x7ff;
        if (along >= 10 && (window == 0x5d0 || window == 0x05d))
            penalty += 40;
    }
    return penalty;
}

int QrCode::penalty() const
{
    int penalty = 0;
    int darkModules = 0;
    for (int at = 0; at < m_size; ++at)
        penalty += linePenalty(false, at) + linePenalty(true, at);
    for (int y = 0; y < m_size; ++y) {
        for (int x = 0; x < m_size; ++x) {
            darkModules += isDark(x, y) ? 1 : 0;
            const bool isBlock = x + 1 < m_size && y + 1 < m_size && isDark(x, y) == isDark(x + 1, y) &&
                                 isDark(x, y) == isDark(x, y + 1) && isDark(x, y) == isDark(x + 1, y + 1);
            penalty += isBlock ? 3 : 0;
        }
    }
    const double share = double(darkModules) / (m_size * m_size);
    return penalty + 10 * int(std::abs(share - 0.5) * 20);
}

} // namespace Frontdesk::Account
