#include "service/identity/passwordhash.h"

#include <sodium.h>

#include <array>

namespace Frontdesk::Identity {

namespace {

QByteArray comparable(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

} // namespace

Result<QString> hashPassword(const QString &password, const HashCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    QByteArray bytes = comparable(password);
    const bool made = sodium_init() >= 0 &&
                      crypto_pwhash_str_alg(hash.data(), bytes.constData(), static_cast<quint64>(bytes.size()),
                                            cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    if (!made) {
        return Error{ErrorCode::Unavailable, QStringLiteral("There is not enough memory to keep a password.")};
    }
    return QString::fromLatin1(hash.data());
}

bool passwordMatches(const QString &password, const QString &hash)
{
    const QByteArray kept = hash.toLatin1();
    if (kept.isEmpty() || kept.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES) || sodium_init() < 0) {
        return false;
    }
    QByteArray bytes = comparable(password);
    const bool matches =
        crypto_pwhash_str_verify(kept.constData(), bytes.constData(), static_cast<quint64>(bytes.size())) == 0;
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    return matches;
}

bool isOutdated(const QString &hash, const HashCost &cost)
{
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), cost.operations, cost.memoryBytes) != 0;
}

} // namespace Frontdesk::Identity
