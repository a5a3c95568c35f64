#include "service/faultpolicy/fault.h"

namespace Frontdesk::FaultPolicy {

QString faultKindName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Unreachable:
        return QStringLiteral("unreachable");
    case FaultKind::Insecure:
        return QStringLiteral("insecure");
    case FaultKind::Reset:
        return QStringLiteral("reset");
    case FaultKind::Timeout:
        return QStringLiteral("timeout");
    case FaultKind::Unauthorized:
        return QStringLiteral("unauthorized");
    case FaultKind::OutOfCredit:
        return QStringLiteral("out_of_credit");
    case FaultKind::RateLimited:
        return QStringLiteral("rate_limited");
    case FaultKind::Rejected:
        return QStringLiteral("rejected");
    case FaultKind::ServerError:
        return QStringLiteral("server_error");
    case FaultKind::WrongAnswer:
        return QStringLiteral("wrong_answer");
    case FaultKind::NoAgreement:
        return QStringLiteral("no_agreement");
    }
    return {};
}

bool mayPass(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Unreachable:
    case FaultKind::Reset:
    case FaultKind::Timeout:
    case FaultKind::ServerError:
    case FaultKind::WrongAnswer:
        return true;
    default:
        return false;
    }
}

Error Fault::toError() const
{
    switch (kind) {
    case FaultKind::Timeout:
        return {ErrorCode::Timeout, message};
    case FaultKind::Unauthorized:
    case FaultKind::Insecure:
    case FaultKind::NoAgreement:
        return {ErrorCode::Refused, message};
    case FaultKind::Rejected:
        return {ErrorCode::InvalidInput, message};
    case FaultKind::WrongAnswer:
        return {ErrorCode::Corrupt, message};
    default:
        return {ErrorCode::Unavailable, message};
    }
}

Fault faultOfStatus(int status, const QString &vendor, Milliseconds retryAfter)
{
    const auto fault = [&](FaultKind kind, const char *what) {
        return Fault{kind, QStringLiteral("%1 %2 (status %3).").arg(vendor, QLatin1String(what)).arg(status),
                     retryAfter};
    };
    switch (status) {
    case 401:
    case 403:
        return fault(FaultKind::Unauthorized, "does not accept our key");
    case 402:
        return fault(FaultKind::OutOfCredit, "says that the account has no credit left");
    case 408:
    case 409:
    case 425:
        return fault(FaultKind::ServerError, "asks to try again");
    case 429:
        return fault(FaultKind::RateLimited, "is asked too often");
    default:
        break;
    }
    if (status >= 500) {
        return fault(FaultKind::ServerError, "has trouble of its own");
    }
    if (status >= 400) {
        return fault(FaultKind::Rejected, "refuses the request");
    }
    return fault(FaultKind::WrongAnswer, "gave an unexpected answer");
}

Fault knownToBeAway(const QString &vendor)
{
    return {FaultKind::Unreachable, QStringLiteral("%1 is known to be away.").arg(vendor), {}};
}

Fault noAgreement(const QString &vendor)
{
    return {FaultKind::NoAgreement,
            QStringLiteral("No signed agreement lets %1 have patient data; nothing was sent.").arg(vendor),
            {}};
}

} // namespace Frontdesk::FaultPolicy
