#pragma once

#include "service/speechtotext/internal/speechdecoder.h"

namespace Frontdesk::Benchmarks {

/// As the line delivers it: level, hiss, mu-law, with a little silence around.
[[nodiscard]] std::vector<int16_t> onTheLine(const QByteArray &muLaw, double noiseDbfs, unsigned seed);

/// The words in a built-in voice on a line with a hiss of -52 dBFS; empty when there is no such voice.
[[nodiscard]] std::vector<int16_t> spokenOnTheLine(const QString &voice, const char *words, unsigned seed);

/// In pieces, as a call does it. `mean` goes from utterance to utterance of one caller.
[[nodiscard]] Flow::Transcript decode(SpeechToText::SpeechDecoder &decoder, Flow::Expectation asked,
                                      const std::vector<int16_t> &audio,
                                      std::optional<SpeechToText::CepstralMean> &mean);

} // namespace Frontdesk::Benchmarks
