#include "service/storage/database.h"

#include "service/storage/internal/openstore.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Frontdesk::Storage {

/// The queue and the thread that empties it. The connection lives on that thread from its opening to its end.
class Database::Worker {
public:
    explicit Worker(QString url)
        : m_url(std::move(url))
        , m_thread([this] { work(); })
    {}

    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void add(std::unique_ptr<Job> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
    }

private:
    void work()
    {
        auto store = openStore(m_url);
        while (const auto job = next()) {
            if (!store && store.error().retryMayHelp()) {
                store = openStore(m_url);
            }
            job->run(store ? Result<Store *>(store->get()) : store.error());
        }
    }

    /// Waits for the next job; none when all are done and no more will come.
    std::unique_ptr<Job> next()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty()) {
            return nullptr;
        }
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    const QString m_url;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_jobs;
    bool m_ending = false;
    std::thread m_thread; ///< Last, so that all it uses exists.
};

Database::Database(const QString &url)
    : m_worker(std::make_unique<Worker>(url))
{}

Database::~Database() = default;

QFuture<Result<void>> Database::ready()
{
    return run([](Store &) { return Result<void>(); });
}

void Database::enqueue(std::unique_ptr<Job> job)
{
    m_worker->add(std::move(job));
}

} // namespace Frontdesk::Storage
