#pragma once

#include "service/languagemodel/languagemodel.h"
#include "shared/core/scheduler.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Frontdesk::LanguageModel {

/// Several models in order of choice, as one. When the first is late, the next is asked beside it; when it fails, the
/// next is asked at once. The first that understands is believed, the others are given up.
///
/// A model that is known to be away says so by failing. The same model may be named twice: its second connection is often faster than waiting for a slow first.
class LanguageModelRace final : public LanguageModel {
    Q_OBJECT

public:
    struct Choice {
        QString name; ///< For the log.
        std::function<std::unique_ptr<LanguageModel>()> make;
    };

    /// At least one choice. `late` is longer than most answers take, and leaves time for another one.
    LanguageModelRace(std::vector<Choice> choices, Scheduler &scheduler, Milliseconds late = Milliseconds(1200),
                      QObject *parent = nullptr);
    ~LanguageModelRace() override;

    void ask(const Flow::ModelQuestion &question) override;
    void cancel() override;

private:
    /// Asks the next. False: nobody is left.
    bool askNext();
    /// Who has begun to speak is listened to; the others are given up.
    void onSaid(size_t choice, int turn, const Flow::ModelReading &soFar);
    void onUnderstood(size_t choice, int turn, const Flow::ModelReading &reading);
    void onFailed(size_t choice, int turn, const Error &error);
    [[nodiscard]] bool isOpen(int turn) const { return m_question && m_question->turn == turn; }

    const std::vector<Choice> m_choices;
    Scheduler &m_scheduler;
    const Milliseconds m_late;
    std::vector<std::unique_ptr<LanguageModel>> m_models; ///< By choice; made when first needed.
    std::optional<Flow::ModelQuestion> m_question;        ///< Until it is answered.
    size_t m_next = 0;                                    ///< Choice to be asked when help is needed.
    std::vector<size_t> m_asked;                          ///< Choices that have the open question.
    Scheduler::JobHandle m_watch;
};

} // namespace Frontdesk::LanguageModel
