#pragma once

#include "service/reception/callline.h"
#include "service/settings/settings.h"
#include "service/texttospeech/phrasestore.h"

#include <memory>

namespace Frontdesk::SpeechToText {
class PocketsphinxModels;
}

namespace Frontdesk::App {

/// Makes the ears and the voice of each call, as the settings choose them.
///
/// Made on the main thread; `parts` may be used on every call thread as long as this lives.
class SpeechFactory {
public:
    /// Loads the recognizer's models; takes about a second.
    [[nodiscard]] static Result<std::unique_ptr<SpeechFactory>> create(const Settings &settings);

    [[nodiscard]] Reception::SpeechParts parts() const;

    /// Has the clinic's fixed sentences synthesized in the background, so that its calls need not wait for them.
    void prepare(const ClinicProfile &clinic);

private:
    SpeechFactory(std::shared_ptr<SpeechToText::PocketsphinxModels> models, const QString &cacheFolder);

    std::shared_ptr<SpeechToText::PocketsphinxModels> m_models;
    std::shared_ptr<TextToSpeech::PhraseStore> m_phrases;
};

} // namespace Frontdesk::App
