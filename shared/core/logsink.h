#pragma once

#include <QString>

#include <functional>

namespace Frontdesk::Log {

// Where log lines go, for programs. Rooms include log.h only.

enum class Format {
    Text, ///< `time level category message`
    Json, ///< One object a line: `time`, `level`, `category`, `message`, and `call` where the line tells of a call.
};

/// From the next line on. Text until it is set.
void setFormat(Format format);

/// Told of each error, on the thread it happened on and after it was written: the category, and whether it ends the
/// process. Never the message, which may name files and hosts. One listener; an empty one ends it.
using ErrorListener = std::function<void(const QString &category, bool isFatal)>;
void setErrorListener(ErrorListener listener);

/// One line as it is written, its end included.
[[nodiscard]] QByteArray formatLine(Format format, const QByteArray &time, const char *level, const char *category,
                                    const QString &message);

} // namespace Frontdesk::Log
