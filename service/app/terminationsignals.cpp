#include "service/app/terminationsignals.h"

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace Frontdesk::App {

namespace {

// A signal handler may do almost nothing; it writes a byte that the event loop reads.
int s_sockets[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(s_sockets[0], &byte, 1);
}

} // namespace

TerminationSignals::TerminationSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, s_sockets) != 0) {
        qFatal("Cannot make a socket pair for signals.");
    }
    m_notifier = std::make_unique<QSocketNotifier>(s_sockets[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminationSignals::onReadable);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

TerminationSignals::~TerminationSignals()
{
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(s_sockets[0]);
    ::close(s_sockets[1]);
}

void TerminationSignals::onReadable()
{
    char byte = 0;
    while (::read(s_sockets[1], &byte, 1) == 1) {
        Q_EMIT terminationRequested(++m_count);
    }
}

} // namespace Frontdesk::App
