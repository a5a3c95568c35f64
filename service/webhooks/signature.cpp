#include "service/webhooks/signature.h"

#include <QMessageAuthenticationCode>

namespace Frontdesk::Webhooks {

QByteArray signatureHeader(const std::vector<QByteArray> &secrets, const QByteArray &body, const QDateTime &at)
{
    const QByteArray time = QByteArray::number(at.toSecsSinceEpoch());
    QByteArray header = "t=" + time;
    for (const QByteArray &secret : secrets) {
        header +=
            ",v1=" + QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
    }
    return header;
}

} // namespace Frontdesk::Webhooks
