#include "service/languagemodel/languagemodelrace.h"

#include "shared/core/log.h"

namespace Frontdesk::LanguageModel {

LanguageModelRace::LanguageModelRace(std::vector<Choice> choices, Scheduler &scheduler, Milliseconds late,
                                     QObject *parent)
    : LanguageModel(parent)
    , m_choices(std::move(choices))
    , m_scheduler(scheduler)
    , m_late(late)
    , m_models(m_choices.size())
{}

LanguageModelRace::~LanguageModelRace() = default;

void LanguageModelRace::ask(const Flow::ModelQuestion &question)
{
    cancel();
    m_question = question;
    m_next = 0;
    askNext();
}

void LanguageModelRace::cancel()
{
    m_watch.reset();
    m_question.reset();
    for (const size_t choice : std::exchange(m_asked, {})) {
        m_models[choice]->cancel();
    }
}

bool LanguageModelRace::askNext()
{
    m_watch.reset();
    if (m_next == m_choices.size()) {
        return false;
    }
    const size_t choice = m_next++;
    auto &model = m_models[choice];
    if (!model) {
        model = m_choices[choice].make();
        connect(model.get(), &LanguageModel::began, this, [this](int turn) {
            if (isOpen(turn)) {
                Q_EMIT began(turn);
            }
        });
        connect(model.get(), &LanguageModel::said, this,
                [this, choice](int turn, const Flow::ModelReading &soFar) { onSaid(choice, turn, soFar); });
        connect(model.get(), &LanguageModel::understood, this,
                [this, choice](int turn, const Flow::ModelReading &reading) { onUnderstood(choice, turn, reading); });
        connect(model.get(), &LanguageModel::failed, this,
                [this, choice](int turn, const Error &error) { onFailed(choice, turn, error); });
    }
    m_asked.push_back(choice);
    model->ask(*m_question);
    if (m_next < m_choices.size()) {
        m_watch = m_scheduler.after(m_late, [this] { askNext(); });
    }
    return true;
}

void LanguageModelRace::onSaid(size_t choice, int turn, const Flow::ModelReading &soFar)
{
    if (!isOpen(turn)) {
        return;
    }
    m_watch.reset();
    for (const size_t other : std::exchange(m_asked, {choice})) {
        if (other != choice) {
            m_models[other]->cancel();
        }
    }
    Q_EMIT said(turn, soFar);
}

void LanguageModelRace::onUnderstood(size_t choice, int turn, const Flow::ModelReading &reading)
{
    if (!isOpen(turn)) {
        return;
    }
    std::erase(m_asked, choice);
    cancel();
    Q_EMIT understood(turn, reading);
}

void LanguageModelRace::onFailed(size_t choice, int turn, const Error &error)
{
    if (!isOpen(turn)) {
        return;
    }
    std::erase(m_asked, choice);
    qCInfo(Log::call).noquote() << m_choices[choice].name << "did not understand a turn:" << error.message;
    if (!askNext() && m_asked.empty()) {
        cancel();
        Q_EMIT failed(turn, error);
    }
}

} // namespace Frontdesk::LanguageModel
