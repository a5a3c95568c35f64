#include "service/audio/resampler.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace Frontdesk::Audio {

namespace {

constexpr double ZeroCrossings = 16;
constexpr double KaiserBeta = 6.5; ///< About 65 dB of stop band.
constexpr double PassBand = 0.93;  ///< Middle of the transition, as a part of the lower Nyquist frequency.

double besselI0(double x)
{
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; ++k) {
        term *= (x / (2 * k)) * (x / (2 * k));
        sum += term;
    }
    return sum;
}

double sinc(double x)
{
    return std::abs(x) < 1e-9 ? 1.0 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
}

/// `reach`: half of the filter's length in input samples; `cutoff`: as a part of the input's Nyquist frequency.
std::vector<float> polyphaseFilter(size_t phases, size_t taps, double cutoff, double reach)
{
    std::vector<float> filter(phases * taps);
    for (size_t phase = 0; phase < phases; ++phase) {
        double sum = 0;
        for (size_t tap = 0; tap < taps; ++tap) {
            const double distance = double(tap) - double(taps / 2 - 1) - double(phase) / double(phases);
            const double edge = distance / reach;
            const double window = std::abs(edge) >= 1 ? 0 : besselI0(KaiserBeta * std::sqrt(1 - edge * edge));
            const double value = window * sinc(cutoff * distance);
            filter[phase * taps + tap] = float(value);
            sum += value;
        }
        // Every phase passes a constant unchanged; otherwise the phases' ripple would sound as a tone.
        for (size_t tap = 0; tap < taps; ++tap)
            filter[phase * taps + tap] /= float(sum);
    }
    return filter;
}

} // namespace

Resampler::Resampler(int fromHz, int toHz)
{
    assert(fromHz >= MinRateHz && fromHz <= MaxRateHz && toHz >= MinRateHz && toHz <= MaxRateHz);
    const int common = std::gcd(fromHz, toHz);
    m_up = size_t(toHz / common);
    m_down = size_t(fromHz / common);
    const double cutoff = PassBand * std::min(1.0, double(toHz) / fromHz);
    const double reach = ZeroCrossings / cutoff;
    m_taps = 2 * size_t(std::ceil(reach));
    m_filter = polyphaseFilter(m_up, m_taps, cutoff, reach);
    restart();
}

void Resampler::restart()
{
    // Half a filter of silence in front: the first output stands exactly at the first input.
    m_input.assign(m_taps / 2 - 1, 0);
    m_phase = 0;
    m_next = 0;
    m_consumed = 0;
    m_produced = 0;
}

int16_t Resampler::outputAt(size_t inputIndex, size_t phase) const
{
    const float *coefficients = m_filter.data() + phase * m_taps;
    const int16_t *samples = m_input.data() + inputIndex;
    float sum = 0;
    for (size_t tap = 0; tap < m_taps; ++tap)
        sum += coefficients[tap] * float(samples[tap]);
    return int16_t(std::clamp(std::lround(sum), -32768L, 32767L));
}

void Resampler::emitUpTo(size_t available, std::vector<int16_t> &out)
{
    while (m_next + m_taps <= available) {
        out.push_back(outputAt(m_next, m_phase));
        ++m_produced;
        m_phase += m_down;
        m_next += m_phase / m_up;
        m_phase %= m_up;
    }
}

void Resampler::process(std::span<const int16_t> in, std::vector<int16_t> &out)
{
    m_input.insert(m_input.end(), in.begin(), in.end());
    m_consumed += in.size();
    emitUpTo(m_input.size(), out);
    const size_t done = std::min(m_next, m_input.size());
    m_input.erase(m_input.begin(), m_input.begin() + std::ptrdiff_t(done));
    m_next -= done;
}

void Resampler::finish(std::vector<int16_t> &out)
{
    const uint64_t wanted = (m_consumed * m_up + m_down - 1) / m_down;
    m_input.resize(m_input.size() + m_taps, 0);
    while (m_produced < wanted && m_next + m_taps <= m_input.size())
        emitUpTo(m_next + m_taps, out);
    restart();
}

std::vector<int16_t> resampled(std::span<const int16_t> samples, int fromHz, int toHz)
{
    if (fromHz == toHz)
        return {samples.begin(), samples.end()};
    std::vector<int16_t> out;
    out.reserve(samples.size() * size_t(toHz) / size_t(fromHz) + 2);
    Resampler resampler(fromHz, toHz);
    resampler.process(samples, out);
    resampler.finish(out);
    return out;
}

} // namespace Frontdesk::Audio
