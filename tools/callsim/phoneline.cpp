#include "tools/callsim/phoneline.h"

#include "service/audio/mulaw.h"

#include <algorithm>

namespace Frontdesk::CallSim {

namespace {

/// How fast a person presses keys.
constexpr Milliseconds KeyInterval{250};

/// Pause that ends a passage in the printed conversation.
constexpr Milliseconds PassageGap{500};

} // namespace

PhoneLine::PhoneLine(Metronome &metronome, Patient patient, QObject *parent)
    : QObject(parent)
    , m_metronome(metronome)
    , m_patient(std::move(patient))
{}

void PhoneLine::pickUp()
{
    m_beat = m_metronome.join([this](Milliseconds late) {
        m_lateness.push_back(late);
        playTick();
    });
}

void PhoneLine::hangUp()
{
    m_beat.reset();
    m_announcements.clear();
}

void PhoneLine::announce(const Sound &sound, std::function<void()> done)
{
    m_announcements.push_back({sound, std::move(done), 0, isAudible(sound)});
}

void PhoneLine::stopAnnouncements()
{
    m_announcements.clear();
}

void PhoneLine::startConversation()
{
    m_conversing = true;
    m_patient.setConversing(true);
    m_measurements.streamOpened(m_at);
}

void PhoneLine::endConversation()
{
    m_conversing = false;
    m_patient.setConversing(false);
    m_playout = Audio::PlayoutBuffer();
}

void PhoneLine::clearPlayout()
{
    m_measurements.bufferCleared();
    const QStringList marks = m_playout.clear();
    if (!marks.isEmpty()) {
        Q_EMIT marksDropped(marks);
    }
}

void PhoneLine::playTick()
{
    const QStringList marks = m_playout.frameEnded();
    if (!marks.isEmpty()) {
        Q_EMIT marksHeard(marks);
    }
    bool fromAssistant = false;
    const Frame heard = hear(fromAssistant);
    if (m_records) {
        m_recording.heard.insert(m_recording.heard.end(), heard.begin(), heard.end());
    }
    followAssistant(fromAssistant ? heard : Frame{});
    m_measurements.lineHeard(isAudible(heard) || nobodyNeedSpeak());
    if (m_handset != nullptr) {
        m_handset->play(heard);
        speak(handsetAct());
    } else {
        speak(m_patient.live(m_at, m_measurements.ear(), m_playout.isEmpty()));
    }
    pressKeys();
    m_at += Flow::FrameDuration;
}

bool PhoneLine::nobodyNeedSpeak() const
{
    const bool rings = !m_announcements.empty() && m_announcements.front().audible;
    return rings || m_withPeople || !m_keys.isEmpty() || (m_conversing && m_patient.keepsSilent());
}

Frame PhoneLine::hear(bool &fromAssistant)
{
    Frame frame{};
    if (hearAnnouncement(frame)) {
        return frame;
    }
    Audio::PlayoutBuffer::Bytes codes{};
    fromAssistant = m_playout.takeFrame(codes) > 0;
    if (fromAssistant) {
        Audio::decodeMuLaw(codes, frame);
    }
    return frame;
}

bool PhoneLine::hearAnnouncement(Frame &frame)
{
    while (!m_announcements.empty()) {
        Announcement &current = m_announcements.front();
        const size_t length = std::min(frame.size(), current.sound.size() - current.played);
        if (length > 0) {
            std::copy_n(current.sound.begin() + static_cast<std::ptrdiff_t>(current.played), length, frame.begin());
            current.played += length;
            return true;
        }
        const auto done = std::move(current.done);
        m_announcements.pop_front();
        if (done) {
            done();
        }
    }
    return false;
}

void PhoneLine::followAssistant(const Frame &frame)
{
    m_measurements.assistantHeard(m_at, frame);
    const AssistantEar &ear = m_measurements.ear();
    const bool speaks = ear.lastSound() && ear.silentFor() < PassageGap;
    if (speaks != m_assistantSpeaks) {
        m_assistantSpeaks = speaks;
        if (speaks) {
            Q_EMIT assistantBegan();
        } else {
            Q_EMIT assistantPaused();
        }
    }
}

Patient::Act PhoneLine::handsetAct()
{
    Patient::Act act;
    act.frame = m_handset->captured();
    const bool audible = isAudible(act.frame);
    if (audible && !m_personLastSounded) {
        act.began = Patient::Utterance{QStringLiteral("(speaks)"), true};
    }
    if (audible) {
        m_personLastSounded = m_at;
    } else if (m_personLastSounded && m_at - *m_personLastSounded >= PassageGap) {
        act.ended = true;
    }
    return act;
}

void PhoneLine::speak(const Patient::Act &act)
{
    if (!act.remark.isEmpty()) {
        Q_EMIT remarked(act.remark);
    }
    if (act.began) {
        // This frame goes out when it is complete: its sound began one frame ago.
        m_measurements.callerBegan(m_at - Flow::FrameDuration, act.began->text, act.began->isTurn);
        Q_EMIT callerBegan(act.began->text);
    }
    if (m_records) {
        m_recording.caller.insert(m_recording.caller.end(), act.frame.begin(), act.frame.end());
    }
    Q_EMIT callerFrame(m_at, act.frame);
    if (act.ended) {
        m_measurements.callerEnded(m_personLastSounded.value_or(m_at));
        m_personLastSounded.reset();
        Q_EMIT callerEnded();
    }
    m_keys += act.keys;
    if (!act.garbage.isEmpty()) {
        Q_EMIT garbageWanted(act.garbage);
    }
    if (!act.faults.isEmpty()) {
        Q_EMIT faultsWanted(act.faults);
    }
    if (act.hangsUp) {
        Q_EMIT callerHungUp();
    }
}

void PhoneLine::pressKeys()
{
    if (m_keys.isEmpty() || m_at < m_nextKey) {
        return;
    }
    const QChar key = m_keys.front();
    m_keys.remove(0, 1);
    m_nextKey = m_at + KeyInterval;
    Q_EMIT keyPressed(key);
}

} // namespace Frontdesk::CallSim
