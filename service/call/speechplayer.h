#pragma once

#include "service/call/playbackledger.h"
#include "service/call/sentences.h"
#include "service/dialogue/events.h"
#include "service/texttospeech/texttospeech.h"
#include "shared/core/scheduler.h"

#include <QObject>

#include <deque>
#include <functional>

namespace Frontdesk::Telephony {
class OutboundPacer;
}

namespace Frontdesk::Call {

/// Brings what the dialogue wants said to the caller's ear, and tells how much of it arrived.
///
/// Sentences queue up. When the caller speaks over us, `yield` silences the line at once but keeps the place; then
/// either `resume` goes on from the last place heard, or `drop` gives the floor away for good. Sentences that must be
/// heard ignore both. Lives on the call's thread.
class SpeechPlayer : public QObject {
    Q_OBJECT

public:
    /// Returns the sentence to speak in place of the one given; the same text when it is fine.
    using Filter = std::function<QString(const QString &sentence)>;

    SpeechPlayer(TextToSpeech::TextToSpeech &voice, Telephony::OutboundPacer &pacer, Scheduler &scheduler,
                 Filter filter);
    ~SpeechPlayer() override;

    void say(const Dialogue::Say &say);
    void yield();
    void resume();
    /// The caller took the floor: everything queued is void, unless what is being said must be heard.
    void drop();

    /// The phone network returned a mark.
    void markReturned(const QString &mark);

    /// Also sends a mark named `<ticket>:<phrase id> <text>` before each text, for tools that cannot hear.
    void setDebugMarks(bool on) { m_debugMarks = on; }

    [[nodiscard]] bool idle() const { return m_queue.empty(); }
    /// What is being said may be interrupted.
    [[nodiscard]] bool interruptible() const;

Q_SIGNALS:
    /// Our voice begins or ceases to be audible at the caller's ear.
    void audibleChanged(bool audible);
    /// The first sound of a text has been made.
    void voiced(quint64 ticket);
    /// The first sound of a text left for the caller.
    void started(quint64 ticket);
    /// A text is over: heard in full or cut off.
    void played(const Frontdesk::Dialogue::SpeechPlayed &speech);
    /// The queue ran empty: everything asked for so far was heard or dropped.
    void drained();
    /// The voice could not make the sound; the text is dropped.
    void failed(const Frontdesk::Error &error);

private:
    struct Part {
        Sentence sentence;
        quint64 voiceTicket = 0;
        QByteArray audio;
        bool complete = false; ///< All audio has been made.
        qsizetype sent = 0;
        qsizetype heard = 0;
    };
    struct Item {
        Dialogue::Say say;
        std::vector<Part> parts;
        size_t current = 0; ///< Part being sent.
        bool voiced = false;
        bool announced = false;
        qsizetype charactersHeard = 0;
    };

    void dropInterruptible();
    void pump();
    [[nodiscard]] bool sendNextPiece(Item &item);
    [[nodiscard]] qsizetype charactersAt(const Item &item, const Part &part, qsizetype bytes) const;
    void silenceLine();
    void finishItem(std::deque<Item>::iterator item, bool complete);
    void setAudible(bool audible);
    void armStallWatch();
    void onAudio(quint64 voiceTicket, const QByteArray &muLaw);
    void onVoiceFinished(quint64 voiceTicket);
    void onVoiceFailed(quint64 voiceTicket, const Error &error);
    [[nodiscard]] std::pair<Item *, Part *> find(quint64 voiceTicket);

    TextToSpeech::TextToSpeech &m_voice;
    Telephony::OutboundPacer &m_pacer;
    Scheduler &m_scheduler;
    Filter m_filter;
    PlaybackLedger m_ledger;
    std::deque<Item> m_queue;
    Scheduler::JobHandle m_stallWatch;
    quint64 m_nextVoiceTicket = 1;
    bool m_yielded = false;
    bool m_audible = false;
    bool m_debugMarks = false;
};

} // namespace Frontdesk::Call
