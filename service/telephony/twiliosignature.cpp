#include "service/telephony/twiliosignature.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <tuple>

namespace Frontdesk::Telephony {

namespace {

/// Reads every byte whatever it finds, so that time tells nothing about where a guess went wrong.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

/// A URL up to the end of its host and port, and the rest.
struct SplitUrl {
    QByteArray scheme;
    QByteArray host;
    QByteArray port; ///< With its colon; empty when there is none.
    QByteArray rest;
};

SplitUrl split(const QByteArray &url)
{
    const qsizetype schemeEnd = std::max<qsizetype>(url.indexOf("://"), 0);
    const qsizetype hostBegin = schemeEnd == 0 ? 0 : schemeEnd + 3;
    qsizetype hostEnd = hostBegin;
    while (hostEnd < url.size() && url[hostEnd] != '/' && url[hostEnd] != '?') {
        ++hostEnd;
    }
    const QByteArray authority = url.mid(hostBegin, hostEnd - hostBegin);
    const qsizetype bracket = authority.lastIndexOf(']'); // Of an IPv6 address, which holds colons of its own.
    const qsizetype colon = authority.indexOf(':', std::max<qsizetype>(bracket, 0));
    return {url.first(schemeEnd), colon < 0 ? authority : authority.first(colon),
            colon < 0 ? QByteArray() : authority.sliced(colon), url.sliced(hostEnd)};
}

QByteArray defaultPort(const QByteArray &scheme)
{
    return scheme == "https" || scheme == "wss" ? ":443" : ":80";
}

/// As given, and with the default port dropped or added.
std::vector<QByteArray> portVariants(const SplitUrl &url)
{
    const QByteArray begin = url.scheme + "://" + url.host;
    const QByteArray standard = defaultPort(url.scheme);
    if (!url.port.isEmpty() && url.port != standard) {
        // Twilio drops any port of an HTTPS callback before signing.
        return {begin + url.port + url.rest, begin + url.rest};
    }
    return {begin + url.rest, begin + standard + url.rest};
}

} // namespace

TwilioSignature::TwilioSignature(QByteArray authToken)
    : m_authToken(std::move(authToken))
{}

QByteArray TwilioSignature::sign(const QByteArray &url, const TwilioForm &form) const
{
    std::vector<TwilioForm::Parameter> sorted = form.parameters();
    const auto key = [](const TwilioForm::Parameter &parameter) { return std::tie(parameter.name, parameter.value); };
    std::sort(sorted.begin(), sorted.end(), [key](const auto &a, const auto &b) { return key(a) < key(b); });
    const auto isSame = [key](const auto &a, const auto &b) { return key(a) == key(b); };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), isSame), sorted.end());

    QMessageAuthenticationCode code(QCryptographicHash::Sha1, m_authToken);
    code.addData(url);
    for (const TwilioForm::Parameter &parameter : sorted) {
        code.addData(parameter.name);
        code.addData(parameter.value);
    }
    return code.result().toBase64();
}

bool TwilioSignature::matches(const QByteArray &signature, const QByteArray &url, const TwilioForm &form) const
{
    bool found = false;
    for (const QByteArray &variant : portVariants(split(url))) {
        found |= equalInConstantTime(signature, sign(variant, form));
    }
    return found;
}

bool TwilioSignature::matchesUpgrade(const QByteArray &signature, const QByteArray &url) const
{
    SplitUrl parts = split(url);
    const bool isSecure = parts.scheme == "https" || parts.scheme == "wss";
    const std::vector<QByteArray> schemes =
        isSecure ? std::vector<QByteArray>{"wss", "https"} : std::vector<QByteArray>{"ws", "http"};
    const QByteArray rest = parts.rest;
    bool found = false;
    for (const QByteArray &scheme : schemes) {
        for (const char *slash : {"", "/"}) {
            parts.scheme = scheme;
            parts.rest = rest + slash;
            for (const QByteArray &variant : portVariants(parts)) {
                found |= equalInConstantTime(signature, sign(variant));
            }
        }
    }
    return found;
}

} // namespace Frontdesk::Telephony
