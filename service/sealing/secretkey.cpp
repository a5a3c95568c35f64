#include "service/sealing/secretkey.h"

#include <sodium.h>

#include <cstring>

namespace Frontdesk::Sealing {

namespace {

/// Before anything is sealed: picks the fastest code for this processor.
[[maybe_unused]] const int sodiumReady = sodium_init();

} // namespace

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes.data(), Size);
    return key;
}

Result<SecretKey> SecretKey::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != static_cast<qsizetype>(Size)) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("A key must be 32 bytes.")};
    }
    SecretKey key;
    std::memcpy(key.m_bytes.data(), bytes.constData(), Size);
    return key;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes.data(), Size);
}

SecretKey SecretKey::derive(const QByteArray &purpose) const
{
    SecretKey derived;
    crypto_generichash(derived.m_bytes.data(), Size, reinterpret_cast<const unsigned char *>(purpose.constData()),
                       static_cast<unsigned long long>(purpose.size()), m_bytes.data(), Size);
    return derived;
}

QByteArray SecretKey::fingerprint() const
{
    constexpr int Shown = 8;
    return derive("fingerprint").toBytes().left(Shown).toHex();
}

QByteArray SecretKey::toBytes() const
{
    return {reinterpret_cast<const char *>(m_bytes.data()), static_cast<qsizetype>(Size)};
}

} // namespace Frontdesk::Sealing
