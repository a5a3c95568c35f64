#include "service/notification/smtpmailer.h"

#include <QHostAddress>
#include <QLocale>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

namespace Frontdesk::Notification {

namespace {

constexpr long ConnectSeconds = 15;
constexpr long WholeSeconds = 60;
constexpr qsizetype Base64Line = 76;

struct Upload {
    QByteArray text;
    qsizetype sent = 0;
};

size_t readUpload(char *buffer, size_t size, size_t count, void *context)
{
    auto &upload = *static_cast<Upload *>(context);
    const qsizetype piece = std::min<qsizetype>(static_cast<qsizetype>(size * count), upload.text.size() - upload.sent);
    std::memcpy(buffer, upload.text.constData() + upload.sent, static_cast<size_t>(piece));
    upload.sent += piece;
    return static_cast<size_t>(piece);
}

bool isHere(const QUrl &server)
{
    return server.host() == QLatin1String("localhost") || QHostAddress(server.host()).isLoopback();
}

bool breaksLine(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c < QLatin1Char(' ') || c == QChar(0x7f); });
}

/// Our own name for the server: the part of the sender's address after the @.
QString ourHost(const MailSettings &settings)
{
    return settings.from.section(QLatin1Char('@'), -1);
}

Error failure(CURLcode code, long answer)
{
    // 4xx and a lost connection pass; 5xx, a refused login and a wrong certificate do not.
    if (code == CURLE_LOGIN_DENIED || answer >= 500) {
        return {ErrorCode::Refused, QStringLiteral("The mail server refuses (%1).").arg(answer)};
    }
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION) {
        return {ErrorCode::Refused, QStringLiteral("The mail server cannot prove who it is, or does not encrypt.")};
    }
    return {ErrorCode::Unavailable, QStringLiteral("The mail server does not take it now (%1, %2).")
                                        .arg(QString::fromLatin1(curl_easy_strerror(code)))
                                        .arg(answer)};
}

Result<void> deliver(const MailSettings &settings, const Mail &mail)
{
    const auto text = mailText(settings, mail);
    if (!text) {
        return text.error();
    }
    Upload upload{*text};
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
        curl_slist_append(nullptr, ('<' + mail.to.toUtf8() + '>').constData()), &curl_slist_free_all);
    QUrl url = settings.server;
    url.setPath(QLatin1Char('/') + ourHost(settings));
    const auto set = [&curl](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, url.toEncoded().constData());
    set(CURLOPT_USE_SSL, static_cast<long>(isHere(settings.server) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, settings.caFile.toUtf8().constData());
    }
    if (!settings.user.isEmpty()) {
        set(CURLOPT_USERNAME, settings.user.toUtf8().constData());
        set(CURLOPT_PASSWORD, settings.password.constData());
    }
    set(CURLOPT_MAIL_FROM, ('<' + settings.from.toUtf8() + '>').constData());
    set(CURLOPT_MAIL_RCPT, to.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &readUpload);
    set(CURLOPT_READDATA, static_cast<void *>(&upload));
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(upload.text.size()));
    set(CURLOPT_CONNECTTIMEOUT, ConnectSeconds);
    set(CURLOPT_TIMEOUT, WholeSeconds);
    set(CURLOPT_NOSIGNAL, 1L);
    const CURLcode code = curl_easy_perform(curl.get());
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    return code == CURLE_OK ? Result<void>() : failure(code, answer);
}

} // namespace

Result<QByteArray> mailText(const MailSettings &settings, const Mail &mail)
{
    for (const QString &line : {settings.from, mail.to, mail.subject, mail.id}) {
        if (breaksLine(line)) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("A mail's address or subject holds a line break.")};
        }
    }
    // A clinic's name may hold other letters; they stand in the text as they are.
    QByteArray subject;
    for (const QChar c : mail.subject) {
        subject += c.unicode() < 0x80 ? QByteArray(1, c.toLatin1()) : QByteArray("?");
    }
    QByteArray text;
    text +=
        "Date: " + QLocale::c().toString(mail.date.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
        " +0000\r\n";
    text += "From: Frontdesk <" + settings.from.toUtf8() + ">\r\n";
    text += "To: <" + mail.to.toUtf8() + ">\r\n";
    text += "Subject: " + subject + "\r\n";
    text += "Message-ID: <" + mail.id.toUtf8() + '@' + ourHost(settings).toUtf8() + ">\r\n";
    text += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray body = mail.text.toUtf8().toBase64();
    for (qsizetype at = 0; at < body.size(); at += Base64Line) {
        text += body.mid(at, Base64Line) + "\r\n";
    }
    return text;
}

SmtpMailer::SmtpMailer(MailSettings settings)
    : m_settings(std::move(settings))
{
    static std::once_flag begun;
    std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_workers.setMaxThreadCount(2);
}

SmtpMailer::~SmtpMailer()
{
    m_workers.clear();
    m_workers.waitForDone();
}

void SmtpMailer::send(const Mail &mail, Done done)
{
    m_workers.start([settings = m_settings, mail, done = std::move(done)] { done(deliver(settings, mail)); });
}

} // namespace Frontdesk::Notification
