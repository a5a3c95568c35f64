#pragma once

#include "shared/core/result.h"
#include "tools/callsim/expectation.h"

#include <QMap>
#include <QStringList>

namespace Frontdesk::CallSim {

/// One thing the patient does.
struct ScriptLine {
    enum class What {
        Say,        ///< `text`.
        Answer,     ///< The script's answer named `text`.
        Play,       ///< The WAV file `text`, as speech.
        Keys,       ///< Presses the keys in `text`.
        Silence,    ///< Says nothing for `length`.
        Cough,      ///< A sound that is no turn.
        MmHm,       ///< Listening noise; no turn.
        Fault,      ///< From now on vendors fail as `text` says: `deepgram=half-open openai=reset`.
        Garbage,    ///< `text` is sent to the service as a message of the stream, whatever it is.
        Noise,      ///< From now on the background is `text`: white, babble, none.
        WaitForEnd, ///< Does nothing more; the service ends the call.
        HangUp,
    };
    enum class When {
        TurnEnd,           ///< `after` the assistant's turn ended (absent: the script's reaction time).
        AssistantSpeaking, ///< `after` into the assistant's next sentence.
        Now,               ///< `after` the line before is done.
    };

    int number = 0; ///< In its file, from 1.
    What what = What::Say;
    When when = When::TurnEnd;
    QString text;
    std::optional<Milliseconds> after;
    Milliseconds length{0};
    double snrDb = 20;

    [[nodiscard]] bool speaks() const { return what == What::Say || what == What::Answer || what == What::Play; }
};

[[nodiscard]] QString scriptLineName(ScriptLine::What what);

/// An answer of keys alone is pressed, not spoken.
[[nodiscard]] bool isKeys(const QString &answer);

/// How the person rung by `<Dial>` behaves.
struct CalleeBehaviour {
    enum class Outcome { Answered, NoAnswer, Busy, Failed };
    Outcome outcome = Outcome::Answered;
    Milliseconds after{3000};                 ///< Ringing until then.
    Milliseconds talks{4000};                 ///< Bridged until the callee hangs up.
    QString key = QStringLiteral("1");        ///< Pressed when a whisper gathers keys; empty: none.
    bool machine = false;                     ///< A voicemail answers, and presses nothing.
    std::optional<Milliseconds> hangsUpAfter; ///< Of listening, whatever happens.
};

/// `answered`, `answered:2.5`, `no-answer`, `busy`, `failed`, `voicemail`, `declines`, `hangs-up`; the number is seconds
/// of ringing.
[[nodiscard]] Result<CalleeBehaviour> calleeFromText(const QString &text);

/// A call as a file: who speaks, what they do, and what must come of it. The format is in docs/callsim.md.
struct Script {
    QString name;
    QString voice = QStringLiteral("slt");
    QString to;                   ///< Number that is called; empty: the command line's.
    QString from;                 ///< Caller's number; empty: the command line's.
    Milliseconds reaction{700};   ///< Silence of the assistant before the patient answers.
    Milliseconds patience{15000}; ///< Waits no longer than this for the assistant's turn.
    double packetLoss = 0;        ///< 0 to 1: share of the caller's frames that never arrive.
    quint32 seed = 1;             ///< Of noise and loss.
    std::vector<ScriptLine> lines;
    QMap<QString, QStringList> answers; ///< By question; a repeated question takes the next, the last one stays.
    QMap<QString, QString> truth;       ///< `name`, `number`, `day`: what the patient insists on when it is read back.
    CalleeBehaviour callee;
    Expectations expectations;

    /// Everything that is spoken, for preparing the sounds before the call.
    [[nodiscard]] QStringList spokenTexts() const;
};

/// Relative files of `play` lines are resolved against `folder`. An error names the line and what is wrong with it.
[[nodiscard]] Result<Script> parseScript(const QByteArray &json, const QString &name, const QString &folder);
[[nodiscard]] Result<Script> readScript(const QString &path);

} // namespace Frontdesk::CallSim
