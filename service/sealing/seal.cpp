#include "service/sealing/seal.h"

#include <sodium.h>

namespace Frontdesk::Sealing {

namespace {

constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned long long sizeOf(const QByteArray &data)
{
    return static_cast<unsigned long long>(data.size());
}

} // namespace

QByteArray seal(const SecretKey &key, const QByteArray &plain, const QByteArray &place)
{
    QByteArray sealed(NonceBytes + plain.size() + TagBytes, Qt::Uninitialized);
    auto *const out = reinterpret_cast<unsigned char *>(sealed.data());
    randombytes_buf(out, static_cast<size_t>(NonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NonceBytes, nullptr, bytesOf(plain), sizeOf(plain), bytesOf(place),
                                               sizeOf(place), nullptr, out, key.data());
    return sealed;
}

Result<QByteArray> open(const SecretKey &key, const QByteArray &sealed, const QByteArray &place)
{
    const Error damaged{ErrorCode::Corrupt, QStringLiteral("Sealed data cannot be opened: wrong key, or changed.")};
    if (sealed.size() < NonceBytes + TagBytes) {
        return damaged;
    }
    QByteArray plain(sealed.size() - NonceBytes - TagBytes, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, bytesOf(sealed) + NonceBytes,
        sizeOf(sealed) - NonceBytes, bytesOf(place), sizeOf(place), bytesOf(sealed), key.data());
    return opened == 0 ? Result<QByteArray>(std::move(plain)) : damaged;
}

} // namespace Frontdesk::Sealing
