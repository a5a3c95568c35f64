#pragma once

#include "service/outgoing/httpclient.h"
#include "service/webhooks/delivery.h"
#include "service/webhooks/networkrule.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QHostInfo;
QT_END_NAMESPACE

namespace Frontdesk::Webhooks {

/// Posts deliveries. The name is looked up first, and the connection goes to an address that was checked, so that a name
/// cannot be public while it is looked at and private when it is called. Redirects are not followed. Lives on one thread.
class Sender final : public QObject {
    Q_OBJECT

public:
    /// The client, which makes the connections, outlives this. `linkBase`: the service's public address.
    Sender(Outgoing::HttpClient &client, NetworkRule rule, QString linkBase);

    using Done = std::function<void(const Outcome &)>;
    /// `done` is called once on this thread, not before this returns, and not at all once the sender is gone.
    void send(const Delivery &delivery, const QDateTime &now, Done done);

private:
    void onResolved(const Delivery &delivery, const QDateTime &now, const QHostInfo &found, const Done &done);
    void post(const Delivery &delivery, const QDateTime &now, const QHostAddress &address, const Done &done);

    Outgoing::HttpClient &m_client;
    const NetworkRule m_rule;
    const QString m_linkBase;
};

} // namespace Frontdesk::Webhooks
