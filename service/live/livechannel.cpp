#include "service/live/livechannel.h"

#include "shared/core/log.h"

#include <QJsonDocument>

namespace Frontdesk::Live {

namespace {

constexpr int PageSize = 500;

QByteArray eventJson(const Storage::ClinicEvent &event, const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("event")},
                                     {QStringLiteral("sequence"), event.sequence},
                                     {QStringLiteral("kind"), event.kind},
                                     {QStringLiteral("at"), event.at.toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("data"), data}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Result<LiveMessages> readMessages(Storage::Store &store, const LiveView &view, const ClinicId &clinic, qint64 sequence)
{
    const auto events = store.events().after(clinic, sequence, PageSize);
    if (!events) {
        return events.error();
    }
    LiveMessages messages;
    messages.reserve(events->size());
    for (const Storage::ClinicEvent &event : *events) {
        const auto data = view.data(store, event);
        if (!data) {
            return data.error();
        }
        messages.push_back({event.sequence, eventJson(event, *data)});
    }
    return messages;
}

LiveChannel::LiveChannel(ClinicId clinic, Storage::Database &database, const LiveView &view)
    : m_clinic(std::move(clinic))
    , m_database(database)
    , m_view(view)
{}

void LiveChannel::beginAt(qint64 sequence)
{
    if (!std::exchange(m_begun, true)) {
        m_last = sequence;
        wake();
    }
}

void LiveChannel::wake()
{
    if (!m_begun) {
        return;
    }
    if (m_reading) {
        m_wokenMeanwhile = true;
        return;
    }
    read();
}

void LiveChannel::read()
{
    m_reading = true;
    m_wokenMeanwhile = false;
    m_database
        .run(Storage::Scope::reading(m_clinic),
             [clinic = m_clinic, after = m_last, &view = m_view](Storage::Store &store) {
                 return readMessages(store, view, clinic, after);
             })
        .then(this, [this](const Result<LiveMessages> &read) {
            m_reading = false;
            if (!read) {
                // The next wake-up, or the database's return, tries again.
                qCWarning(Log::storage) << "live events of clinic" << m_clinic.text()
                                        << "could not be read:" << read.error().message;
                return;
            }
            for (const LiveMessage &message : *read) {
                m_messages.push_back(message);
                m_last = message.sequence;
            }
            while (m_messages.size() > Remembered) {
                m_messages.pop_front();
            }
            if (!read->empty()) {
                Q_EMIT arrived(*read);
            }
            if (m_wokenMeanwhile || read->size() == PageSize) {
                this->read();
            }
        });
}

std::optional<LiveMessages> LiveChannel::after(qint64 sequence) const
{
    if (sequence >= m_last) {
        return LiveMessages();
    }
    if (m_messages.empty() || m_messages.front().sequence > sequence + 1) {
        return std::nullopt;
    }
    const auto first = m_messages.end() - static_cast<std::ptrdiff_t>(m_last - sequence);
    return LiveMessages(first, m_messages.end());
}

} // namespace Frontdesk::Live
