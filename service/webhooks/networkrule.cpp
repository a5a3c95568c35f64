#include "service/webhooks/networkrule.h"

#include "service/outgoing/endpoint.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Frontdesk::Webhooks {

namespace {

bool isWithin(const QHostAddress &address, std::initializer_list<const char *> networks)
{
    return std::any_of(networks.begin(), networks.end(), [&](const char *network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(network)));
    });
}

bool isPublicV4(const QHostAddress &address)
{
    return !isWithin(address, {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                               "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
                               "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
}

/// The IPv4 address whose bytes begin at `offset` of an IPv6 address.
QHostAddress embedded(const Q_IPV6ADDR &bytes, int offset)
{
    quint32 address = 0;
    for (int i = 0; i < 4; ++i) {
        address = (address << 8U) | bytes[offset + i];
    }
    return QHostAddress(address);
}

bool isPublicV6(const QHostAddress &address)
{
    constexpr int At6to4 = 2;
    constexpr int AtNat64 = 12;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (isWithin(address, {"64:ff9b::/96"})) {
        return isPublicV4(embedded(bytes, AtNat64));
    }
    if (isWithin(address, {"2002::/16"})) {
        return isPublicV4(embedded(bytes, At6to4));
    }
    return isWithin(address, {"2000::/3"}) && !isWithin(address, {"2001::/23", "2001:db8::/32", "3fff::/20"});
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4)); // Also of an IPv4 address that is mapped into IPv6.
    if (isV4) {
        return isPublicV4(v4);
    }
    return address.protocol() == QAbstractSocket::IPv6Protocol && isPublicV6(address);
}

Result<NetworkRule> NetworkRule::withNetworks(const QString &networks)
{
    NetworkRule rule;
    const QStringList all = networks.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &text : all) {
        const auto network = QHostAddress::parseSubnet(text.trimmed());
        if (network.first.isNull() || network.second < 0) {
            return Error{ErrorCode::InvalidInput,
                         QStringLiteral("%1 is no network such as 10.2.0.0/16.").arg(text.trimmed())};
        }
        rule.m_networks.push_back(network);
    }
    return rule;
}

bool NetworkRule::allows(const QHostAddress &address) const
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    const QHostAddress plain = isV4 ? QHostAddress(v4) : address;
    return isPublic(plain) || std::any_of(m_networks.begin(), m_networks.end(), [&](const auto &network) {
               return plain.protocol() == network.first.protocol() && plain.isInSubnet(network);
           });
}

Result<void> NetworkRule::check(const QUrl &url) const
{
    const auto wrong = [](const QString &why) { return Error{ErrorCode::InvalidInput, why}; };
    if (url.toEncoded().size() > LongestUrl) {
        return wrong(QStringLiteral("The address is too long."));
    }
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment()) {
        return wrong(QStringLiteral("The address must be https://HOST/PATH, without a user and without a #."));
    }
    const bool isHttp = url.scheme() == QLatin1String("http") && Outgoing::isThisMachine(url);
    if (url.scheme() != QLatin1String("https") && !isHttp) {
        return wrong(QStringLiteral("The address must begin with https://."));
    }
    const QHostAddress literal(url.host());
    const bool isRefused = literal.isNull()
                               ? Outgoing::isThisMachine(url) && !allows(QHostAddress(QHostAddress::LocalHost))
                               : !allows(literal);
    return isRefused ? wrong(QStringLiteral("The address must be on the public internet.")) : Result<void>();
}

} // namespace Frontdesk::Webhooks
