#include "tests/support/fakephone.h"

namespace Frontdesk::Tests {

void FakePhone::sendAudio(Flow::MuLawBytes audio)
{
    advance();
    if (m_buffer.empty()) {
        m_position = m_scheduler.elapsed();
    }
    m_buffer.push_back({QByteArray(reinterpret_cast<const char *>(audio.data()), qsizetype(audio.size())), {}});
    scheduleNext();
}

void FakePhone::sendMark(const QString &name)
{
    advance();
    m_buffer.push_back({{}, name});
    scheduleNext();
}

void FakePhone::clear()
{
    advance();
    ++m_clears;
    const auto dropped = std::exchange(m_buffer, {});
    m_next.reset();
    for (const Piece &piece : dropped) {
        if (!piece.mark.isEmpty()) {
            giveBack(piece.mark);
        }
    }
}

QByteArray FakePhone::heard()
{
    advance();
    return m_heard;
}

Milliseconds FakePhone::buffered()
{
    advance();
    qsizetype bytes = 0;
    for (const Piece &piece : m_buffer) {
        bytes += piece.audio.size();
    }
    return Milliseconds(bytes / qsizetype(Flow::BytesPerMillisecond));
}

void FakePhone::advance()
{
    if (m_dead) {
        return;
    }
    const Milliseconds now = m_scheduler.elapsed();
    while (!m_buffer.empty()) {
        Piece &front = m_buffer.front();
        if (!front.mark.isEmpty()) {
            const QString mark = front.mark;
            m_buffer.pop_front();
            giveBack(mark);
            continue;
        }
        const qsizetype playable = std::min<qsizetype>(front.audio.size(), qsizetype((now - m_position).count()) *
                                                                               qsizetype(Flow::BytesPerMillisecond));
        m_heard += front.audio.left(playable);
        m_position += Milliseconds(playable / qsizetype(Flow::BytesPerMillisecond));
        front.audio.remove(0, playable);
        if (!front.audio.isEmpty()) {
            return;
        }
        m_buffer.pop_front();
    }
}

void FakePhone::scheduleNext()
{
    if (m_dead || m_buffer.empty()) {
        return;
    }
    qsizetype untilMark = 0;
    for (const Piece &piece : m_buffer) {
        untilMark += piece.audio.size();
        if (!piece.mark.isEmpty()) {
            break;
        }
    }
    // Rounded up, so that the mark is due when the job runs.
    const Milliseconds wait{(untilMark + qsizetype(Flow::BytesPerMillisecond) - 1) /
                            qsizetype(Flow::BytesPerMillisecond)};
    const Milliseconds due = m_position + wait - m_scheduler.elapsed();
    m_next = m_scheduler.after(std::max(Milliseconds(0), due), [this] {
        advance();
        scheduleNext();
    });
}

void FakePhone::giveBack(const QString &mark)
{
    m_returned << mark;
    // As over a socket: never from within the call that caused it.
    m_returning.push_back(m_scheduler.after(Milliseconds(0), [this, mark] {
        if (onMark) {
            onMark(mark);
        }
    }));
}

} // namespace Frontdesk::Tests
