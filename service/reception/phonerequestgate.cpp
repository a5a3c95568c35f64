#include "service/reception/phonerequestgate.h"

#include "service/telephony/twiliorequestcheck.h"
#include "shared/core/log.h"

namespace Frontdesk::Reception {

PhoneRequestGate::PhoneRequestGate(QByteArray authToken, QString publicUrl)
    : m_authToken(std::move(authToken))
    , m_publicUrl(std::move(publicUrl))
{}

Result<Telephony::TwilioForm> PhoneRequestGate::webhook(const Http::HttpRequest &request) const
{
    if (!m_authToken.isEmpty()) {
        return Telephony::TwilioRequestCheck(m_authToken, baseUrl(request).toUtf8()).webhook(request);
    }
    if (!request.peer.isLoopback()) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("Without TWILIO_AUTH_TOKEN only this machine itself may play the phone network.")};
    }
    return Telephony::TwilioForm::parse(request.body);
}

std::optional<Http::HttpResponse> PhoneRequestGate::refuseUpgrade(const Http::HttpRequest &request) const
{
    Result<void> allowed;
    if (!m_authToken.isEmpty() && request.hasHeader("X-Twilio-Signature")) {
        allowed = Telephony::TwilioRequestCheck(m_authToken, baseUrl(request).toUtf8()).upgrade(request);
    } else if (m_authToken.isEmpty() && !request.peer.isLoopback()) {
        allowed = Error{ErrorCode::Refused,
                        QStringLiteral("Without TWILIO_AUTH_TOKEN only this machine itself may connect.")};
    }
    if (allowed) {
        return std::nullopt;
    }
    qCWarning(Log::telephony) << "media stream refused:" << allowed.error().message;
    return Http::HttpResponse::problem(403, allowed.error().message);
}

QString PhoneRequestGate::baseUrl(const Http::HttpRequest &request) const
{
    if (!m_publicUrl.isEmpty()) {
        return m_publicUrl;
    }
    return (request.overTls ? QStringLiteral("https://") : QStringLiteral("http://")) +
           QString::fromLatin1(request.header("Host"));
}

} // namespace Frontdesk::Reception
