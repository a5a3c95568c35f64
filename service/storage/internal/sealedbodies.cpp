#include "service/storage/internal/sealedbodies.h"

#include "service/sealing/seal.h"

#include <QJsonDocument>
#include <QtEndian>

namespace Frontdesk::Storage {

namespace {

constexpr char SealedMark = 1;
constexpr qsizetype HeadBytes = 1 + sizeof(quint32);

QByteArray headOf(quint32 version)
{
    QByteArray head(HeadBytes, SealedMark);
    qToBigEndian(version, head.data() + 1);
    return head;
}

QByteArray textOf(const BodyPlace &place, quint32 version)
{
    return QStringLiteral("%1/%2/%3/%4").arg(place.table, place.clinic.text(), place.row).arg(version).toUtf8();
}

} // namespace

std::optional<quint32> SealedBodies::versionOf(const QByteArray &bytes)
{
    if (bytes.size() < HeadBytes || bytes.front() != SealedMark) {
        return std::nullopt;
    }
    return qFromBigEndian<quint32>(bytes.constData() + 1);
}

Result<QByteArray> SealedBodies::pack(const BodyPlace &place, const QJsonObject &data)
{
    const auto keys = m_keys.keys(place.clinic);
    if (!keys) {
        return keys.error();
    }
    const auto &[version, key] = *(*keys)->data.rbegin();
    const QByteArray plain = QJsonDocument(data).toJson(QJsonDocument::Compact);
    return headOf(version) + Sealing::seal(key, plain, textOf(place, version));
}

Result<QJsonObject> SealedBodies::unpack(const BodyPlace &place, const QByteArray &bytes)
{
    const Error unreadable{ErrorCode::Corrupt,
                           QStringLiteral("The database holds a row whose patient data cannot be read.")};
    const auto version = versionOf(bytes);
    if (!version) {
        return unreadable;
    }
    const auto keys = m_keys.keysWith(place.clinic, *version);
    if (!keys) {
        return keys.error();
    }
    const auto plain = Sealing::open((*keys)->data.at(*version), bytes.mid(HeadBytes), textOf(place, *version));
    const QJsonDocument document = plain ? QJsonDocument::fromJson(*plain) : QJsonDocument();
    return document.isObject() ? Result<QJsonObject>(document.object()) : unreadable;
}

} // namespace Frontdesk::Storage
