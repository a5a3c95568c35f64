#include "service/app/speechfactory.h"

#include "service/call/sentences.h"
#include "service/dialogue/phrasebook.h"
#include "service/languagemodel/providers/openailanguagemodel.h"
#include "service/outgoing/httpclients.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "service/speechtotext/pocketsphinxspeechtotext.h"
#include "service/speechtotext/providers/deepgramspeechtotext.h"
#include "service/speechtotext/speechtotextchain.h"
#include "service/texttospeech/flitetexttospeech.h"
#include "service/texttospeech/phrasecache.h"
#include "service/texttospeech/phrasestore.h"
#include "service/texttospeech/providers/elevenlabstexttospeech.h"
#include "service/texttospeech/texttospeechchain.h"

#include <QDir>

namespace Frontdesk::App {

namespace {

using Ears = SpeechToText::SpeechToTextChain::Choice;
using VoiceChoice = TextToSpeech::TextToSpeechChain::Choice;
using MakeVoice = std::function<std::unique_ptr<TextToSpeech::TextToSpeech>()>;

/// The clearest of flite's voices over a telephone.
const QString &flitesVoice()
{
    static const QString name = QStringLiteral("slt");
    return name;
}

SpeechToText::DeepgramSettings deepgram(const Settings &settings)
{
    SpeechToText::DeepgramSettings deepgram;
    deepgram.url = QUrl(settings.value(QStringLiteral("DEEPGRAM_URL")));
    deepgram.key = settings.value(QStringLiteral("DEEPGRAM_API_KEY")).toUtf8();
    deepgram.model = settings.value(QStringLiteral("DEEPGRAM_MODEL"));
    return deepgram;
}

LanguageModel::OpenAiSettings openAi(const Settings &settings)
{
    LanguageModel::OpenAiSettings openAi;
    openAi.url = QUrl(settings.value(QStringLiteral("OPENAI_URL")));
    openAi.key = settings.value(QStringLiteral("OPENAI_API_KEY")).toUtf8();
    openAi.model = settings.value(QStringLiteral("OPENAI_MODEL"));
    return openAi;
}

TextToSpeech::ElevenLabsSettings elevenLabs(const Settings &settings)
{
    TextToSpeech::ElevenLabsSettings elevenLabs;
    elevenLabs.url = QUrl(settings.value(QStringLiteral("ELEVENLABS_URL")));
    elevenLabs.key = settings.value(QStringLiteral("ELEVENLABS_API_KEY")).toUtf8();
    elevenLabs.voice = settings.value(QStringLiteral("ELEVENLABS_VOICE"));
    elevenLabs.model = settings.value(QStringLiteral("ELEVENLABS_MODEL"));
    elevenLabs.zeroRetention = settings.value(QStringLiteral("ELEVENLABS_ZERO_RETENTION")) == QLatin1String("yes");
    return elevenLabs;
}

} // namespace

/// What the calls of all threads use. Everything in it is safe from any thread.
struct SpeechFactory::Shared {
    SystemScheduler scheduler;
    std::shared_ptr<FaultPolicy::VendorBoard> vendors;
    Outgoing::HttpClients http{scheduler};
    std::shared_ptr<SpeechToText::PocketsphinxModels> models;
    std::vector<Ears> ears;
    std::vector<std::shared_ptr<TextToSpeech::PhraseStore>> phrases;
    std::vector<VoiceChoice> voices;
    std::optional<LanguageModel::OpenAiSettings> model; ///< Nothing: rules alone.

