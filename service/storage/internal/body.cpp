#include "service/storage/internal/body.h"

#include <QJsonDocument>

namespace Frontdesk::Storage {

QByteArray packBody(const QJsonObject &data)
{
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> unpackBody(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return Error{ErrorCode::Corrupt, QStringLiteral("The database holds a row whose patient data cannot be read.")};
    }
    return document.object();
}

} // namespace Frontdesk::Storage
