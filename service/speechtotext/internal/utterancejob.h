#pragma once

#include "service/flow/audioframe.h"
#include "service/speechtotext/internal/speechdecoder.h"
#include "shared/core/error.h"

#include <functional>
#include <mutex>

namespace Frontdesk::SpeechToText {

class PocketsphinxModels;

/// One utterance on its way through a worker thread.
///
/// The call's thread appends audio; a worker decodes it in pieces and leaves its thread in between. At most one worker
/// runs a job at a time.
class UtteranceJob : public std::enable_shared_from_this<UtteranceJob> {
public:
    struct Task {
        Flow::Expectation expectation = Flow::Expectation::Nothing;
        std::vector<Pronunciation> keyTerms;
        std::optional<CepstralMean> mean;
        Milliseconds start{0}; ///< Of the first appended sample, in stream time.
    };
    /// Called from a worker; must be quick and safe from any thread.
    struct Reports {
        std::function<void(const Flow::Transcript &)> interim;
        std::function<void(const Flow::Transcript &, const std::optional<CepstralMean> &)> finished;
        std::function<void(const Error &)> failed;
    };

    /// What may wait for a worker; more means that the machine cannot keep up.
    static constexpr Milliseconds LongestQueue{60000};
    static constexpr Milliseconds InterimEvery{240};

    UtteranceJob(PocketsphinxModels &models, Task task, Reports reports);
    ~UtteranceJob();
    UtteranceJob(const UtteranceJob &) = delete;
    UtteranceJob &operator=(const UtteranceJob &) = delete;

    // For the call's thread.
    void append(Flow::MuLawBytes audio);
    void finish();
    void cancel(); ///< No report comes afterwards, except one that is being made.

    // For the workers.
    void run();
    void wake(); ///< Schedules `run` unless it is scheduled.

private:
    struct Inbox {
        std::vector<uint8_t> audio;
        bool finish = false;
        bool cancelled = false;
        bool overflow = false;
    };

    [[nodiscard]] bool readyToDecode();
    [[nodiscard]] bool decodeWhatCame();
    [[nodiscard]] bool isCancelled();
    void decode(std::span<const uint8_t> audio);
    void reportInterim();
    void reportFinal();
    void fail(const Error &error);
    void close();

    PocketsphinxModels &m_models;
    const Task m_task;
    const Reports m_reports;

    std::mutex m_mutex; ///< Guards the inbox and the two flags below.
    Inbox m_inbox;
    bool m_scheduled = false;
    bool m_closed = false;

    // Only touched inside run().
    std::unique_ptr<SpeechDecoder> m_decoder;
    std::vector<uint8_t> m_working;
    std::vector<int16_t> m_samples;
    size_t m_decodedBytes = 0;
    size_t m_nextInterimAt = 0;
    QString m_lastInterim;
};

} // namespace Frontdesk::SpeechToText
