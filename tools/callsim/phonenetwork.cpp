#include "tools/callsim/phonenetwork.h"

namespace Frontdesk::CallSim {

namespace {

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("wss");
}

int portOf(const QUrl &url)
{
    return url.port(isSecure(url) ? 443 : 80);
}

} // namespace

QUrl PhoneNetwork::publicUrl(const QString &path) const
{
    QUrl url = publicBase.isEmpty() ? service : publicBase;
    url.setPath(url.path().chopped(url.path().endsWith(QLatin1Char('/')) ? 1 : 0) + path);
    return url;
}

QUrl PhoneNetwork::reachable(const QUrl &url) const
{
    const QUrl known = publicBase.isEmpty() ? service : publicBase;
    const bool isSocket = url.scheme() == QLatin1String("ws") || url.scheme() == QLatin1String("wss");
    // A plain local service may well write wss into its TwiML, the only scheme Twilio takes.
    const bool ours = url.host() == known.host() && (portOf(url) == portOf(known) || url.port() == known.port());
    if (!ours) {
        return url;
    }
    QUrl reached = url;
    const bool secure = isSecure(service);
    reached.setScheme(isSocket ? (secure ? QStringLiteral("wss") : QStringLiteral("ws")) : service.scheme());
    reached.setHost(service.host());
    reached.setPort(service.port());
    return reached;
}

CalleeBehaviour PhoneNetwork::calleeFor(const QString &calledNumber, const CalleeBehaviour &scripted) const
{
    const auto known = calleesByNumber.constFind(calledNumber);
    return known != calleesByNumber.constEnd() ? *known : callee.value_or(scripted);
}

} // namespace Frontdesk::CallSim
