#pragma once

#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

class QObject;

namespace Frontdesk {

template <typename T>
class Promise;

namespace Internal {

/// Runs work on the thread of `context`, or drops it when the context is gone by then. What it returns may be called
/// from any thread, once.
[[nodiscard]] std::function<void(std::function<void()>)> throughContext(QObject *context);

template <typename T>
using Kept = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <typename T, typename Next>
struct Outcome {
    using Type = std::invoke_result_t<Next &, const T &>;
};
template <typename Next>
struct Outcome<void, Next> {
    using Type = std::invoke_result_t<Next &>;
};

template <typename T>
struct PendingState {
    /// Takes this very state, so that it is alive while a value is read that no longer changes.
    using Next = std::function<void(std::shared_ptr<PendingState>)>;

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Kept<T>> value;
    std::vector<Next> next;
};

} // namespace Internal

/// A value that will be known later: the reading end of a Promise. Copies stand for the same value. All functions may be
/// called from any thread.
///
/// Stands where QFuture would: with Qt 6.4 a continuation attached to a QFuture in the moment its work ends may run
/// twice (docs/adr/0018-own-pending-type.md).
template <typename T>
class Pending {
public:
    /// Stands for nothing; only isValid() may be asked.
    Pending() = default;

    [[nodiscard]] bool isValid() const { return m_state != nullptr; }
    [[nodiscard]] bool isFinished() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->value.has_value();
    }

    /// Waits. Not for threads with an event loop.
    void wait() const
    {
        std::unique_lock lock(m_state->mutex);
        m_state->changed.wait(lock, [this] { return m_state->value.has_value(); });
    }
    [[nodiscard]] T result() const
    {
        wait();
        if constexpr (!std::is_void_v<T>) {
            return *m_state->value;
        }
    }

    /// Calls `next(value)` once: on the thread that gives the value, or here at once if it is known. What `next` returns
    /// is pending in turn.
    template <typename Next>
    auto then(Next next) const
    {
        return follow(std::move(next), [](const std::function<void()> &work) { work(); });
    }
    /// The same on the thread of `context`, from its event loop. Dropped with the context: what follows then never comes.
    template <typename Next>
    auto then(QObject *context, Next next) const
    {
        return follow(std::move(next), Internal::throughContext(context));
    }
    /// The same on a thread of the pool.
    template <typename Next>
    auto then(QThreadPool *pool, Next next) const
    {
        return follow(std::move(next), [pool](std::function<void()> work) { pool->start(std::move(work)); });
    }

private:
    friend class Promise<T>;
    using State = Internal::PendingState<T>;

    explicit Pending(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {}

    template <typename Next, typename Where>
    auto follow(Next next, Where where) const
    {
        Promise<typename Internal::Outcome<T, Next>::Type> following;
        // In a shared_ptr since std::function copies what it holds, and a function object may be move-only.
        const auto call = std::make_shared<Next>(std::move(next));
        attach([where = std::move(where), call, following](std::shared_ptr<State> state) {
            where([call, following, state = std::move(state)] { pass(*call, *state, following); });
        });
        return following.pending();
    }

    template <typename Next, typename Following>
    static void pass(Next &next, const State &state, const Promise<Following> &following)
    {
        const auto call = [&]() -> Following {
            if constexpr (std::is_void_v<T>) {
                return next();
            } else {
                return next(*state.value);
            }
        };
        if constexpr (std::is_void_v<Following>) {
            call();
            following.give();
        } else {
            following.give(call());
        }
    }

    void attach(typename State::Next next) const
    {
        {
            const std::lock_guard lock(m_state->mutex);
            if (!m_state->value) {
                m_state->next.push_back(std::move(next));
                return;
            }
        }
        next(m_state);
    }

    std::shared_ptr<State> m_state;
};

/// The giving end of a Pending. Copies stand for the same value; a value that is never given leaves what waits for it
/// waiting. All functions may be called from any thread.
template <typename T>
class Promise {
public:
    [[nodiscard]] Pending<T> pending() const { return Pending<T>(m_state); }

    /// Gives the value and calls what follows. The first value counts: false if there was one already.
    template <typename... Given>
    bool give(Given &&...given) const
    {
        std::vector<typename Internal::PendingState<T>::Next> next;
        {
            const std::lock_guard lock(m_state->mutex);
            if (m_state->value) {
                return false;
            }
            m_state->value.emplace(std::forward<Given>(given)...);
            next.swap(m_state->next);
            m_state->changed.notify_all();
        }
        for (const auto &follow : next) {
            follow(m_state);
        }
        return true;
    }

private:
    std::shared_ptr<Internal::PendingState<T>> m_state = std::make_shared<Internal::PendingState<T>>();
};

/// A value that is known already.
template <typename T>
[[nodiscard]] Pending<T> known(T value)
{
    const Promise<T> promise;
    promise.give(std::move(value));
    return promise.pending();
}

} // namespace Frontdesk
