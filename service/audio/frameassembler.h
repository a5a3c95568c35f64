#pragma once

#include "service/flow/audioframe.h"

namespace Frontdesk::Audio {

/// One frame of the line, linear for listening and as mu-law for a recognizer.
struct LineFrame {
    Flow::AudioFrame audio;
    std::array<uint8_t, Flow::FrameSamples> muLaw{};
    bool concealed = false; ///< The network lost it; it holds silence.
};

/// Cuts what arrives from the line into 20 ms frames and keeps stream time true.
///
/// Lost packets are filled with silence, so that frame n always starts at n * 20 ms and a recognizer fed with these
/// frames counts the same time as the line. Never allocates. One per call, on the call's thread.
class FrameAssembler {
public:
    /// Timestamps may be this much off before we believe that audio is missing or came twice.
    static constexpr Milliseconds Tolerance{40};
    /// A longer hole is taken as a jump of the sender's clock and not filled.
    static constexpr Milliseconds LongestFill{5000};

    /// Takes `bytes`, which the sender says begin at `at` of the stream, and calls `receive(const LineFrame &)` for
    /// every frame that is complete. Returns how much audio was missing before these bytes; audio that came a second
    /// time is dropped.
    template <typename Receive>
    Milliseconds push(Flow::MuLawBytes bytes, Milliseconds at, Receive &&receive)
    {
        const Arrival arrival = place(bytes.size(), at);
        for (size_t left = size_t(arrival.missing.count()) * Flow::BytesPerMillisecond; left > 0;) {
            m_frame.concealed = true;
            left -= appendSilence(left);
            if (isComplete())
                receive(complete());
        }
        for (Flow::MuLawBytes left = arrival.repeated ? Flow::MuLawBytes() : bytes; !left.empty();) {
            left = left.subspan(append(left));
            if (isComplete())
                receive(complete());
        }
        return arrival.missing;
    }

    /// Stream time of the audio taken so far, complete frames or not.
    [[nodiscard]] Milliseconds position() const;

private:
    struct Arrival {
        Milliseconds missing{0};
        bool repeated = false;
    };

    [[nodiscard]] Arrival place(size_t byteCount, Milliseconds at);
    /// Both return how many bytes found room in the frame.
    size_t append(Flow::MuLawBytes bytes);
    size_t appendSilence(size_t most);
    [[nodiscard]] bool isComplete() const { return m_filled == Flow::FrameSamples; }
    const LineFrame &complete();

    LineFrame m_frame;
    LineFrame m_done;
    size_t m_filled = 0;
    uint64_t m_frames = 0;
    Milliseconds m_clockOffset{0}; ///< Sender's clock minus ours, changed by jumps only.
};

} // namespace Frontdesk::Audio
