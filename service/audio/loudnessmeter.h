#pragma once

#include "service/audio/voiceactivitydetector.h"

namespace Frontdesk::Audio {

/// Notices a raised voice: the level of a turn's speech against what is usual for this caller and line.
///
/// Absolute levels say nothing on a telephone, so the first turn is the measure and later turns shift it slowly.
class LoudnessMeter {
public:
    /// Less speech than this says nothing; the turn counts as usual.
    static constexpr Milliseconds EnoughSpeech{200};

    void add(const VoiceActivity &activity);

    /// What was added since the last turn was none: noise in which there were no words.
    void forget();

    /// Ends the turn. dB above (or below) the caller's usual level; 0 for the first turn.
    double endTurn();

    /// Of the caller's speech, dBFS; SilenceDbfs until a turn has ended.
    [[nodiscard]] double usualDbfs() const { return m_usualDbfs; }

private:
    double m_power = 0;
    int m_frames = 0;
    bool m_known = false;
    double m_usualDbfs = -96;
};

} // namespace Frontdesk::Audio
