#include "service/telephony/outboundpacer.h"

#include "service/sockets/sendbatch.h"

#include <algorithm>

namespace Frontdesk::Telephony {

namespace {

using std::chrono::duration_cast;

constexpr Microseconds durationOf(size_t bytes)
{
    return Microseconds(static_cast<qint64>(bytes) * 1000 / static_cast<qint64>(Flow::BytesPerMillisecond));
}

constexpr size_t bytesOf(Milliseconds duration)
{
    return static_cast<size_t>(duration.count()) * Flow::BytesPerMillisecond;
}

/// Sent bytes at the front of the queue are dropped once they are worth moving the rest.
constexpr size_t CompactAboveBytes = 16 << 10;
/// More is given back between two texts: most of a call somebody else speaks.
constexpr size_t KeptCapacityBytes = 4 << 10;

} // namespace

OutboundPacer::OutboundPacer(Scheduler &scheduler, MediaSink &sink, PacerSettings settings)
    : m_scheduler(scheduler)
    , m_sink(sink)
    , m_settings(settings)
    , m_lineEnd(scheduler.now())
{}

void OutboundPacer::append(Flow::MuLawBytes audio)
{
    if (m_head > CompactAboveBytes) {
        m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(m_head));
        for (PendingMark &mark : m_marks) {
            mark.position -= m_head;
        }
        m_head = 0;
    }
    m_queue.insert(m_queue.end(), audio.begin(), audio.end());
    pump();
}

void OutboundPacer::mark(const QString &name)
{
    m_marks.push_back({m_queue.size(), name});
    pump();
}

void OutboundPacer::clear()
{
    forgetQueue();
    m_marks.clear();
    m_next.reset();
    m_sent -= ahead();
    m_lineEnd = m_scheduler.now();
    m_speaking = false;
    m_sink.clear();
}

Microseconds OutboundPacer::ahead() const
{
    return std::max(Microseconds(0), duration_cast<Microseconds>(m_lineEnd - m_scheduler.now()));
}

Milliseconds OutboundPacer::playedUntil() const
{
    return duration_cast<Milliseconds>(m_sent - ahead());
}

Milliseconds OutboundPacer::appendedUntil() const
{
    return duration_cast<Milliseconds>(m_sent + durationOf(m_queue.size() - m_head));
}

bool OutboundPacer::isSilent() const
{
    return m_head == m_queue.size() && ahead() == Microseconds(0);
}

/// What the next message would hold: up to a mark, or all there is, but not more than a message may.
size_t OutboundPacer::nextPiece() const
{
    const size_t end = m_marks.empty() ? m_queue.size() : m_marks.front().position;
    return std::min(end - m_head, bytesOf(m_settings.longestMessage));
}

/// When a message of that size may go: not so early that too much waits on the line, and, while it is still a small
/// one that could grow, not before the line needs it.
Microseconds OutboundPacer::waitFor(size_t piece) const
{
    const Microseconds room = m_settings.maximumAhead - durationOf(piece);
    const bool mayGrow = m_marks.empty() && piece < bytesOf(m_settings.shortestMessage);
    const Microseconds limit = mayGrow ? std::min<Microseconds>(room, m_settings.lowWater) : room;
    return std::max(Microseconds(0), ahead() - std::max(Microseconds(0), limit));
}

void OutboundPacer::pump()
{
    m_next.reset();
    const Sockets::SendBatch together; // A mark leaves with the audio before it.
    sendDueMarks();
    while (const size_t piece = nextPiece()) {
        const Microseconds wait = waitFor(piece);
        if (wait > Microseconds(0)) {
            scheduleIn(wait);
            return;
        }
        sendPiece(piece);
        sendDueMarks();
    }
    if (m_head == m_queue.size() && m_marks.empty()) {
        forgetQueue();
    }
}

void OutboundPacer::scheduleIn(Microseconds wait)
{
    const auto delay = std::chrono::ceil<Milliseconds>(wait);
    const Instant dueAt = m_scheduler.now() + delay;
    m_next = m_scheduler.after(delay, [this, dueAt] {
        const auto lateness = duration_cast<Microseconds>(m_scheduler.now() - dueAt);
        m_counters.maxLateness = std::max(m_counters.maxLateness, lateness);
        pump();
    });
}

void OutboundPacer::sendPiece(size_t bytes)
{
    const Instant now = m_scheduler.now();
    if (m_lineEnd < now) {
        m_counters.underruns += m_speaking ? 1 : 0;
        m_lineEnd = now;
    }
    m_lineEnd += durationOf(bytes);
    m_sent += durationOf(bytes);
    m_speaking = true;
    ++m_counters.messages;
    m_sink.sendAudio(Flow::MuLawBytes(m_queue.data() + m_head, bytes));
    m_head += bytes;
}

void OutboundPacer::forgetQueue()
{
    m_queue.clear();
    if (m_queue.capacity() > KeptCapacityBytes) {
        m_queue.shrink_to_fit();
    }
    m_head = 0;
}

void OutboundPacer::sendDueMarks()
{
    while (!m_marks.empty() && m_marks.front().position == m_head) {
        m_speaking = false;
        m_sink.sendMark(m_marks.front().name);
        m_marks.pop_front();
    }
}

} // namespace Frontdesk::Telephony
