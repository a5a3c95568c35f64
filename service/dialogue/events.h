#pragma once

#include "service/flow/expectation.h"
#include "service/flow/modelturn.h"
#include "service/flow/transcript.h"
#include "shared/model/clinicprofile.h"
#include "shared/model/escalation.h"
#include "shared/model/recordingrule.h"
#include "shared/model/task.h"

#include <variant>
#include <vector>

/// What a conversation is told and what it wants done. Plain values: a call is a list of events, and replaying the list
/// gives the same actions to the bit.
namespace Frontdesk::Dialogue {

/// All the conversation may know before the first word.
struct CallBriefing {
    ClinicProfile clinic;
    QString callerNumber;        ///< E.164; empty when withheld.
    QDateTime startedAt;         ///< UTC.
    bool modelAvailable = false; ///< AskModel will be answered.
    bool nobodyAnswered = false; ///< The caller was handed over, nobody took the call, and they are back.
};

// Events. `at` is the time since the call began.

struct CallStarted {};

/// The caller's words so far; only safety looks at them.
struct InterimHeard {
    QString text;
};

/// The caller finished a turn.
struct CallerSpoke {
    Flow::Transcript transcript;
    double audioQuality = 1.0; ///< 0 to 1 over this turn.
    double loudness = 0.0;     ///< dB above this caller's own usual level; above 6 counts as a raised voice.
    bool interrupted = false;  ///< The caller spoke over us.
};

/// The line was quiet for as long as the turn-taking allows, for the `count`th time in a row (from 1).
struct CallerSilent {
    int count = 1;
};

/// A complete keypad entry, `#` and pauses already taken away; a single key too.
struct KeysPressed {
    QString keys;
};

/// How one of our sentences fared at the caller's ear.
struct SpeechPlayed {
    quint64 ticket = 0;
    QString heardText; ///< The part that was heard.
    bool complete = false;
};

/// Something the call depends on has failed for good.
struct PartFailed {
    QString part; ///< `speech_to_text`, `text_to_speech`, `language_model`, ...
};

/// Somebody at the clinic's desk wants to talk with the caller themselves.
struct StaffTakesOver {};

/// Nothing happened, but time has passed: duration limits are looked at. Sent about once a second.
struct TimePassed {};

struct CallerLeft {};

/// Answers AskModel of that turn.
struct ModelAnswered {
    int turn = 0;
    Flow::ModelReading reading;
};

/// What the model has understood and said so far of its answer to that turn; the rest is on its way.
struct ModelSaid {
    int turn = 0;
    Flow::ModelReading soFar;
};

/// The caller has finished and has waited long for an answer, for the first time or again, whoever is late with it.
struct AnswerLate {};

/// The model has not answered yet, and the caller should hear something.
struct ModelLate {
    int turn = 0;
};

/// There will be no answer.
struct ModelFailed {
    int turn = 0;
};

using EventBody =
    std::variant<CallStarted, InterimHeard, CallerSpoke, CallerSilent, KeysPressed, SpeechPlayed, PartFailed,
                 StaffTakesOver, TimePassed, CallerLeft, ModelAnswered, ModelLate, ModelFailed, ModelSaid, AnswerLate>;

struct Event {
    Milliseconds at{0};
    EventBody body;
};

// Actions, to be carried out in order.

/// Speak. Sentences queue up behind each other unless `replacesSpeech`.
struct Say {
    quint64 ticket = 0; ///< Counts up from 1 within the call.
    QString text;
    QString phraseId; ///< Id of the fixed sentence it came from; empty when worded freely.
    QString language = QStringLiteral("en");
    bool mustBeHeard = false;    ///< Safety text: not interruptible, repeated until heard in full.
    bool givesWay = false;       ///< With mustBeHeard: may be interrupted all the same; said again later.
    bool replacesSpeech = false; ///< Whatever is being said stops at once.
    bool slow = false;
    Flow::Expectation expects = Flow::Expectation::Nothing; ///< What the caller will probably say next.
};

/// Leave a task for the clinic. Sent again with the same `key` it replaces the earlier text of the same task.
struct SubmitTask {
    int key = 0; ///< Counts up from 1 within the call.
    RequestType type = RequestType::Other;
    TaskQueue queue = TaskQueue::Staff;
    TaskPriority priority = TaskPriority::Normal;
    SlotMap slotValues;
    QString note;
    QString escalationReason;
};

/// Connect the caller to people as soon as all Say before it were heard.
struct Escalate {
    EscalationReason reason = EscalationReason::NotUnderstood;
    bool emergency = false;
    std::vector<Evidence> evidence;
    double score = 0;
    int turn = 0;
};

/// End the call as soon as all Say before it were heard.
struct EndCall {
    QString outcome; ///< completed, no_task, caller_hung_up
    QString why;     ///< done, silence, wrong_number, spam, prompt_injection, ...
};

/// Ask the language model what a turn means; ModelAnswered or ModelFailed must follow. Replaces a question still open.
struct AskModel {
    Flow::ModelQuestion question;
};

/// What holds for the recording of this call from here on. Declined: stop, and delete what there is.
struct SetRecording {
    RecordingConsent consent = RecordingConsent::NotNeeded;
    QString words; ///< What the caller heard or, declining, said.
};

using Action = std::variant<Say, SubmitTask, Escalate, EndCall, AskModel, SetRecording>;
using Actions = std::vector<Action>;

} // namespace Frontdesk::Dialogue
