#include "desktop/queue/tasklookup.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Frontdesk::Queue {

TaskLookup::TaskLookup(Client::ApiClient &api, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_scheduler(scheduler)
{}

void TaskLookup::ask(std::vector<QUrlQuery> questions, Milliseconds pause)
{
    m_questions.clear();
    m_problem.clear();
    for (auto &question : questions)
        m_questions.push_back(std::make_unique<Question>(Question{std::move(question)}));
    m_pause.reset();
    if (!m_questions.empty()) {
        m_pause = m_scheduler.after(pause, [this] {
            m_pause.reset();
            for (const auto &question : m_questions)
                send(*question);
        });
    }
    tell();
}

void TaskLookup::stop()
{
    ask({}, {});
}

bool TaskLookup::hasMore() const
{
    return !m_running &&
           std::any_of(m_questions.begin(), m_questions.end(), [](const auto &q) { return !q->cursor.isEmpty(); });
}

void TaskLookup::askForMore()
{
    for (const auto &question : m_questions) {
        if (!question->cursor.isEmpty() && !question->request)
            send(*question);
    }
    tell();
}

void TaskLookup::send(Question &question)
{
    auto query = question.query;
    query.addQueryItem(u"sort"_s, u"newest"_s);
    query.addQueryItem(u"limit"_s, u"100"_s);
    if (!question.cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, question.cursor);
    question.request = std::make_unique<QObject>();
    m_api.get(u"/tasks"_s, query, question.request.get(),
              [this, &question](const Client::ApiAnswer &answer) { onAnswer(question, answer); });
}

void TaskLookup::onAnswer(Question &question, const Client::ApiAnswer &answer)
{
    question.request.release()->deleteLater();
    m_problem = answer.sentence();
    question.cursor = answer.body.value("next_cursor"_L1).toString();
    std::vector<TaskRow> rows;
    const auto items = answer.body.value("items"_L1).toArray();
    for (const auto &item : items)
        rows.push_back(TaskRow::fromJson(item.toObject()));
    if (rows.empty() && !question.cursor.isEmpty())
        send(question); // A page may be empty and not the last: the service has looked so far.
    if (!rows.empty())
        Q_EMIT found(rows);
    tell();
}

void TaskLookup::tell()
{
    m_running = m_pause || std::any_of(m_questions.begin(), m_questions.end(),
                                       [](const auto &question) { return question->request != nullptr; });
    Q_EMIT changed();
}

} // namespace Frontdesk::Queue
