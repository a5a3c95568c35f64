#include "service/settings/internal/vendorchecks.h"
#include "service/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>

namespace Frontdesk {

namespace {

constexpr qsizetype MasterKeyBytes = 32;

void checkListen(const Settings &settings, QStringList &found)
{
    const QString listen = settings.value(QStringLiteral("LISTEN"));
    bool portIsNumber = false;
    const qsizetype colon = listen.lastIndexOf(QLatin1Char(':'));
    static_cast<void>(listen.mid(colon + 1).toUShort(&portIsNumber));
    if (colon < 1 || !portIsNumber || QHostAddress(settings.listenAddress()).isNull()) {
        found << QStringLiteral("LISTEN must be an IP address and a port such as 127.0.0.1:8080 or [::]:8080, not "
                                "\"%1\".")
                     .arg(listen);
    }
}

void checkUrl(const QString &name, const QUrl &url, QStringList &found)
{
    const bool http = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!http && url.scheme() != QLatin1String("https"))) {
        found << QStringLiteral("%1 must begin with https:// and name a host.").arg(name);
    } else if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        found << QStringLiteral("%1 may hold only a host, a port and a path.").arg(name);
    } else if (http && !isLoopback(url.host())) {
        found << QStringLiteral("%1 uses plain http, which is for this machine only (127.0.0.1, [::1], localhost); use "
                                "https.")
                     .arg(name);
    }
}

void checkReadable(const QString &name, const QString &path, QStringList &found)
{
    const QFileInfo file(path);
    if (!file.isFile()) {
        found << QStringLiteral("%1: there is no file %2.").arg(name, path);
    } else if (!file.isReadable()) {
        found << QStringLiteral("%1: the file %2 may not be read.").arg(name, path);
    }
}

void checkTls(const Settings &settings, QStringList &found)
{
    const QString certificate = settings.tlsCertificateFile();
    const QString key = settings.tlsKeyFile();
    if (certificate.isEmpty() != key.isEmpty()) {
        found << (certificate.isEmpty() ? QStringLiteral("TLS_KEY is set without TLS_CERT; set both or none.")
                                        : QStringLiteral("TLS_CERT is set without TLS_KEY; set both or none."));
    }
    if (!certificate.isEmpty()) {
        checkReadable(QStringLiteral("TLS_CERT"), certificate, found);
    }
    if (!key.isEmpty()) {
        checkReadable(QStringLiteral("TLS_KEY"), key, found);
    }
}

void checkDataDir(const Settings &settings, QStringList &found)
{
    const QString wanted = settings.dataDir();
    QString existing = wanted;
    while (!QFileInfo::exists(existing) && !QDir(existing).isRoot()) {
        existing = QFileInfo(existing).path();
    }
    const QFileInfo folder(existing);
    if (!folder.isDir()) {
        found << QStringLiteral("DATA_DIR: %1 is not a folder.").arg(existing);
    } else if (!folder.isWritable()) {
        found << QStringLiteral("DATA_DIR: nothing may be written in %1.").arg(existing);
    }
}

/// The bytes of a key written raw, in hex or in base64.
QByteArray decodedKey(const QByteArray &content)
{
    const QByteArray text = content.trimmed();
    static const QRegularExpression hex(QStringLiteral("^([0-9a-fA-F]{2})+$"));
    if (hex.match(QString::fromLatin1(text)).hasMatch()) {
        return QByteArray::fromHex(text);
    }
    const auto base64 = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    // A text of base64 letters that decodes to less than a key was meant as base64, not as a raw key.
    return base64.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? base64.decoded : content;
}

/// Not set is fine where there is no default.
void checkNumber(const Settings &settings, const QString &key, int least, int most, QStringList &found)
{
    const QString text = settings.value(key);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || number < least || number > most)) {
        found
            << QStringLiteral("%1 must be a number from %2 to %3, not \"%4\".").arg(key).arg(least).arg(most).arg(text);
    }
}

void checkDatabase(const Settings &settings, QStringList &found)
{
    const auto isPostgres = [](const QString &url) {
        return url.startsWith(QLatin1String("postgresql://")) || url.startsWith(QLatin1String("postgres://"));
    };
    const QString url = settings.databaseUrl();
    if (!isPostgres(url) && !url.startsWith(QLatin1String("sqlite:"))) {
        found << QStringLiteral("DATABASE_URL must be postgresql://USER@HOST/NAME or sqlite:PATH.");
    }
    if (const QString owner = settings.databaseOwnerUrl();
        !owner.isEmpty() && !(isPostgres(owner) && isPostgres(url))) {
        found << QStringLiteral("DATABASE_OWNER_URL is for PostgreSQL only and must be postgresql://USER@HOST/NAME.");
    }
    checkNumber(settings, QStringLiteral("DATABASE_CONNECTIONS"), 1, 64, found);
}

