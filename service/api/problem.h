#pragma once

#include "service/http/httpresponse.h"
#include "shared/core/result.h"

#include <QJsonObject>

namespace Frontdesk::Api {

/// An error answer as RFC 9457 has it, with `code`: one stable word that programs act on. `detail` is one plain sentence
/// without patient data; `more` is added as it stands (`errors`, `current`, `owner`).
[[nodiscard]] Http::HttpResponse problem(int status, const char *code, const QString &detail,
                                         const QJsonObject &more = {});

/// The usual answer to a failure of the rooms below: 404, 409, 422, 403, 503. What is our own mistake says nothing to the
/// outside.
[[nodiscard]] Http::HttpResponse problem(const Error &error);

[[nodiscard]] Http::HttpResponse jsonAnswer(int status, const QJsonObject &body);

/// 412: somebody changed it in between; `current` is how it is now.
[[nodiscard]] Http::HttpResponse changedMeanwhile(const QJsonObject &current);

} // namespace Frontdesk::Api
