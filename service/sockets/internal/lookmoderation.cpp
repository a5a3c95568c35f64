#include "service/sockets/internal/lookmoderation.h"

#include <algorithm>
#include <ctime>

namespace Frontdesk::Sockets {

namespace {

constexpr std::chrono::milliseconds MeasureEvery{250};
constexpr double QuietBelow = 0.05;
constexpr double BusyAbove = 0.35;

Microseconds usedByThisThread()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::duration_cast<Microseconds>(std::chrono::seconds(used.tv_sec) +
                                                    std::chrono::nanoseconds(used.tv_nsec));
}

} // namespace

Microseconds LookModeration::pauseAt(double partOfCore)
{
    const double busy = std::clamp((partOfCore - QuietBelow) / (BusyAbove - QuietBelow), 0.0, 1.0);
    return Microseconds(static_cast<qint64>(busy * static_cast<double>(LongestPause.count())));
}

Microseconds LookModeration::pauseAfter(Instant now)
{
    if (now - m_measuredAt >= MeasureEvery) {
        const Microseconds used = usedByThisThread();
        const auto passed = std::chrono::duration_cast<Microseconds>(now - m_measuredAt);
        m_pause = pauseAt(static_cast<double>((used - m_usedThen).count()) / static_cast<double>(passed.count()));
        m_usedThen = used;
        m_measuredAt = now;
    }
    return m_pause;
}

} // namespace Frontdesk::Sockets
