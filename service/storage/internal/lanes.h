#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Frontdesk::Storage {

/// A queue for several workers in which items of the same lane are worked on one after the other, in the order given.
///
/// Items without a lane are in no order with anything. Lanes take turns, so that a busy one keeps nobody waiting for
/// longer than one of its items. Safe from any thread.
template <typename Item>
class Lanes {
public:
    enum class Urgency {
        AtOnce,
        CanWait, ///< For others to come with which it is worked on at less cost; see takeAlso.
    };

    void add(const QString &lane, Item item, Urgency urgency = Urgency::AtOnce)
    {
        {
            const std::lock_guard lock(m_mutex);
            const QString name = lane.isEmpty() ? QLatin1Char('\n') + QString::number(m_loose++) : lane;
            Lane &its = m_lanes[name];
            its.waiting.emplace_back(std::move(item), urgency);
            ++m_size;
            m_urgent += urgency == Urgency::AtOnce ? 1 : 0;
            if (its.waiting.size() == 1 && its.atWork == 0) {
                m_turns.push_back(name);
            }
        }
        m_wake.notify_one();
        if (urgency == Urgency::AtOnce) {
            m_hurry.notify_all();
        }
    }

    /// No more items will come: `take` gives out what is there and then nothing.
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        m_hurry.notify_all();
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
        return std::pair(lane, next(m_lanes[lane]));
    }

    /// To be worked on with what was taken of this lane: the items right behind it that can wait, at most so many. Waits
    /// for them until `until`, or until anything urgent comes.
    std::vector<Item> takeAlso(const QString &lane, std::chrono::steady_clock::time_point until, size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_hurry.wait_until(lock, until, [this] { return m_ending || m_urgent > 0; });
        std::vector<Item> items;
        Lane &its = m_lanes[lane];
        while (items.size() < most && !its.waiting.empty() && its.waiting.front().second == Urgency::CanWait) {
            items.push_back(next(its));
        }
        return items;
    }

    void done(const QString &lane)
    {
        {
            const std::lock_guard lock(m_mutex);
            Lane &its = m_lanes[lane];
            m_size -= std::exchange(its.atWork, 0);
            if (its.waiting.empty()) {
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
    struct Lane {
        std::deque<std::pair<Item, Urgency>> waiting;
        qsizetype atWork = 0;
    };

    Item next(Lane &lane)
    {
        auto [item, urgency] = std::move(lane.waiting.front());
        lane.waiting.pop_front();
        ++lane.atWork;
        m_urgent -= urgency == Urgency::AtOnce ? 1 : 0;
        return std::move(item);
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_hurry;
    std::unordered_map<QString, Lane> m_lanes;
    std::deque<QString> m_turns; ///< Lanes whose front may be taken.
    qsizetype m_size = 0;
    qsizetype m_urgent = 0; ///< That wait.
    quint64 m_loose = 0;
    bool m_ending = false;
};

} // namespace Frontdesk::Storage
