#pragma once

#include "service/storage/databasesettings.h"
#include "service/storage/eventsignal.h"
#include "service/storage/scope.h"
#include "service/storage/store.h"
#include "shared/core/pending.h"

#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace Frontdesk::Storage {

namespace Internal {
template <typename T>
struct IsResult : std::false_type {};
template <typename T>
struct IsResult<Result<T>> : std::true_type {};
} // namespace Internal

/// Work for a database thread: takes the Store, returns a Result.
template <typename Work>
concept DatabaseWork =
    std::invocable<Work &, Store &> && Internal::IsResult<std::invoke_result_t<Work &, Store &>>::value;

/// The same for those who have something to do there also without a database: takes the Store or why there is none.
template <typename Work>
concept WorkAnyway = std::invocable < Work &,
        const Result<Store *>
& > &&Internal::IsResult<std::invoke_result_t<Work &, const Result<Store *> &>>::value;

/// The door to everything that is kept: owns the database threads and their connections.
///
/// `run` may be called from any thread and never waits for the database. Work of the same lane (see Scope) is done one
/// after the other in the order given, so a call's writes keep their order; SQLite does all work in the order given.
/// Errors of opening (disk, server, version, layout) come back as the result of each work; where trying again may help,
/// opening is tried again with later work. A connection that was lost is opened again before the next work; work that
/// was cut off by it is not done again, its error is Unavailable and its outcome unknown.
///
/// Once the outcome is known, what was written survives the death of the process. The destructor finishes all work
/// already given.
class Database {
public:
    /// SQLite's file and its folder are made when missing (modes 0600 and 0700). The database is brought to this program's
    /// layout. Opening begins at once on the database threads.
    explicit Database(DatabaseSettings settings);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Calls `work(store)` on a database thread. Everything `work` holds must stay valid until then; it may be
    /// move-only. Take the result with `.then(context, [](Result<...> result) {...})` on the context's thread.
    template <DatabaseWork Work>
    Pending<std::invoke_result_t<Work &, Store &>> run(const Scope &scope, Work work)
    {
        using Outcome = std::invoke_result_t<Work &, Store &>;
        auto job = std::make_unique<TypedJob<Work, Outcome>>(scope, std::move(work));
        const auto outcome = job->promise.pending();
        enqueue(std::move(job));
        return outcome;
    }

    /// Calls `work(store or error)` on a database thread, in its turn, whether there is a database or not.
    template <WorkAnyway Work>
    Pending<std::invoke_result_t<Work &, const Result<Store *> &>> run(const Scope &scope, Work work)
    {
        using Outcome = std::invoke_result_t<Work &, const Result<Store *> &>;
        auto job = std::make_unique<TypedJob<Work, Outcome>>(scope, std::move(work));
        const auto outcome = job->promise.pending();
        enqueue(std::move(job));
        return outcome;
    }

    /// The same for the whole platform.
    template <DatabaseWork Work>
    Pending<std::invoke_result_t<Work &, Store &>> run(Work work)
    {
        return run(Scope::platform(), std::move(work));
    }

    /// For writes that come often and may be made again without harm. SQLite keeps those that come within 20 ms in one
    /// transaction; should one of them be refused, each is made again by itself, so that none suffers from another. The
    /// first after a pause does not wait, nor do those that other work stands behind. `otherwise` is told a write's
    /// error, Unavailable when there is no database, and gives the outcome.
    Pending<Result<void>> keep(const Scope &scope, std::function<Result<void>(Store &)> write,
                               std::function<Result<void>(const Error &)> otherwise);

    /// Done when the database is open and has this program's layout, or says why not.
    Pending<Result<void>> ready();

    /// How much work waits for a database thread or is being done.
    [[nodiscard]] qsizetype waiting() const;

    /// Where wake-ups arrive; lives as long as this.
    [[nodiscard]] EventSignal &events();

private:
    struct Keeping;

    struct Job {
        explicit Job(Scope given)
            : scope(std::move(given))
        {}
        virtual ~Job() = default;
        virtual void run(Result<Store *> store) = 0;
        /// Itself, when it may share a transaction.
        virtual Keeping *keeping() { return nullptr; }

        const Scope scope;
    };

    template <typename Work, typename Outcome>
    struct TypedJob final : Job {
        TypedJob(const Scope &wanted, Work given)
            : Job(wanted)
            , work(std::move(given))
        {}
        void run(Result<Store *> store) override
        {
            if constexpr (WorkAnyway<Work>) {
                promise.give(work(store));
            } else if (store) {
                promise.give(work(**store));
            } else {
                promise.give(Outcome(store.error()));
            }
        }

        Work work;
        Promise<Outcome> promise;
    };

    class Workers;

    void enqueue(std::unique_ptr<Job> job);

    std::unique_ptr<Workers> m_workers;
};

} // namespace Frontdesk::Storage
