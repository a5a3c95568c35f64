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
    std::vector<TextToSpeech::SpeechText> sentences;
    for (const Dialogue::FixedSentence &fixed : Dialogue::PhraseBook::builtIn().fixedSentences(clinic)) {
        for (const Call::Sentence &sentence : Call::splitSentences(fixed.text)) {
            sentences.push_back({sentence.text, fixed.language, TextToSpeech::Pace::Normal});
            sentences.push_back({sentence.text, fixed.language, TextToSpeech::Pace::Slow});
        }
    }
    m_phrases->prepare(sentences);
}

} // namespace Frontdesk::App
