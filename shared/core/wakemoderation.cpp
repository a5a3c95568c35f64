#include "shared/core/wakemoderation.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <ctime>
#include <thread>

namespace Frontdesk {

namespace {

constexpr std::chrono::milliseconds MeasureEvery{250};
constexpr double QuietBelow = 0.05;
constexpr double BusyAbove = 0.15;

Microseconds usedByThisThread()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::duration_cast<Microseconds>(std::chrono::seconds(used.tv_sec) +
                                                    std::chrono::nanoseconds(used.tv_nsec));
}

} // namespace

WakeModeration::WakeModeration(Microseconds longestPause)
    : m_longestPause(longestPause)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &WakeModeration::onAboutToBlock);
}

Microseconds WakeModeration::pauseAt(double partOfCore) const
{
    const double busy = std::clamp((partOfCore - QuietBelow) / (BusyAbove - QuietBelow), 0.0, 1.0);
    return Microseconds(static_cast<qint64>(busy * static_cast<double>(m_longestPause.count())));
}

void WakeModeration::onAboutToBlock()
{
    Instant now = std::chrono::steady_clock::now();
    if (now - m_measuredAt >= MeasureEvery) {
        measure(now);
    }
    if (const Instant due = m_lastLook + m_pause; due > now) {
        std::this_thread::sleep_until(due);
        now = due;
    }
    m_lastLook = now;
}

void WakeModeration::measure(Instant now)
{
    const Microseconds used = usedByThisThread();
    const auto passed = std::chrono::duration_cast<Microseconds>(now - m_measuredAt);
    m_pause = pauseAt(static_cast<double>((used - m_usedThen).count()) / static_cast<double>(passed.count()));
    m_usedThen = used;
    m_measuredAt = now;
}

} // namespace Frontdesk
