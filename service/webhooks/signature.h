#pragma once

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace Frontdesk::Webhooks {

/// Carries what `signatureHeader` makes.
inline constexpr char SignatureHeader[] = "Frontdesk-Signature";
/// The same for every try to tell the same event, so that a receiver can drop what it has.
inline constexpr char DeliveryHeader[] = "Frontdesk-Delivery";

/// `t=1772634000,v1=HEX[,v1=HEX]`: seconds since 1970, and for each secret the HMAC-SHA256 of `t`, a dot and the body. One
/// of them proves who sent it; the time in it lets the receiver refuse what was recorded and sent again.
[[nodiscard]] QByteArray signatureHeader(const std::vector<QByteArray> &secrets, const QByteArray &body,
                                         const QDateTime &at);

} // namespace Frontdesk::Webhooks
