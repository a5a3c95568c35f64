#include "service/audio/loudnessmeter.h"

#include "service/audio/level.h"

#include <utility>

namespace Frontdesk::Audio {

namespace {

constexpr double Adaptation = 0.2; // A caller who shouts for one turn must not become a loud caller.

} // namespace

void LoudnessMeter::add(const VoiceActivity &activity)
{
    if (!activity.speechFrame)
        return;
    m_power += dbfsToPower(activity.levelDbfs);
    ++m_frames;
}

void LoudnessMeter::forget()
{
    m_power = 0;
    m_frames = 0;
}

double LoudnessMeter::endTurn()
{
    const double power = std::exchange(m_power, 0);
    const int frames = std::exchange(m_frames, 0);
    if (frames * Flow::FrameDuration < EnoughSpeech)
        return 0;
    const double turnDbfs = powerToDbfs(power / frames);
    if (!m_known) {
        m_known = true;
        m_usualDbfs = turnDbfs;
        return 0;
    }
    const double raised = turnDbfs - m_usualDbfs;
    m_usualDbfs += Adaptation * raised;
    return raised;
}

} // namespace Frontdesk::Audio
