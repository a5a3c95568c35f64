#pragma once

#include "service/texttospeech/texttospeech.h"
#include "shared/core/result.h"

#include <span>
#include <vector>

namespace Frontdesk::TextToSpeech {

/// Linear mono audio as an engine makes it.
struct Waveform {
    int sampleRateHz = 0;
    std::vector<int16_t> samples;
};

/// The flite library behind one door. It does not promise to be thread-safe, so it works on one sentence at a time;
/// thirty times faster than speech, that is enough. Safe from any thread.
namespace Flite {

[[nodiscard]] bool hasVoice(const QString &voice);
[[nodiscard]] QStringList voices();

/// NotFound for an unknown voice, Unavailable when nothing comes out.
[[nodiscard]] Result<Waveform> synthesize(const QString &voice, const QString &sentence, Pace pace);

} // namespace Flite

} // namespace Frontdesk::TextToSpeech
