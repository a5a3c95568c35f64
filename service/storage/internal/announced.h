#pragma once

#include "service/storage/eventstore.h"
#include "service/storage/sql/sqlconnection.h"

namespace Frontdesk::Storage {

/// Runs `work` and appends the event that tells of it, both or neither: inside another transaction an error ends that one.
///
/// The event comes first: it makes the clinic's writers wait for each other before any of them holds a row that another
/// wants, so that two transactions of several writes never wait for each other.
template <typename Work>
std::invoke_result_t<Work &> announced(SqlConnection &connection, EventStore &events, const ClinicEvent &event,
                                       Work work)
{
    return connection.joined([&]() -> std::invoke_result_t<Work &> {
        if (const auto told = events.append(event.clinic, event.kind, event.subject, event.at); !told) {
            return told.error();
        }
        return work();
    });
}

} // namespace Frontdesk::Storage
