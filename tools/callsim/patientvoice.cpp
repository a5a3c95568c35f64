#include "tools/callsim/patientvoice.h"

#include "service/audio/resampler.h"

#include <flite.h>

#include <memory>

// Flite's voice libraries have no headers of their own.
extern "C" {
cst_voice *register_cmu_us_slt(const char *directory);
cst_voice *register_cmu_us_rms(const char *directory);
cst_voice *register_cmu_us_awb(const char *directory);
cst_voice *register_cmu_us_kal(const char *directory);
}

namespace Frontdesk::CallSim {

namespace {

using Register = cst_voice *(*)(const char *);

const QMap<QString, Register> &voices()
{
    static const QMap<QString, Register> all{{QStringLiteral("slt"), register_cmu_us_slt},
                                             {QStringLiteral("rms"), register_cmu_us_rms},
                                             {QStringLiteral("awb"), register_cmu_us_awb},
                                             {QStringLiteral("kal"), register_cmu_us_kal}};
    return all;
}

struct FreeWave {
    void operator()(cst_wave *wave) const { delete_wave(wave); }
};

} // namespace

QStringList PatientVoice::names()
{
    return voices().keys();
}

Result<Sound> PatientVoice::speak(const QString &voice, const QString &text)
{
    const auto found = voices().constFind(voice);
    if (found == voices().constEnd()) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("no voice %1; there are %2").arg(voice, names().join(QStringLiteral(", ")))};
    }
    const auto key = qMakePair(voice, text);
    if (const auto kept = m_spoken.constFind(key); kept != m_spoken.constEnd()) {
        return *kept;
    }
    static const int initialised = flite_init();
    Q_UNUSED(initialised)
    const std::unique_ptr<cst_wave, FreeWave> wave(
        flite_text_to_wave(text.toUtf8().constData(), found.value()(nullptr)));
    if (!wave) {
        return Error{ErrorCode::Internal, QStringLiteral("flite could not speak a line")};
    }
    const std::span<const int16_t> samples(wave->samples, static_cast<size_t>(wave->num_samples));
    const Sound sound = trimmed(levelled(Audio::resampled(samples, wave->sample_rate, Flow::SampleRateHz)));
    m_spoken.insert(key, sound);
    return sound;
}

} // namespace Frontdesk::CallSim
