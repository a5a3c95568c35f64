#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace Frontdesk::Audio {

/// Changes the rate of a running stream of mono samples by any ratio of whole numbers.
///
/// Windowed-sinc polyphase filter (Kaiser, 16 zero crossings each side): pass band to 90 % of the lower Nyquist
/// frequency, images and aliases more than 60 dB down. Not thread-safe; one per stream.
class Resampler {
public:
    /// Rates in Hz, both between MinRateHz and MaxRateHz.
    Resampler(int fromHz, int toHz);

    static constexpr int MinRateHz = 2000;
    static constexpr int MaxRateHz = 192000;

    /// Appends to `out` what can be computed so far. Allocates only if `out` has too little capacity or `in` is longer
    /// than any input before.
    void process(std::span<const int16_t> in, std::vector<int16_t> &out);

    /// Appends the tail that the filter still holds. Afterwards the stream begins anew.
    void finish(std::vector<int16_t> &out);

private:
    [[nodiscard]] int16_t outputAt(size_t inputIndex, size_t phase) const;
    void emitUpTo(size_t available, std::vector<int16_t> &out);
    void restart();

    size_t m_up;
    size_t m_down;
    size_t m_taps;                ///< Per phase.
    std::vector<float> m_filter;  ///< m_up phases of m_taps, newest sample last.
    std::vector<int16_t> m_input; ///< The samples that later outputs still need.
    size_t m_phase = 0;
    size_t m_next = 0;       ///< Index in m_input of the first tap of the next output.
    uint64_t m_consumed = 0; ///< Samples that came in.
    uint64_t m_produced = 0; ///< Samples that went out.
};

/// A whole recording at once: the result has the same length in time and no delay.
[[nodiscard]] std::vector<int16_t> resampled(std::span<const int16_t> samples, int fromHz, int toHz);

} // namespace Frontdesk::Audio
