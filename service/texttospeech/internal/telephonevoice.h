#pragma once

#include "service/texttospeech/internal/fliteengine.h"

#include <QByteArray>

namespace Frontdesk::TextToSpeech {

/// How loud our speech is on the line: mean power of its active parts.
inline constexpr double SpeechLevelDbfs = -18;

/// Makes an engine's audio fit for the line: 8 kHz mu-law at SpeechLevelDbfs, with peaks rounded instead of clipped.
/// Empty when there is no sound in it.
[[nodiscard]] QByteArray telephoneVoice(const Waveform &wave);

} // namespace Frontdesk::TextToSpeech
