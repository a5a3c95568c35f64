#include "service/audio/mulaw.h"
#include "service/audio/voiceactivitydetector.h"
#include "service/dialogue/turns/turncontroller.h"
#include "service/speechtotext/internal/speechdecoder.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "tests/benchmarks/speech/interruptions.h"
#include "tools/callsim/soundeffects.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <optional>

/// Lets callers speak, cough and hum over our voice, and prints what turn-taking made of it, in the call's own time:
/// the machine's speed does not matter.
///
/// Usage: interruption_benchmark [--details]. Exit status 1 when we do not fall silent within 200 ms for somebody who
/// speaks, or when more than one in ten is not let in or lets us stop for nothing.
using namespace Frontdesk;

namespace {

using Dialogue::TurnSignal;

constexpr Milliseconds Frame = Flow::FrameDuration;
constexpr Milliseconds SoundBegins{1400};
constexpr Milliseconds Afterwards{4000};
constexpr Milliseconds InterimEvery{240};
constexpr Milliseconds LatestStop{200};
constexpr Milliseconds LatestResume{2000};
constexpr size_t MistakesIn = 10; ///< At most one of so many.

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct Outcome {
    std::optional<Milliseconds> stopped; ///< After the sound's first sample.
    std::optional<Milliseconds> resumed; ///< After we stopped.
    int stops = 0;
    bool turnTaken = false;
    Flow::Transcript heard;

    [[nodiscard]] bool keptTalking() const { return !turnTaken && (!stopped || (resumed && *resumed <= LatestResume)); }
};

/// One sound over our voice, from the line to the turn.
class Scene {
public:
    Scene(SpeechToText::SpeechDecoder &decoder, Flow::Expectation asked, Milliseconds recognizerLag)
        : m_decoder(decoder)
        , m_asked(asked)
        , m_lag(recognizerLag)
    {
        m_turns.expect(asked);
    }

    Outcome play(const std::vector<int16_t> &sound)
    {
        const size_t begins = size_t(SoundBegins / Frame) * Flow::FrameSamples;
        const size_t frames = (begins + sound.size()) / Flow::FrameSamples + size_t(Afterwards / Frame);
        m_line.assign(frames * Flow::FrameSamples, 0);
        std::copy(sound.begin(), sound.end(), m_line.begin() + std::ptrdiff_t(begins));
        m_turns.assistantAudible(Milliseconds(0), true);
        for (size_t i = 0; i < frames; ++i) {
            step(i);
        }
        return m_outcome;
    }

private:
    void step(size_t index)
    {
        const Milliseconds at = Frame * int64_t(index);
        CallSim::Frame sound{};
        std::copy_n(m_line.begin() + std::ptrdiff_t(index * Flow::FrameSamples), sound.size(), sound.begin());
        CallSim::addComfortNoise(sound, m_random);
        Flow::AudioFrame frame;
        frame.at = at;
        for (size_t i = 0; i < sound.size(); ++i) {
            frame.samples[i] = Audio::decodeMuLaw(Audio::encodeMuLaw(sound[i]));
        }
        std::copy(frame.samples.begin(), frame.samples.end(),
                  m_line.begin() + std::ptrdiff_t(index * Flow::FrameSamples));
        deliverWords(at);
        const Audio::VoiceActivity activity = m_voice.process(frame);
        follow(at, m_turns.frame(at, activity.voice, activity.speechFrame));
        if (m_decoding) {
            decodeUpTo(at + Frame);
        }
    }

    void deliverWords(Milliseconds at)
    {
        if (m_interim && m_interim->first <= at) {
            m_turns.heardSoFar(m_interim->second);
            m_interim.reset();
        }
        if (m_final && m_final->first <= at) {
            const Flow::Transcript transcript = m_final->second;
            m_final.reset();
            m_outcome.heard = transcript;
            follow(at, m_turns.recognized(transcript));
        }
    }

    void decodeUpTo(Milliseconds at)
    {
        const size_t end = size_t(at / Frame) * Flow::FrameSamples;
        m_decoder.process(std::span(m_line).subspan(m_decoded, end - m_decoded));
        m_decoded = end;
        if (at - m_lastInterim >= InterimEvery) {
            m_lastInterim = at;
            m_interim = {at + m_lag, m_decoder.soFar()};
        }
    }

