#include "service/languagemodel/providers/openailanguagemodel.h"
#include "service/speechtotext/providers/deepgramspeechtotext.h"
#include "service/texttospeech/providers/elevenlabstexttospeech.h"
#include "tests/fakes/fakedeepgram.h"
#include "tests/fakes/fakeelevenlabs.h"
#include "tests/fakes/fakeopenai.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

/// What we add ourselves to the time of each vendor: everything from the call of our interface to its answer, with
/// fakes that answer at once over real sockets. Their own work is part of the figures.

using namespace Frontdesk;

namespace {

constexpr int Rounds = 300;

void waitFor(const bool &done)
{
    while (!done) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void report(const char *what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[static_cast<size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    QTextStream(stdout) << QStringLiteral("%1 median %2 ms, P99 %3 ms, worst %4 ms\n")
                               .arg(QLatin1String(what), -48)
                               .arg(at(0.5), 0, 'f', 2)
                               .arg(at(0.99), 0, 'f', 2)
                               .arg(at(1.0), 0, 'f', 2);
}

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void measureDeepgram(SystemScheduler &scheduler, const std::shared_ptr<Clock> &clock)
{
    Fakes::FakeDeepgram fake;
    if (!fake.listen()) {
        return;
    }
    SpeechToText::DeepgramSettings settings;
    settings.url = fake.url(QStringLiteral("ws"));
    settings.key = Fakes::FakeDeepgram::Key;
    settings.permit = Outgoing::Permit::withoutPatientData();
    const auto vendor =
        std::make_shared<FaultPolicy::Vendor>(QStringLiteral("deepgram"), FaultPolicy::Service::SpeechToText, clock);
    SpeechToText::DeepgramSpeechToText ears(settings, vendor, scheduler);
    ears.start({});
    bool finished = false;
    QObject::connect(&ears, &SpeechToText::SpeechToText::finished, &ears, [&] { finished = true; });
    const QByteArray spoken =
        Fakes::markedSpeech({QStringLiteral("tuesday"), QStringLiteral("morning")}) + Fakes::markedSilence(200);
    std::vector<double> times;
    qint64 heard = 0;
    for (int round = 0; round < Rounds; ++round) {
        ears.beginUtterance(Milliseconds(heard / 8));
        for (qsizetype at = 0; at < spoken.size(); at += 160) {
            const qsizetype size = std::min<qsizetype>(160, spoken.size() - at);
            ears.write({reinterpret_cast<const uint8_t *>(spoken.constData()) + at, static_cast<size_t>(size)});
            heard += size;
            QCoreApplication::processEvents();
        }
        finished = false;
        QElapsedTimer timer;
        timer.start();
        ears.finishUtterance();
        waitFor(finished);
        times.push_back(since(timer));
    }
    report("Deepgram: end of speech to final words", std::move(times));
}

void measureElevenLabs(const std::shared_ptr<Outgoing::HttpClient> &client, const std::shared_ptr<Clock> &clock)
{
    Fakes::FakeElevenLabs fake;
    if (!fake.listen()) {
        return;
    }
    TextToSpeech::ElevenLabsSettings settings;
    settings.url = fake.url();
    settings.key = Fakes::FakeElevenLabs::Key;
    settings.permit = Outgoing::Permit::withoutPatientData();
    settings.voice = QLatin1String(Fakes::FakeElevenLabs::VoiceId);
    const auto vendor =
        std::make_shared<FaultPolicy::Vendor>(QStringLiteral("elevenlabs"), FaultPolicy::Service::TextToSpeech, clock);
    TextToSpeech::ElevenLabsTextToSpeech voice(settings, vendor, client);
    bool heard = false;
    bool finished = false;
    double first = 0;
    QElapsedTimer timer;
    QObject::connect(&voice, &TextToSpeech::TextToSpeech::audio, &voice,
                     [&] { first = std::exchange(heard, true) ? first : since(timer); });
    QObject::connect(&voice, &TextToSpeech::TextToSpeech::finished, &voice, [&] { finished = true; });
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        heard = finished = false;
        timer.start();
        voice.speak(static_cast<quint64>(round), {QStringLiteral("What day works best for you?")});
        waitFor(finished);
        times.push_back(first);
    }
    report("ElevenLabs: text to first sound", std::move(times));
}

void measureOpenAi(const std::shared_ptr<Outgoing::HttpClient> &client, const std::shared_ptr<Clock> &clock)
{
    Fakes::FakeOpenAi fake;
    if (!fake.listen()) {
        return;
    }
    LanguageModel::OpenAiSettings settings;
    settings.url = fake.url();
    settings.url.setPath(QStringLiteral("/v1"));
    settings.key = Fakes::FakeOpenAi::Key;
    settings.permit = Outgoing::Permit::withoutPatientData();
    const auto vendor =
        std::make_shared<FaultPolicy::Vendor>(QStringLiteral("openai"), FaultPolicy::Service::LanguageModel, clock);
    LanguageModel::OpenAiLanguageModel model(settings, vendor, client);
    bool answered = false;
    QObject::connect(&model, &LanguageModel::LanguageModel::understood, &model, [&] { answered = true; });
    QObject::connect(&model, &LanguageModel::LanguageModel::failed, &model, [&] { answered = true; });
    Flow::ModelQuestion question;
    question.words = QStringLiteral("well it is about the thing from last time");
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        answered = false;
        question.turn = round;
        QElapsedTimer timer;
        timer.start();
        model.ask(question);
        waitFor(answered);
        times.push_back(since(timer));
    }
    report("OpenAI: question to understanding, whole stream", std::move(times));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    SystemScheduler scheduler;
    const auto clock = std::make_shared<SystemClock>();
    const auto client = std::make_shared<Outgoing::HttpClient>(scheduler);
    measureDeepgram(scheduler, clock);
    measureElevenLabs(client, clock);
    measureOpenAi(client, clock);
    return 0;
}
