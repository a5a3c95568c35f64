#pragma once

#include "shared/core/result.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace Frontdesk::Audio {

/// Linear 16-bit audio as a file holds it.
struct WavAudio {
    int sampleRateHz = 8000;
    int channels = 1;
    std::vector<int16_t> samples; ///< Interleaved when there is more than one channel.

    [[nodiscard]] size_t frames() const { return samples.size() / size_t(channels); }
};

/// Reads RIFF/WAVE: PCM of 8 or 16 bits or mu-law, one or two channels, 2 to 192 kHz. A data chunk that promises more
/// than there is (a recording cut short) gives what is there. InvalidInput for everything else.
[[nodiscard]] Result<WavAudio> parseWav(QByteArrayView bytes);
[[nodiscard]] Result<WavAudio> readWav(const QString &path);

/// 16-bit PCM.
[[nodiscard]] QByteArray wavBytes(const WavAudio &audio);
[[nodiscard]] Result<void> writeWav(const QString &path, const WavAudio &audio);

/// Mixed to mono and brought to 8 kHz: what the phone network would carry.
[[nodiscard]] std::vector<int16_t> telephoneSamples(const WavAudio &audio);

/// Two equally timed voices as the channels of one recording; the shorter one is filled with silence.
[[nodiscard]] WavAudio stereo(std::span<const int16_t> left, std::span<const int16_t> right, int sampleRateHz);

} // namespace Frontdesk::Audio
