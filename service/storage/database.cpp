#include "service/storage/database.h"

#include "service/storage/internal/lanes.h"
#include "service/storage/internal/storekeeper.h"
#include "service/storage/sql/postgresaddress.h"
#include "service/storage/sql/postgreslistener.h"

#include <thread>

namespace Frontdesk::Storage {

namespace {

/// Whatever keeps it from being opened, the write is not to blame.
Result<void> noDatabase()
{
    return Error{ErrorCode::Unavailable, QStringLiteral("There is no database.")};
}

} // namespace

/// A write that may be made again.
struct Database::Keeping final : Job {
    Keeping(const Scope &wanted, std::function<Result<void>(Store &)> given,
            std::function<Result<void>(const Error &)> whenNot)
        : Job(wanted)
        , write(std::move(given))
        , otherwise(std::move(whenNot))
    {}

    void run(Result<Store *> store) override { end(store ? write(**store) : noDatabase()); }
    void end(const Result<void> &kept) { outcome.give(kept ? kept : otherwise(kept.error())); }
    Keeping *keeping() override { return this; }

    std::function<Result<void>(Store &)> write;
    std::function<Result<void>(const Error &)> otherwise;
    Promise<Result<void>> outcome;
};

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
        const auto urgency = job->keeping() ? Jobs::Urgency::CanWait : Jobs::Urgency::AtOnce;
        m_jobs.add(lane, std::move(job), urgency);
    }

    EventSignal &events() { return m_events; }
    [[nodiscard]] qsizetype waiting() const { return m_jobs.size(); }

private:
    using Jobs = Lanes<std::unique_ptr<Job>>;

    static constexpr int MostConnections = 64;
    static constexpr size_t MostTogether = 100;
    static constexpr Milliseconds Gather{20};

    void work()
    {
        StoreKeeper keeper(m_settings, m_preparation, m_keys, m_events, m_clock);
        while (auto taken = m_jobs.take()) {
            auto &[lane, job] = *taken;
            // In PostgreSQL other transactions would wait for the rows that a larger one holds.
            if (!m_manyAtOnce && job->keeping()) {
                keep(keeper, lane, std::move(job));
            } else {
                job->run(keeper.enter(job->scope));
            }
            m_jobs.done(lane);
        }
    }

    /// A write and those that come close behind it. One thread only.
    void keep(StoreKeeper &keeper, const QString &lane, std::unique_ptr<Job> first)
    {
        auto jobs = m_jobs.takeAlso(lane, m_gatherUntil, MostTogether - 1);
        jobs.insert(jobs.begin(), std::move(first));
        const bool thereIsMore = jobs.size() == MostTogether;
        m_gatherUntil = std::chrono::steady_clock::now() + (thereIsMore ? Milliseconds(0) : Gather);
        const auto store = keeper.enter(jobs.front()->scope);
        const auto kept = store ? (*store)->transaction([&] { return writeAll(jobs, **store); }) : noDatabase();
        const bool oneIsToBlame = !kept && !kept.error().retryMayHelp();
        for (const auto &job : jobs) {
            if (oneIsToBlame && jobs.size() > 1) {
                job->run(keeper.enter(job->scope));
            } else {
                job->keeping()->end(kept);
            }
        }
    }

    static Result<void> writeAll(const std::vector<std::unique_ptr<Job>> &jobs, Store &store)
    {
        for (const auto &job : jobs) {
            if (auto written = job->keeping()->write(store); !written) {
                return written;
            }
        }
        return {};
    }

    const DatabaseSettings m_settings;
    const bool m_manyAtOnce;
    SystemClock m_clock;
    KeyCache m_keys{m_settings.masterKeys, m_clock};
    EventSignal m_events;
    std::unique_ptr<PostgresListener> m_listener;
    Preparation m_preparation;
    Jobs m_jobs;
    std::chrono::steady_clock::time_point m_gatherUntil;
    std::vector<std::thread> m_threads;
};

Database::Database(DatabaseSettings settings)
    : m_workers(std::make_unique<Workers>(std::move(settings)))
{}

Database::~Database() = default;

Pending<Result<void>> Database::keep(const Scope &scope, std::function<Result<void>(Store &)> write,
                                     std::function<Result<void>(const Error &)> otherwise)
{
    auto job = std::make_unique<Keeping>(scope, std::move(write), std::move(otherwise));
    const auto outcome = job->outcome.pending();
    enqueue(std::move(job));
    return outcome;
}

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
