#pragma once

#include "service/storage/store.h"

#include <QFuture>
#include <QPromise>

#include <concepts>
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

/// Work for the database thread: takes the Store, returns a Result.
template <typename Work>
concept DatabaseWork =
    std::invocable<Work &, Store &> && Internal::IsResult<std::invoke_result_t<Work &, Store &>>::value;

/// The door to everything that is kept: owns the database thread and its connection.
///
/// `run` may be called from any thread and never waits for the database. Work is done one after the other in the order
/// given, so a call's writes keep their order. Errors of opening (disk, version, layout) come back as the result of each
/// work; where trying again may help, opening is tried again with the next one.
///
/// Once a future has its result, what was written survives the death of the process. The destructor finishes all work
/// already given.
class Database {
public:
    /// `url`: `sqlite:PATH`. The file and its folder are made when missing (modes 0600 and 0700) and brought to this
    /// program's layout. Opening begins at once on the database thread.
    explicit Database(const QString &url);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Calls `work(store)` on the database thread. Everything `work` holds must stay valid until then; it may be
    /// move-only. Take the result with `.then(context, [](Result<...> result) {...})` on the context's thread.
    template <DatabaseWork Work>
    QFuture<std::invoke_result_t<Work &, Store &>> run(Work work)
    {
        using Outcome = std::invoke_result_t<Work &, Store &>;
        auto job = std::make_unique<TypedJob<Work, Outcome>>(std::move(work));
        QFuture<Outcome> future = job->promise.future();
        enqueue(std::move(job));
        return future;
    }

    /// Done when the database is open and has this program's layout, or says why not.
    QFuture<Result<void>> ready();

private:
    struct Job {
        virtual ~Job() = default;
        virtual void run(Result<Store *> store) = 0;
    };

    template <typename Work, typename Outcome>
    struct TypedJob final : Job {
        explicit TypedJob(Work given)
            : work(std::move(given))
        {
            promise.start();
        }
        void run(Result<Store *> store) override
        {
            if (store) {
                promise.addResult(work(**store));
            } else {
                promise.addResult(Outcome(store.error()));
            }
            promise.finish();
        }

        Work work;
        QPromise<Outcome> promise;
    };

    class Worker;

    void enqueue(std::unique_ptr<Job> job);

    std::unique_ptr<Worker> m_worker;
};

} // namespace Frontdesk::Storage
