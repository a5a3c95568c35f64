#pragma once

#include "shared/core/clock.h"
#include "shared/core/error.h"

namespace Frontdesk::FaultPolicy {

/// How a vendor failed us; the names are used in logs and metrics.
enum class FaultKind {
    Unreachable,  ///< No connection: refused, no route, no such host.
    Insecure,     ///< The other end could not prove who it is.
    Reset,        ///< The connection broke, or ended before its answer did.
    Timeout,      ///< Nothing useful came within the budget, though the connection may stand.
    Unauthorized, ///< Our key is not accepted; somebody must act.
    OutOfCredit,  ///< The account has no money or quota left; somebody must act.
    RateLimited,  ///< Too much at once; `retryAfter` says how long to keep away.
    Rejected,     ///< Our request was wrong; trying again is of no use, and the vendor is well.
    ServerError,  ///< The vendor's own trouble.
    WrongAnswer,  ///< What came is not what was promised: broken JSON, no audio.
    NoAgreement,  ///< Our own no: patient data may not go there, and nothing was sent.
};

[[nodiscard]] QString faultKindName(FaultKind kind);

/// Whether the same request may well succeed when it is tried again at once.
[[nodiscard]] bool mayPass(FaultKind kind);

/// One failure of a vendor. `message` never holds what was said or keys.
struct Fault {
    FaultKind kind = FaultKind::Unreachable;
    QString message;
    Milliseconds retryAfter{0}; ///< The vendor's own wish; 0: none.

    [[nodiscard]] Error toError() const;
};

/// What an HTTP status of 300 and above means.
[[nodiscard]] Fault faultOfStatus(int status, const QString &vendor, Milliseconds retryAfter = Milliseconds(0));

/// Nothing was sent, because this vendor's circuit is open.
[[nodiscard]] Fault knownToBeAway(const QString &vendor);

/// Nothing was sent, because no signed agreement lets this vendor have patient data.
[[nodiscard]] Fault noAgreement(const QString &vendor);

/// How long each part of a request to a vendor may take.
struct Budgets {
    Milliseconds connect{1000};     ///< TCP and TLS.
    Milliseconds firstUseful{2000}; ///< From the request's last byte to the first byte that helps.
    Milliseconds betweenUseful{2000};
    Milliseconds total{20'000};
};

} // namespace Frontdesk::FaultPolicy
