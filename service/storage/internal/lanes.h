#pragma once

#include <QString>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace Frontdesk::Storage {

/// A queue for several workers in which items of the same lane are worked on one after the other, in the order given.
///
/// Items without a lane are in no order with anything. Lanes take turns, so that a busy one keeps nobody waiting for
/// longer than one of its items. Safe from any thread.
template <typename Item>
class Lanes {
public:
    void add(const QString &lane, Item item)
    {
        {
            const std::lock_guard lock(m_mutex);
            const QString name = lane.isEmpty() ? QLatin1Char('\n') + QString::number(m_loose++) : lane;
            auto &waiting = m_lanes[name];
            waiting.push_back(std::move(item));
            ++m_size;
            if (waiting.size() == 1) {
                m_turns.push_back(name);
            }
        }
        m_wake.notify_one();
    }

    /// No more items will come: `take` gives out what is there and then nothing.
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
    }

    /// Waits for an item whose turn it is; its lane stands still until `done(lane)`. Nothing when all were given out and
    /// no more will come.
    std::optional<std::pair<QString, Item>> take()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_turns.empty() || (m_ending && m_lanes.empty()); });
        if (m_turns.empty()) {
            return std::nullopt;
        }
        const QString lane = std::move(m_turns.front());
        m_turns.pop_front();
        return std::pair(lane, std::move(m_lanes[lane].front()));
    }

    void done(const QString &lane)
    {
        {
            const std::lock_guard lock(m_mutex);
            auto &waiting = m_lanes[lane];
            waiting.pop_front();
            --m_size;
            if (waiting.empty()) {
                m_lanes.erase(lane);
            } else {
                m_turns.push_back(lane);
            }
            if (!m_ending && m_turns.empty()) {
                return;
            }
        }
        m_wake.notify_all();
    }

    /// Items that wait or are being worked on.
    [[nodiscard]] qsizetype size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_size;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::unordered_map<QString, std::deque<Item>> m_lanes; ///< What waits, and in front what is being worked on.
    std::deque<QString> m_turns;                           ///< Lanes whose front may be taken.
    qsizetype m_size = 0;
    quint64 m_loose = 0;
    bool m_ending = false;
};

} // namespace Frontdesk::Storage
