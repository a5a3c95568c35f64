#include "service/sealing/masterkey.h"

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>

namespace Frontdesk::Sealing {

namespace {

constexpr qsizetype KeyBytes = 32;

QByteArray decode(const QByteArray &content)
{
    if (content.size() == KeyBytes) {
        return content;
    }
    const QByteArray text = content.trimmed();
    if (text.size() == 2 * KeyBytes) {
        return QByteArray::fromHex(text);
    }
    const auto base64 = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return base64 ? *base64 : QByteArray();
}

Result<SecretKey> make(const QString &path)
{
    const SecretKey key = SecretKey::random();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(key.toBytes().toHex() + '\n') < 0 ||
        !file.flush()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("Cannot write the master key to %1.").arg(path)};
    }
    return key;
}

} // namespace

const SecretKey *MasterKeys::find(const QByteArray &fingerprint) const
{
    if (current.fingerprint() == fingerprint) {
        return &current;
    }
    return previous && previous->fingerprint() == fingerprint ? &*previous : nullptr;
}

Result<SecretKey> loadMasterKey(const QString &file, const QString &dataDir)
{
    const QString path = file.isEmpty() ? QDir(dataDir).filePath(QStringLiteral("master.key")) : file;
    if (file.isEmpty() && !QFile::exists(path)) {
        if (!QDir().mkpath(dataDir)) {
            return Error{ErrorCode::Unavailable, QStringLiteral("Cannot make the data folder %1.").arg(dataDir)};
        }
        return make(path);
    }
    QFile stored(path);
    if (!stored.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unavailable, QStringLiteral("Cannot read the master key from %1.").arg(path)};
    }
    auto key = SecretKey::fromBytes(decode(stored.readAll()));
    if (!key) {
        return Error{
            ErrorCode::InvalidInput,
            QStringLiteral("The master key in %1 must be 32 bytes, as they are, in hex or in base64.").arg(path)};
    }
    return key;
}

Result<std::shared_ptr<const MasterKeys>> loadMasterKeys(const QString &file, const QString &previousFile,
                                                         const QString &dataDir)
{
    const auto current = loadMasterKey(file, dataDir);
    if (!current) {
        return current.error();
    }
    MasterKeys keys{*current};
    if (!previousFile.isEmpty()) {
        const auto previous = loadMasterKey(previousFile, dataDir);
        if (!previous) {
            return previous.error();
        }
        keys.previous = *previous;
    }
    return std::make_shared<const MasterKeys>(std::move(keys));
}

QByteArray derivedSecret(const SecretKey &masterKey, const char *purpose)
{
    return QMessageAuthenticationCode::hash(QByteArray(purpose), masterKey.toBytes(), QCryptographicHash::Sha256);
}

} // namespace Frontdesk::Sealing
