#include "service/identity/accesstokens.h"

#include "service/identity/secrets.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace Frontdesk::Identity {

namespace {

constexpr qint64 SecondsPerDay = 86'400;
constexpr qsizetype LongestToken = 2048;
const QString Issuer = QStringLiteral("frontdesk");

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encoded(const QJsonObject &object)
{
    return encoded(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject decodedObject(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

Error refused(const QString &why)
{
    return {ErrorCode::Refused, why};
}

} // namespace

AccessTokens::AccessTokens(QByteArray secret)
    : m_secret(std::move(secret))
{}

QByteArray AccessTokens::signature(qint64 day, const QByteArray &signedPart) const
{
    const QByteArray key = QMessageAuthenticationCode::hash("access tokens of day " + QByteArray::number(day), m_secret,
                                                            QCryptographicHash::Sha256);
    return encoded(QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256));
}

QByteArray AccessTokens::issue(AccessClaims claims, const QDateTime &now) const
{
    const qint64 issued = now.toSecsSinceEpoch();
    const qint64 day = issued / SecondsPerDay;
    const QByteArray head = encoded(QJsonObject{{QStringLiteral("alg"), QStringLiteral("HS256")},
                                                {QStringLiteral("typ"), QStringLiteral("JWT")},
                                                {QStringLiteral("kid"), QString::number(day)}});
    const QByteArray body = encoded(QJsonObject{{QStringLiteral("iss"), Issuer},
                                                {QStringLiteral("sub"), claims.user.text()},
                                                {QStringLiteral("sid"), claims.session.text()},
                                                {QStringLiteral("clinic"), claims.clinic.text()},
                                                {QStringLiteral("role"), roleName(claims.role)},
                                                {QStringLiteral("iat"), issued},
                                                {QStringLiteral("exp"), issued + qint64{Lifetime.count()}}});
    const QByteArray signedPart = head + '.' + body;
    return signedPart + '.' + signature(day, signedPart);
}

Result<AccessClaims> AccessTokens::read(QByteArrayView token, const QDateTime &now) const
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    if (token.size() > LongestToken || parts.size() != 3) {
        return refused(QStringLiteral("This is no access token."));
    }
    const qint64 moment = now.toSecsSinceEpoch();
    const QJsonObject head = decodedObject(parts[0]);
    const qint64 day = head.value(QLatin1String("kid")).toString().toLongLong();
    const qint64 age = moment / SecondsPerDay - day;
    const bool plausible = head.value(QLatin1String("alg")) == QLatin1String("HS256") && age >= -1 && age <= 1;
    if (!plausible || !equalSecrets(parts[2], signature(day, parts[0] + '.' + parts[1]))) {
        return refused(QStringLiteral("The access token is not signed by this service, or long over."));
    }
    const QJsonObject body = decodedObject(parts[1]);
    const qint64 expires = body.value(QLatin1String("exp")).toInteger();
    const qint64 issued = body.value(QLatin1String("iat")).toInteger();
    const auto role = roleFromName(body.value(QLatin1String("role")).toString());
    if (!role || body.value(QLatin1String("iss")) != Issuer) {
        return refused(QStringLiteral("The access token says something this service does not say."));
    }
    if (moment >= expires + ClockSkew.count() || moment < issued - ClockSkew.count()) {
        return refused(QStringLiteral("The access token is over."));
    }
    return AccessClaims{UserId(body.value(QLatin1String("sub")).toString()),
                        SessionId(body.value(QLatin1String("sid")).toString()),
                        ClinicId(body.value(QLatin1String("clinic")).toString()), *role,
                        QDateTime::fromSecsSinceEpoch(expires, Qt::UTC)};
}

} // namespace Frontdesk::Identity
