#pragma once

#include "service/notification/notifier.h"
#include "service/notification/smtpmailer.h"
#include "service/settings/settings.h"
#include "service/telephony/twiliorest.h"

namespace Frontdesk::App {

/// The ways to reach staff that the settings name: mail by SMTP, text messages by Twilio. Lives on the main thread.
class StaffOutlets {
public:
    /// `twilio` may be null: then there are no text messages.
    StaffOutlets(const Settings &settings, std::shared_ptr<const Telephony::TwilioRest> twilio, Scheduler &scheduler);

    /// By channel; only what is set up. Good as long as this lives.
    [[nodiscard]] std::map<QString, Notification::Outlet> outlets();

private:
    [[nodiscard]] Notification::Outlet mail();
    [[nodiscard]] Notification::Outlet text();

    Scheduler &m_scheduler;
    QString m_smsFrom;
    std::unique_ptr<Notification::SmtpMailer> m_mailer; ///< Null: no mail server is set.
    std::shared_ptr<const Telephony::TwilioRest> m_twilio;
};

} // namespace Frontdesk::App
