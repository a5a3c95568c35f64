#pragma once

#include "service/telephony/mediasink.h"
#include "shared/core/scheduler.h"

#include <deque>
#include <vector>

namespace Frontdesk::Telephony {

struct PacerSettings {
    Milliseconds maximumAhead{400};    ///< How much may wait at the phone company: what a barge-in has to throw away.
    Milliseconds longestMessage{200};  ///< System calls are the main cost of a call, so messages are long.
    Milliseconds shortestMessage{100}; ///< Gathered first while enough is ahead.
    Milliseconds lowWater{100};        ///< Below this, whatever is there goes out.
};

struct PacerCounters {
    quint64 messages = 0;
    quint64 underruns = 0;       ///< The line fell silent between two pieces with no mark between them.
    Microseconds maxLateness{0}; ///< Worst delay between when a message was due and when it went.
};

/// Feeds synthesized speech to the line in real time, a little ahead of what is heard.
///
/// The first piece after silence leaves at once, within `append`; the rest follows in few, longer messages. Lives on
/// the call's thread. Allocates only while a text's buffer still grows.
class OutboundPacer {
public:
    /// `scheduler` and `sink` must outlive it.
    OutboundPacer(Scheduler &scheduler, MediaSink &sink, PacerSettings settings = {});

    void append(Flow::MuLawBytes audio);

    /// Sent behind all audio appended so far. Ends a piece of speech: silence after it is no underrun.
    void mark(const QString &name);

    /// Barge-in: forgets what was not sent, marks included, and clears the line.
    void clear();

    /// How much audio the caller has heard since the start, by estimate: what was sent less what must still wait at
    /// the phone company. What `clear` drops was never heard. The marks are the truth; this is for between them.
    [[nodiscard]] Milliseconds playedUntil() const;

    /// All audio of `append` that was not dropped.
    [[nodiscard]] Milliseconds appendedUntil() const;

    /// Nothing left to send and all of it played, by estimate.
    [[nodiscard]] bool isSilent() const;
    [[nodiscard]] const PacerCounters &counters() const { return m_counters; }

private:
    struct PendingMark {
        size_t position = 0; ///< In bytes of the queue, counted from its start.
        QString name;
    };

    void pump();
    void sendPiece(size_t bytes);
    void forgetQueue();
    void sendDueMarks();
    void scheduleIn(Microseconds wait);
    [[nodiscard]] size_t nextPiece() const;
    [[nodiscard]] Microseconds waitFor(size_t piece) const;
    [[nodiscard]] Microseconds ahead() const;

    Scheduler &m_scheduler;
    MediaSink &m_sink;
    PacerSettings m_settings;
    std::vector<uint8_t> m_queue; ///< Bytes before m_head are sent.
    size_t m_head = 0;
    std::deque<PendingMark> m_marks;
    Instant m_lineEnd{};     ///< When the phone company runs out of audio.
    Microseconds m_sent{0};  ///< Audio sent and not dropped.
    bool m_speaking = false; ///< Audio was the last thing sent.
    Scheduler::JobHandle m_next;
    PacerCounters m_counters;
};

} // namespace Frontdesk::Telephony
