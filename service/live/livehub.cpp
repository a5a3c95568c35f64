#include "service/live/livehub.h"

#include "shared/core/log.h"

#include <QJsonDocument>

namespace Frontdesk::Live {

LiveHub::LiveHub(Storage::Database &database, const LiveView &view)
    : m_database(database)
    , m_view(view)
    , m_link(std::make_shared<LiveLink>(this))
{
    connect(&database.events(), &Storage::EventSignal::raised, this,
            [this](const QString &topic, const QString &clinic) {
                if (topic != QLatin1String(Storage::EventTopic)) {
                    return;
                }
                if (const auto found = m_channels.find(clinic); found != m_channels.end()) {
                    found->second->wake();
                }
            });
    connect(&database.events(), &Storage::EventSignal::resumed, this, [this] {
        for (const auto &[clinic, channel] : m_channels) {
            channel->wake();
        }
    });
}

LiveHub::~LiveHub()
{
    m_link->cut();
}

void LiveHub::adopt(std::unique_ptr<Sockets::WebSocket> socket, Watcher watcher)
{
    auto *connection = new LiveConnection(std::move(socket), watcher.tokenLife);
    const quint64 id = m_nextId++;
    ++m_watching;
    connect(connection, &LiveConnection::left, connection, [this, id, hub = m_link] {
        --m_watching;
        hub->post([this, id] { leave(id); });
    });
    m_link->post([this, id, connection, link = connection->link(), watcher = std::move(watcher)] {
        m_subscribers.emplace(id, Subscriber{link, connection, watcher.clinic, false});
        join(id, watcher);
    });
}

Result<LiveHub::Start> LiveHub::startOf(Storage::Store &store, const LiveView &view, const Watcher &watcher)
{
    if (const auto may = watcher.enter(store); !may) {
        return may.error();
    }
    Start start;
    const auto last = store.events().last(watcher.clinic);
    const auto oldest = store.events().oldest(watcher.clinic);
    if (!last || !oldest) {
        return !last ? last.error() : oldest.error();
    }
    if (watcher.after && *watcher.after <= *last && *watcher.after >= *oldest - 1 &&
        *last - *watcher.after <= LongestCatchUp) {
        start.sequence = *watcher.after;
        return start;
    }
    // What happens between reading the sequence and reading the rest is told again as an event.
    auto snapshot = view.snapshot(store, watcher.clinic);
    if (!snapshot) {
        return snapshot.error();
    }
    snapshot->insert(QStringLiteral("type"), QStringLiteral("snapshot"));
    snapshot->insert(QStringLiteral("sequence"), *last);
    start.sequence = *last;
    start.snapshot = LiveMessage{0, QJsonDocument(*snapshot).toJson(QJsonDocument::Compact)};
    return start;
}

void LiveHub::join(quint64 id, const Watcher &watcher)
{
    m_database
        .run(Storage::Scope::of(watcher.clinic),
             [watcher, &view = m_view](Storage::Store &store) { return startOf(store, view, watcher); })
        .then(this, [this, id, clinic = watcher.clinic](const Result<Start> &start) {
            if (!start) {
                refuse(id, start.error().retryMayHelp() ? LiveClose::Unavailable : LiveClose::TokenOver);
                return;
            }
            channel(clinic).beginAt(start->sequence);
            LiveMessages begun;
            if (start->snapshot) {
                begun.push_back(*start->snapshot);
            }
            catchUp(id, std::move(begun), start->sequence, start->sequence);
        });
}

void LiveHub::catchUp(quint64 id, LiveMessages begun, qint64 sequence, qint64 startedAt)
{
    const auto found = m_subscribers.find(id);
    if (found == m_subscribers.end()) {
        return;
    }
    const ClinicId clinic = found->second.clinic;
    if (const auto rest = channel(clinic).after(sequence)) {
        begun.insert(begun.end(), rest->begin(), rest->end());
        finishJoin(id, begun, startedAt);
        return;
    }
    m_database
        .run(Storage::Scope::reading(clinic),
             [clinic, sequence, &view = m_view](Storage::Store &store) {
                 return readMessages(store, view, clinic, sequence);
             })
        .then(this, [this, id, begun = std::move(begun), startedAt](const Result<LiveMessages> &page) mutable {
            if (!page || page->empty()) {
                refuse(id, page ? LiveClose::CannotResume : LiveClose::Unavailable);
                return;
            }
            begun.insert(begun.end(), page->begin(), page->end());
            catchUp(id, std::move(begun), page->back().sequence, startedAt);
        });
}

void LiveHub::finishJoin(quint64 id, const LiveMessages &messages, qint64 startedAt)
{
    Subscriber &subscriber = m_subscribers.at(id);
    subscriber.joined = true;
    subscriber.link->post(
        [connection = subscriber.connection, messages, startedAt] { connection->begin(startedAt, messages); });
}

void LiveHub::leave(quint64 id)
{
    m_subscribers.erase(id);
}

void LiveHub::refuse(quint64 id, LiveClose why)
{
    const auto found = m_subscribers.find(id);
    if (found != m_subscribers.end()) {
        found->second.link->post([connection = found->second.connection, why] { connection->close(why); });
    }
}

LiveChannel &LiveHub::channel(const ClinicId &clinic)
{
    std::unique_ptr<LiveChannel> &channel = m_channels[clinic.text()];
    if (!channel) {
        channel = std::make_unique<LiveChannel>(clinic, m_database, m_view);
        connect(channel.get(), &LiveChannel::arrived, this,
                [this, clinic](const LiveMessages &messages) { deliver(clinic, messages); });
    }
    return *channel;
}

void LiveHub::deliver(const ClinicId &clinic, const LiveMessages &messages)
{
    for (const auto &[id, subscriber] : m_subscribers) {
        if (subscriber.joined && subscriber.clinic == clinic) {
            subscriber.link->post([connection = subscriber.connection, messages] { connection->deliver(messages); });
        }
    }
}

void LiveHub::tell(const ClinicId &clinic, const QString &kind, const QJsonObject &data)
{
    if (m_watching == 0) {
        return;
    }
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("transient")},
                                                      {QStringLiteral("kind"), kind},
                                                      {QStringLiteral("data"), data}})
                                .toJson(QJsonDocument::Compact);
    m_link->post([this, clinic, json] { deliver(clinic, {{0, json}}); });
}

} // namespace Frontdesk::Live
