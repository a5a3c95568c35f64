#pragma once

#include "service/dialogue/turns/endpointing.h"
#include "service/flow/transcript.h"

#include <vector>

namespace Frontdesk::Dialogue {

/// What turn-taking wants done.
enum class TurnSignal {
    UtteranceBegan, ///< The caller started to speak; see TurnController::utteranceStart.
    UtteranceEnded, ///< The caller has finished, or what we took for speech was noise.
    Yield,          ///< The caller speaks over us: stop our audio now, but keep it.
    Resume,         ///< Nothing was meant by it, as far as we know: go on from the word where we were.
    TurnTaken,      ///< The last recognized utterance is a turn: what is left of our speech is void.
    NoWords,        ///< The caller spoke, and the recognizer found nothing in it; see recognizerSeemsDeaf.
    CallerSilent,   ///< See TurnController::silenceCount.
};

/// Decides whose turn it is.
///
/// Is told, frame by frame, whether the caller's voice is there and whether ours is audible, and what has been
/// recognized; answers with signals. Pure: `at` is the time since the call began, never going back.
///
/// Every UtteranceBegan is followed by one UtteranceEnded, which must be answered by one call of `recognized`.
class TurnController {
public:
    using Signals = std::vector<TurnSignal>;

    explicit TurnController(TurnTiming timing = {});

    /// Every 20 ms. `voice`: the caller is speaking, small gaps included; `speech`: this very frame carries speech.
    [[nodiscard]] Signals frame(Milliseconds at, bool voice, bool speech);

    /// Moves time when no audio arrives: silence must be noticed on a dead line, too.
    [[nodiscard]] Signals tick(Milliseconds at);

    /// Interim text of the running utterance, or of the one that ended last.
    void heardSoFar(const QString &text);

    /// How far the recognizer has heard the line, and where the last word it found in the running utterance ended (less
    /// than 0: none yet). `foundPause`: it holds this for the end of what is being said. In a noisy room it is the only
    /// one who knows; recognizers that do not tell leave it to voice activity.
    void recognizerReached(Milliseconds until, Milliseconds lastWordEnd, bool foundPause);

    /// The recognizer's final word on the utterance that ended last.
    [[nodiscard]] Signals recognized(const Flow::Transcript &transcript);

    /// Our voice became audible, or silent, at the caller's ear.
    void assistantAudible(Milliseconds at, bool audible);

    /// Sentences that must be heard are not yielded.
    void setInterruptible(bool interruptible) { m_interruptible = interruptible; }

    /// What our current or last sentence asks for.
    void expect(Flow::Expectation expectation) { m_expectation = expectation; }

    /// The caller pressed keys or otherwise showed presence.
    void noteActivity(Milliseconds at);

    /// Where the running utterance starts, with padding before the detected onset.
    [[nodiscard]] Milliseconds utteranceStart() const { return m_utteranceStart; }
    /// Last voiced moment of the utterance that ended last.
    [[nodiscard]] Milliseconds utteranceEnd() const { return m_lastVoice; }
    /// The running or last utterance began over our voice.
    [[nodiscard]] bool interrupted() const { return m_interrupting; }
    /// It found nothing in what was said again and again.
    [[nodiscard]] bool recognizerSeemsDeaf() const;
    /// How often in a row the caller stayed silent.
    [[nodiscard]] int silenceCount() const { return m_silenceCount; }
    [[nodiscard]] bool callerSpeaking() const { return m_inUtterance; }

private:
    void onVoice(Milliseconds at, bool speech, Signals &out);
    void onQuiet(Milliseconds at, Signals &out);
    void checkSilence(Milliseconds at, Signals &out);
    void goOnOverNoise(Milliseconds at, Signals &out);
    void goOnWithoutWords(Milliseconds at, Signals &out);
    void endUtterance(Milliseconds at, Signals &out);
    [[nodiscard]] Milliseconds voiceNeeded(Milliseconds at) const;
    [[nodiscard]] Milliseconds endpointWait() const;
    [[nodiscard]] bool hasSaidAllOverNoise(Milliseconds at) const;
    [[nodiscard]] bool isNoisy(Milliseconds at) const { return at < m_noisyUntil; }
    [[nodiscard]] bool mayYield(Milliseconds at) const;
    [[nodiscard]] bool isShortWithoutWords() const;
    [[nodiscard]] bool isRealTurn(const Flow::Transcript &transcript) const;

    TurnTiming m_timing;
    Endpointing m_endpointing;
    Flow::Expectation m_expectation = Flow::Expectation::Nothing;
    bool m_interruptible = true;

    bool m_assistantAudible = false;
    Milliseconds m_audibleSince{0};

    bool m_inUtterance = false;
    bool m_interrupting = false;
    bool m_yielded = false;
    Milliseconds m_onset{-1}; ///< Start of the current run of voice; -1: no voice now.
    Milliseconds m_utteranceStart{0};
    Milliseconds m_lastVoice{0};
    Milliseconds m_endedAt{0}; ///< When the utterance that ended last was declared over.
    int m_wordless = 0;        ///< Utterances in a row.
    Milliseconds m_wordlessVoice{0};
    bool m_unclear = false;   ///< The utterance that ended last may have been speech.
    Milliseconds m_voiced{0}; ///< Voice within the running utterance.
    QString m_words;
    SaidSoFar m_said; ///< By m_words.

    // What the recognizer tells of the running utterance.
    Milliseconds m_heardUntil{-1};
    Milliseconds m_lastWordEnd{-1};
    bool m_foundPause = false;
    Milliseconds m_resumedAt{-1}; ///< The voice came back after that word; -1: it never ceased.
    bool m_overNoise = false;     ///< Our voice has gone on over it: only words stop us.
    Milliseconds m_noisyUntil{0};

    Milliseconds m_quietSince{0}; ///< Since when neither side has made a sound.
    int m_silenceCount = 0;
    bool m_awaitingRecognition = false;
};

} // namespace Frontdesk::Dialogue
