#include "tools/callsim/measurements.h"

#include <algorithm>
#include <cmath>

namespace Frontdesk::CallSim {

namespace {

/// Silence after which the assistant has stopped and not merely paused between words.
constexpr Milliseconds StoppedSilence{400};

constexpr Milliseconds LatestResume{2000};

} // namespace

std::optional<Milliseconds> MeasuredTurn::ownShare() const
{
    if (!response || !timing) {
        return std::nullopt;
    }
    return std::max(Milliseconds(0), *response - timing->endpointWait - timing->recognizer);
}

bool MeasuredBargeIn::keptTalking() const
{
    return !cleared || (resumedAfter && *resumedAfter <= LatestResume);
}

Distribution distributionOf(std::vector<Milliseconds> values)
{
    if (values.empty()) {
        return {};
    }
    std::sort(values.begin(), values.end());
    const auto rank = [&](double share) {
        const auto index = static_cast<size_t>(std::ceil(share * double(values.size())));
        return values[std::clamp<size_t>(index, 1, values.size()) - 1];
    };
    return {values.size(), rank(0.5), rank(0.99), values.back()};
}

void Measurements::streamOpened(Milliseconds at)
{
    if (!m_streamOpened) {
        m_streamOpened = at;
    }
}

void Measurements::callerBegan(Milliseconds at, const QString &what, bool isTurn)
{
    m_callerSpeaks = true;
    m_callerTurn = isTurn;
    m_awaitsResume = false;
    if (isTurn) {
        m_awaitsReply = false;
        m_timing.reset();
        MeasuredTurn turn;
        turn.said = what;
        turn.began = at;
        m_turns.push_back(std::move(turn));
    }
    if (m_ear.speaking()) {
        MeasuredBargeIn bargeIn;
        bargeIn.what = what;
        bargeIn.isTurn = isTurn;
        bargeIn.began = at;
        m_bargeIns.push_back(std::move(bargeIn));
        m_bargeInOpen = true;
    }
}

void Measurements::callerEnded(Milliseconds at)
{
    m_callerSpeaks = false;
    if (m_callerTurn) {
        m_turns.back().ended = at;
        m_awaitsReply = !m_turns.back().cutOff;
    }
}

void Measurements::assistantHeard(Milliseconds at, const Frame &frame)
{
    const auto onsetBefore = m_ear.lastOnset();
    const auto soundBefore = m_ear.lastSound();
    m_ear.hear(at, frame);
    const bool onset = m_ear.lastOnset() != onsetBefore;
    if (onset && m_streamOpened && !m_greeting) {
        m_greeting = at - *m_streamOpened;
    }
    followBargeIn(at, onset, soundBefore);
    if (!onset || m_bargeInOpen) {
        return;
    }
    if (m_callerSpeaks && m_callerTurn) {
        m_turns.back().cutOff = true;
    } else if (m_awaitsReply) {
        m_turns.back().response = at - m_turns.back().ended;
        m_turns.back().timing = m_timing;
        m_awaitsReply = false;
    }
}

void Measurements::followBargeIn(Milliseconds at, bool onset, std::optional<Milliseconds> soundBefore)
{
    if (m_bargeIns.empty()) {
        return;
    }
    MeasuredBargeIn &bargeIn = m_bargeIns.back();
    if (m_bargeInOpen) {
        // After a clear the next sentence is a new one, however soon it comes.
        const bool newSpeech = bargeIn.cleared && onset;
        const auto lastSound = newSpeech ? soundBefore : m_ear.lastSound();
        bargeIn.stoppedAfter = std::max(Milliseconds(0), lastSound.value_or(at) - bargeIn.began);
        if (!newSpeech && m_ear.silentFor() < StoppedSilence) {
            return;
        }
        m_bargeInOpen = false;
        m_awaitsResume = true;
    }
    if (m_awaitsResume && onset) {
        bargeIn.resumedAfter = at - bargeIn.began - bargeIn.stoppedAfter;
        m_awaitsResume = false;
    }
}

void Measurements::bufferCleared()
{
    if (m_bargeInOpen) {
        m_bargeIns.back().cleared = true;
    }
}

void Measurements::lineHeard(bool anything)
{
    m_silence = anything || m_callerSpeaks ? Milliseconds(0) : m_silence + Flow::FrameDuration;
    m_longestSilence = std::max(m_longestSilence, m_silence);
}

std::vector<Milliseconds> Measurements::responses() const
{
    std::vector<Milliseconds> values;
    for (const MeasuredTurn &turn : m_turns) {
        if (turn.response) {
            values.push_back(*turn.response);
        }
    }
    return values;
}

std::vector<Milliseconds> Measurements::ownShares() const
{
    std::vector<Milliseconds> values;
    for (const MeasuredTurn &turn : m_turns) {
        if (const auto share = turn.ownShare()) {
            values.push_back(*share);
        }
    }
    return values;
}

std::vector<Milliseconds> Measurements::stopLatencies() const
{
    std::vector<Milliseconds> values;
    for (const MeasuredBargeIn &bargeIn : m_bargeIns) {
        if (bargeIn.isTurn) {
            values.push_back(bargeIn.stoppedAfter);
        }
    }
    return values;
}

} // namespace Frontdesk::CallSim
