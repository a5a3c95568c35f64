#pragma once

#include "service/speechtotext/speechtotext.h"

namespace Frontdesk::Tests {

/// A recognizer that understands whatever the test says the caller is saying.
class FakeRecognizer final : public SpeechToText::SpeechToText {
    Q_OBJECT

public:
    void start(const Frontdesk::SpeechToText::RecognitionContext &given) override { context = given; }
    void write(Flow::MuLawBytes audio) override { bytes += audio.size(); }
    void beginUtterance(Milliseconds from) override
    {
        ++utterances;
        utteranceFrom = from;
    }
    void finishUtterance() override
    {
        if (stuck) {
            return;
        }
        Flow::Transcript transcript;
        transcript.text = std::exchange(words, QString());
        transcript.confidence = confidence;
        transcript.isFinal = true;
        transcript.start = utteranceFrom;
        Q_EMIT finished(transcript);
    }
    void expect(Flow::Expectation given) override { expectation = given; }

    /// The recognizer has understood this much of the running utterance.
    void hearSoFar(const QString &text)
    {
        Flow::Transcript transcript;
        transcript.text = text;
        transcript.confidence = confidence;
        Q_EMIT interim(transcript);
    }
    /// The same of a recognizer that tells how far it has heard the line.
    void hearSoFar(const QString &text, Milliseconds lastWordEnd, Milliseconds heardUntil)
    {
        Flow::Transcript transcript;
        transcript.text = text;
        transcript.confidence = confidence;
        transcript.words = {{text, confidence, utteranceFrom, lastWordEnd}};
        transcript.heardUntil = heardUntil;
        Q_EMIT interim(transcript);
    }
    void breakDown() { Q_EMIT failed(Error{ErrorCode::Unavailable, QStringLiteral("The recognizer is away.")}); }

    QString words; ///< Of the next utterance to finish.
    double confidence = 0.95;
    bool stuck = false; ///< Never gives its final words.
    int utterances = 0;
    size_t bytes = 0;
    Milliseconds utteranceFrom{0};
    Flow::Expectation expectation = Flow::Expectation::Nothing;
    Frontdesk::SpeechToText::RecognitionContext context;
};

} // namespace Frontdesk::Tests
