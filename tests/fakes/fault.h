#pragma once

#include "shared/core/clock.h"

namespace Frontdesk::Fakes {

/// What goes wrong at a fake vendor.
enum class FaultKind {
    None,
    Refuse,           ///< Nobody listens on the port.
    Reset,            ///< The connection is reset as soon as the request is complete.
    AcceptThenSilent, ///< The request is taken (or the socket opened) and nothing ever comes.
    KeepAliveOnly,    ///< Signs of life, but no answer.
    SlowFirstByte,    ///< The answer comes after `delay`.
    Unauthorized,     ///< 401, as this vendor writes it.
    RateLimited,      ///< 429 with `retry-after`.
    ServerError,      ///< 500.
    Truncated,        ///< The connection ends in the middle of the answer.
    WrongJson,        ///< Not what was promised.
    EmptyAudio,       ///< A well-formed answer with nothing in it.
    HalfOpen,         ///< Falls silent in the middle; the connection stands.
    QuotaClose,       ///< The account is empty, told in this vendor's own way.
};

struct Fault {
    FaultKind kind = FaultKind::None;
    int times = -1;            ///< How many requests it hits; -1: all.
    Milliseconds delay{3000};  ///< Of SlowFirstByte.
    int retryAfterSeconds = 2; ///< Of RateLimited.
};

/// `refuse`, `accept-then-silent`, ... ; None for `none` and, with `ok` false, for unknown names.
[[nodiscard]] FaultKind faultKindFromName(const QString &name, bool *ok = nullptr);
[[nodiscard]] QStringList faultKindNames();

} // namespace Frontdesk::Fakes
