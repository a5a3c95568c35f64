#pragma once

#include "service/http/httprequest.h"
#include "service/telephony/twiliosignature.h"

namespace Frontdesk::Telephony {

/// Whether a request really comes from Twilio. A value; safe from any thread.
class TwilioRequestCheck {
public:
    /// `publicBaseUrl` is how Twilio reaches us, without a final slash: "https://calls.example.com". It replaces what
    /// a proxy may have changed of scheme, host and port.
    TwilioRequestCheck(QByteArray authToken, QByteArray publicBaseUrl);

    /// A webhook: the form it carries (empty for GET and JSON), once its signature has proved it.
    /// Refused: no or wrong signature, or a JSON body other than the signed one. InvalidInput: not a form.
    [[nodiscard]] Result<TwilioForm> webhook(const Http::HttpRequest &request) const;

    /// A media socket, before its 101.
    [[nodiscard]] Result<void> upgrade(const Http::HttpRequest &request) const;

private:
    TwilioSignature m_signature;
    QByteArray m_publicBaseUrl;
};

} // namespace Frontdesk::Telephony
