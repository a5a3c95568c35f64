#include "shared/core/scheduler.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <algorithm>
#include <map>
#include <utility>

namespace Frontdesk {

namespace {

class QueuedJob;

/// The jobs of one thread in the order of their moments, driven by one timer of its event loop: hundreds of calls have
/// thousands of jobs, and Qt would give each an object and a place in a list that is searched from its start.
///
/// Belongs to the thread's event dispatcher and dies with it; what is still queued then never runs.
class JobQueue final : public QObject {
public:
    using Jobs = std::multimap<Instant, QueuedJob *>;

    /// The calling thread's; null where no event loop can run.
    static JobQueue *ofThisThread()
    {
        if (t_mine == nullptr && QAbstractEventDispatcher::instance() != nullptr) {
            t_mine = new JobQueue(QAbstractEventDispatcher::instance());
        }
        return t_mine;
    }

    ~JobQueue() override;

    Jobs::iterator add(Instant due, QueuedJob *job)
    {
        const auto place = m_jobs.emplace(due, job);
        wakeForNext();
        return place;
    }

    /// The timer is left as it is: waking once for nothing is cheaper than setting it at each cancelled deadline.
    void remove(Jobs::iterator place) { m_jobs.erase(place); }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    explicit JobQueue(QObject *dispatcher)
        : QObject(dispatcher)
    {}

    void wakeForNext();
    void stopTimer();

    static constexpr Instant Never = Instant::max();
    static constexpr Milliseconds LongestSleep = std::chrono::hours(1); ///< Qt counts milliseconds in an int.
    static thread_local JobQueue *t_mine;

    Jobs m_jobs;
    int m_timer = 0;
    Instant m_wakesAt = Never;
};

thread_local JobQueue *JobQueue::t_mine = nullptr;

class QueuedJob final : public Scheduler::Job {
public:
    QueuedJob(Instant due, std::function<void()> run)
        : m_run(std::move(run))
        , m_queue(JobQueue::ofThisThread())
    {
        if (m_queue != nullptr) {
            m_place = m_queue->add(due, this);
        } else {
            qWarning("A job needs a thread with an event loop; it will not run.");
        }
    }

    ~QueuedJob() override
    {
        if (m_queue != nullptr) {
            Q_ASSERT(m_queue->thread() == QThread::currentThread());
            m_queue->remove(m_place);
        }
    }

    void leaveQueue() { m_queue = nullptr; }

    /// The callback may destroy this job; it must outlive its own call.
    [[nodiscard]] std::function<void()> takeCallback() { return std::move(m_run); }

private:
    std::function<void()> m_run;
    JobQueue *m_queue; ///< Null: no longer queued.
    JobQueue::Jobs::iterator m_place;
};

JobQueue::~JobQueue()
{
    for (const auto &[due, job] : m_jobs) {
        job->leaveQueue();
    }
    t_mine = nullptr;
}

void JobQueue::timerEvent(QTimerEvent *)
{
    const Instant now = std::chrono::steady_clock::now(); // What is added from here on waits for the next turn.
    stopTimer();
    while (!m_jobs.empty() && m_jobs.begin()->first <= now) {
        QueuedJob *job = m_jobs.extract(m_jobs.begin()).mapped();
        job->leaveQueue();
        const auto callback = job->takeCallback();
        wakeForNext(); // The callback may run an event loop of its own.
        callback();
    }
    if (!m_jobs.empty() && m_wakesAt < m_jobs.begin()->first) {
        stopTimer();
    }
    wakeForNext();
}

void JobQueue::wakeForNext()
{
    if (m_jobs.empty() || m_jobs.begin()->first >= m_wakesAt) {
        return;
    }
    stopTimer();
    m_wakesAt = m_jobs.begin()->first;
    const auto rest = std::chrono::ceil<Milliseconds>(m_wakesAt - std::chrono::steady_clock::now());
    m_timer = startTimer(std::clamp(rest, Milliseconds(0), LongestSleep), Qt::PreciseTimer);
}

void JobQueue::stopTimer()
{
    if (m_timer != 0) {
        killTimer(std::exchange(m_timer, 0));
    }
    m_wakesAt = Never;
}

} // namespace

Instant SystemScheduler::now() const
{
    return m_clock.now();
}

QDateTime SystemScheduler::utcNow() const
{
    return m_clock.utcNow();
}

Scheduler::JobHandle SystemScheduler::after(Milliseconds delay, std::function<void()> run)
{
    return std::make_unique<QueuedJob>(now() + delay, std::move(run));
}

} // namespace Frontdesk
