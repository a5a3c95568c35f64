#pragma once

#include "service/outgoing/httpclient.h"

#include <mutex>
#include <thread>

namespace Frontdesk::Outgoing {

/// A client for each thread, made when it is asked for and gone with the last who uses it: all calls of a thread share
/// its warm connections.
class HttpClients {
public:
    /// `scheduler` must work on every thread, as SystemScheduler does, and outlive all clients.
    explicit HttpClients(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {}

    [[nodiscard]] std::shared_ptr<HttpClient> ofThisThread()
    {
        const std::lock_guard lock(m_mutex);
        std::weak_ptr<HttpClient> &known = m_clients[std::this_thread::get_id()];
        std::shared_ptr<HttpClient> client = known.lock();
        if (!client) {
            client = std::make_shared<HttpClient>(m_scheduler);
            known = client;
        }
        return client;
    }

private:
    Scheduler &m_scheduler;
    std::mutex m_mutex; ///< Guards m_clients.
    std::map<std::thread::id, std::weak_ptr<HttpClient>> m_clients;
};

} // namespace Frontdesk::Outgoing