    [[nodiscard]] std::unique_ptr<LanguageModel::LanguageModel> makeModel();
    [[nodiscard]] Result<void> addEars(const QString &name, const Settings &settings);
    void addVoice(const QString &name, const Settings &settings, const QString &cacheFolder);
};

Result<void> SpeechFactory::Shared::addEars(const QString &name, const Settings &settings)
{
    if (name == QLatin1String("deepgram")) {
        const auto vendor = vendors->vendor(name);
        ears.push_back({name, [vendor] { return vendor->mayTry(); },
                        [this, vendor, chosen = deepgram(settings)] {
                            return std::make_unique<SpeechToText::DeepgramSpeechToText>(chosen, vendor, scheduler);
                        }});
        return {};
    }
    SpeechToText::PocketsphinxModels::Settings wanted;
    wanted.threads = settings.threads();
    auto loaded = SpeechToText::PocketsphinxModels::load(wanted);
    if (!loaded) {
        return loaded.error();
    }
    models = std::move(loaded).value();
    ears.push_back({name, [] { return true; },
                    [this] { return std::make_unique<SpeechToText::PocketsphinxSpeechToText>(models); }});
    return {};
}

void SpeechFactory::Shared::addVoice(const QString &name, const Settings &settings, const QString &cacheFolder)
{
    MakeVoice make = [] { return std::make_unique<TextToSpeech::FliteTextToSpeech>(flitesVoice()); };
    std::function<bool()> mayTry = [] { return true; };
    QString recordingsOf = flitesVoice();
    if (name == QLatin1String("elevenlabs")) {
        const auto vendor = vendors->vendor(name);
        const auto chosen = elevenLabs(settings);
        mayTry = [vendor] { return vendor->mayTry(); };
        make = [this, vendor, chosen] {
            return std::make_unique<TextToSpeech::ElevenLabsTextToSpeech>(chosen, vendor, http.ofThisThread());
        };
        recordingsOf = QStringLiteral("%1:%2:%3").arg(name, chosen.voice, chosen.model);
    }
    const auto store = std::make_shared<TextToSpeech::PhraseStore>(make(), recordingsOf, cacheFolder);
    phrases.push_back(store);
    voices.push_back({name, std::move(mayTry),
                      [store, make] { return std::make_unique<TextToSpeech::PhraseCache>(store, make()); }});
}

std::unique_ptr<LanguageModel::LanguageModel> SpeechFactory::Shared::makeModel()
{
    const auto vendor = vendors->vendor(QStringLiteral("openai"));
    if (!model || !vendor->mayTry()) {
        return nullptr;
    }
    return std::make_unique<LanguageModel::OpenAiLanguageModel>(*model, vendor, http.ofThisThread());
}

Result<std::unique_ptr<SpeechFactory>> SpeechFactory::create(const Settings &settings,
                                                             std::shared_ptr<FaultPolicy::VendorBoard> vendors)
{
    const auto shared = std::make_shared<Shared>();
    shared->vendors = std::move(vendors);
    for (const QString &name : settings.speechToText()) {
        if (auto added = shared->addEars(name, settings); !added) {
            return added.error();
        }
    }
    const QString folder = QDir(settings.dataDir()).filePath(QStringLiteral("phrases"));
    for (const QString &name : settings.textToSpeech()) {
        shared->addVoice(name, settings, folder);
    }
    if (settings.languageModel().contains(QLatin1String("openai"))) {
        shared->model = openAi(settings);
    }
    return std::unique_ptr<SpeechFactory>(new SpeechFactory(shared));
}

SpeechFactory::SpeechFactory(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{}

SpeechFactory::~SpeechFactory() = default;

Reception::SpeechParts SpeechFactory::parts() const
{
    return {[shared = m_shared]() -> std::unique_ptr<SpeechToText::SpeechToText> {
                if (shared->ears.size() == 1) {
                    return shared->ears.front().make();
                }
                return std::make_unique<SpeechToText::SpeechToTextChain>(shared->ears);
            },
            [shared = m_shared]() -> std::unique_ptr<TextToSpeech::TextToSpeech> {
                if (shared->voices.size() == 1) {
                    return shared->voices.front().make();
                }
                return std::make_unique<TextToSpeech::TextToSpeechChain>(shared->voices);
            },
            [shared = m_shared] { return shared->makeModel(); }};
}

void SpeechFactory::prepare(const ClinicProfile &clinic)
{
    // What every call says first and what must never wait comes first; slow wordings are for few callers.
    std::vector<TextToSpeech::SpeechText> soon;
    std::vector<TextToSpeech::SpeechText> later;
    std::vector<TextToSpeech::SpeechText> slow;
    for (const Dialogue::FixedSentence &fixed : Dialogue::PhraseBook::builtIn().fixedSentences(clinic)) {
        const bool first = fixed.mustBeHeard || fixed.phraseId.startsWith(QLatin1String("greeting."));
        for (const Call::Sentence &sentence : Call::splitSentences(fixed.text)) {
            (first ? soon : later).push_back({sentence.text, fixed.language, TextToSpeech::Pace::Normal});
            slow.push_back({sentence.text, fixed.language, TextToSpeech::Pace::Slow});
        }
    }
    for (const auto &phrases : m_shared->phrases) {
        phrases->prepare(soon);
        phrases->prepare(later);
        phrases->prepare(slow);
    }
}

} // namespace Frontdesk::App
