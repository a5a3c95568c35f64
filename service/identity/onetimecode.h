#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Frontdesk::Identity {

/// Time-based one-time codes as authenticator apps make them (RFC 6238): HMAC-SHA-1, 6 digits, steps of 30 s.

/// 160 random bits, what RFC 4226 recommends.
[[nodiscard]] QByteArray newTotpSecret();

/// For typing into an app: base32 (RFC 4648) without padding.
[[nodiscard]] QString base32(const QByteArray &bytes);

/// What the app reads from a QR code: `otpauth://totp/Frontdesk:...`.
[[nodiscard]] QString totpUri(const QByteArray &secret, const QString &account);

/// The number of the time step a moment lies in.
[[nodiscard]] qint64 totpStep(const QDateTime &time);
[[nodiscard]] QString totpCode(const QByteArray &secret, qint64 step);

/// The step `code` belongs to: the present one, the one before or the one after, and later than `lastUsedStep`, so that a
/// code that was looked at over a shoulder is worth nothing. Nothing: the code is wrong.
[[nodiscard]] std::optional<qint64> matchingTotpStep(const QByteArray &secret, const QString &code,
                                                     const QDateTime &now, qint64 lastUsedStep);

/// Ten codes for the day the phone is lost, as `abcde-fghij`: 50 random bits each, letters that cannot be mixed up.
[[nodiscard]] QStringList newRecoveryCodes();

/// What is kept of a recovery code; the same for however it was typed. Codes are random, guessing is limited by the
/// lock-out, and one belongs to one person.
[[nodiscard]] QString recoveryCodeHash(const QString &code, const QString &userId);

} // namespace Frontdesk::Identity
