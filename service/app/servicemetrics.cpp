#include "service/app/servicemetrics.h"

namespace Frontdesk::App {

namespace {

/// One metric: its head, then its lines.
class Metric {
public:
    Metric(const char *name, const char *type, const char *help)
        : m_name(name)
        , m_page(QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n')
    {}

    Metric &value(const QByteArray &number)
    {
        m_page += m_name + ' ' + number + '\n';
        return *this;
    }
    Metric &value(const char *label, const QString &word, quint64 number)
    {
        m_page += m_name + '{' + label + "=\"" + word.toUtf8() + "\"} " + QByteArray::number(number) + '\n';
        return *this;
    }
    Metric &values(const char *label, const std::map<QString, quint64> &numbers)
    {
        for (const auto &[word, number] : numbers) {
            value(label, word, number);
        }
        return *this;
    }
    operator QByteArray() const { return m_page; }

private:
    QByteArray m_name;
    QByteArray m_page;
};

QByteArray gauge(const char *name, const char *help, qint64 number)
{
    return Metric(name, "gauge", help).value(QByteArray::number(number));
}

QByteArray counter(const char *name, const char *help, quint64 number)
{
    return Metric(name, "counter", help).value(QByteArray::number(number));
}

QByteArray phoneMetrics(const Reception::CallCounts::Figures &calls)
{
    const double seconds = static_cast<double>(calls.replyTime.count()) / 1000.0;
    return counter("frontdesk_calls_total", "Calls that came in.", calls.began) +
           Metric("frontdesk_calls_ended_total", "counter", "Conversations that ended, by outcome.")
               .values("outcome", calls.ended) +
           Metric("frontdesk_escalations_total", "counter", "Calls handed to people, by reason.")
               .values("reason", calls.escalations) +
           Metric("frontdesk_turns_total", "counter", "Turns of conversations, by speaker.")
               .value("speaker", QStringLiteral("caller"), calls.callerTurns)
               .value("speaker", QStringLiteral("assistant"), calls.assistantTurns) +
           counter("frontdesk_tasks_total", "Tasks that calls have left.", calls.tasks) +
           Metric("frontdesk_asked_ahead_total", "counter",
                  "Questions asked of the model before a turn was surely over.")
               .value("outcome", QStringLiteral("used"), calls.askedAheadUsed)
               .value("outcome", QStringLiteral("dropped"), calls.askedAheadDropped) +
           counter("frontdesk_replies_total", "Replies to callers.", calls.replies) +
           Metric("frontdesk_reply_seconds_total", "counter", "From callers' last sounds to our first, together.")
               .value(QByteArray::number(seconds, 'f', 3));
}

} // namespace

QByteArray serviceMetrics(const ServiceFigures &figures)
{
    return phoneMetrics(figures.calls) +
           gauge("frontdesk_calls_running", "Calls with a media stream.", figures.streamingCalls) +
           gauge("frontdesk_storage_queue", "Work that waits for the database.", figures.storageQueue) +
           gauge("frontdesk_journal_backlog", "Writes that wait in the local journal.", figures.journalBacklog) +
           gauge("frontdesk_journal_refused", "Writes of the journal that the database refused for good.",
                 figures.journalRefused) +
           gauge("frontdesk_live_clients", "Desktops that watch live.", figures.liveClients) +
           gauge("frontdesk_http_connections", "Open connections, WebSockets included.", figures.http.openConnections) +
           counter("frontdesk_http_requests_total", "Requests handed to a route.", figures.http.requests) +
           counter("frontdesk_http_rejections_total", "Requests the server itself refused.", figures.http.rejections);
}

} // namespace Frontdesk::App
