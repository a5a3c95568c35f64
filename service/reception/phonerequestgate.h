#pragma once

#include "service/http/httprequest.h"
#include "service/http/httpresponse.h"
#include "service/telephony/twilioform.h"
#include "shared/core/result.h"

#include <optional>

namespace Frontdesk::Reception {

/// Decides which requests come from the phone network.
///
/// With an account's token every webhook must be signed with it; without one, only this machine itself may play the
/// phone network. Constant after construction: safe from any thread.
class PhoneRequestGate {
public:
    /// `authToken` empty: unsigned requests from this machine. `publicUrl` empty: we are called what the request calls
    /// us, which is right without a proxy only.
    PhoneRequestGate(QByteArray authToken, QString publicUrl);

    /// The webhook's fields, or why it is refused (`InvalidInput`: not a form).
    [[nodiscard]] Result<Telephony::TwilioForm> webhook(const Http::HttpRequest &request) const;

    /// The refusal of a media stream's upgrade, or nothing. Its single-use token is asked for later in any case; a
    /// signature comes on top.
    [[nodiscard]] std::optional<Http::HttpResponse> refuseUpgrade(const Http::HttpRequest &request) const;

    /// `https://calls.example.com`: how the phone network reaches us, no final slash.
    [[nodiscard]] QString baseUrl(const Http::HttpRequest &request) const;

private:
    QByteArray m_authToken;
    QString m_publicUrl;
};

} // namespace Frontdesk::Reception
