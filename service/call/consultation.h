#pragma once

#include "service/dialogue/events.h"
#include "service/languagemodel/languagemodel.h"
#include "shared/core/scheduler.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Frontdesk::Call {

/// Asks the language model for the conversation and sees that it is answered in time, if need be with a failure.
///
/// A question may be asked ahead, while it is not certain yet that the caller has finished: nothing of its answer is told
/// before the same question is really asked, and an answer to another one is thrown away. Lives on the call's thread.
class Consultation final : public QObject {
    Q_OBJECT

public:
    /// Without a model every question fails, later than it was asked. `scheduler` outlives it.
    Consultation(std::unique_ptr<LanguageModel::LanguageModel> model, Scheduler &scheduler);

    void ask(const Flow::ModelQuestion &question);
    /// Nothing is told of the open question any more.
    void drop();

    /// A question is open that has been really asked.
    [[nodiscard]] bool isAsking() const { return m_watch != nullptr; }
    [[nodiscard]] bool canAskAhead() const { return m_model && !m_watch && !m_ahead; }
    /// Only when it can.
    void askAhead(const Flow::ModelQuestion &question);
    void dropAhead();

Q_SIGNALS:
    /// ModelSaid, ModelLate, and once for each question ModelAnswered or ModelFailed. Never from within `ask`.
    void told(const Frontdesk::Dialogue::EventBody &event);
    void asked();
    /// The first of the answer to a question has come.
    void began();
    /// What became of a question asked ahead.
    void aheadSettled(bool used);

private:
    void take(Dialogue::EventBody event);
    void pass(const Dialogue::EventBody &event);

    const std::unique_ptr<LanguageModel::LanguageModel> m_model; ///< Null: rules alone.
    Scheduler &m_scheduler;
    std::optional<Flow::ModelQuestion> m_ahead;
    bool m_aheadBegan = false;
    std::optional<std::vector<Dialogue::EventBody>> m_held; ///< What must not be told yet.
    Scheduler::JobHandle m_release;
    Scheduler::JobHandle m_filler;
    Scheduler::JobHandle m_watch; ///< Runs while a question is open.
};

/// The same words, however they are written.
[[nodiscard]] bool sameWords(const QString &a, const QString &b);

} // namespace Frontdesk::Call
