#pragma once

#include "service/reception/callline.h"

#include <QThread>

#include <map>

namespace Frontdesk::App {

/// Lets people hear how the assistant will sound to their callers: the same voices in the same order as a call's.
class VoiceSample {
public:
    explicit VoiceSample(Reception::SpeechParts speech);
    ~VoiceSample();

    /// The sentence as a WAV file, 8 kHz. Waits for it: for workers, any number at once. Unavailable: no voice could
    /// say it within `Patience`.
    [[nodiscard]] Result<QByteArray> speak(const ClinicId &clinic, const TextToSpeech::SpeechText &text);

    static constexpr Milliseconds Patience{15'000};

private:
    class Speaker;

    Reception::SpeechParts m_speech;
    QThread m_thread; ///< Voices need an event loop.
    QObject m_place;  ///< Lives there.
};

} // namespace Frontdesk::App
