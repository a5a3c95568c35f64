#include "service/http/internal/connectionledger.h"

#include <algorithm>

namespace Frontdesk::Http {

ConnectionLedger::ConnectionLedger(int workers, int maximum, int maximumPerAddress)
    : m_maximum(maximum)
    , m_maximumPerAddress(maximumPerAddress)
    , m_loads(static_cast<size_t>(workers))
{}

std::shared_ptr<ConnectionSlot> ConnectionLedger::enter()
{
    if (m_open.load() >= m_maximum) {
        return nullptr;
    }
    const auto least =
        std::min_element(m_loads.begin(), m_loads.end(),
                         [](const std::atomic<int> &a, const std::atomic<int> &b) { return a.load() < b.load(); });
    return std::make_shared<ConnectionSlot>(shared_from_this(), static_cast<size_t>(least - m_loads.begin()));
}

ConnectionSlot::ConnectionSlot(std::shared_ptr<ConnectionLedger> ledger, size_t worker)
    : m_ledger(std::move(ledger))
    , m_worker(worker)
{
    ++m_ledger->m_open;
    ++m_ledger->m_loads[m_worker];
}

ConnectionSlot::~ConnectionSlot()
{
    --m_ledger->m_open;
    m_ledger->m_loads[m_worker] -= m_isWebSocket ? ConnectionLedger::WebSocketWeight : 1;
    if (m_isWebSocket) {
        --m_ledger->m_webSockets;
    }
    if (!m_address.isNull()) {
        const QMutexLocker lock(&m_ledger->m_mutex);
        const auto entry = m_ledger->m_perAddress.find(m_address);
        if (--*entry == 0) {
            m_ledger->m_perAddress.erase(entry);
        }
    }
}

bool ConnectionSlot::claimAddress(const QHostAddress &address)
{
    if (m_ledger->m_maximumPerAddress <= 0 || address.isNull()) {
        return true;
    }
    const QMutexLocker lock(&m_ledger->m_mutex);
    int &count = m_ledger->m_perAddress[address];
    if (count >= m_ledger->m_maximumPerAddress) {
        return false;
    }
    ++count;
    m_address = address;
    return true;
}

void ConnectionSlot::becomeWebSocket()
{
    m_isWebSocket = true;
    ++m_ledger->m_webSockets;
    m_ledger->m_loads[m_worker] += ConnectionLedger::WebSocketWeight - 1;
}

} // namespace Frontdesk::Http
