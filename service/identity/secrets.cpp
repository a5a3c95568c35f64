#include "service/identity/secrets.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace Frontdesk::Identity {

namespace {

constexpr qsizetype TokenBytes = 32;
constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype KeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

QByteArray newSecretToken()
{
    QByteArray bytes(TokenBytes, Qt::Uninitialized);
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString tokenHash(QByteArrayView token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256).toHex());
}

bool equalSecrets(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

QByteArray sealSecret(const QByteArray &key, const QByteArray &secret, const QByteArray &belongsTo)
{
    Q_ASSERT(key.size() == KeyBytes);
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    QByteArray sealed(NonceBytes + secret.size() + TagBytes, Qt::Uninitialized);
    randombytes_buf(sealed.data(), static_cast<size_t>(NonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed) + NonceBytes, nullptr, bytesOf(secret), static_cast<quint64>(secret.size()), bytesOf(belongsTo),
        static_cast<quint64>(belongsTo.size()), nullptr, bytesOf(sealed), bytesOf(key));
    return sealed;
}

Result<QByteArray> openSecret(const QByteArray &key, const QByteArray &sealed, const QByteArray &belongsTo)
{
    const Error unreadable{ErrorCode::Corrupt, QStringLiteral("A stored secret cannot be opened with this key.")};
    if (key.size() != KeyBytes || sealed.size() < NonceBytes + TagBytes) {
        return unreadable;
    }
    QByteArray secret(sealed.size() - NonceBytes - TagBytes, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(secret), nullptr, nullptr, bytesOf(sealed) + NonceBytes,
        static_cast<quint64>(sealed.size() - NonceBytes), bytesOf(belongsTo), static_cast<quint64>(belongsTo.size()),
        bytesOf(sealed), bytesOf(key));
    return opened == 0 ? Result<QByteArray>(secret) : unreadable;
}

Result<QByteArray> openSecret(const SealingKeys &keys, const QByteArray &sealed, const QByteArray &belongsTo)
{
    auto opened = openSecret(keys.current, sealed, belongsTo);
    return opened || keys.previous.isEmpty() ? std::move(opened) : openSecret(keys.previous, sealed, belongsTo);
}

} // namespace Frontdesk::Identity
