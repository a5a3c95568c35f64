#pragma once

#include "shared/core/clock.h"

namespace Frontdesk::Dialogue {

/// How long turn-taking waits for what. The defaults are starting points from published phone agents and studies of
/// conversation; each is a setting.
struct TurnTiming {
    // Endpointing: silence after which the caller's turn is over.
    Milliseconds afterCompleteAnswer{500};
    Milliseconds afterYesNo{250};
    Milliseconds afterCompleteNumber{500};  ///< All ten digits are there.
    Milliseconds whileDigitsExpected{1300}; ///< People pause between groups.
    Milliseconds afterUnfinishedClause{2000};
    Milliseconds afterFiller{3000}; ///< "um", "let me see"
    Milliseconds withoutWordsYet{800};
    Milliseconds afterShortInterruption{300};
    Milliseconds surerOverNoise{400};  ///< On top, when only the recognizer says that the caller has stopped.
    Milliseconds noWordsInVoice{1200}; ///< Heard without a word, a voice that came back after the words is noise.
    Milliseconds longestWord{1500};    ///< Nobody takes longer for one; before that, it may be under way.
    Milliseconds longestLearnedPause{1200};

    // Barge-in.
    Milliseconds voiceToYield{60};    ///< Voice over ours that stops our audio.
    Milliseconds protectedStart{400}; ///< Of each of our sentences; line echo arrives there.
    Milliseconds voiceToYieldWhenProtected{240};
    Milliseconds shortInterruption{700};        ///< Below, it may be a cough or a hum; "mm-hmm" takes half a second.
    Milliseconds wordsOfShortInterruption{400}; ///< Longest wait for its words; then we go on, until they come.
    Milliseconds heardWithoutWords{1300};       ///< Sound over our voice in which a recognizer finds nothing: no turn.

    // Silence and noise.
    Milliseconds firstSilence{6000};
    Milliseconds furtherSilence{8000};
    Milliseconds maybeSpeech{300};        ///< Voice that may have had words, where an answer was expected.
    Milliseconds unclearSilence{1900};    ///< After such a voice, before the caller is asked again.
    Milliseconds surelySpeech{1000};      ///< Voice that must have had words.
    Milliseconds surelyDeaf{2000};        ///< So much voice without any, and the recognizer is deaf.
    Milliseconds noiseRemembered{15000};  ///< A line that was noisy still is.
    Milliseconds voiceWithoutWords{8000}; ///< Then it is noise, not speech.
    Milliseconds longestUtterance{30000};
    Milliseconds onsetPadding{300}; ///< Audio before the detected onset that belongs to the utterance.
};

} // namespace Frontdesk::Dialogue
