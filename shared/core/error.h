#pragma once

#include <QString>

namespace Frontdesk {

/// Why something failed, in terms a caller can act on.
enum class ErrorCode {
    InvalidInput, ///< What was given cannot be used; trying again with the same input will not help.
    NotFound,     ///< The named thing does not exist.
    Conflict,     ///< It exists already, or changed meanwhile.
    Refused,      ///< Understood, but not allowed.
    Unavailable,  ///< A part we depend on is away; trying again later may help.
    Timeout,      ///< It took longer than allowed; the outcome may be unknown.
    Corrupt,      ///< Stored or received data contradicts itself.
    Internal,     ///< Our own mistake.
};

/// A failure as a value.
///
/// `message` is one plain sentence for the person who has to act on it. It never holds patient data, because
/// messages end in logs.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;

    /// True when the same attempt may succeed later without anyone changing anything.
    [[nodiscard]] bool retryMayHelp() const { return code == ErrorCode::Unavailable || code == ErrorCode::Timeout; }
};

/// The name used in logs and metrics, for example `not_found`.
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace Frontdesk
