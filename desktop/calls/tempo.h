#pragma once

#include "service/flow/audioframe.h"

#include <array>
#include <functional>
#include <span>

namespace Frontdesk::Calls {

/// Speech faster or slower at the pitch it had: WSOLA (Verhelst and Roelands, 1993). Each 20 ms that are played are taken
/// from where the recording should be by then, moved by up to 10 ms to where they continue the wave of those before.
class Tempo {
public:
    /// Copies the samples from `from` on; false: they are not here yet.
    using Source = std::function<bool(qint64 from, std::span<int16_t> out)>;

    void moveTo(qint64 frame);
    /// The next frame of the recording.
    [[nodiscard]] qint64 position() const { return qint64(m_at); }

    /// Fills `out` with what comes next at this speed (1: as it was spoken). False: it is not all here; what is missing is
    /// silence, and the position waits.
    bool fill(std::span<int16_t> out, double speed, const Source &source);

private:
    static constexpr size_t Hop = Flow::FrameSamples;
    static constexpr size_t Search = Hop / 2;
    using Samples = std::array<int16_t, Hop>;

    [[nodiscard]] bool makeHop(double speed, const Source &source);

    double m_at = 0;
    qint64 m_continued = 0; ///< Where the recording goes on that was played last.
    Samples m_hop{};
    size_t m_left = 0; ///< Of the hop, not yet played.
};

} // namespace Frontdesk::Calls
