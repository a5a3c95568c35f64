#pragma once

#include "service/flow/audioframe.h"
#include "service/flow/expectation.h"
#include "service/flow/transcript.h"
#include "shared/core/error.h"

#include <QObject>
#include <QStringList>

namespace Frontdesk::SpeechToText {

/// What is worth knowing before anyone speaks.
struct RecognitionContext {
    QString language = QStringLiteral("en");
    QStringList keyTerms; ///< Names and services of the clinic that a general model would miss.
};

/// One recognizer for one call. Lives on the call's thread; heavy work happens elsewhere.
///
/// Audio goes in continuously. Whoever decides turns (dialogue/turns) brackets an utterance with `beginUtterance` and
/// `finishUtterance`; a recognizer that finds its own utterances may ignore the first.
class SpeechToText : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start(const RecognitionContext &context) = 0;

    /// 8 kHz mu-law as it came from the line, any length, in order and without gaps. Never blocks.
    virtual void write(Flow::MuLawBytes audio) = 0;

    /// The caller began to speak at stream time `from` (which lies in the past: audio before the detection belongs to
    /// it).
    virtual void beginUtterance(Milliseconds from) = 0;

    /// The caller has stopped: exactly one `finished` follows for each `beginUtterance`, empty text if nothing was
    /// understood.
    virtual void finishUtterance() = 0;

    /// What the next utterance probably answers.
    virtual void expect(Flow::Expectation expectation) = 0;

Q_SIGNALS:
    /// The text so far of the running utterance; may change.
    void interim(const Frontdesk::Flow::Transcript &transcript);
    /// These words of the running utterance stay, and so nobody need hear the audio before `until` again. Only from
    /// recognizers that know before the end; `finished` holds the words once more.
    void settled(const Frontdesk::Flow::Transcript &words, Frontdesk::Milliseconds until);
    /// The utterance as it stays.
    void finished(const Frontdesk::Flow::Transcript &transcript);
    /// No more will come; the call goes to people or to another recognizer.
    void failed(const Frontdesk::Error &error);
};

} // namespace Frontdesk::SpeechToText
