#include "service/telephony/streamtokens.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

namespace Frontdesk::Telephony {

namespace {

constexpr qsizetype ExpiryBytes = 8;
constexpr qsizetype NonceBytes = 16;
constexpr qsizetype MacBytes = 32;
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error refused(const char *why)
{
    return {ErrorCode::Refused, QStringLiteral("The media socket's token is %1.").arg(QLatin1String(why))};
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

} // namespace

StreamTokens::StreamTokens(QByteArray secret, const Clock &clock)
    : m_secret(std::move(secret))
    , m_clock(clock)
{
    Q_ASSERT(m_secret.size() >= MacBytes);
}

QByteArray StreamTokens::mac(QByteArrayView expiryAndNonce, const QString &callSid) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_secret);
    code.addData(expiryAndNonce.data(), expiryAndNonce.size());
    code.addData(callSid.toUtf8());
    return code.result();
}

QString StreamTokens::issue(const QString &callSid)
{
    const qint64 expiry = m_clock.utcNow().toMSecsSinceEpoch() + std::chrono::milliseconds(Lifetime).count();
    QByteArray token(ExpiryBytes + NonceBytes, Qt::Uninitialized);
    qToBigEndian(expiry, token.data());
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(token.data() + ExpiryBytes),
                                         reinterpret_cast<quint32 *>(token.data() + token.size()));
    token += mac(token, callSid);
    return QString::fromLatin1(token.toBase64(Encoding));
}

Result<void> StreamTokens::redeem(const QString &token, const QString &callSid)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(token.toLatin1(), Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != ExpiryBytes + NonceBytes + MacBytes) {
        return refused("not well-formed");
    }
    const QByteArray &bytes = decoded.decoded;
    const QByteArrayView signedPart = QByteArrayView(bytes).first(ExpiryBytes + NonceBytes);
    if (!equalInConstantTime(QByteArrayView(bytes).last(MacBytes), mac(signedPart, callSid))) {
        return refused("not ours for this call");
    }
    const auto expiry = qFromBigEndian<qint64>(bytes.constData());
    const qint64 now = m_clock.utcNow().toMSecsSinceEpoch();
    if (now >= expiry) {
        return refused("too old");
    }
    const QMutexLocker lock(&m_mutex);
    forgetExpired(now);
    const QByteArray nonce = bytes.mid(ExpiryBytes, NonceBytes);
    if (m_redeemed.contains(nonce)) {
        return refused("used already");
    }
    m_redeemed.insert(nonce, expiry);
    return {};
}

void StreamTokens::forgetExpired(qint64 nowMs)
{
    m_redeemed.removeIf([nowMs](const QHash<QByteArray, qint64>::iterator &entry) { return *entry <= nowMs; });
}

} // namespace Frontdesk::Telephony
