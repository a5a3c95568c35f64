#include "service/app/speechfactory.h"

#include "service/call/sentences.h"
#include "service/dialogue/phrasebook.h"
#include "service/speechtotext/pocketsphinxmodels.h"
#include "service/speechtotext/pocketsphinxspeechtotext.h"
#include "service/texttospeech/flitetexttospeech.h"
#include "service/texttospeech/phrasecache.h"

#include <QDir>

namespace Frontdesk::App {

namespace {

/// The clearest of flite's voices over a telephone.
const QString &flitesVoice()
{
    static const QString name = QStringLiteral("slt");
    return name;
}

} // namespace

Result<std::unique_ptr<SpeechFactory>> SpeechFactory::create(const Settings &settings)
{
    SpeechToText::PocketsphinxModels::Settings models;
    models.threads = settings.threads();
    auto loaded = SpeechToText::PocketsphinxModels::load(models);
    if (!loaded) {
        return loaded.error();
    }
    const QString folder = QDir(settings.dataDir()).filePath(QStringLiteral("phrases"));
    return std::unique_ptr<SpeechFactory>(new SpeechFactory(std::move(loaded).value(), folder));
}

SpeechFactory::SpeechFactory(std::shared_ptr<SpeechToText::PocketsphinxModels> models, const QString &cacheFolder)
    : m_models(std::move(models))
    , m_phrases(std::make_shared<TextToSpeech::PhraseStore>(
          std::make_unique<TextToSpeech::FliteTextToSpeech>(flitesVoice()), flitesVoice(), cacheFolder))
{}

Reception::SpeechParts SpeechFactory::parts() const
{
    return {[models = m_models] { return std::make_unique<SpeechToText::PocketsphinxSpeechToText>(models); },
            [phrases = m_phrases] {
                return std::make_unique<TextToSpeech::PhraseCache>(
                    phrases, std::make_unique<TextToSpeech::FliteTextToSpeech>(flitesVoice()));
            }};
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
    m_phrases->prepare(soon);
    m_phrases->prepare(later);
    m_phrases->prepare(slow);
}

} // namespace Frontdesk::App
