#pragma once

#include "service/api/operation.h"

#include <QJsonArray>

namespace Frontdesk::Api {

/// How many entries a list answers: `limit`, 1 to 200, 50 when not given.
[[nodiscard]] int pageLimit(const ApiCall &call);

/// Where a list goes on, as opaque text for the client: the parts of the last entry's place in the order.
[[nodiscard]] QString encodeCursor(const QStringList &parts);
/// Not set: not made by encodeCursor with that many parts.
[[nodiscard]] std::optional<QStringList> decodeCursor(const QString &cursor, qsizetype parts);

/// 400.
[[nodiscard]] Http::HttpResponse badCursor();

/// `{"items", "next_cursor"}`; an empty cursor: there is no more.
[[nodiscard]] Http::HttpResponse pageAnswer(const QJsonArray &items, const QString &nextCursor = {});

/// Times as the API writes them: ISO 8601, UTC, `Z`; null for none.
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);

/// A time in a query: ISO 8601 with offset. Not set when missing; `wrong` becomes true when it is something else.
[[nodiscard]] std::optional<QDateTime> timeQuery(const ApiCall &call, const char *name, bool &wrong);

} // namespace Frontdesk::Api
