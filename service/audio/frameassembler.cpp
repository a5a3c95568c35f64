#include "service/audio/frameassembler.h"

#include "service/audio/mulaw.h"

#include <algorithm>

namespace Frontdesk::Audio {

Milliseconds FrameAssembler::position() const
{
    return Milliseconds(int64_t(m_frames * Flow::FrameSamples + m_filled) / int64_t(Flow::BytesPerMillisecond));
}

FrameAssembler::Arrival FrameAssembler::place(size_t byteCount, Milliseconds at)
{
    const Milliseconds ahead = at - m_clockOffset - position();
    if (ahead > LongestFill || ahead < -LongestFill) {
        m_clockOffset += ahead;
        return {};
    }
    if (ahead > Tolerance)
        return {ahead, false};
    const Milliseconds length(int64_t(byteCount / Flow::BytesPerMillisecond));
    return {Milliseconds(0), ahead < -Tolerance && ahead + length <= Milliseconds(0)};
}

size_t FrameAssembler::append(Flow::MuLawBytes bytes)
{
    const auto taken = bytes.first(std::min(bytes.size(), Flow::FrameSamples - m_filled));
    std::copy(taken.begin(), taken.end(), m_frame.muLaw.begin() + m_filled);
    decodeMuLaw(taken, std::span(m_frame.audio.samples).subspan(m_filled));
    m_filled += taken.size();
    return taken.size();
}

size_t FrameAssembler::appendSilence(size_t most)
{
    static constexpr auto Silence = [] {
        std::array<uint8_t, Flow::FrameSamples> codes{};
        codes.fill(Flow::MuLawSilence);
        return codes;
    }();
    return append(Flow::MuLawBytes(Silence).first(std::min(most, Silence.size())));
}

const LineFrame &FrameAssembler::complete()
{
    m_frame.audio.at = Milliseconds(int64_t(m_frames) * Flow::FrameDuration.count());
    m_done = m_frame;
    m_frame.concealed = false;
    m_filled = 0;
    ++m_frames;
    return m_done;
}

} // namespace Frontdesk::Audio
