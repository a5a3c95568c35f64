#pragma once

#include "service/flow/audioframe.h"

namespace Frontdesk::Audio {

/// What one frame holds.
struct VoiceActivity {
    bool voice = false;          ///< The caller speaks, hangover included.
    bool speechFrame = false;    ///< This very frame carries speech; no hangover.
    double levelDbfs = -96;      ///< Without direct current and hum.
    double noiseFloorDbfs = -96; ///< What the line sounds like when nobody speaks.
};

/// Tells speech from everything else on a telephone line, frame by frame.
///
/// Speech must stand out of the noise floor *and* begin with something periodic (voiced sounds have a pitch; hiss,
/// comfort noise and clicks have none). The floor is the quietest smoothed level of the last seconds: speech always
/// has dips, steady noise has none, so steady noise becomes the floor within FloorWindow. Needs two of three frames to
/// begin, so a voice is reported at most 60 ms after its onset and a click never. Allocation-free; one per line.
class VoiceActivityDetector {
public:
    struct Settings {
        Milliseconds hangover{200};     ///< Keeps `voice` over the small gaps inside words; at least 60 ms.
        double marginDb = 9;            ///< Above the floor to count as speech.
        double quietestVoiceDbfs = -48; ///< Below this it is never the caller; comfort noise lies at -50 to -70.
        double periodicity = 0.5;       ///< Normalised autocorrelation at the pitch that makes a frame voiced.
    };

    VoiceActivityDetector();
    explicit VoiceActivityDetector(const Settings &settings);

    static constexpr Milliseconds FloorWindow{1600};

    VoiceActivity process(const Flow::AudioFrame &frame);
    [[nodiscard]] const VoiceActivity &last() const { return m_last; }

private:
    // 62 to 400 Hz, the range of human pitch.
    static constexpr size_t ShortestPitch = 20;
    static constexpr size_t LongestPitch = 129;
    static constexpr size_t HistorySamples = LongestPitch + Flow::FrameSamples;
    static constexpr size_t FloorSlots = 8;
    static constexpr int FramesPerSlot = 10;

    /// Returns the frame's level in dBFS.
    [[nodiscard]] double filterIn(const Flow::AudioFrame &frame);
    [[nodiscard]] double periodicity() const;
    void updateFloor(double levelDbfs);

    Settings m_settings;
    std::array<float, HistorySamples> m_history{}; ///< High-passed; this frame is the last FrameSamples.
    float m_lastInput = 0;
    float m_lastOutput = 0;
    std::array<double, FloorSlots> m_slotMinimum{};
    size_t m_slot = 0;
    int m_framesInSlot = 0;
    double m_smoothedDbfs = -96;
    uint8_t m_loudFrames = 0;     ///< One bit a frame, newest lowest.
    uint8_t m_periodicFrames = 0; ///< Likewise.
    Milliseconds m_sinceSpeech{0};
    bool m_started = false;
    VoiceActivity m_last;
};

} // namespace Frontdesk::Audio
