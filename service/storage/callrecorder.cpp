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
        , m_file(settings.file, settings.key)
    {
        load();
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
        if (auto kept = m_file.append(toBytes(write)); !kept) {
            qCCritical(Log::storage) << "neither database nor journal:" << kept.error().message;
            return kept;
        }
        if (m_entries.empty()) {
            qCWarning(Log::storage) << "the database is away; calls are kept in the local journal";
        }
        m_entries.push_back(write);
        m_wake.notify_all();
        return {};
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
    void load()
    {
        const auto kept = m_file.open();
        if (!kept) {
            qCCritical(Log::storage) << kept.error().message;
            return;
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
                m_database.run(scopeOf(next), [&next](Store &store) { return apply(next, store); }).result();
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

    /// All is stored. Should the file not be emptied, the next run stores it once more, which changes nothing.
    void settle()
    {
        if (const auto cleared = m_file.clear(); !cleared) {
            qCCritical(Log::storage) << cleared.error().message;
        }
        qCInfo(Log::storage) << "the journal is empty again";
    }

    Database &m_database;
    const Milliseconds m_pause;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    JournalFile m_file;
    std::deque<CallWrite> m_entries;
    int m_refused = 0;
    bool m_ending = false;
    std::thread m_thread;
};

CallRecorder::CallRecorder(Database &database, JournalSettings settings)
    : m_database(database)
    , m_journal(std::make_shared<Journal>(database, std::move(settings)))
{}

CallRecorder::~CallRecorder()
{
    m_journal->stop();
}

QFuture<Result<void>> CallRecorder::write(CallWrite write)
{
    const auto shared = std::make_shared<const CallWrite>(std::move(write));
    // Both parts run on the database's thread, in the call's lane: the second one before the call's next write begins.
    return m_database
        .run(scopeOf(*shared),
             [journal = m_journal, shared](Store &store) -> Result<void> {
                 return journal->isInUse() ? Error{ErrorCode::Unavailable, {}} : apply(*shared, store);
             })
        .then([journal = m_journal, shared](const Result<void> &stored) -> Result<void> {
            return stored || !stored.error().retryMayHelp() ? stored : journal->add(*shared);
        });
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
