#include "service/dialogue/turns/turncontroller.h"

#include "service/dialogue/turns/backchannel.h"

#include <algorithm>

namespace Frontdesk::Dialogue {

namespace {

constexpr Milliseconds FrameLength{20};
/// Voice activity needs two of three frames to be sure, so a voice began this long before it is reported.
constexpr Milliseconds DetectionDelay{40};
/// Below this, a short sound over our voice is taken for a cough that the recognizer forced into words. Of 25 coughs,
/// hums, barks and doors that became words, 18 stayed below 0.6 and 23 below 0.8 (interruption_benchmark --details).
constexpr double SureOfShortSound = 0.8;
/// Likewise when it is what we are asking for: many say "yes" before the question is over.
constexpr double SureOfShortAnswer = 0.6;

} // namespace

TurnController::TurnController(TurnTiming timing)
    : m_timing(timing)
    , m_endpointing(timing)
{}

TurnController::Signals TurnController::frame(Milliseconds at, bool voice, bool speech)
{
    Signals out;
    if (voice) {
        onVoice(at, speech, out);
    } else {
        onQuiet(at, out);
    }
    goOnOverNoise(at, out);
    goOnWithoutWords(at, out);
    checkSilence(at, out);
    return out;
}

TurnController::Signals TurnController::tick(Milliseconds at)
{
    Signals out;
    if (m_inUtterance && at - m_lastVoice > m_timing.afterFiller) {
        endUtterance(at, out);
    }
    goOnWithoutWords(at, out);
    checkSilence(at, out);
    return out;
}

void TurnController::heardSoFar(const QString &text)
{
    if ((m_inUtterance || m_awaitingRecognition) && text != m_words) {
        m_words = text;
        m_said = SaidSoFar(text);
    }
}

void TurnController::recognizerReached(Milliseconds until, Milliseconds lastWordEnd, bool foundPause)
{
    if (!m_inUtterance) {
        return;
    }
    if (lastWordEnd != m_lastWordEnd) {
        m_resumedAt = m_onset > lastWordEnd ? m_onset : Milliseconds(-1);
    }
    m_heardUntil = until;
    m_lastWordEnd = lastWordEnd;
    m_foundPause = foundPause;
}

void TurnController::onVoice(Milliseconds at, bool speech, Signals &out)
{
    if (m_onset < Milliseconds(0)) {
        m_onset = std::max(Milliseconds(0), at - DetectionDelay);
        if (m_inUtterance && !m_words.isEmpty()) {
            m_endpointing.learnPause(m_onset - m_lastVoice);
        }
        if (m_resumedAt < Milliseconds(0) && m_onset > m_lastWordEnd) {
            m_resumedAt = m_onset;
        }
    }
    if (speech) {
        m_lastVoice = at + FrameLength;
    }
    if (m_inUtterance) {
        m_voiced += speech ? FrameLength : Milliseconds(0);
        const bool saidAll = hasSaidAllOverNoise(at);
        if (saidAll) {
            m_noisyUntil = at + m_timing.noiseRemembered;
        }
        const bool noise = m_words.isEmpty() && m_voiced > m_timing.voiceWithoutWords;
        if (saidAll || noise || at - m_utteranceStart > m_timing.longestUtterance) {
            endUtterance(at, out);
            return;
        }
    } else if (at + FrameLength - m_onset >= voiceNeeded(at) && !m_awaitingRecognition) {
        m_inUtterance = true;
        m_voiced = at + FrameLength - m_onset;
        m_lastVoice = at + FrameLength;
        m_words.clear();
        m_said = {};
        m_heardUntil = m_lastWordEnd = m_resumedAt = Milliseconds(-1);
        m_foundPause = false;
        m_overNoise = isNoisy(at);
        m_utteranceStart = std::max(Milliseconds(0), m_onset - m_timing.onsetPadding);
        m_interrupting = m_assistantAudible;
        out.push_back(TurnSignal::UtteranceBegan);
    }
    if (m_inUtterance && mayYield(at)) {
        m_interrupting = true;
        m_yielded = true;
        out.push_back(TurnSignal::Yield);
    }
}

void TurnController::onQuiet(Milliseconds at, Signals &out)
{
    m_onset = Milliseconds(-1);
    if (m_inUtterance && at + FrameLength - m_lastVoice >= endpointWait()) {
        endUtterance(at, out);
    }
}

void TurnController::checkSilence(Milliseconds at, Signals &out)
{
    const bool onlyNoise = m_words.isEmpty() && isNoisy(at);
    if (((m_inUtterance || m_awaitingRecognition) && !onlyNoise) || m_assistantAudible) {
        m_quietSince = at;
        m_unclear = false;
        return;
    }
    if (m_unclear && at - m_lastVoice >= m_timing.unclearSilence) {
        m_unclear = false;
        m_quietSince = at;
        out.push_back(TurnSignal::NoWords);
        return;
    }
    const Milliseconds limit = m_silenceCount == 0 ? m_timing.firstSilence : m_timing.furtherSilence;
    if (at - m_quietSince >= limit) {
        ++m_silenceCount;
        m_quietSince = at;
        out.push_back(TurnSignal::CallerSilent);
    }
}

void TurnController::endUtterance(Milliseconds at, Signals &out)
{
    m_inUtterance = false;
    m_onset = Milliseconds(-1);
    m_awaitingRecognition = true;
    m_endedAt = at;
    out.push_back(TurnSignal::UtteranceEnded);
}

TurnController::Signals TurnController::recognized(const Flow::Transcript &transcript)
{
    if (!m_awaitingRecognition) {
        return {};
    }
    m_awaitingRecognition = false;
    const bool yielded = std::exchange(m_yielded, false);
    if (isRealTurn(transcript)) {
        m_silenceCount = 0;
        m_wordless = 0;
        m_wordlessVoice = Milliseconds(0);
        return {TurnSignal::TurnTaken};
    }
    const bool wordless = !m_interrupting && !isNoisy(m_endedAt) && transcript.text.trimmed().isEmpty();
    if (wordless && m_voiced >= m_timing.maybeSpeech && m_voiced < m_timing.voiceWithoutWords) {
        ++m_wordless;
        m_wordlessVoice += m_voiced;
        if (m_voiced >= m_timing.surelySpeech) {
            return {TurnSignal::NoWords};
        }
        m_unclear = m_expectation != Flow::Expectation::Nothing;
    }
    return yielded ? Signals{TurnSignal::Resume} : Signals{};
}

bool TurnController::recognizerSeemsDeaf() const
{
    constexpr int MoreThanAnAccident = 2;
    return m_wordless >= MoreThanAnAccident && m_wordlessVoice >= m_timing.surelyDeaf;
}

/// A voice goes on, and still the recognizer knows that the words are over. A voice that came back after them may be the
/// caller's next words, until the recognizer has heard enough of it.
bool TurnController::hasSaidAllOverNoise(Milliseconds at) const
{
    if (m_words.isEmpty() || m_lastWordEnd < Milliseconds(0)) {
        return false;
    }
    const bool resumed = m_resumedAt >= Milliseconds(0);
    const Milliseconds known = m_foundPause && !resumed ? at : m_heardUntil;
    const Milliseconds enough = endpointWait() + m_timing.surerOverNoise;
    return known - m_lastWordEnd >= (m_foundPause ? enough : std::max(enough, m_timing.longestWord)) &&
           (!resumed || known - m_resumedAt >= m_timing.noWordsInVoice);
}

bool TurnController::mayYield(Milliseconds at) const
{
    if (!m_assistantAudible || !m_interruptible || m_yielded) {
        return false;
    }
    return !(m_overNoise || isNoisy(at)) || (!m_words.isEmpty() && !isBackchannel(m_words));
}

/// A room that is never quiet must not leave us silent: if it was a person, their words will stop us.
void TurnController::goOnOverNoise(Milliseconds at, Signals &out)
{
    const Milliseconds heard = (m_foundPause ? at : m_heardUntil) - m_utteranceStart - m_timing.onsetPadding;
    if (m_inUtterance && m_yielded && m_words.isEmpty() && heard >= m_timing.heardWithoutWords) {
        m_yielded = false;
        m_overNoise = true;
        out.push_back(TurnSignal::Resume);
    }
}

/// A busy recognizer must not leave a hole in our sentence after a cough. If the words make it a turn after all, what
/// we went on with is dropped.
void TurnController::goOnWithoutWords(Milliseconds at, Signals &out)
{
    const bool late = m_awaitingRecognition && at - m_endedAt >= m_timing.wordsOfShortInterruption;
    if (late && m_yielded && isShortWithoutWords()) {
        m_yielded = false;
        out.push_back(TurnSignal::Resume);
    }
}

bool TurnController::isShortWithoutWords() const
{
    return m_voiced < m_timing.shortInterruption && (m_words.isEmpty() || isBackchannel(m_words));
}

bool TurnController::isRealTurn(const Flow::Transcript &transcript) const
{
    if (transcript.text.trimmed().isEmpty()) {
        return false;
    }
    if (!m_interrupting) {
        return true;
    }
    if (isBackchannel(transcript.text)) {
        return false;
    }
    const bool answers = m_expectation == Flow::Expectation::YesNo && isYesOrNo(transcript.text);
    return m_voiced >= m_timing.shortInterruption ||
           transcript.confidence >= (answers ? SureOfShortAnswer : SureOfShortSound);
}

void TurnController::assistantAudible(Milliseconds at, bool audible)
{
    if (audible && !m_assistantAudible) {
        m_audibleSince = at;
    }
    m_assistantAudible = audible;
    m_quietSince = at;
    if (!audible && m_inUtterance && m_overNoise && m_words.isEmpty()) {
        m_interrupting = false; // Whatever comes now is no interruption.
    }
}

void TurnController::noteActivity(Milliseconds at)
{
    m_quietSince = at;
    m_silenceCount = 0;
    m_unclear = false;
}

Milliseconds TurnController::voiceNeeded(Milliseconds at) const
{
    const bool inEchoWindow = m_assistantAudible && at - m_audibleSince < m_timing.protectedStart;
    return inEchoWindow ? m_timing.voiceToYieldWhenProtected : m_timing.voiceToYield;
}

Milliseconds TurnController::endpointWait() const
{
    // A short sound over our voice is judged soon, so that we can go on within two seconds if nothing was meant.
    if (m_yielded && isShortWithoutWords()) {
        return m_timing.afterShortInterruption;
    }
    return m_endpointing.waitAfter(m_said, m_expectation);
}

} // namespace Frontdesk::Dialogue
