#include "service/telephony/twiliorequestcheck.h"

#include <QCryptographicHash>

namespace Frontdesk::Telephony {

namespace {

Error refused(const QString &why)
{
    return {ErrorCode::Refused, why};
}

} // namespace

TwilioRequestCheck::TwilioRequestCheck(QByteArray authToken, QByteArray publicBaseUrl)
    : m_signature(std::move(authToken))
    , m_publicBaseUrl(std::move(publicBaseUrl))
{}

Result<TwilioForm> TwilioRequestCheck::webhook(const Http::HttpRequest &request) const
{
    const QByteArray signature = request.header("X-Twilio-Signature");
    if (signature.isEmpty()) {
        return refused(QStringLiteral("The request has no Twilio signature."));
    }
    const QByteArray url = m_publicBaseUrl + request.target;
    TwilioForm form;
    const bool hasForm = request.contentType() == "application/x-www-form-urlencoded";
    if (hasForm) {
        auto parsed = TwilioForm::parse(request.body);
        if (!parsed) {
            return parsed.error();
        }
        form = std::move(parsed).value();
    }
    if (!m_signature.matches(signature, url, form)) {
        return refused(QStringLiteral("The Twilio signature does not belong to this request."));
    }
    if (!hasForm && !request.body.isEmpty()) {
        // The URL is proved by now, and with it the hash that it carries.
        const QString expected = request.queryValue(u"bodySHA256").value_or(QString());
        const QByteArray actual = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
        if (expected.toLatin1() != actual) {
            return refused(QStringLiteral("The body is not the one that Twilio signed."));
        }
    }
    return form;
}

Result<void> TwilioRequestCheck::upgrade(const Http::HttpRequest &request) const
{
    const QByteArray signature = request.header("X-Twilio-Signature");
    if (signature.isEmpty() || !m_signature.matchesUpgrade(signature, m_publicBaseUrl + request.target)) {
        return refused(QStringLiteral("The Twilio signature does not belong to this media socket."));
    }
    return {};
}

} // namespace Frontdesk::Telephony
