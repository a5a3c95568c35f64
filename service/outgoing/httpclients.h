#pragma once

#include "service/outgoing/httpclient.h"

#include <QThreadStorage>

namespace Frontdesk::Outgoing {

/// A client for each thread, made when it is first asked for and gone with its thread: all calls of a thread share its
/// warm connections. Must live as long as any thread that asks.
class HttpClients {
public:
    /// `scheduler` must work on every thread, as SystemScheduler does.
    explicit HttpClients(std::shared_ptr<Scheduler> scheduler)
        : m_scheduler(std::move(scheduler))
    {}

    [[nodiscard]] std::shared_ptr<HttpClient> ofThisThread()
    {
        std::shared_ptr<HttpClient> &client = m_clients.localData();
        if (!client) {
            client = std::make_shared<HttpClient>(*m_scheduler);
        }
        return client;
    }

private:
    const std::shared_ptr<Scheduler> m_scheduler;
    QThreadStorage<std::shared_ptr<HttpClient>> m_clients;
};

} // namespace Frontdesk::Outgoing
