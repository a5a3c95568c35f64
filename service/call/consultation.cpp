#include "service/call/consultation.h"

#include <algorithm>

namespace Frontdesk::Call {

namespace {

/// Silence after the caller's words that needs a word of ours; the endpoint's wait comes on top.
constexpr Milliseconds FillerAfter{900};
/// Then the rules' answer is better than a better one later.
constexpr Milliseconds ModelPatience{3200};

bool isSame(const Flow::ModelQuestion &a, const Flow::ModelQuestion &b)
{
    return a.turn == b.turn && a.expectation == b.expectation && a.known == b.known && sameWords(a.words, b.words);
}

QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            letters += c.toLower();
        } else if (c.isSpace() && !letters.endsWith(QLatin1Char(' '))) {
            letters += QLatin1Char(' ');
        }
    }
    return letters.trimmed();
}

} // namespace

bool sameWords(const QString &a, const QString &b)
{
    return plain(a) == plain(b);
}

Consultation::Consultation(std::unique_ptr<LanguageModel::LanguageModel> model, Scheduler &scheduler)
    : m_model(std::move(model))
    , m_scheduler(scheduler)
{
    if (!m_model) {
        return;
    }
    using LanguageModel::LanguageModel;
    connect(m_model.get(), &LanguageModel::began, this, [this] {
        m_aheadBegan = m_ahead.has_value();
        if (!m_ahead) {
            Q_EMIT began();
        }
    });
    connect(m_model.get(), &LanguageModel::said, this, [this](int turn, const Flow::ModelReading &soFar) {
        take(Dialogue::ModelSaid{turn, soFar});
    });
    connect(m_model.get(), &LanguageModel::understood, this, [this](int turn, const Flow::ModelReading &reading) {
        take(Dialogue::ModelAnswered{turn, reading});
    });
    connect(m_model.get(), &LanguageModel::failed, this, [this](int turn) { take(Dialogue::ModelFailed{turn}); });
}

void Consultation::ask(const Flow::ModelQuestion &question)
{
    const int turn = question.turn;
    Q_EMIT asked();
    if (!m_model) {
        m_watch = m_scheduler.after(Milliseconds(0), [this, turn] { pass(Dialogue::ModelFailed{turn}); });
        return;
    }
    m_filler = m_scheduler.after(FillerAfter, [this, turn] { Q_EMIT told(Dialogue::ModelLate{turn}); });
    m_watch = m_scheduler.after(ModelPatience, [this, turn] {
        m_model->cancel();
        pass(Dialogue::ModelFailed{turn});
    });
    if (!m_ahead || !isSame(*m_ahead, question)) {
        dropAhead();
        m_model->ask(question);
        return;
    }
    m_ahead.reset();
    if (m_aheadBegan) {
        Q_EMIT began();
    }
    Q_EMIT aheadSettled(true);
    m_release = m_scheduler.after(Milliseconds(0), [this] {
        const auto held = std::exchange(m_held, std::nullopt);
        for (const Dialogue::EventBody &event : *held) {
            pass(event);
        }
    });
}

void Consultation::drop()
{
    m_filler.reset();
    if (std::exchange(m_watch, nullptr) && m_model) {
        m_release.reset();
        m_held.reset();
        m_model->cancel();
    }
}

void Consultation::askAhead(const Flow::ModelQuestion &question)
{
    m_ahead = question;
    m_aheadBegan = false;
    m_held.emplace();
    m_model->ask(question);
}

void Consultation::dropAhead()
{
    if (!std::exchange(m_ahead, std::nullopt)) {
        return;
    }
    m_held.reset();
    m_model->cancel();
    Q_EMIT aheadSettled(false);
}

void Consultation::take(Dialogue::EventBody event)
{
    if (!m_held) {
        pass(event);
        return;
    }
    if (m_ahead && std::holds_alternative<Dialogue::ModelFailed>(event)) {
        dropAhead(); // The question itself, should it come, may fare better.
        return;
    }
    m_held->push_back(std::move(event));
}

void Consultation::pass(const Dialogue::EventBody &event)
{
    if (!std::holds_alternative<Dialogue::ModelSaid>(event)) {
        m_filler.reset();
        m_watch.reset();
    }
    Q_EMIT told(event);
}

} // namespace Frontdesk::Call
