#include "service/audio/frameassembler.h"

#include "service/audio/mulaw.h"

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

bool FrameAssembler::append(uint8_t code)
{
    m_frame.muLaw[m_filled] = code;
    m_frame.audio.samples[m_filled] = decodeMuLaw(code);
    return ++m_filled == Flow::FrameSamples;
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
