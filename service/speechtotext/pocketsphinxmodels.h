#pragma once

#include "shared/core/result.h"

#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Frontdesk::SpeechToText {

class SpeechDecoder;
class UtteranceJob;
struct Pronunciation;

/// The built-in recognizer's models, its decoders and the threads they run on; one for all calls.
///
/// A decoder is slow to load and holds the state of one utterance, so decoders are kept and lent out; there are never
/// more than `mostDecoders`, and further utterances wait for one with their audio kept. Thread-safe.
class PocketsphinxModels {
public:
    struct Settings {
        /// All of English with its sounds, to find out how a clinic's own words are spoken.
        QString pronunciations = QStringLiteral("/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict");
        QString speechData = defaultSpeechData();
        int decodersAtStart = 2; ///< Loading one takes half a second, for which a second caller should not wait.
        int mostDecoders = 16;
        int threads = 0; ///< 0: one per core.
    };

    /// Where the build, or the environment variable FRONTDESK_SPEECH_DATA, put the models: of the voice on a
    /// telephone and of what is said to a clinic.
    [[nodiscard]] static QString defaultSpeechData();

    /// Loads `decodersAtStart` decoders; call it before the first call does. Unavailable without the files.
    [[nodiscard]] static Result<std::shared_ptr<PocketsphinxModels>> load(const Settings &settings);

    /// Waits for the workers. No PocketsphinxSpeechToText may live longer; each holds a share.
    ~PocketsphinxModels();
    PocketsphinxModels(const PocketsphinxModels &) = delete;
    PocketsphinxModels &operator=(const PocketsphinxModels &) = delete;

    /// How the words of the terms are spoken; words that nobody knows are left out.
    [[nodiscard]] std::vector<Pronunciation> pronunciationsOf(const QStringList &terms) const;

    [[nodiscard]] int decoders() const;

    // For utterances.
    void schedule(std::function<void()> work);
    /// Null when all are lent out.
    [[nodiscard]] Result<std::unique_ptr<SpeechDecoder>> takeDecoder();
    void giveBack(std::unique_ptr<SpeechDecoder> decoder);
    /// Wakes the job when a decoder is free.
    void waitForDecoder(std::shared_ptr<UtteranceJob> job);

private:
    explicit PocketsphinxModels(const Settings &settings);

    const Settings m_settings;
    mutable std::mutex m_mutex; ///< Guards the decoders and who waits for them.
    std::vector<std::unique_ptr<SpeechDecoder>> m_free;
    int m_decoders = 0;
    std::vector<std::shared_ptr<UtteranceJob>> m_waiting;
    QThreadPool m_workers;
};

} // namespace Frontdesk::SpeechToText
