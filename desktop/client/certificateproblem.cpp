#include "desktop/client/certificateproblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

namespace Frontdesk::Client {

namespace {

struct Certificates {
    Q_DECLARE_TR_FUNCTIONS(Certificates)
};

QString day(const QDateTime &moment)
{
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

} // namespace

QString certificateSentence(const QList<QSslError> &errors, const QString &host)
{
    for (const auto &error : errors) {
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            return Certificates::tr("The server answers under another name than %1. Check the address; if it is right, "
                                    "tell your IT that its certificate is for another name.")
                .arg(host);
        case QSslError::CertificateExpired:
            return Certificates::tr(
                       "The server's certificate was valid until %1. Either your IT has to renew it, or this "
                       "computer's clock is wrong.")
                .arg(day(error.certificate().expiryDate()));
        case QSslError::CertificateNotYetValid:
            return Certificates::tr(
                       "The server's certificate is valid from %1 on. This computer's clock is probably wrong.")
                .arg(day(error.certificate().effectiveDate()));
        case QSslError::CertificateRevoked:
            return Certificates::tr("The server's certificate was revoked. Do not sign in; tell your IT.");
        default:
            continue;
        }
    }
    return Certificates::tr(
               "Nobody this computer trusts vouches for the server %1. Ask your IT to install the clinic's "
               "root certificate, and do not sign in before.")
        .arg(host);
}

} // namespace Frontdesk::Client
