#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace Frontdesk::Notification {

struct MailSettings {
    QUrl server;  ///< smtp://host:587 (encrypted before anything is said) or smtps://host:465.
    QString user; ///< Empty: the server wants no login.
    QByteArray password;
    QString from;
    QString caFile; ///< Certificates to believe instead of the system's; empty: the system's.
};

struct Mail {
    QString id; ///< The same when it is sent again, so that a mailbox can tell.
    QString to;
    QString subject;
    QString text;
    QDateTime date; ///< UTC.
};

/// The mail as it goes over the wire. InvalidInput: a line break in what becomes a head line.
[[nodiscard]] Result<QByteArray> mailText(const MailSettings &settings, const Mail &mail);

/// Sends mail by SMTP, through libcurl, on threads of its own. Without encryption only to this very machine.
class SmtpMailer {
public:
    explicit SmtpMailer(MailSettings settings);
    /// Waits for what is being sent, at most the budget of one mail.
    ~SmtpMailer();

    using Done = std::function<void(const Result<void> &)>;
    /// `done` is called on a thread of the mailer. Refused or InvalidInput: trying again is of no use.
    void send(const Mail &mail, Done done);

private:
    const MailSettings m_settings;
    QThreadPool m_workers;
};

} // namespace Frontdesk::Notification
