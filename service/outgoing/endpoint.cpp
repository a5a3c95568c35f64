#include "service/outgoing/endpoint.h"

#include <QHostAddress>

namespace Frontdesk::Outgoing {

Result<void> checkEndpoint(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool plain = scheme == QLatin1String("http") || scheme == QLatin1String("ws");
    if (!url.isValid() || url.host().isEmpty() || (!plain && !isEncrypted(url))) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A vendor's address must begin with https:// or wss://.")};
    }
    if (plain && !isThisMachine(url)) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("Nothing is sent unencrypted to another machine; use https or wss.")};
    }
    return {};
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(isEncrypted(url) ? 443 : 80));
}

bool isEncrypted(const QUrl &url)
{
    return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("wss");
}

QUrl under(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString whole = base.path();
    while (whole.endsWith(QLatin1Char('/'))) {
        whole.chop(1);
    }
    url.setPath(whole + path);
    return url;
}

} // namespace Frontdesk::Outgoing
