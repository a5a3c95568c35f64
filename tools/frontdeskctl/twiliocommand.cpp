#include "service/settings/settings.h"
#include "service/telephony/twiliorest.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"
#include "tools/frontdeskctl/table.h"

#include <QEventLoop>

namespace Frontdesk::Ctl {

namespace {

using Telephony::NumberRouting;
using Telephony::OwnedNumber;
using Telephony::TwilioAnswer;

const QString DryRun = QStringLiteral("dry-run");
const QString FallbackUrl = QStringLiteral("fallback-url");

/// Twilio, asked by a program that has nothing else to do.
class Account {
public:
    explicit Account(const Settings &settings)
        : m_rest({settings.twilioApiUrl(), settings.twilioAccountSid(), settings.twilioAuthToken().toUtf8()},
                 std::make_shared<FaultPolicy::Vendor>(QStringLiteral("twilio"), FaultPolicy::Service::Calls,
                                                       std::make_shared<SystemClock>()),
                 m_clients)
    {}

    [[nodiscard]] Result<OwnedNumber> find(const QString &number)
    {
        auto found = answerOf([&](const auto &done) { m_rest.findNumber(number, done); });
        if (!found && found.failure.code == 20404) {
            return Error{ErrorCode::NotFound, QStringLiteral("The Twilio account has no number %1.").arg(number)};
        }
        return resultOf(std::move(found));
    }
    [[nodiscard]] Result<OwnedNumber> route(const OwnedNumber &number, const NumberRouting &routing)
    {
        return resultOf(answerOf([&](const auto &done) { m_rest.routeNumber(number.sid, routing, done); }));
    }

private:
    template <typename Ask>
    static TwilioAnswer<OwnedNumber> answerOf(Ask ask)
    {
        QEventLoop loop;
        TwilioAnswer<OwnedNumber> answer;
        ask([&](const TwilioAnswer<OwnedNumber> &given) {
            answer = given;
            loop.quit();
        });
        loop.exec();
        return answer;
    }
    static Result<OwnedNumber> resultOf(TwilioAnswer<OwnedNumber> answer)
    {
        return answer ? Result<OwnedNumber>(*std::move(answer.value)) : answer.failure.fault.toError();
    }

    SystemScheduler m_scheduler;
    Outgoing::HttpClients m_clients{m_scheduler};
    Telephony::TwilioRest m_rest;
};

Result<Settings> readSettings(const CommandLine &line)
{
    auto settings = Settings::load(line.value(QStringLiteral("config")), QProcessEnvironment::systemEnvironment());
    if (!settings) {
        return settings;
    }
    for (const char *needed : {"PUBLIC_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"}) {
        if (settings->value(QLatin1String(needed)).isEmpty()) {
            return Error{ErrorCode::InvalidInput, QStringLiteral("%1 is not set.").arg(QLatin1String(needed))};
        }
    }
    return settings;
}

QString staticDocument(const ClinicProfile &clinic)
{
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Dial>%1</Dial></Response>\n")
        .arg(clinic.line);
}

/// Where calls shall go. The fallback must not fail together with this service, so it has to be elsewhere.
Result<NumberRouting> wantedRouting(const Settings &settings, const ClinicProfile &clinic, const NumberRouting &now,
                                    const QString &fallback)
{
    QString base = settings.publicUrl().toString(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/'))) {
        base.chop(1);
    }
    const QString post = QStringLiteral("POST");
    NumberRouting wanted{base + QStringLiteral("/twilio/voice"),  post, now.voiceFallbackUrl, now.voiceFallbackMethod,
                         base + QStringLiteral("/twilio/status"), post};
    if (!fallback.isEmpty()) {
        wanted.voiceFallbackUrl = fallback;
        wanted.voiceFallbackMethod = QStringLiteral("GET");
    }
    const QUrl elsewhere(wanted.voiceFallbackUrl, QUrl::StrictMode);
    if (elsewhere.scheme() != QLatin1String("https") || elsewhere.host().isEmpty() ||
        elsewhere.host() == settings.publicUrl().host()) {
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("Callers need a way to the clinic when this service does not answer: put this "
                                    "document on another host and name its https address with --fallback-url.\n%1")
                         .arg(staticDocument(clinic))};
    }
    return wanted;
}

/// Returns whether anything is to be changed.
bool showPlan(const NumberRouting &now, const NumberRouting &wanted, QTextStream &out)
{
    const auto shown = [](const QString &method, const QString &url) {
        return url.isEmpty() ? QStringLiteral("-") : QStringLiteral("%1 %2").arg(method, printable(url));
    };
    std::vector<QStringList> rows;
    const auto add = [&](const char *what, const QString &before, const QString &after) {
        rows.push_back({QLatin1String(what), before, before == after ? QStringLiteral("stays") : after});
    };
    add("voice", shown(now.voiceMethod, now.voiceUrl), shown(wanted.voiceMethod, wanted.voiceUrl));
    add("fallback", shown(now.voiceFallbackMethod, now.voiceFallbackUrl),
        shown(wanted.voiceFallbackMethod, wanted.voiceFallbackUrl));
    add("status", shown(now.statusCallbackMethod, now.statusCallback),
        shown(wanted.statusCallbackMethod, wanted.statusCallback));
    writeTable(out, {QStringLiteral("WHAT"), QStringLiteral("NOW"), QStringLiteral("THEN")}, rows);
    return now != wanted;
}

Result<void> setUp(const CommandLine &line, const Settings &settings, const ClinicProfile &clinic, QTextStream &out)
{
    Account account(settings);
    const auto number = account.find(clinic.number);
    if (!number) {
        return number.error();
    }
    const auto wanted = wantedRouting(settings, clinic, number->routing, line.value(FallbackUrl));
    if (!wanted) {
        return wanted.error();
    }
    if (!showPlan(number->routing, *wanted, out)) {
        out << "Nothing to change.\n";
        return {};
    }
    if (line.has(DryRun)) {
        out << "Nothing was changed (--dry-run).\n";
        return {};
    }
    const auto routed = account.route(*number, *wanted);
    if (!routed) {
        return routed.error();
    }
    if (routed->routing != *wanted) {
        return Error{ErrorCode::Corrupt, QStringLiteral("Twilio took the change and shows something else.")};
    }
    out << "Done. The fallback must answer with:\n" << staticDocument(clinic);
    return {};
}

int runSetup(const QStringList &arguments, Output &output)
{
    return withStore(
        arguments, {{DryRun, Option::Kind::Flag}, {FallbackUrl}}, 1, output,
        [](const CommandLine &line, Storage::Store &store) { return findClinic(store, line.words().first()); },
        [&output](const CommandLine &line, const ClinicProfile &clinic) {
            const auto settings = readSettings(line);
            if (!settings) {
                return fail(output, settings.error());
            }
            const auto done = setUp(line, *settings, clinic, output.out);
            return done ? int{Done} : fail(output, done.error());
        });
}

} // namespace

Command twilioSetupCommand()
{
    return {QStringLiteral("twilio setup"),
            QStringLiteral("Sends the calls to a clinic's number here, and elsewhere when we do not answer."),
            QStringLiteral("NUMBER [--fallback-url URL] [--dry-run] ") + databaseUsage(), runSetup};
}

} // namespace Frontdesk::Ctl
