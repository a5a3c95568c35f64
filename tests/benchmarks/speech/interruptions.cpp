#include "tests/benchmarks/speech/interruptions.h"

#include "service/flow/audioframe.h"
#include "tools/callsim/patientvoice.h"
#include "tools/callsim/soundeffects.h"

#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace Frontdesk::Benchmarks {

namespace {

constexpr std::array Voices{"slt", "rms", "awb"};
constexpr int CoughsOfEachKind = 5;

/// A buzz of pulses through two resonances, as a throat makes it; `envelope` gives its loudness over time.
template <typename Envelope>
CallSim::Sound throat(int milliseconds, double pitchHz, double breath, unsigned seed, Envelope envelope)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> hiss(0, 1);
    CallSim::Sound sound(size_t(milliseconds) * Flow::SampleRateHz / 1000);
    std::vector<double> raw(sound.size());
    double phase = 0;
    std::array<double, 4> memory{};
    for (size_t i = 0; i < raw.size(); ++i) {
        const double t = double(i) / Flow::SampleRateHz;
        phase += pitchHz * (1 + 0.02 * hiss(random)) / Flow::SampleRateHz;
        double source = breath * hiss(random);
        if (phase >= 1) {
            phase -= 1;
            source += 6;
        }
        for (size_t resonance = 0; resonance < 2; ++resonance) {
            const double angle = 2 * std::numbers::pi * (resonance == 0 ? 600.0 : 1300.0) / Flow::SampleRateHz;
            double &last = memory[2 * resonance];
            double &before = memory[2 * resonance + 1];
            source += 1.9 * 0.95 * std::cos(angle) * last - 0.95 * 0.95 * before;
            before = last;
            last = source;
        }
        raw[i] = source * envelope(t);
    }
    double peak = 1;
    for (const double value : raw)
        peak = std::max(peak, std::abs(value));
    for (size_t i = 0; i < raw.size(); ++i)
        sound[i] = int16_t(std::lround(raw[i] / peak * 9000));
    return sound;
}

CallSim::Sound voicedCough(unsigned seed)
{
    return throat(330, 150 + 15 * seed, 2.5, seed, [](double t) {
        const double second = t > 0.19 ? 0.6 * std::exp(-(t - 0.19) / 0.05) : 0.0;
        return std::min(1.0, t / 0.01) * std::exp(-t / 0.06) + second;
    });
}

CallSim::Sound clearedThroat(unsigned seed)
{
    return throat(420 + 40 * int(seed), 85 + 6 * seed, 1.2, seed,
                  [](double t) { return std::abs(std::sin(2 * std::numbers::pi * 4.2 * t)); });
}

CallSim::Sound bark(unsigned seed)
{
    return throat(450, 420 + 30 * seed, 0.8, seed, [](double t) {
        const double second = t > 0.27 ? std::exp(-(t - 0.27) / 0.04) : 0.0;
        return std::exp(-t / 0.05) + second;
    });
}

CallSim::Sound slammedDoor(unsigned seed)
{
    return throat(250, 70, 6, seed, [](double t) { return std::exp(-t / 0.04); });
}

} // namespace

Result<std::vector<Interruption>> trueInterruptions()
{
    constexpr std::array Words{"wait",
                               "hold on a second",
                               "excuse me",
                               "can I ask you something",
                               "I need to cancel my appointment",
                               "what are your opening hours",
                               "Maria Lopez",
                               "John Smith",
                               "tomorrow afternoon",
                               "I want to talk to a real person",
                               "can you repeat that please",
                               "my name is Emily Johnson",
                               "next Tuesday morning",
                               "five five five zero one two three",
                               "I need to schedule an appointment",
                               "do you take medicare",
                               "no that's wrong",
                               "it's for my daughter",
                               "a regular checkup",
                               "I'm having chest pain"};
    CallSim::PatientVoice voice;
    std::vector<Interruption> all;
    for (const char *words : Words) {
        const QString speaker = QLatin1String(Voices[all.size() % Voices.size()]);
        auto sound = voice.speak(speaker, QLatin1String(words));
        if (!sound)
            return sound.error();
        all.push_back({speaker + QLatin1String(": ") + QLatin1String(words), std::move(sound).value(), true});
    }
    return all;
}

Result<std::vector<Interruption>> noises()
{
    std::vector<Interruption> all;
    for (const char *speaker : Voices) {
        CallSim::PatientVoice voice;
        for (const char *hum : {"m hh m", "ah hh ah", "hh m", "m", "ow k ey", "r ay t"}) {
            auto sound = voice.utter(QLatin1String(speaker), QLatin1String(hum));
            if (!sound)
                return sound.error();
            all.push_back(
                {QLatin1String(speaker) + QLatin1String(": ") + QLatin1String(hum), std::move(sound).value(), false});
        }
    }
    for (unsigned seed = 0; seed < CoughsOfEachKind; ++seed) {
        std::mt19937 random(seed + 1);
        all.push_back({QStringLiteral("cough"), CallSim::cough(random), false});
        all.push_back({QStringLiteral("voiced cough"), voicedCough(seed), false});
        all.push_back({QStringLiteral("throat"), clearedThroat(seed), false});
    }
    for (unsigned seed = 0; seed < 4; ++seed) {
        all.push_back({QStringLiteral("bark"), bark(seed), false});
    }
    for (unsigned seed = 0; seed < 3; ++seed) {
        all.push_back({QStringLiteral("door"), slammedDoor(seed), false});
    }
    return all;
}

} // namespace Frontdesk::Benchmarks
