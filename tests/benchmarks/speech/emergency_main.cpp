#include "service/safety/utterancesafety.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "tests/benchmarks/speech/emergencies.h"
#include "tests/benchmarks/speech/telephone.h"

#include <QCoreApplication>
#include <QTextStream>

/// Speaks emergencies over a telephone line and asks safety about what the built-in recognizer heard.
///
/// Usage: emergency_benchmark [--details] [voice...]. Exit status 1 when too few are heard.
using namespace Frontdesk;

namespace {

constexpr double LeastHeard = 0.75;

struct Count {
    int turns = 0;
    int emergencies = 0; ///< The caller was told to call 911.
    int handedOver = 0;  ///< To people, for whatever reason; emergencies among them.

    void add(Safety::RequiredAction action)
    {
        ++turns;
        emergencies += action == Safety::RequiredAction::EmergencyEscalate ? 1 : 0;
        handedOver += action != Safety::RequiredAction::Continue ? 1 : 0;
    }
    void add(const Count &other)
    {
        turns += other.turns;
        emergencies += other.emergencies;
        handedOver += other.handedOver;
    }
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

Count measure(SpeechToText::SpeechDecoder &decoder, const QString &voice, const std::vector<const char *> &turns,
              bool emergency, bool details)
{
    Count count;
    std::optional<SpeechToText::CepstralMean> mean;
    for (const char *turn : turns) {
        const std::vector<int16_t> audio = Benchmarks::spokenOnTheLine(voice, turn, unsigned(count.turns) + 1);
        const Flow::Transcript heard = Benchmarks::decode(decoder, Flow::Expectation::Request, audio, mean);
        const Safety::RequiredAction action = Safety::assess(heard.text).action;
        count.add(action);
        if (details && (action == Safety::RequiredAction::EmergencyEscalate) != emergency)
            out() << "  " << voice << "  " << turn << "  ->  " << heard.text << Qt::endl;
    }
    return count;
}

Count read(const std::vector<const char *> &turns)
{
    Count count;
    for (const char *turn : turns)
        count.add(Safety::assess(QString::fromLatin1(turn)).action);
    return count;
}

void print(const QString &who, const Count &danger, const Count &ordinary)
{
    out() << who << ": emergencies heard " << danger.emergencies << " of " << danger.turns << ", handed over "
          << danger.handedOver << "; false emergencies " << ordinary.emergencies << " of " << ordinary.turns
          << ", false escalations " << ordinary.handedOver << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList voices = QCoreApplication::arguments().mid(1);
    const bool details = voices.removeAll(QStringLiteral("--details")) > 0;
    if (voices.isEmpty())
        voices = {QStringLiteral("slt"), QStringLiteral("rms"), QStringLiteral("awb")};
    auto decoder = SpeechToText::SpeechDecoder::load(SpeechToText::PocketsphinxModels::Settings().speechData);
    if (!decoder.ok()) {
        out() << decoder.error().message << "\n";
        return 1;
    }
    print(QStringLiteral("read"), read(Benchmarks::emergencies()), read(Benchmarks::ordinaryTurns()));
    Count danger;
    Count ordinary;
    for (const QString &voice : voices) {
        const Count ofVoice = measure(**decoder, voice, Benchmarks::emergencies(), true, details);
        const Count ordinaryOfVoice = measure(**decoder, voice, Benchmarks::ordinaryTurns(), false, details);
        print(voice, ofVoice, ordinaryOfVoice);
        danger.add(ofVoice);
        ordinary.add(ordinaryOfVoice);
    }
    print(QStringLiteral("all voices"), danger, ordinary);
    return danger.emergencies >= LeastHeard * danger.turns ? 0 : 1;
}
