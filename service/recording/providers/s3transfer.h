#pragma once

#include "service/recording/s3objectstore.h"

#include <QFile>

#include <atomic>
#include <optional>
#include <utility>

namespace Frontdesk::Recording {

/// One request to a store that speaks S3.
struct S3Request {
    enum class Verb { Get, Head, Put, Delete };

    Verb verb = Verb::Get;
    QString name;                                     ///< Empty: the bucket itself.
    QFile *body = nullptr;                            ///< Open; for Put.
    std::optional<std::pair<qint64, qint64>> range{}; ///< Offset and size.
};

struct S3Answer {
    int status = 0;
    QByteArray body;
    qint64 length = 0; ///< What Content-Length said.
};

/// Sends it and waits; any status is an answer. Unavailable: no answer came, or `stopping` became true.
[[nodiscard]] Result<S3Answer> transfer(const S3Settings &settings, const S3Request &request,
                                        const std::atomic<bool> &stopping);

} // namespace Frontdesk::Recording
