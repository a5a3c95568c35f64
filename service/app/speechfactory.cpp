#include "service/app/speechfactory.h"

#include "service/call/sentences.h"
#include "service/dialogue/phrasebook.h"
#include "service/languagemodel/languagemodelrace.h"
#include "service/languagemodel/providers/openailanguagemodel.h"
#include "service/outgoing/httpclients.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "service/speechtotext/pocketsphinxspeechtotext.h"
#include "service/speechtotext/providers/deepgramspeechtotext.h"
#include "service/speechtotext/providers/openaispeechtotext.h"
#include "service/speechtotext/speechtotextchain.h"
#include "service/texttospeech/flitetexttospeech.h"
#include "service/texttospeech/phrasecache.h"
#include "service/texttospeech/phrasestore.h"
#include "service/texttospeech/providers/elevenlabstexttospeech.h"
#include "service/texttospeech/providers/openaitexttospeech.h"
#include "service/texttospeech/texttospeechchain.h"

#include <QDir>

namespace Frontdesk::App {

namespace {

using Permit = Outgoing::Permit;
using Meter = std::shared_ptr<Flow::UsageMeter>;
using Hearing = SpeechToText::SpeechToTextChain::Choice;
using Speaking = TextToSpeech::TextToSpeechChain::Choice;

/// How a vendor is used for one call.
struct Terms {
    Permit permit;
    VendorAccount account;
    Meter meter;
    QString deepgramModel{};
};

/// A recognizer or a voice as the settings name it.
template <typename Part>
struct Offer {
    static constexpr auto Service = std::is_same_v<Part, SpeechToText::SpeechToText>
                                        ? FaultPolicy::Service::SpeechToText
                                        : FaultPolicy::Service::TextToSpeech;

