#pragma once

#include "service/http/httpserver.h"
#include "service/reception/callcounts.h"

#include <QByteArray>

namespace Frontdesk::App {

/// What one look at the running service shows.
struct ServiceFigures {
    Reception::CallCounts::Figures calls{};
    int streamingCalls = 0;
    qint64 storageQueue = 0;   ///< Work that waits for the database.
    qint64 journalBacklog = 0; ///< Writes that wait in the local journal.
    qint64 journalRefused = 0; ///< Of the journal, refused by the database for good.
    int liveClients = 0;
    Http::HttpServerFigures http{};
};

/// In Prometheus' text format. Labels are words of ours: outcomes, reasons, speakers.
[[nodiscard]] QByteArray serviceMetrics(const ServiceFigures &figures);

} // namespace Frontdesk::App
