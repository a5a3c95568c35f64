#include "service/identity/onetimecode.h"

#include "service/identity/secrets.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

#include <sodium.h>

namespace Frontdesk::Identity {

namespace {

constexpr qint64 StepSeconds = 30;
constexpr qsizetype SecretBytes = 20;
constexpr int CodeDigits = 6;
constexpr quint32 CodeModulus = 1'000'000;
constexpr int RecoveryCodes = 10;
constexpr int RecoveryLetters = 10;
const char RecoveryAlphabet[] = "abcdefghjkmnpqrstuvwxyz23456789"; // No i, l, o, 0, 1.

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

} // namespace

QByteArray newTotpSecret()
{
    return randomBytes(SecretBytes);
}

QString base32(const QByteArray &bytes)
{
    static const char Alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = (pending << 8) | static_cast<quint8>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += QLatin1Char(Alphabet[(pending >> bits) & 31]);
        }
    }
    if (bits > 0) {
        text += QLatin1Char(Alphabet[(pending << (5 - bits)) & 31]);
    }
    return text;
}

QString totpUri(const QByteArray &secret, const QString &account)
{
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(QStringLiteral("Frontdesk:") + account));
    return QStringLiteral("otpauth://totp/%1?secret=%2&issuer=Frontdesk").arg(label, base32(secret));
}

qint64 totpStep(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / StepSeconds;
}

QString totpCode(const QByteArray &secret, qint64 step)
{
    QByteArray counter(sizeof(step), Qt::Uninitialized);
    qToBigEndian(step, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = mac.back() & 0x0F; // RFC 4226, 5.3: dynamic truncation
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7FFFFFFF;
    return QStringLiteral("%1").arg(number % CodeModulus, CodeDigits, 10, QLatin1Char('0'));
}

std::optional<qint64> matchingTotpStep(const QByteArray &secret, const QString &code, const QDateTime &now,
                                       qint64 lastUsedStep)
{
    QByteArray typed = code.toLatin1();
    typed.removeIf([](char c) { return c == ' '; });
    const qint64 present = totpStep(now);
    std::optional<qint64> found;
    for (const qint64 step : {present - 1, present, present + 1}) {
        if (equalSecrets(typed, totpCode(secret, step).toLatin1()) && step > lastUsedStep) {
            found = step;
        }
    }
    return found;
}

QStringList newRecoveryCodes()
{
    QStringList codes;
    while (codes.size() < RecoveryCodes) {
        QString code;
        for (int i = 0; i < RecoveryLetters; ++i) {
            code += QLatin1Char(RecoveryAlphabet[randombytes_uniform(sizeof(RecoveryAlphabet) - 1)]);
        }
        codes << code.insert(RecoveryLetters / 2, QLatin1Char('-'));
    }
    return codes;
}

QString recoveryCodeHash(const QString &code, const QString &userId)
{
    QString typed = code.toLower();
    typed.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return tokenHash((userId + QLatin1Char(':') + typed).toUtf8());
}

} // namespace Frontdesk::Identity
