#include "service/app/staffoutlets.h"

namespace Frontdesk::App {

namespace {

Result<void> outcomeOf(const Telephony::TwilioAnswer<Telephony::TwilioResource> &answer)
{
    return answer ? Result<void>() : answer.failure.fault.toError();
}

} // namespace

StaffOutlets::StaffOutlets(const Settings &settings, std::shared_ptr<const Telephony::TwilioRest> twilio,
                           Scheduler &scheduler)
    : m_scheduler(scheduler)
    , m_smsFrom(settings.value(QStringLiteral("SMS_FROM")))
    , m_twilio(std::move(twilio))
{
    if (const QString server = settings.value(QStringLiteral("SMTP_URL")); !server.isEmpty()) {
        Notification::MailSettings mail;
        mail.server = QUrl(server);
        mail.user = settings.value(QStringLiteral("SMTP_USER"));
        mail.password = settings.value(QStringLiteral("SMTP_PASSWORD")).toUtf8();
        mail.from = settings.value(QStringLiteral("MAIL_FROM"));
        mail.caFile = settings.value(QStringLiteral("SMTP_CA_FILE"));
        m_mailer = std::make_unique<Notification::SmtpMailer>(mail);
    }
}

std::map<QString, Notification::Outlet> StaffOutlets::outlets()
{
    std::map<QString, Notification::Outlet> found;
    if (m_mailer) {
        found.emplace(notificationChannelName(NotificationRule::Channel::Email), mail());
    }
    if (m_twilio && !m_smsFrom.isEmpty()) {
        found.emplace(notificationChannelName(NotificationRule::Channel::Sms), text());
    }
    return found;
}

Notification::Outlet StaffOutlets::mail()
{
    return [this](const Storage::Notification &message, std::function<void(const Result<void> &)> done) {
        m_mailer->send({message.id, message.recipient, message.title, message.body, m_scheduler.utcNow()},
                       std::move(done));
    };
}

Notification::Outlet StaffOutlets::text()
{
    return [this](const Storage::Notification &message, const std::function<void(const Result<void> &)> &done) {
        Telephony::NewMessage sms;
        sms.to = message.recipient;
        sms.from = m_smsFrom;
        sms.body = message.body;
        m_twilio->sendMessage(sms, [done](const auto &answer) { done(outcomeOf(answer)); });
    };
}

} // namespace Frontdesk::App
