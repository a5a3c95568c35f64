#pragma once

#include <QHash>
#include <QHostAddress>
#include <QMutex>

#include <atomic>
#include <memory>
#include <vector>

namespace Frontdesk::Http {

class ConnectionSlot;

/// Who is connected: total, per address and per worker. Safe from any thread.
class ConnectionLedger : public std::enable_shared_from_this<ConnectionLedger> {
public:
    /// A WebSocket works all the time, an idle HTTP connection hardly ever.
    static constexpr int WebSocketWeight = 8;

    ConnectionLedger(int workers, int maximum, int maximumPerAddress);

    /// A place for one connection on the worker with the least load; null when the house is full.
    [[nodiscard]] std::shared_ptr<ConnectionSlot> enter();

    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] int openWebSockets() const { return m_webSockets; }

    std::atomic<quint64> requests{0};
    std::atomic<quint64> rejections{0};

private:
    friend class ConnectionSlot;

    const int m_maximum;
    const int m_maximumPerAddress;
    std::vector<std::atomic<int>> m_loads;
    std::atomic<int> m_open{0};
    std::atomic<int> m_webSockets{0};
    QMutex m_mutex;
    QHash<QHostAddress, int> m_perAddress;
};

/// One connection's place; given back when it dies. Used by one thread at a time.
class ConnectionSlot {
public:
    ConnectionSlot(std::shared_ptr<ConnectionLedger> ledger, size_t worker);
    ~ConnectionSlot();
    ConnectionSlot(const ConnectionSlot &) = delete;
    ConnectionSlot &operator=(const ConnectionSlot &) = delete;

    [[nodiscard]] size_t worker() const { return m_worker; }

    /// False when that address has all the connections it may have.
    [[nodiscard]] bool claimAddress(const QHostAddress &address);
    void becomeWebSocket();

    [[nodiscard]] ConnectionLedger &ledger() const { return *m_ledger; }

private:
    std::shared_ptr<ConnectionLedger> m_ledger;
    size_t m_worker;
    QHostAddress m_address;
    bool m_isWebSocket = false;
};

} // namespace Frontdesk::Http
