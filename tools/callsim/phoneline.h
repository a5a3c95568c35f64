#pragma once

#include "service/audio/playoutbuffer.h"
#include "tools/callsim/handset.h"
#include "tools/callsim/measurements.h"
#include "tools/callsim/metronome.h"
#include "tools/callsim/patient.h"

namespace Frontdesk::CallSim {

/// The caller's telephone: every 20 ms one frame to the ear and one from the mouth, at absolute deadlines, so that what
/// is heard is a precise timeline.
///
/// The ear hears an announcement (`<Say>`, ringing, people) when there is one, else the stream's playout buffer. Only
/// the latter counts as the assistant.
class PhoneLine final : public QObject {
    Q_OBJECT

public:
    /// What both ends said, in step.
    struct Recording {
        Sound caller;
        Sound heard;
    };

    /// `metronome` outlives the line.
    PhoneLine(Metronome &metronome, Patient patient, QObject *parent = nullptr);

    /// A person instead of the patient; null: the patient. Outlives the line.
    void setHandset(Handset *handset) { m_handset = handset; }

    void pickUp();
    void hangUp();
    [[nodiscard]] bool isUp() const { return m_beat != nullptr; }

    /// Plays `sound` to the caller after whatever else was announced; `done` when it has been heard.
    void announce(const Sound &sound, std::function<void()> done);
    void stopAnnouncements();

    /// The stream is open: the patient hears the assistant and talks to it.
    /// From now on the caller talks with people, who may be silent as they like.
    void meetPeople() { m_withPeople = true; }
    void startConversation();
    void endConversation();

    [[nodiscard]] Audio::PlayoutBuffer &playout() { return m_playout; }
    void clearPlayout();
    [[nodiscard]] Patient &patient() { return m_patient; }
    [[nodiscard]] Measurements &measurements() { return m_measurements; }
    /// Keeps what is said from now on; 2 MB a minute.
    void record() { m_records = true; }
    [[nodiscard]] const Recording &recording() const { return m_recording; }

    /// Since the line was picked up.
    [[nodiscard]] Milliseconds callTime() const { return m_at; }

    /// How late each frame was; kept for the report.
    [[nodiscard]] const std::vector<Milliseconds> &lateness() const { return m_lateness; }

Q_SIGNALS:
    void callerFrame(Frontdesk::Milliseconds at, const Frontdesk::CallSim::Frame &frame);
    void callerBegan(const QString &what);
    void callerEnded();
    void keyPressed(QChar key);
    void marksHeard(const QStringList &names);

    /// Reached by a `clear`: they go back to the service, but nobody heard what was before them.
    void marksDropped(const QStringList &names);
    void assistantBegan();
    void assistantPaused();
    void callerHungUp();
    void garbageWanted(const QString &message);
    void faultsWanted(const QString &faults);
    void remarked(const QString &text);

private:
    struct Announcement {
        Sound sound;
        std::function<void()> done;
        size_t played = 0;
        bool audible = false; ///< Silence between rings belongs to the ringing.
    };

    void playTick();
    [[nodiscard]] Frame hear(bool &fromAssistant);
    bool hearAnnouncement(Frame &frame);
    void followAssistant(const Frame &frame);
    void speak(const Patient::Act &act);
    [[nodiscard]] bool nobodyNeedSpeak() const;
    [[nodiscard]] Patient::Act handsetAct();
    void pressKeys();

    Metronome &m_metronome;
    Metronome::Place m_beat;
    Milliseconds m_at{0};
    Patient m_patient;
    Audio::PlayoutBuffer m_playout;
    Measurements m_measurements;
    Recording m_recording;
    std::deque<Announcement> m_announcements;
    std::vector<Milliseconds> m_lateness;
    QString m_keys;
    Milliseconds m_nextKey{0};
    Handset *m_handset = nullptr;
    std::optional<Milliseconds> m_personLastSounded; ///< While the person on the handset speaks.
    bool m_records = false;
    bool m_conversing = false;
    bool m_withPeople = false;
    bool m_assistantSpeaks = false;
};

} // namespace Frontdesk::CallSim
