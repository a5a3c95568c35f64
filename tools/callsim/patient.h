#pragma once

#include "tools/callsim/assistantear.h"
#include "tools/callsim/preparedsounds.h"
#include "tools/callsim/readback.h"

#include <memory>
#include <random>

namespace Frontdesk::CallSim {

/// Plays a script as a caller: one 20 ms frame at a time, deciding by ear when to speak. Pure; no timers, no sockets.
///
/// Where the service names its phrases (debug marks), a question for which the script has an answer is answered first,
/// whatever line would be next; otherwise the lines are spoken in order.
class Patient {
public:
    struct Utterance {
        QString text;       ///< Words, or what kind of sound it is.
        bool isTurn = true; ///< False for a cough or "mm-hmm".
    };
    struct Act {
        Frame frame{};
        std::optional<Utterance> began; ///< With this frame.
        bool ended = false;             ///< With this frame.
        QString keys;
        bool hangsUp = false;
        QString garbage; ///< Message for the stream.
        QString faults;  ///< Vendors that fail from now on.
        QString remark;  ///< Something worth telling, such as lost patience.
    };

    Patient(Script script, std::shared_ptr<const PreparedSounds> sounds);

    /// The next 20 ms of the patient's life, `at` being the call's time. `nothingComes`: all that was sent has been
    /// heard.
    [[nodiscard]] Act live(Milliseconds at, const AssistantEar &ear, bool nothingComes);

    /// The assistant is, or is no longer, on the line. The patient speaks to nobody else.
    void setConversing(bool conversing) { m_conversing = conversing; }

    /// The caller begins to hear a phrase.
    void phraseHeard(const HeardPhrase &phrase) { m_phrases.push_back(phrase); }

    /// Lines that were to be spoken or pressed and were not. Answers nobody asked for do not count.
    [[nodiscard]] int linesLeft() const;

    /// Is silent on purpose: nobody need say anything.
    [[nodiscard]] bool keepsSilent() const;

private:
    enum class Readiness { Wait, Ready, OutOfPatience };

    [[nodiscard]] Readiness readiness(const ScriptLine &line, Milliseconds at, const AssistantEar &ear,
                                      bool nothingComes) const;
    [[nodiscard]] bool turnEnded(Milliseconds wait, const AssistantEar &ear, bool nothingComes) const;
    [[nodiscard]] std::optional<QString> askedFor() const;
    void decide(Milliseconds at, const AssistantEar &ear, bool nothingComes, Act &act);
    void perform(Milliseconds at, const ScriptLine &line, Act &act);
    void answer(Milliseconds at, const QString &question, Act &act);
    void utter(Milliseconds at, const Sound &sound, Utterance utterance, Act &act);
    void continueUtterance(Milliseconds at, Act &act);
    void finishUtterance(Milliseconds at, Act &act);
    void addBackground(Frame &frame);
    void lineDone(Milliseconds at);

    Script m_script;
    std::shared_ptr<const PreparedSounds> m_sounds;
    std::mt19937 m_random;
    size_t m_line = 0;
    Milliseconds m_lineSince{0}; ///< When the current line became the next thing to do.
    Milliseconds m_spokeAt{0};   ///< A sentence of the assistant that began before counts as heard already.
    Milliseconds m_noiseAt{-1};  ///< When the patient last made a sound that is no turn.
    QMap<QString, int> m_answersGiven;
    std::vector<HeardPhrase> m_phrases; ///< Heard since the patient's last turn.
    Sound m_utterance;
    size_t m_uttered = 0;
    bool m_utteringLine = false; ///< The running utterance is the current line, not an extra answer.
    const Sound *m_background = nullptr;
    size_t m_backgroundAt = 0;
    bool m_conversing = false;
};

} // namespace Frontdesk::CallSim
