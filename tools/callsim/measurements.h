#pragma once

#include "tools/callsim/assistantear.h"

#include <QString>

#include <optional>
#include <vector>

namespace Frontdesk::CallSim {

/// What the service says about its own reply, in a `timing:` mark before the reply's first audio.
struct ServiceTiming {
    Milliseconds endpointWait{0}; ///< Silence it waited for to be sure that the caller was done.
    Milliseconds recognizer{0};   ///< Until the final transcript was there.
};

/// One thing the caller said and how the assistant came back.
struct MeasuredTurn {
    QString said;
    Milliseconds began{0};
    Milliseconds ended{0};
    std::optional<Milliseconds> response; ///< End of the caller's speech to the first audible frame of ours.
    std::optional<ServiceTiming> timing;
    bool cutOff = false; ///< The assistant began while the caller was still speaking.

    /// Voice to voice less what endpointing and recognition took; absent unless the service reports those.
    [[nodiscard]] std::optional<Milliseconds> ownShare() const;
};

/// A sound of the caller over the assistant's speech.
struct MeasuredBargeIn {
    QString what;
    bool isTurn = true; ///< False for coughs and "mm-hmm".
    Milliseconds began{0};
    Milliseconds stoppedAfter{0};             ///< First sound of the caller to the end of our last audible frame.
    bool cleared = false;                     ///< The service emptied Twilio's buffer meanwhile.
    std::optional<Milliseconds> resumedAfter; ///< Silence until we spoke again.

    /// The assistant did not stop, or came back within 2 s.
    [[nodiscard]] bool keptTalking() const;
};

struct Distribution {
    size_t count = 0;
    Milliseconds median{0};
    Milliseconds p99{0};
    Milliseconds max{0};
};
[[nodiscard]] Distribution distributionOf(std::vector<Milliseconds> values);

/// Measures a call where a phone would: at the caller's ear and mouth, in the call's 20 ms frames. Pure.
class Measurements {
public:
    void streamOpened(Milliseconds at);
    void callerBegan(Milliseconds at, const QString &what, bool isTurn);
    void callerEnded(Milliseconds at);
    void assistantHeard(Milliseconds at, const Frame &frame);
    void bufferCleared();
    /// Each frame of the call: the caller heard something, or expects nothing. People who talk to each other count as well.
    void lineHeard(bool anything);
    void serviceTiming(const ServiceTiming &timing) { m_timing = timing; }

    /// The assistant's ear, for those who need to know what the caller hears.
    [[nodiscard]] const AssistantEar &ear() const { return m_ear; }
    [[nodiscard]] std::optional<Milliseconds> greeting() const { return m_greeting; }
    [[nodiscard]] const std::vector<MeasuredTurn> &turns() const { return m_turns; }
    [[nodiscard]] const std::vector<MeasuredBargeIn> &bargeIns() const { return m_bargeIns; }

    /// Longest time in which nobody made a sound: neither the caller nor whoever they hear. From the moment the call is
    /// picked up to its end, less what the caller kept silent on purpose.
    [[nodiscard]] Milliseconds longestSilence() const { return m_longestSilence; }
    [[nodiscard]] std::vector<Milliseconds> responses() const;
    [[nodiscard]] std::vector<Milliseconds> ownShares() const;
    [[nodiscard]] std::vector<Milliseconds> stopLatencies() const; ///< Of real turns only.

private:
    void followBargeIn(Milliseconds at, bool onset, std::optional<Milliseconds> soundBefore);

    AssistantEar m_ear;
    std::optional<Milliseconds> m_streamOpened;
    std::optional<Milliseconds> m_greeting;
    std::vector<MeasuredTurn> m_turns;
    std::vector<MeasuredBargeIn> m_bargeIns;
    std::optional<ServiceTiming> m_timing;
    Milliseconds m_silence{0};
    Milliseconds m_longestSilence{0};
    bool m_callerSpeaks = false;
    bool m_callerTurn = false; ///< What the caller utters is a turn.
    bool m_awaitsReply = false;
    bool m_bargeInOpen = false; ///< The assistant has not fallen silent since the caller came in.
    bool m_awaitsResume = false;
};

} // namespace Frontdesk::CallSim
