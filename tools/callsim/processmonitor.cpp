#include "tools/callsim/processmonitor.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace Frontdesk::CallSim {

namespace {

/// Of /proc/PID/stat, counted after the command's closing bracket; proc(5) numbers them 14 and 15 from the pid on.
constexpr qsizetype UserTimeField = 11;
constexpr qsizetype SystemTimeField = 12;

qint64 ticksPerSecond()
{
#ifdef Q_OS_LINUX
    return sysconf(_SC_CLK_TCK);
#else
    return 100;
#endif
}

QByteArray contentOf(qint64 pid, const QString &name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ProcessMonitor::ProcessMonitor(qint64 pid, const Clock &clock)
    : m_pid(pid)
    , m_clock(clock)
{}

Result<void> ProcessMonitor::start()
{
    const auto used = cpuTime();
    if (!used) {
        return used.error();
    }
    m_cpuAtStart = *used;
    m_started = m_clock.now();
    return {};
}

Result<ProcessUse> ProcessMonitor::use() const
{
    const auto used = cpuTime();
    if (!used) {
        return used.error();
    }
    const std::chrono::duration<double, std::milli> wall = m_clock.now() - m_started;
    const std::chrono::duration<double, std::milli> cpu = *used - m_cpuAtStart;
    return ProcessUse{wall.count() > 0 ? cpu / wall : 0, statusKib("VmRSS"), statusKib("VmHWM")};
}

Result<Milliseconds> ProcessMonitor::cpuTime() const
{
    const QByteArray stat = contentOf(m_pid, QStringLiteral("stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= SystemTimeField) {
        return Error{ErrorCode::NotFound, QStringLiteral("process %1 cannot be watched").arg(m_pid)};
    }
    const qint64 ticks = fields[UserTimeField].toLongLong() + fields[SystemTimeField].toLongLong();
    return Milliseconds(ticks * 1000 / ticksPerSecond());
}

qint64 ProcessMonitor::statusKib(QByteArrayView field) const
{
    const QList<QByteArray> lines = contentOf(m_pid, QStringLiteral("status")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field)) {
            return line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return 0;
}

} // namespace Frontdesk::CallSim
