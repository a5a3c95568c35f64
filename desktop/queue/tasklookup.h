#pragma once

#include "desktop/client/apiclient.h"
#include "desktop/queue/taskrow.h"
#include "shared/core/scheduler.h"

#include <memory>
#include <vector>

namespace Frontdesk::Queue {

/// Asks the service for tasks that are not here, a page at a time. Only what was asked last counts: an answer to anything
/// before is not waited for.
class TaskLookup final : public QObject {
    Q_OBJECT

public:
    TaskLookup(Client::ApiClient &api, Scheduler &scheduler, QObject *parent = nullptr);

    /// Each question's first page, after `pause`: more may be typed until then.
    void ask(std::vector<QUrlQuery> questions, Milliseconds pause);
    void stop();
    [[nodiscard]] bool hasMore() const;
    void askForMore();

    [[nodiscard]] bool running() const { return m_running; }
    /// Why not everything was looked through, in a sentence; empty: it was.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void found(const std::vector<Frontdesk::Queue::TaskRow> &rows);
    /// Of `running` and `problem`.
    void changed();

private:
    struct Question {
        QUrlQuery query;
        QString cursor{};
        std::unique_ptr<QObject> request{}; ///< Set while its answer is waited for.
    };

    void send(Question &question);
    void onAnswer(Question &question, const Client::ApiAnswer &answer);
    void tell();

    Client::ApiClient &m_api;
    Scheduler &m_scheduler;
    std::vector<std::unique_ptr<Question>> m_questions;
    Scheduler::JobHandle m_pause;
    QString m_problem;
    bool m_running = false;
};

} // namespace Frontdesk::Queue
