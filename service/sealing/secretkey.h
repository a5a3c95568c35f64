#pragma once

#include "shared/core/result.h"

#include <QByteArray>

#include <array>

namespace Frontdesk::Sealing {

/// 32 secret bytes that are wiped when they are no longer needed.
class SecretKey {
public:
    static constexpr size_t Size = 32;

    /// From the system's source of randomness.
    [[nodiscard]] static SecretKey random();
    /// InvalidInput: not 32 bytes.
    [[nodiscard]] static Result<SecretKey> fromBytes(const QByteArray &bytes);

    ~SecretKey();
    SecretKey(const SecretKey &) = default;
    SecretKey &operator=(const SecretKey &) = default;

    /// Another key for a purpose of its own; knowing one tells nothing about the other (keyed BLAKE2b).
    [[nodiscard]] SecretKey derive(const QByteArray &purpose) const;

    /// Eight bytes as hex that tell keys apart and tell nothing about them.
    [[nodiscard]] QByteArray fingerprint() const;

    [[nodiscard]] const unsigned char *data() const { return m_bytes.data(); }
    [[nodiscard]] QByteArray toBytes() const;

private:
    SecretKey() = default;

    std::array<unsigned char, Size> m_bytes{};
};

} // namespace Frontdesk::Sealing
