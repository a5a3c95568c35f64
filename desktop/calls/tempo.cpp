#include "desktop/calls/tempo.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::Calls {

namespace {

/// How alike two stretches are, whatever their loudness; the second one's.
double likeness(std::span<const int16_t> wanted, std::span<const int16_t> offered)
{
    double product = 0;
    double energy = 1;
    for (size_t at = 0; at < wanted.size(); ++at) {
        product += double(wanted[at]) * offered[at];
        energy += double(offered[at]) * offered[at];
    }
    return product / std::sqrt(energy);
}

} // namespace

void Tempo::moveTo(qint64 frame)
{
    m_at = double(frame);
    m_continued = frame;
    m_left = 0;
}

bool Tempo::fill(std::span<int16_t> out, double speed, const Source &source)
{
    while (!out.empty()) {
        if (m_left == 0 && !makeHop(speed, source)) {
            std::fill(out.begin(), out.end(), int16_t(0));
            return false;
        }
        const size_t count = std::min(m_left, out.size());
        std::copy_n(m_hop.end() - std::ptrdiff_t(m_left), count, out.begin());
        m_left -= count;
        out = out.subspan(count);
    }
    return true;
}

bool Tempo::makeHop(double speed, const Source &source)
{
    Samples continued;
    if (!source(m_continued, continued))
        return false;
    const qint64 target = position();
    qint64 taken = target;
    if (target == m_continued) {
        m_hop = continued;
    } else {
        std::array<int16_t, Hop + 2 * Search> around;
        if (!source(target - qint64(Search), around))
            return false;
        size_t best = Search;
        double likest = likeness(continued, std::span(around).subspan(best, Hop));
        for (size_t at = 0; at <= 2 * Search; ++at) {
            const double like = likeness(continued, std::span(around).subspan(at, Hop));
            if (like > likest) {
                likest = like;
                best = at;
            }
        }
        for (size_t at = 0; at < Hop; ++at) {
            const double share = (double(at) + 0.5) / Hop;
            m_hop[at] = int16_t(std::lround((1 - share) * continued[at] + share * around[best + at]));
        }
        taken += qint64(best) - qint64(Search);
    }
    m_continued = taken + qint64(Hop);
    m_at += double(Hop) * speed;
    m_left = Hop;
    return true;
}

} // namespace Frontdesk::Calls
