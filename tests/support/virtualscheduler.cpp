#include "tests/support/virtualscheduler.h"

namespace Frontdesk::Tests {

class VirtualScheduler::VirtualJob final : public Scheduler::Job {
public:
    VirtualJob(std::weak_ptr<std::map<Key, Entry>> jobs, Key key)
        : m_jobs(std::move(jobs))
        , m_key(key)
    {}
    ~VirtualJob() override
    {
        if (const auto jobs = m_jobs.lock()) {
            jobs->erase(m_key);
        }
    }

private:
    std::weak_ptr<std::map<Key, Entry>> m_jobs;
    Key m_key;
};

QDateTime VirtualScheduler::utcNow() const
{
    return m_utcStart.addMSecs(elapsed().count());
}

Scheduler::JobHandle VirtualScheduler::after(Milliseconds delay, std::function<void()> run)
{
    const Key key{m_elapsed + delay, m_nextSerial++};
    m_jobs->emplace(key, Entry{std::move(run)});
    return std::make_unique<VirtualJob>(m_jobs, key);
}

void VirtualScheduler::advance(Milliseconds by)
{
    const auto end = m_elapsed + by;
    while (!m_jobs->empty() && m_jobs->begin()->first.first <= end) {
        const auto node = m_jobs->extract(m_jobs->begin());
        m_elapsed = std::max(m_elapsed, node.key().first);
        node.mapped().run();
    }
    m_elapsed = end;
}

} // namespace Frontdesk::Tests
