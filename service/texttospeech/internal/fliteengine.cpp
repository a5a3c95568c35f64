#include "service/texttospeech/internal/fliteengine.h"

#include <QHash>
#include <QStringList>

#include <flite/flite.h>

#include <memory>
#include <mutex>

extern "C" {
cst_voice *register_cmu_us_slt(const char *);
cst_voice *register_cmu_us_rms(const char *);
cst_voice *register_cmu_us_awb(const char *);
cst_voice *register_cmu_us_kal(const char *);
}

namespace Frontdesk::TextToSpeech::Flite {

namespace {

constexpr float SlowStretch = 1.3f;

struct Library {
    std::mutex mutex; ///< Held around every call of flite.
    QHash<QString, cst_voice *> voices;

    Library()
    {
        flite_init();
        voices = {{QStringLiteral("slt"), register_cmu_us_slt(nullptr)},
                  {QStringLiteral("rms"), register_cmu_us_rms(nullptr)},
                  {QStringLiteral("awb"), register_cmu_us_awb(nullptr)},
                  {QStringLiteral("kal"), register_cmu_us_kal(nullptr)}};
    }
};

Library &library()
{
    static Library theLibrary;
    return theLibrary;
}

struct DeleteWave {
    void operator()(cst_wave *wave) const { delete_wave(wave); }
};

} // namespace

bool hasVoice(const QString &voice)
{
    return library().voices.contains(voice);
}

QStringList voices()
{
    return library().voices.keys();
}

Result<Waveform> synthesize(const QString &voice, const QString &sentence, Pace pace)
{
    Library &flite = library();
    cst_voice *chosen = flite.voices.value(voice);
    if (!chosen)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no built-in voice of this name.")};
    const std::lock_guard lock(flite.mutex);
    feat_set_float(chosen->features, "duration_stretch", pace == Pace::Slow ? SlowStretch : 1.0f);
    const std::unique_ptr<cst_wave, DeleteWave> wave(flite_text_to_wave(sentence.toUtf8().constData(), chosen));
    if (!wave || wave->num_samples <= 0 || wave->num_channels != 1)
        return Error{ErrorCode::Unavailable, QStringLiteral("The built-in voice made no audio.")};
    return Waveform{wave->sample_rate, {wave->samples, wave->samples + wave->num_samples}};
}

} // namespace Frontdesk::TextToSpeech::Flite
