#pragma once

#include "service/speechtotext/speechtotext.h"

#include <array>
#include <memory>
#include <vector>

namespace Frontdesk::SpeechToText {

class PocketsphinxModels;
class UtteranceJob;

/// Hears without any vendor, in English: what remains when the network is away, and what tests and demos run on.
///
/// Keeps the last seconds of the line, so that an utterance may begin before it was noticed. Decodes on the models'
/// threads; all signals come on this object's thread. May be destroyed at any moment, even while decoding.
class PocketsphinxSpeechToText final : public SpeechToText {
    Q_OBJECT

public:
    /// `beginUtterance` may reach this far back.
    static constexpr Milliseconds PreRoll{3000};

    explicit PocketsphinxSpeechToText(std::shared_ptr<PocketsphinxModels> models, QObject *parent = nullptr);
    ~PocketsphinxSpeechToText() override;

    void start(const RecognitionContext &context) override;
    void write(Flow::MuLawBytes audio) override;
    void beginUtterance(Milliseconds from) override;
    void finishUtterance() override;
    void expect(Flow::Expectation expectation) override;

private:
    class Call;

    static constexpr size_t RingBytes = size_t(PreRoll.count()) * Flow::BytesPerMillisecond;

    void keep(Flow::MuLawBytes audio);
    void appendKept(UtteranceJob &job, uint64_t fromByte) const;

    std::shared_ptr<PocketsphinxModels> m_models;
    std::shared_ptr<Call> m_call; ///< Shared with the workers; outlives this object.
    std::shared_ptr<UtteranceJob> m_utterance;
    Flow::Expectation m_expectation = Flow::Expectation::Nothing;
    std::array<uint8_t, RingBytes> m_ring{};
    uint64_t m_written = 0; ///< Bytes since start().
};

} // namespace Frontdesk::SpeechToText
