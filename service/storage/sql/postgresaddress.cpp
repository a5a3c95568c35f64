#include "service/storage/sql/postgresaddress.h"

#include <QFile>
#include <QHostAddress>
#include <QMap>
#include <QStringList>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace Frontdesk::Storage {

namespace {

using Options = QMap<QByteArray, QByteArray>;

Result<Options> parse(const QString &url)
{
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(url.toUtf8().constData(), &complaint), &PQconninfoFree);
    PQfreemem(complaint); // It may quote the address.
    if (!parsed) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("The database's address must look like postgresql://USER@HOST/NAME.")};
    }
    Options options;
    for (const PQconninfoOption *option = parsed.get(); option->keyword; ++option) {
        if (option->val) {
            options.insert(option->keyword, option->val);
        }
    }
    return options;
}

bool isHere(const QByteArray &host)
{
    return host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost" ||
           QHostAddress(QString::fromUtf8(host)).isLoopback();
}

bool allHostsAreHere(const Options &options)
{
    const QByteArray hosts = options.value("host");
    const QByteArray addresses = options.value("hostaddr");
    const auto here = [](const QByteArray &list) {
        const auto names = list.split(',');
        return std::all_of(names.begin(), names.end(), isHere);
    };
    return here(hosts) && here(addresses);
}

QByteArray systemCertificates()
{
    for (const char *bundle : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"}) {
        if (QFile::exists(QString::fromLatin1(bundle))) {
            return bundle;
        }
    }
    return {};
}

Result<void> demandTls(Options &options)
{
    const QByteArray mode = options.value("sslmode", "verify-full");
    if (mode != "verify-full") {
        return Error{ErrorCode::Refused,
                     QStringLiteral("The database's address asks for sslmode=%1; a database on another machine must be "
                                    "spoken to with sslmode=verify-full.")
                         .arg(QString::fromUtf8(mode))};
    }
    options.insert("sslmode", mode);
    if (!options.contains("sslrootcert")) {
        options.insert("sslrootcert", systemCertificates());
    }
    options.insert("gssencmode", "disable");
    return {};
}

void setUnlessGiven(Options &options, const char *keyword, const char *value)
{
    if (!options.contains(keyword)) {
        options.insert(keyword, value);
    }
}

QByteArray quoted(QByteArray value)
{
    value.replace('\\', "\\\\").replace('\'', "\\'");
    return '\'' + value + '\'';
}

} // namespace

bool isPostgresAddress(const QString &url)
{
    return url.startsWith(QLatin1String("postgresql://")) || url.startsWith(QLatin1String("postgres://"));
}

Result<std::string> postgresConnectionString(const QString &url)
{
    auto parsed = parse(url);
    if (!parsed) {
        return parsed.error();
    }
    Options options = std::move(parsed).value();
    if (!allHostsAreHere(options)) {
        if (const auto safe = demandTls(options); !safe) {
            return safe.error();
        }
    }
    options.insert("client_encoding", "UTF8");
    setUnlessGiven(options, "application_name", "frontdesk");
    // A server that vanished is noticed within about ten seconds, also by a connection that only waits.
    setUnlessGiven(options, "connect_timeout", "5");
    setUnlessGiven(options, "keepalives_idle", "5");
    setUnlessGiven(options, "keepalives_interval", "2");
    setUnlessGiven(options, "keepalives_count", "3");
    setUnlessGiven(options, "tcp_user_timeout", "10000");
    QByteArrayList words;
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        words << option.key() + '=' + quoted(option.value());
    }
    return words.join(' ').toStdString();
}

} // namespace Frontdesk::Storage
