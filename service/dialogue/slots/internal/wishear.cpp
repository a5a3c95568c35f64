#include "service/dialogue/slots/internal/wishear.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <iterator>

// A static library's resource is not linked in by itself; the macro must stand outside any namespace.
static void initWishResource()
{
    Q_INIT_RESOURCE(wishes);
}

namespace Frontdesk::Dialogue {
namespace {

constexpr char Magic[] = {'F', 'D', 'W', 'E'};
constexpr uint8_t Version = 1;
constexpr int MostBits = 20;
/// Magic, version, bits of a feature number, heads, a spare byte; line, bias and scale of each head.
constexpr qsizetype HeaderBytes = 8 + 3 * 4 * static_cast<qsizetype>(HeardWishes.size());

} // namespace

std::optional<WishEar> WishEar::read(const QByteArray &file)
{
    const char *at = file.constData();
    if (file.size() < HeaderBytes || !std::equal(std::begin(Magic), std::end(Magic), at)) {
        return std::nullopt;
    }
    const int bits = static_cast<uint8_t>(at[5]);
    if (static_cast<uint8_t>(at[4]) != Version || bits > MostBits ||
        static_cast<uint8_t>(at[6]) != HeardWishes.size()) {
        return std::nullopt;
    }
    const size_t count = (size_t{1} << bits) * HeardWishes.size();
    if (static_cast<size_t>(file.size() - HeaderBytes) != count) {
        return std::nullopt;
    }
    WishEar ear;
    at += 8;
    for (Head &head : ear.m_heads) {
        for (float *number : {&head.line, &head.bias, &head.scale}) {
            *number = qFromLittleEndian<float>(at);
            at += sizeof *number;
        }
    }
    ear.m_mask = (uint32_t{1} << bits) - 1;
    ear.m_weights.assign(at, at + count);
    return ear;
}

const WishEar &WishEar::builtIn()
{
    static const WishEar ear = [] {
        initWishResource();
        QFile file(QStringLiteral(":/dialogue/wish_ear.bin"));
        // Without its weights it never hears a wish; the wordings stand alone then.
        return read(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()).value_or(WishEar());
    }();
    return ear;
}

std::optional<RequestType> WishEar::wishIn(const std::vector<uint32_t> &features) const
{
    std::array<int, HeardWishes.size()> sums{};
    for (const uint32_t feature : features) {
        const int8_t *weights = m_weights.data() + (feature & m_mask) * HeardWishes.size();
        for (size_t head = 0; head < sums.size(); ++head) {
            sums[head] += weights[head];
        }
    }
    const float evenly = features.empty() ? 0 : 1 / std::sqrt(static_cast<float>(features.size()));
    size_t likeliest = 0;
    std::array<float, HeardWishes.size()> scores{};
    for (size_t head = 0; head < scores.size(); ++head) {
        scores[head] = m_heads[head].bias + m_heads[head].scale * static_cast<float>(sums[head]) * evenly;
        likeliest = scores[head] > scores[likeliest] ? head : likeliest;
    }
    return scores[likeliest] >= m_heads[likeliest].line ? std::optional(HeardWishes[likeliest]) : std::nullopt;
}

} // namespace Frontdesk::Dialogue
