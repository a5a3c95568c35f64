#pragma once

#include "service/speechtotext/speechtotext.h"

#include <functional>
#include <memory>
#include <optional>

namespace Frontdesk::SpeechToText {

class KeptAudio;

/// Several recognizers in order of choice, as one that fails only when the last has failed.
///
/// When one fails in the middle of an utterance, the words it was sure of are kept, and the next hears the rest of the
/// audio; nobody has to speak again. A call does not return to a recognizer that failed it.
class SpeechToTextChain final : public SpeechToText {
    Q_OBJECT

public:
    struct Choice {
        QString name; ///< For the log.
        /// False: known to be away; the next is taken without waiting. Not asked for the last.
        std::function<bool()> mayTry;
        std::function<std::unique_ptr<SpeechToText>()> make;
    };

    /// At least one choice.
    explicit SpeechToTextChain(std::vector<Choice> choices, QObject *parent = nullptr);
    ~SpeechToTextChain() override;

    void start(const RecognitionContext &context) override;
    void write(Flow::MuLawBytes audio) override;
    void beginUtterance(Milliseconds from) override;
    void finishUtterance() override;
    void expect(Flow::Expectation expectation) override;

private:
    struct Utterance {
        Milliseconds from{0};
        bool finishing = false;
        std::vector<SpokenWord> carried; ///< Words that failed recognizers were sure of.
        std::vector<SpokenWord> settled; ///< Words that the present one is sure of.
        Milliseconds settledUntil{-1};
    };

    void makeNext();
    void replay();
    void onSettled(const Flow::Transcript &words, Milliseconds until);
    void onFinished(const Flow::Transcript &transcript);
    void onFailed(const Error &error);
    [[nodiscard]] std::vector<SpokenWord> shifted(const Flow::Transcript &transcript) const;
    [[nodiscard]] Flow::Transcript whole(const Flow::Transcript &transcript) const;

    const std::vector<Choice> m_choices;
    size_t m_next = 0;
    std::unique_ptr<SpeechToText> m_recognizer;
    Milliseconds m_base{0}; ///< Stream time at which the present recognizer's time begins.
    RecognitionContext m_context;
    Flow::Expectation m_expectation = Flow::Expectation::Nothing;
    std::unique_ptr<KeptAudio> m_audio;
    std::optional<Utterance> m_utterance;
};

} // namespace Frontdesk::SpeechToText
