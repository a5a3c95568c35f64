#include "service/storage/database.h"

#include "service/storage/internal/lanes.h"
#include "service/storage/internal/storekeeper.h"
#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgreslistener.h"

#include <thread>

namespace Frontdesk::Storage {

/// The queue and the threads that empty it. Each thread has a connection from its beginning to its end.
class Database::Workers {
public:
    explicit Workers(DatabaseSettings settings)
        : m_settings(std::move(settings))
        , m_manyAtOnce(isPostgresAddress(m_settings.url))
    {
        if (m_manyAtOnce) {
            m_listener = std::make_unique<PostgresListener>(m_settings.url, m_events);
        }
        const int count = m_manyAtOnce ? std::clamp(m_settings.connections, 1, MostConnections) : 1;
        for (int i = 0; i < count; ++i) {
            m_threads.emplace_back([this] { work(); });
        }
    }

    ~Workers()
    {
        m_jobs.end();
        for (std::thread &thread : m_threads) {
            thread.join();
        }
    }

    void add(std::unique_ptr<Job> job)
    {
        // A single file is written by one at a time anyway; one lane then keeps the order of everything.
        const QString lane = m_manyAtOnce ? job->scope.lane() : QStringLiteral("all");
        m_jobs.add(lane, std::move(job));
    }

    EventSignal &events() { return m_events; }
    [[nodiscard]] qsizetype waiting() const { return m_jobs.size(); }

private:
    static constexpr int MostConnections = 64;

    void work()
    {
        StoreKeeper keeper(m_settings, m_preparation, m_keys, m_events, m_clock);
        while (auto taken = m_jobs.take()) {
            const auto &[lane, job] = *taken;
            job->run(keeper.enter(job->scope));
            m_jobs.done(lane);
        }
    }

    const DatabaseSettings m_settings;
    const bool m_manyAtOnce;
    SystemClock m_clock;
    KeyCache m_keys{m_settings.masterKeys, m_clock};
    EventSignal m_events;
    std::unique_ptr<PostgresListener> m_listener;
    Preparation m_preparation;
    Lanes<std::unique_ptr<Job>> m_jobs;
    std::vector<std::thread> m_threads;
};

Database::Database(DatabaseSettings settings)
    : m_workers(std::make_unique<Workers>(std::move(settings)))
{}

Database::~Database() = default;

Pending<Result<void>> Database::ready()
{
    return run([](Store &) { return Result<void>(); });
}

qsizetype Database::waiting() const
{
    return m_workers->waiting();
}

EventSignal &Database::events()
{
    return m_workers->events();
}

void Database::enqueue(std::unique_ptr<Job> job)
{
    m_workers->add(std::move(job));
}

} // namespace Frontdesk::Storage
