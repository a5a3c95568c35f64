#include "tools/callsim/assistantear.h"

namespace Frontdesk::CallSim {

void AssistantEar::hear(Milliseconds at, const Frame &frame)
{
    m_now = at + Flow::FrameDuration;
    if (!isAudible(frame)) {
        return;
    }
    if (!m_lastSound || at - *m_lastSound >= SentenceGap) {
        m_onset = at;
    }
    m_lastSound = m_now;
}

bool AssistantEar::speaking() const
{
    return m_lastSound && silentFor() < SentenceGap;
}

} // namespace Frontdesk::CallSim
