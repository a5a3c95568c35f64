#pragma once

#include <QJsonObject>
#include <QString>

namespace Frontdesk::Client {

/// What came back for one request, or why nothing did.
struct ApiAnswer {
    int status = 0;             ///< HTTP status; 0: the server was not reached.
    QJsonObject body;           ///< The JSON object; for a failure the problem (RFC 9457).
    QByteArray bytes;           ///< The body as sent, for recordings and files.
    QString code;               ///< The problem's stable word, for example `changed_meanwhile`.
    QString networkError;       ///< Why the server was not reached, as Qt words it.
    QString certificateProblem; ///< Why the server's certificate was not trusted, for the person at the desk.
    int retryAfterSeconds = 0;
    qint64 wholeSize = -1; ///< Of a part: the bytes of the whole; -1: this is no part.
    int version = -1;      ///< Of the ETag, what a change of this record names; -1: it has none.

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }

    /// One plain sentence in the reader's language that says what to do; empty when ok().
    [[nodiscard]] QString sentence() const;
};

} // namespace Frontdesk::Client
