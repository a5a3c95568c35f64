#pragma once

#include <QDateTime>

#include <chrono>

namespace Frontdesk {

using Milliseconds = std::chrono::milliseconds;
using Microseconds = std::chrono::microseconds;

/// A point on a clock that never jumps; only differences mean anything.
using Instant = std::chrono::steady_clock::time_point;

/// Where time comes from. Parts that measure time take one, so that tests can play a ten-minute call in
/// milliseconds. Both calls are safe from any thread.
class Clock {
public:
    virtual ~Clock() = default;

    /// For intervals and deadlines.
    [[nodiscard]] virtual Instant now() const = 0;

    /// For records and for what "tomorrow" means; always UTC.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] QDateTime utcNow() const override;
};

} // namespace Frontdesk
