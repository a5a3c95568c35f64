#pragma once

#include "service/audio/voiceactivitydetector.h"

namespace Frontdesk::Audio {

/// How well a caller can be understood, and why.
struct AudioQuality {
    double score = 1; ///< 0 (nothing to understand) to 1 (clean telephone).
    double signalToNoiseDb = 0;
    double clippedRatio = 0; ///< Samples of speech at full scale, 0 to 1.
    double lostRatio = 0;    ///< Audio the network lost, 0 to 1.
    double speechRatio = 0;  ///< Frames with speech, 0 to 1.
};

/// Measures a caller's line over the last minute or so.
///
/// score = clarity * (1 - clipping) * (1 - loss) * (0.8 if there is never a pause), where
/// - clarity rises with the signal-to-noise ratio: 0 up to 5 dB, 0.65 at 15 dB, 1 from 25 dB. The ratio is the level
///   exceeded by a tenth of the frames (less where the caller mostly listens) over the level exceeded by nine tenths,
///   so that it hardly needs to know what is speech;
/// - clipping is 10 times the clipped ratio, at most 0.9 (5 % of clipped samples halve the score);
/// - loss is 4 times the lost ratio, at most 0.9 (10 % of lost packets cost 0.4);
/// - "never a pause" means speech in more than 95 % of at least five seconds: a television or a crowd.
/// Before EnoughSpeech was heard, a caller of usual level is assumed: a quiet line scores 1, and a noise in which no
/// speech can be found scores low. Allocation-free; one per line.
class AudioQualityMeter {
public:
    static constexpr Milliseconds EnoughSpeech{300};

    /// A frame that really arrived; concealed ones belong to addGap.
    void add(const Flow::AudioFrame &frame, const VoiceActivity &activity);

    /// Audio that never arrived.
    void addGap(Milliseconds missing);

    [[nodiscard]] AudioQuality quality() const;
    void reset() { *this = AudioQualityMeter(); }

private:
    static constexpr size_t Levels = 97; ///< One per dB, 0 to -96 dBFS.

    [[nodiscard]] double levelExceededBy(double part) const;
    void forgetHalf();

    std::array<uint32_t, Levels> m_levels{};
    uint32_t m_frames = 0;
    uint32_t m_speechFrames = 0;
    uint32_t m_speechSamples = 0;
    uint32_t m_clippedSamples = 0;
    double m_lostFrames = 0;
};

} // namespace Frontdesk::Audio
