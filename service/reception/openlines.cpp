#include "service/reception/openlines.h"

#include "service/sockets/websocket.h"

#include <QThread>

namespace Frontdesk::Reception {

OpenLines::OpenLines(LineContext context)
    : m_context(std::move(context))
{}

void OpenLines::adopt(std::unique_ptr<Sockets::WebSocket> socket)
{
    auto *line = new CallLine(std::move(socket), m_context);
    connect(QThread::currentThread(), &QThread::finished, line, &QObject::deleteLater);
    connect(
        line, &CallLine::over, this,
        [this] {
            if (--m_open == 0) {
                Q_EMIT lastLineOver();
            }
        },
        Qt::DirectConnection);
    ++m_open;
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_lines, [](const QPointer<CallLine> &known) { return known.isNull(); });
    m_lines.emplace_back(line);
}

void OpenLines::takeOver(const CallId &call)
{
    const QMutexLocker lock(&m_mutex);
    for (const QPointer<CallLine> &line : m_lines) {
        if (line) {
            QMetaObject::invokeMethod(
                line.data(), [line = line.data(), call] { line->takeOver(call); }, Qt::QueuedConnection);
        }
    }
}

void OpenLines::handOverAll()
{
    const QMutexLocker lock(&m_mutex);
    for (const QPointer<CallLine> &line : m_lines) {
        if (line) {
            QMetaObject::invokeMethod(line.data(), &CallLine::handOver, Qt::QueuedConnection);
        }
    }
    if (m_open == 0) {
        Q_EMIT lastLineOver();
    }
}

} // namespace Frontdesk::Reception
