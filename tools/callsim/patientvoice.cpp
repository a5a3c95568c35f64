#include "tools/callsim/patientvoice.h"

#include "service/audio/mulaw.h"
#include "service/audio/resampler.h"
#include "tests/fakes/ear.h"

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

struct FreeUtterance {
    void operator()(cst_utterance *utterance) const { delete_utterance(utterance); }
};

} // namespace

QStringList PatientVoice::names()
{
    return voices().keys() + QStringList{Marked};
}

Result<Sound> PatientVoice::speak(const QString &voice, const QString &text)
{
    if (voice == Marked) {
        const QByteArray codes = Fakes::markedSpeech(text.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        Sound sound(size_t(codes.size()));
        Audio::decodeMuLaw({reinterpret_cast<const uint8_t *>(codes.constData()), sound.size()}, sound);
        return sound;
    }
    return spoken(voice, text, utt_synth);
}

Result<Sound> PatientVoice::utter(const QString &voice, const QString &phones)
{
    return spoken(voice == Marked ? QStringLiteral("slt") : voice, QStringLiteral("pau %1 pau").arg(phones),
                  utt_synth_phones);
}

Result<Sound> PatientVoice::spoken(const QString &voice, const QString &text, Synthesis synthesis)
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
    cst_utterance *utterance = new_utterance();
    utt_set_input_text(utterance, text.toUtf8().constData());
    // Frees the utterance when it fails.
    const std::unique_ptr<cst_utterance, FreeUtterance> done(
        flite_do_synth(utterance, found.value()(nullptr), synthesis));
    if (!done || !utt_wave(done.get())) {
        return Error{ErrorCode::Internal, QStringLiteral("flite could not speak a line")};
    }
    const cst_wave &wave = *utt_wave(done.get());
    const std::span<const int16_t> samples(wave.samples, static_cast<size_t>(wave.num_samples));
    const Sound sound = trimmed(levelled(Audio::resampled(samples, wave.sample_rate, Flow::SampleRateHz)));
    m_spoken.insert(key, sound);
    return sound;
}

} // namespace Frontdesk::CallSim