    void follow(Milliseconds at, const Dialogue::TurnController::Signals &signalList)
    {
        for (const TurnSignal signal : signalList) {
            switch (signal) {
            case TurnSignal::UtteranceBegan:
                m_decoding = m_decoder.begin(m_asked, {});
                m_decoded = size_t(m_turns.utteranceStart() / Frame) * Flow::FrameSamples;
                m_lastInterim = m_turns.utteranceStart();
                break;
            case TurnSignal::UtteranceEnded:
                m_decoding = false;
                m_final = {at + m_lag, m_decoder.end()};
                break;
            case TurnSignal::Yield:
                ++m_outcome.stops;
                m_stoppedAt = at + Frame; // What this frame tells is known when it is over.
                m_outcome.stopped = m_outcome.stopped.value_or(m_stoppedAt - SoundBegins);
                m_outcome.resumed.reset();
                m_turns.assistantAudible(at, false);
                break;
            case TurnSignal::Resume:
                m_outcome.resumed = at + Frame - m_stoppedAt;
                m_turns.assistantAudible(at, true);
                break;
            case TurnSignal::NoWords:
            case TurnSignal::TurnTaken:
                m_outcome.turnTaken = true;
                break;
            case TurnSignal::CallerSilent:
                break;
            }
        }
    }

    SpeechToText::SpeechDecoder &m_decoder;
    Flow::Expectation m_asked;
    Milliseconds m_lag;
    Audio::VoiceActivityDetector m_voice;
    Dialogue::TurnController m_turns;
    std::mt19937 m_random{7};
    std::vector<int16_t> m_line;
    bool m_decoding = false;
    size_t m_decoded = 0;
    Milliseconds m_lastInterim{0};
    std::optional<std::pair<Milliseconds, QString>> m_interim;
    std::optional<std::pair<Milliseconds, Flow::Transcript>> m_final;
    Milliseconds m_stoppedAt{0};
    Outcome m_outcome;
};

QString inMs(std::optional<Milliseconds> time)
{
    return time ? QString::number(time->count()) : QStringLiteral("-");
}

/// False when a speaker was not let in in time, or too many came out wrong.
bool measure(SpeechToText::SpeechDecoder &decoder, const char *name, const std::vector<Benchmarks::Interruption> &all,
             Milliseconds lag, bool details)
{
    constexpr std::array Asked{Flow::Expectation::Reason, Flow::Expectation::PatientName,
                               Flow::Expectation::PhoneNumber, Flow::Expectation::Request, Flow::Expectation::YesNo};
    size_t wrong = 0;
    size_t late = 0;
    std::vector<Milliseconds> stops;
    std::vector<Milliseconds> resumes;
    for (size_t i = 0; i < all.size(); ++i) {
        const Outcome outcome = Scene(decoder, Asked[i % Asked.size()], lag).play(all[i].sound);
        const bool inTime = outcome.stopped && *outcome.stopped <= LatestStop;
        const bool right = all[i].isTurn ? inTime && outcome.turnTaken : outcome.keptTalking();
        late += all[i].isTurn && !inTime ? 1 : 0;
        wrong += right ? 0 : 1;
        if (outcome.stopped)
            stops.push_back(*outcome.stopped);
        if (outcome.resumed)
            resumes.push_back(*outcome.resumed);
        if (details || !right) {
            out() << (right ? "  ok    " : "  WRONG ") << all[i].what << ", " << all[i].sound.size() / 8
                  << " ms: stopped after " << inMs(outcome.stopped) << ", went on after " << inMs(outcome.resumed)
                  << ", stops " << outcome.stops << (outcome.turnTaken ? ", turn" : "") << " \"" << outcome.heard.text
                  << "\" " << QString::number(outcome.heard.confidence, 'f', 2) << Qt::endl;
        }
    }
    const auto largest = [](const std::vector<Milliseconds> &values) {
        return values.empty() ? 0 : int(std::ranges::max(values).count());
    };
    out() << name << ", recognizer " << lag.count() << " ms late: " << all.size() - wrong << " of " << all.size()
          << " right; stopped " << stops.size() << " times after at most " << largest(stops) << " ms, " << late
          << " late; went on " << resumes.size() << " times after at most " << largest(resumes) << " ms" << Qt::endl;
    return late == 0 && wrong * MistakesIn <= all.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool details = QCoreApplication::arguments().contains(QStringLiteral("--details"));
    auto decoder = SpeechToText::SpeechDecoder::load(SpeechToText::PocketsphinxModels::Settings().speechData);
    const auto turns = Benchmarks::trueInterruptions();
    const auto noises = Benchmarks::noises();
    if (!decoder || !turns || !noises) {
        out() << (!decoder ? decoder.error() : !turns ? turns.error() : noises.error()).message << Qt::endl;
        return 1;
    }
    bool good = true;
    for (const Milliseconds lag : {Milliseconds(150), Milliseconds(900)}) {
        good = measure(**decoder, "speech", *turns, lag, details) && good;
        good = measure(**decoder, "noises", *noises, lag, details) && good;
    }
    return good ? 0 : 1;
}