    QString name;
    QUrl address{};   ///< Of the vendor; empty: it is part of this program.
    QByteArray key{}; ///< The operator's.
    std::function<std::unique_ptr<Part>(const Terms &)> make;
};
using Ears = Offer<SpeechToText::SpeechToText>;
using Voice = Offer<TextToSpeech::TextToSpeech>;

/// A vendor's settings as one call uses them.
template <typename Chosen>
Chosen under(const Terms &terms, Chosen chosen)
{
    chosen.permit = terms.permit;
    chosen.key = terms.account.key;
    chosen.meter = terms.meter;
    return chosen;
}

SpeechToText::DeepgramSettings under(const Terms &terms, SpeechToText::DeepgramSettings chosen)
{
    chosen.model = terms.deepgramModel;
    return under<SpeechToText::DeepgramSettings>(terms, std::move(chosen));
}

/// What `Provider` makes of a vendor. `share` gives what the parts of a thread share, on that thread.
template <typename Provider, typename Part, typename Chosen, typename Share>
Offer<Part> offerOf(const QString &name, const Chosen &chosen, Share share)
{
    return {name, chosen.url, chosen.key, [chosen, share](const Terms &terms) {
                return std::make_unique<Provider>(under(terms, chosen), terms.account.vendor, share());
            }};
}

/// The clearest of flite's voices over a telephone.
const QString &flitesVoice()
{
    static const QString name = QStringLiteral("slt");
    return name;
}

/// The offer of this name, which must be there.
template <typename Part>
const Offer<Part> &named(const std::vector<Offer<Part>> &offers, const QString &name)
{
    return *std::find_if(offers.begin(), offers.end(), [&](const Offer<Part> &offer) { return offer.name == name; });
}

SpeechToText::DeepgramSettings deepgram(const Settings &settings)
{
    SpeechToText::DeepgramSettings deepgram;
    deepgram.url = QUrl(settings.value(QStringLiteral("DEEPGRAM_URL")));
    deepgram.key = settings.value(QStringLiteral("DEEPGRAM_API_KEY")).toUtf8();
    return deepgram;
}

/// `name` is openai or openai2: a second server that speaks the same.
LanguageModel::OpenAiSettings openAi(const Settings &settings, const QString &name)
{
    const QString prefix = name.toUpper();
    LanguageModel::OpenAiSettings openAi;
    openAi.url = QUrl(settings.value(prefix + QStringLiteral("_URL")));
    openAi.key = settings.value(prefix + QStringLiteral("_API_KEY")).toUtf8();
    openAi.model = settings.value(prefix + QStringLiteral("_MODEL"));
    return openAi;
}

SpeechToText::OpenAiEarsSettings openAiEars(const Settings &settings)
{
    SpeechToText::OpenAiEarsSettings ears;
    ears.url = QUrl(settings.value(QStringLiteral("OPENAI_URL")));
    ears.key = settings.value(QStringLiteral("OPENAI_API_KEY")).toUtf8();
    ears.model = settings.value(QStringLiteral("OPENAI_EARS_MODEL"));
    return ears;
}

TextToSpeech::OpenAiVoiceSettings openAiVoice(const Settings &settings)
{
    TextToSpeech::OpenAiVoiceSettings voice;
    voice.url = QUrl(settings.value(QStringLiteral("OPENAI_URL")));
    voice.key = settings.value(QStringLiteral("OPENAI_API_KEY")).toUtf8();
    voice.voice = settings.value(QStringLiteral("OPENAI_VOICE"));
    voice.model = settings.value(QStringLiteral("OPENAI_VOICE_MODEL"));
    return voice;
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
    Shared(SpeechChoices operatorsChoices, std::shared_ptr<const ClinicChoices> wishes,
           std::shared_ptr<FaultPolicy::VendorBoard> vendors, std::shared_ptr<const Outgoing::Agreements> signedOnes,
           std::shared_ptr<const VendorKeys> keys)
        : operators(std::move(operatorsChoices))
        , clinics(std::move(wishes))
        , accounts(std::move(vendors), std::move(keys))
        , agreements(std::move(signedOnes))
    {}

    const SpeechChoices operators;
    const std::shared_ptr<const ClinicChoices> clinics;

    SystemScheduler scheduler;
    VendorAccounts accounts;
    std::shared_ptr<const Outgoing::Agreements> agreements;
    const Meter totals = std::make_shared<Flow::UsageMeter>(); ///< Of all calls and of what is made ahead of them.
    Outgoing::HttpClients http{scheduler};
    std::shared_ptr<SpeechToText::PocketsphinxModels> models;
    std::vector<Ears> ears;
    std::vector<Voice> voices;
    std::vector<std::shared_ptr<TextToSpeech::PhraseStore>> phrases; ///< One for each voice.
    std::map<QString, LanguageModel::OpenAiSettings> minds;          ///< By name.

    [[nodiscard]] Result<void> addEars(const QString &name, const Settings &settings);
    void addVoice(const QString &name, const Settings &settings, const QString &cacheFolder);
    [[nodiscard]] std::unique_ptr<LanguageModel::LanguageModel> makeModel(const Reception::SpeechOrder &order);

    [[nodiscard]] SpeechChoices choicesOf(const ClinicId &clinic) const
    {
        return clinics->of(clinic).within(operators);
    }

    template <typename Part>
    [[nodiscard]] bool mayServe(const Offer<Part> &offer, const ClinicId &clinic) const
    {
        return offer.address.isEmpty() || agreements->coverAt(offer.address, clinic, offer.name);
    }

    /// The offers of these names that may serve the clinic, in order. None may: the last, whose every request will be
    /// refused, so that the call goes to people.
    template <typename Choice, typename Part>
    [[nodiscard]] std::vector<Choice> choicesFor(const std::vector<Offer<Part>> &offers,
                                                 QStringList SpeechChoices::*names, const Reception::SpeechOrder &order)
    {
        const ClinicId &clinic = order.clinic.id;
        const SpeechChoices wished = choicesOf(clinic);
        std::vector<Choice> choices;
        for (const QString &name : wished.*names) {
            const Offer<Part> &offer = named(offers, name);
            if (!mayServe(offer, clinic) && !(choices.empty() && name == (wished.*names).last())) {
                continue;
            }
            const Terms terms{Permit(agreements, clinic, offer.name, offer.address),
                              offer.address.isEmpty()
                                  ? VendorAccount()
                                  : accounts.of(clinic, offer.name, Offer<Part>::Service, offer.key),
                              order.meter, wished.deepgramModel};
            choices.push_back({offer.name, [vendor = terms.account.vendor] { return !vendor || vendor->mayTry(); },
                               [make = offer.make, terms] { return make(terms); }});
        }
        return choices;
    }
};

Result<void> SpeechFactory::Shared::addEars(const QString &name, const Settings &settings)
{
    const auto clock = [this]() -> Scheduler & { return scheduler; };
    if (name == QLatin1String("deepgram")) {
        ears.push_back(
            offerOf<SpeechToText::DeepgramSpeechToText, SpeechToText::SpeechToText>(name, deepgram(settings), clock));
        return {};
    }
    if (name == QLatin1String("openai")) {
        ears.push_back(
            offerOf<SpeechToText::OpenAiSpeechToText, SpeechToText::SpeechToText>(name, openAiEars(settings), clock));
        return {};
    }
    SpeechToText::PocketsphinxModels::Settings wanted;
    wanted.threads = settings.threads();
    auto loaded = SpeechToText::PocketsphinxModels::load(wanted);
    if (!loaded) {
        return loaded.error();
    }
    models = std::move(loaded).value();
    ears.push_back({name, {}, {}, [this](const Terms & /*terms*/) {
                        return std::make_unique<SpeechToText::PocketsphinxSpeechToText>(models);
                    }});
    return {};
}

void SpeechFactory::Shared::addVoice(const QString &name, const Settings &settings, const QString &cacheFolder)
{
    const auto client = [this] { return http.ofThisThread(); };
    Voice voice{name, {}, {}, [](const Terms & /*terms*/) {
                    return std::make_unique<TextToSpeech::FliteTextToSpeech>(flitesVoice());
                }};
    QString recordingsOf = flitesVoice();
    if (name == QLatin1String("elevenlabs")) {
        const auto chosen = elevenLabs(settings);
        voice = offerOf<TextToSpeech::ElevenLabsTextToSpeech, TextToSpeech::TextToSpeech>(name, chosen, client);
        recordingsOf = QStringLiteral("%1:%2:%3").arg(name, chosen.voice, chosen.model);
    } else if (name == QLatin1String("openai")) {
        const auto chosen = openAiVoice(settings);
        voice = offerOf<TextToSpeech::OpenAiTextToSpeech, TextToSpeech::TextToSpeech>(name, chosen, client);
        recordingsOf = QStringLiteral("%1:%2:%3").arg(name, chosen.voice, chosen.model);
    }
    const Terms ahead{Permit::withoutPatientData(),
                      voice.address.isEmpty() ? VendorAccount() : accounts.ofOperator(name, Voice::Service, voice.key),
                      totals};
    // Fixed sentences name nobody, and are made once for all clinics.
    const auto store = std::make_shared<TextToSpeech::PhraseStore>(voice.make(ahead), recordingsOf, cacheFolder);
    phrases.push_back(store);
    voice.make = [store, make = std::move(voice.make)](const Terms &terms) {
        return std::make_unique<TextToSpeech::PhraseCache>(store, make(terms));
    };
    voices.push_back(std::move(voice));
}

std::unique_ptr<LanguageModel::LanguageModel> SpeechFactory::Shared::makeModel(const Reception::SpeechOrder &order)
{
    std::vector<LanguageModel::LanguageModelRace::Choice> choices;
    bool anyWell = false;
    for (const QString &name : choicesOf(order.clinic.id).languageModel) {
        const auto mind = minds.find(name);
        if (mind == minds.end()) {
            continue; // The rules have their say in any case.
        }
        const auto &chosen = mind->second;
        const Terms terms{Permit(agreements, order.clinic.id, name, chosen.url),
                          accounts.of(order.clinic.id, name, FaultPolicy::Service::LanguageModel, chosen.key),
                          order.meter};
        const auto vendor = terms.account.vendor;
        anyWell = anyWell || vendor->mayTry();
        choices.push_back({name, [this, vendor, mine = under(terms, chosen)] {
                               return std::make_unique<LanguageModel::OpenAiLanguageModel>(mine, vendor,
                                                                                           http.ofThisThread());
                           }});
    }
    if (!anyWell) {
        return nullptr;
    }
    if (choices.size() == 1) {
        choices.push_back(choices.front()); // Its own second connection helps when the first is late.
    }
    return std::make_unique<LanguageModel::LanguageModelRace>(std::move(choices), scheduler);
}

SpeechChoices SpeechFactory::available(const Settings &settings)
{
    return {settings.speechToText(), settings.languageModel(), settings.textToSpeech(),
            settings.value(QStringLiteral("DEEPGRAM_MODEL"))};
}

Result<std::unique_ptr<SpeechFactory>> SpeechFactory::create(const Settings &settings,
                                                             std::shared_ptr<FaultPolicy::VendorBoard> vendors,
                                                             std::shared_ptr<const Outgoing::Agreements> agreements,
                                                             std::shared_ptr<const VendorKeys> keys,
                                                             std::shared_ptr<const ClinicChoices> choices)
{
    const auto shared = std::make_shared<Shared>(available(settings), std::move(choices), std::move(vendors),
                                                 std::move(agreements), std::move(keys));
    for (const QString &name : settings.speechToText()) {
        if (auto added = shared->addEars(name, settings); !added) {
            return added.error();
        }
    }
    const QString folder = QDir(settings.dataDir()).filePath(QStringLiteral("phrases"));
    for (const QString &name : settings.textToSpeech()) {
        shared->addVoice(name, settings, folder);
    }
    for (const QString &name : settings.languageModel()) {
        if (name.startsWith(QLatin1String("openai"))) {
            shared->minds.emplace(name, openAi(settings, name));
        }
    }
    return std::unique_ptr<SpeechFactory>(new SpeechFactory(shared));
}

SpeechFactory::SpeechFactory(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{}

SpeechFactory::~SpeechFactory() = default;

Reception::SpeechParts SpeechFactory::parts() const
{
    return {[shared = m_shared](const Reception::SpeechOrder &order) -> std::unique_ptr<SpeechToText::SpeechToText> {
                auto choices = shared->choicesFor<Hearing>(shared->ears, &SpeechChoices::speechToText, order);
                if (choices.size() == 1) {
                    return choices.front().make();
                }
                return std::make_unique<SpeechToText::SpeechToTextChain>(std::move(choices));
            },
            [shared = m_shared](const Reception::SpeechOrder &order) -> std::unique_ptr<TextToSpeech::TextToSpeech> {
                auto choices = shared->choicesFor<Speaking>(shared->voices, &SpeechChoices::textToSpeech, order);
                if (choices.size() == 1) {
                    return choices.front().make();
                }
                return std::make_unique<TextToSpeech::TextToSpeechChain>(std::move(choices));
            },
            [shared = m_shared](const Reception::SpeechOrder &order) { return shared->makeModel(order); },
            m_shared->totals};
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
    const QStringList speakers = m_shared->choicesOf(clinic.id).textToSpeech;
    for (size_t at = 0; at < m_shared->voices.size(); ++at) {
        if (speakers.contains(m_shared->voices[at].name) && m_shared->mayServe(m_shared->voices[at], clinic.id)) {
            m_shared->phrases[at]->prepare(soon);
            m_shared->phrases[at]->prepare(later);
            m_shared->phrases[at]->prepare(slow);
        }
    }
}

} // namespace Frontdesk::App
