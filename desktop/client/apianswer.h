#pragma once

#include <QJsonObject>
#include <QString>

namespace Frontdesk::Client {

/// What came back for one request, or why nothing did.
struct ApiAnswer {
    int status = 0;       ///< HTTP status; 0: the server was not reached.
    QJsonObject body;     ///< The JSON object; for a failure the problem (RFC 9457).
    QByteArray bytes;     ///< The body as sent, for recordings and files.
    QString code;         ///< The problem's stable word, for example `changed_meanwhile`.
    QString networkError; ///< Why the server was not reached, as Qt words it.
    int retryAfterSeconds = 0;

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }

    /// One plain sentence in the reader's language that says what to do; empty when ok().
    [[nodiscard]] QString sentence() const;
};

} // namespace Frontdesk::Client
