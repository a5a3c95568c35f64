#pragma once

#include "service/telephony/twilioform.h"

namespace Frontdesk::Telephony {

/// X-Twilio-Signature: base64 of an HMAC-SHA1 under the account's primary auth token (Twilio, "Webhooks security").
/// A value; safe from any thread.
class TwilioSignature {
public:
    explicit TwilioSignature(QByteArray authToken);

    /// The signature of a URL alone (GET, JSON bodies, WebSocket upgrades), or with the parameters of a form post:
    /// sorted by name, each distinct value of a repeated name once. `url` byte for byte as requested.
    [[nodiscard]] QByteArray sign(const QByteArray &url, const TwilioForm &form = {}) const;

    /// Whether `signature` belongs to the URL, with or without the scheme's default port. Takes the same time for
    /// every wrong signature.
    [[nodiscard]] bool matches(const QByteArray &signature, const QByteArray &url, const TwilioForm &form = {}) const;

    /// The same for a WebSocket upgrade, whose URL Twilio may sign as wss or https, with or without a final slash.
    [[nodiscard]] bool matchesUpgrade(const QByteArray &signature, const QByteArray &url) const;

private:
    QByteArray m_authToken;
};

} // namespace Frontdesk::Telephony
