#include "service/reception/testcalls.h"

#include "service/sockets/websocket.h"

#include <QThread>
#include <QUuid>

namespace Frontdesk::Reception {

TestCalls::TestCalls(TestLine::Context context)
    : m_context(std::move(context))
{}

TestCalls::Ticket TestCalls::issue(const ClinicId &clinic) const
{
    // As the phone network's own ids look.
    const QString callId = QStringLiteral("CA") + QString::fromLatin1(QUuid::createUuid().toByteArray(QUuid::Id128));
    return {callId, TestLine::ticketFor(clinic, callId, m_context.tokens)};
}

void TestCalls::addTo(Http::Router &router) const
{
    Http::WebSocketRoute media;
    // The ticket comes with `start`, as a call's token does; without one the line closes within seconds.
    media.accept = [this](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &) {
        auto *line = new TestLine(std::move(socket), m_context);
        QObject::connect(QThread::currentThread(), &QThread::finished, line, &QObject::deleteLater);
    };
    router.addWebSocket(QLatin1String(MediaPath), media);
}

} // namespace Frontdesk::Reception
