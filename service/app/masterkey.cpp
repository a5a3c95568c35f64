#include "service/app/masterkey.h"

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace Frontdesk::App {

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

Result<QByteArray> make(const QString &path)
{
    QByteArray key(KeyBytes, Qt::Uninitialized);
    for (char &byte : key) {
        byte = static_cast<char>(QRandomGenerator::system()->generate());
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(key.toHex() + '\n') < 0 ||
        !file.flush()) {
        return Error{ErrorCode::Unavailable, QStringLiteral("Cannot write the master key to %1.").arg(path)};
    }
    return key;
}

} // namespace

Result<QByteArray> loadMasterKey(const QString &file, const QString &dataDir)
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
    const QByteArray key = decode(stored.readAll());
    if (key.size() < KeyBytes) {
        return Error{
            ErrorCode::InvalidInput,
            QStringLiteral("The master key in %1 must be 32 bytes, as they are, in hex or in base64.").arg(path)};
    }
    return key;
}

QByteArray derivedSecret(const QByteArray &masterKey, const char *purpose)
{
    return QMessageAuthenticationCode::hash(QByteArray(purpose), masterKey, QCryptographicHash::Sha256);
}

} // namespace Frontdesk::App
