#include "service/storage/callrecorder.h"

#include "service/storage/internal/journalfile.h"
#include "shared/core/log.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Frontdesk::Storage {

/// The entries that wait, in memory and in the file, and the thread that stores them.
class CallRecorder::Journal {
public:
    Journal(Database &database, JournalSettings settings)
        : m_database(database)
        , m_pause(settings.pause)
        , m_file(settings.file, settings.key, settings.previousKey)
    {
        m_opened = load();
        m_thread = std::thread([this] { work(); });
    }

    /// Storing ends; what comes now only goes to the file. By the recorder's owner: the last one to let go of this may be a
    /// database thread, which must not wait for work of its own.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    /// While it holds anything, everything goes through it.
    [[nodiscard]] bool isInUse() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_entries.empty();
    }

    Result<void> add(const CallWrite &write)
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_opened ? m_file.append(toBytes(write)) : m_opened;
        if (!kept) {
            qCCritical(Log::storage) << "neither database nor journal:" << kept.error().message;
        } else if (m_entries.empty()) {
            qCWarning(Log::storage) << "the database is away; calls are kept in the local journal";
        }
        m_entries.push_back(write);
        m_wake.notify_all();
        return kept;
    }

    [[nodiscard]] Result<void> opened() const { return m_opened; }

    void waitUntilEmpty()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_entries.empty(); });
    }

    [[nodiscard]] qsizetype waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<qsizetype>(m_entries.size());
    }

    [[nodiscard]] int refused() const
    {
        const std::lock_guard lock(m_mutex);
        return m_refused;
    }

private:
    Result<void> load()
    {
        const auto kept = m_file.open();
        if (!kept) {
            qCCritical(Log::storage) << kept.error().message;
            // A damaged one was put aside.
            return kept.error().code == ErrorCode::Corrupt ? Result<void>() : kept.error();
        }
        for (const QByteArray &bytes : *kept) {
            if (auto write = callWriteFromBytes(bytes)) {
                m_entries.push_back(std::move(write).value());
            } else {
                ++m_refused;
                qCCritical(Log::storage) << write.error().message;
            }
        }
        if (!m_entries.empty()) {
            qCWarning(Log::storage) << "an earlier run left" << m_entries.size() << "writes in the journal";
        }
        return {};
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_ending || !m_entries.empty(); });
            if (m_ending) {
                return;
            }
            const CallWrite next = m_entries.front();
            lock.unlock();
            const Result<void> stored =
                m_database
                    .run(scopeOf(next),
                         [&next](const Result<Store *> &store) { return store ? apply(next, **store) : noDatabase(); })
                    .result();
            lock.lock();
            if (!stored && stored.error().retryMayHelp()) {
                m_wake.wait_for(lock, m_pause, [this] { return m_ending; });
                continue;
            }
            if (!stored && stored.error().code != ErrorCode::Conflict) { // A call that has ended changes no more.
                ++m_refused;
                qCCritical(Log::storage) << "the database refused an entry of the journal:" << stored.error().message;
            }
            m_entries.pop_front();
            if (m_entries.empty()) {
                settle();
            }
        }
    }

    /// Whatever keeps it from being opened, the write is not to blame.
    static Result<void> noDatabase() { return Error{ErrorCode::Unavailable, QStringLiteral("There is no database.")}; }

    /// All is stored. Should the file not be emptied, the next run stores it once more, which changes nothing.
    void settle()
    {
        if (const auto cleared = m_opened ? m_file.clear() : m_opened; !cleared) {
            qCCritical(Log::storage) << cleared.error().message;
        }
        qCInfo(Log::storage) << "the journal is empty again";
        m_wake.notify_all();
    }

    Database &m_database;
    const Milliseconds m_pause;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    JournalFile m_file;
    Result<void> m_opened;
    std::deque<CallWrite> m_entries;
    int m_refused = 0;
    bool m_ending = false;
    std::thread m_thread;
};

namespace {

Result<void> journalFirst()
{
    return Error{ErrorCode::Unavailable, QStringLiteral("What the journal holds is stored first.")};
}

} // namespace

CallRecorder::CallRecorder(Database &database, NodeId node, JournalSettings settings)
    : m_database(database)
    , m_node(std::move(node))
    , m_journal(std::make_shared<Journal>(database, std::move(settings)))
{}

CallRecorder::~CallRecorder()
{
    m_journal->stop();
}

Result<void> CallRecorder::opened() const
{
    return m_journal->opened();
}

Pending<Result<void>> CallRecorder::write(CallWrite write)
{
    const Scope scope = scopeOf(write);
    const auto kept = std::make_shared<const CallWrite>(std::move(write));
    // All of it happens in the call's lane, on the database's thread: the call's next write begins after it.
    return m_database.keep(
        scope,
        [journal = m_journal, kept](Store &store) { return journal->isInUse() ? journalFirst() : apply(*kept, store); },
        [journal = m_journal, kept](const Error &error) -> Result<void> {
            return error.retryMayHelp() ? journal->add(*kept) : error;
        });
}

Pending<Result<void>> CallRecorder::writeMade(const Scope &scope, std::function<CallWrite()> make)
{
    return m_database.run(scope,
                          [journal = m_journal, make = std::move(make)](const Result<Store *> &store) -> Result<void> {
                              const CallWrite write = make();
                              if (store && !journal->isInUse()) {
                                  auto stored = apply(write, **store);
                                  if (stored || !stored.error().retryMayHelp()) {
                                      return stored;
                                  }
                              }
                              return journal->add(write);
                          });
}

void CallRecorder::waitUntilEmpty()
{
    m_journal->waitUntilEmpty();
}

qsizetype CallRecorder::waiting() const
{
    return m_journal->waiting();
}

int CallRecorder::refused() const
{
    return m_journal->refused();
}

} // namespace Frontdesk::Storage
