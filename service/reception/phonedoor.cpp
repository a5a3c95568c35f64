#include "service/reception/phonedoor.h"

#include "shared/core/log.h"

#include <QCoreApplication>
#include <QTimer>

namespace Frontdesk::Reception {

namespace {

constexpr qint64 MostBytes = qint64{64} << 10;

} // namespace

PhoneDoor::PhoneDoor(PhoneRequestGate gate)
    : m_gate(std::move(gate))
{}

void PhoneDoor::add(Http::Router &router, const char *path, FormHandler handler) const
{
    const auto checked = [this, handler = std::move(handler)](const Http::HttpRequest &request,
                                                              const Http::HttpResponder &reply) {
        const auto form = m_gate.webhook(request);
        if (!form) {
            qCWarning(Log::telephony) << "request to" << request.path << "refused:" << form.error().message;
            reply.send(Http::HttpResponse::problem(form.error().code == ErrorCode::InvalidInput ? 400 : 403,
                                                   form.error().message));
            return;
        }
        handler(form.value(), request, reply);
    };
    router.add(Http::Method::Post, QLatin1String(path), checked, {MostBytes});
}

PhoneAnswers PhoneDoor::answersFor(const Http::HttpRequest &request) const
{
    const QString base = m_gate.baseUrl(request);
    return PhoneAnswers({base, QStringLiteral("ws") + base.mid(4)});
}

Http::HttpResponse responseOf(const Result<QByteArray> &document)
{
    if (!document) {
        qCCritical(Log::telephony) << "no answer for the phone network:" << document.error().message;
        return Http::HttpResponse::problem(500, document.error().message);
    }
    return Http::HttpResponse::xml(200, document.value());
}

void sendTwiml(const Http::HttpResponder &reply, const Result<QByteArray> &document)
{
    reply.send(responseOf(document));
}

void answerWhenKept(const Pending<void> &kept, const Http::HttpResponder &reply, const Http::HttpResponse &response)
{
    const Promise<void> due;
    due.pending().then([reply, response] { reply.send(response); });
    const auto answer = [due] { due.give(); };
    kept.then(answer);
    // Often called on a thread of the database, where no timer runs.
    QCoreApplication *const main = QCoreApplication::instance();
    QMetaObject::invokeMethod(main, [main, answer] { QTimer::singleShot(LongestWait, main, answer); });
}

} // namespace Frontdesk::Reception