void checkMasterKey(const QString &setting, const QString &path, QStringList &found)
{
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        checkReadable(setting, path, found);
        return;
    }
    constexpr auto OthersMayRead = QFile::ReadOther | QFile::ReadGroup;
    if (file.permissions() & OthersMayRead) {
        found << QStringLiteral("%1: others may read %2; allow its owner only (chmod 600).").arg(setting, path);
    }
    if (decodedKey(file.read(4096)).size() < MasterKeyBytes) {
        found << QStringLiteral("%1: the key in %2 is too short; it needs %3 bytes, raw, in hex or in base64.")
                     .arg(setting, path)
                     .arg(MasterKeyBytes);
    }
}

void checkTwilio(const Settings &settings, QStringList &found)
{
    const QString sid = settings.twilioAccountSid();
    const QString token = settings.twilioAuthToken();
    if (sid.isEmpty() && !token.isEmpty()) {
        found << QStringLiteral("TWILIO_AUTH_TOKEN is set without TWILIO_ACCOUNT_SID.");
    }
    if (!sid.isEmpty() && token.isEmpty()) {
        found << QStringLiteral("TWILIO_ACCOUNT_SID is set without TWILIO_AUTH_TOKEN.");
    }
    static const QRegularExpression sidShape(QStringLiteral("^AC[0-9a-fA-F]{32}$"));
    if (!sid.isEmpty() && !sidShape.match(sid).hasMatch()) {
        found << QStringLiteral("TWILIO_ACCOUNT_SID must be AC and 32 hex digits.");
    }
    checkUrl(QStringLiteral("TWILIO_API_URL"), settings.twilioApiUrl(), found);
}

void checkOneOf(const Settings &settings, const QString &name, const QStringList &known, QStringList &found)
{
    const QString value = settings.value(name);
    if (!known.contains(value)) {
        found << QStringLiteral("%1 must be %2, not \"%3\".").arg(name, known.join(QStringLiteral(" or ")), value);
    }
}

void checkErrorReports(const Settings &settings, QStringList &found)
{
    const QUrl dsn(settings.value(QStringLiteral("SENTRY_DSN")), QUrl::StrictMode);
    const bool isSafe = dsn.scheme() == QLatin1String("https") || isLoopback(dsn.host());
    if (!dsn.isEmpty() && (dsn.userName().isEmpty() || dsn.host().isEmpty() || dsn.fileName().isEmpty() || !isSafe)) {
        found << QStringLiteral("SENTRY_DSN must look like https://KEY@HOST/PROJECT.");
    }
}

void checkRecordings(const Settings &settings, QStringList &found)
{
    checkOneOf(settings, QStringLiteral("RECORDING_STORE"), {QStringLiteral("local"), QStringLiteral("s3")}, found);
    checkOneOf(settings, QStringLiteral("S3_BUCKET_IN_HOST"), {QStringLiteral("yes"), QStringLiteral("no")}, found);
    if (!settings.keepsRecordingsInS3()) {
        return;
    }
    checkUrl(QStringLiteral("S3_URL"), settings.s3Url(), found);
    for (const char *name : {"S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"}) {
        if (settings.value(QLatin1String(name)).isEmpty()) {
            found << QStringLiteral("RECORDING_STORE is s3, but %1 is not set.").arg(QLatin1String(name));
        }
    }
    static const QRegularExpression bucketName(QStringLiteral("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"));
    const QString bucket = settings.value(QStringLiteral("S3_BUCKET"));
    if (!bucket.isEmpty() && !bucketName.match(bucket).hasMatch()) {
        found << QStringLiteral("S3_BUCKET must have 3 to 63 lower-case letters, digits, dots and hyphens.");
    }
}

} // namespace

QStringList Settings::problems() const
{
    QStringList found;
    checkListen(*this, found);
    if (!value(QStringLiteral("PUBLIC_URL")).isEmpty()) {
        checkUrl(QStringLiteral("PUBLIC_URL"), publicUrl(), found);
    }
    checkTls(*this, found);
    checkDataDir(*this, found);
    checkDatabase(*this, found);
    checkMasterKey(QStringLiteral("MASTER_KEY_FILE"), masterKeyFile(), found);
    checkMasterKey(QStringLiteral("MASTER_KEY_PREVIOUS_FILE"), previousMasterKeyFile(), found);
    checkTwilio(*this, found);
    checkVendors(*this, found);
    checkRecordings(*this, found);
    if (const QString prices = value(QStringLiteral("PRICES_FILE")); !prices.isEmpty()) {
        checkReadable(QStringLiteral("PRICES_FILE"), prices, found);
    }
    checkNumber(*this, QStringLiteral("THREADS"), 1, 256, found);
    checkNumber(*this, QStringLiteral("CONNECTIONS_PER_ADDRESS"), 0, 1'000'000, found);
    checkOneOf(*this, QStringLiteral("LOG_LEVEL"),
               {QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"), QStringLiteral("error")},
               found);
    checkOneOf(*this, QStringLiteral("LOG_FORMAT"), {QStringLiteral("text"), QStringLiteral("json")}, found);
    checkErrorReports(*this, found);
    return found;
}

} // namespace Frontdesk
