#include "tools/callsim/preparedsounds.h"

#include "service/audio/wavfile.h"
#include "tools/callsim/soundeffects.h"

namespace Frontdesk::CallSim {

namespace {

constexpr Milliseconds BackgroundLoop{7000};

/// What the people in the waiting room talk about.
Result<std::vector<Sound>> waitingRoom(PatientVoice &voice)
{
    static const QList<QPair<QString, QString>> talk{
        {QStringLiteral("rms"),
         QStringLiteral("well they said the bus would be late again because of the weather up north")},
        {QStringLiteral("awb"),
         QStringLiteral("put that down please, we are going home soon and then we can have lunch")},
        {QStringLiteral("slt"),
         QStringLiteral("my sister moved to the coast last year and she never looked back you know")},
        {QStringLiteral("kal"), QStringLiteral("and now the news, traffic remains slow on both sides of the river")}};
    std::vector<Sound> voices;
    for (const auto &[name, text] : talk) {
        auto sound = voice.speak(name, text);
        if (!sound) {
            return sound.error();
        }
        voices.push_back(std::move(sound).value());
    }
    return voices;
}

Result<Sound> background(const ScriptLine &line, PatientVoice &voice, std::mt19937 &random)
{
    if (line.text == QLatin1String("none")) {
        return Sound{};
    }
    if (line.text == QLatin1String("white")) {
        return whiteNoise(BackgroundLoop, line.snrDb, random);
    }
    if (line.text == QLatin1String("babble")) {
        const auto voices = waitingRoom(voice);
        if (!voices) {
            return voices.error();
        }
        return babble(*voices, BackgroundLoop, line.snrDb, random);
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("noise is white, babble or none")};
}

} // namespace

Result<PreparedSounds> prepareSounds(const Script &script, PatientVoice &voice)
{
    PreparedSounds sounds;
    std::mt19937 random(script.seed);
    for (const QString &text : script.spokenTexts()) {
        auto sound = voice.speak(script.voice, text);
        if (!sound) {
            return sound.error();
        }
        sounds.speech.insert(text, std::move(sound).value());
    }
    auto hum = voice.utter(script.voice, QStringLiteral("m hh m"));
    if (!hum) {
        return hum.error();
    }
    sounds.mmHm = std::move(hum).value();
    sounds.cough = cough(random);
    auto callee =
        voice.speak(QStringLiteral("rms"), QStringLiteral("Hello, this is the front desk. I can help you from here."));
    if (!callee) {
        return callee.error();
    }
    sounds.callee = std::move(callee).value();
    for (const ScriptLine &line : script.lines) {
        if (line.what == ScriptLine::What::Play) {
            const auto wav = Audio::readWav(line.text);
            if (!wav) {
                return wav.error();
            }
            sounds.files.insert(line.text, trimmed(levelled(Audio::telephoneSamples(*wav))));
        } else if (line.what == ScriptLine::What::Noise) {
            auto noise = background(line, voice, random);
            if (!noise) {
                return noise.error();
            }
            sounds.backgrounds.emplace(line.number, std::move(noise).value());
        }
    }
    return sounds;
}

} // namespace Frontdesk::CallSim
