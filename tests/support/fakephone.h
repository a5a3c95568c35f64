#pragma once

#include "service/telephony/mediasink.h"
#include "tests/support/virtualscheduler.h"

#include <QByteArray>
#include <QStringList>

#include <deque>
#include <functional>
#include <vector>

namespace Frontdesk::Tests {

/// The phone network's playout buffer in virtual time: plays what it is given at the line's own speed and returns each
/// mark when everything before it has played; `clear` returns all pending marks at once.
class FakePhone final : public Telephony::MediaSink {
public:
    explicit FakePhone(VirtualScheduler &scheduler)
        : m_scheduler(scheduler)
    {}

    std::function<void(const QString &)> onMark;

    void sendAudio(Flow::MuLawBytes audio) override;
    void sendMark(const QString &name) override;
    void clear() override;

    /// The line is dead: nothing plays and no mark returns any more.
    void goDead() { m_dead = true; }

    /// Audio the caller's ear has got so far.
    [[nodiscard]] QByteArray heard();
    [[nodiscard]] Milliseconds buffered();
    [[nodiscard]] int clears() const { return m_clears; }
    [[nodiscard]] const QStringList &marksReturned() const { return m_returned; }

private:
    struct Piece {
        QByteArray audio;
        QString mark;
    };
    void advance();
    void scheduleNext();
    void giveBack(const QString &mark);

    VirtualScheduler &m_scheduler;
    std::deque<Piece> m_buffer;
    QByteArray m_heard;
    Milliseconds m_position{0}; ///< Virtual time up to which the buffer has been played.
    Scheduler::JobHandle m_next;
    std::vector<Scheduler::JobHandle> m_returning;
    QStringList m_returned;
    int m_clears = 0;
    bool m_dead = false;
};

} // namespace Frontdesk::Tests
