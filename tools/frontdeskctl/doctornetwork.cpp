#include "service/outgoing/endpoint.h"
#include "service/telephony/twiliorest.h"
#include "tools/frontdeskctl/doctor.h"

#include <QEventLoop>

#include <cstdlib>

namespace Frontdesk::Ctl {

namespace {

using Verdict = Finding::Verdict;

constexpr qint64 MostSkewSeconds = 30; ///< One-time codes and signed requests forgive about that much.

struct Reply {
    int status = 0;
    QDateTime date;  ///< The other end's clock; invalid when it did not say.
    QString failure; ///< Empty when there was an answer.
};

/// Asks and waits.
Reply ask(Outgoing::HttpClient &client, const QUrl &url)
{
    Outgoing::HttpCall call;
    call.permit = Outgoing::Permit::withoutPatientData(); // Only whether anybody answers.
    call.vendor = url.host();
    call.method = QByteArrayLiteral("GET");
    call.url = url;
    call.budgets = {Milliseconds(4000), Milliseconds(4000), Milliseconds(4000), Milliseconds(8000)};
    Reply reply;
    QEventLoop loop;
    const auto exchange = client.send(std::move(call));
    QObject::connect(exchange.get(), &Outgoing::HttpExchange::answered, &loop, [&](const Outgoing::HttpHead &head) {
        reply.status = head.status;
        reply.date = QDateTime::fromString(QString::fromLatin1(head.header("date")), Qt::RFC2822Date);
    });
    QObject::connect(exchange.get(), &Outgoing::HttpExchange::finished, &loop, &QEventLoop::quit);
    QObject::connect(exchange.get(), &Outgoing::HttpExchange::failed, &loop, [&](const FaultPolicy::Fault &fault) {
        reply.failure = fault.message;
        loop.quit();
    });
    loop.exec();
    return reply;
}

/// The address a vendor's WebSocket has, as a plain request can ask it.
QUrl askable(const QString &text)
{
    QUrl url(text);
    if (url.scheme() == QLatin1String("wss") || url.scheme() == QLatin1String("ws")) {
        url.setScheme(url.scheme() == QLatin1String("wss") ? QStringLiteral("https") : QStringLiteral("http"));
    }
    return url;
}

struct VendorAddress {
    QString name;
    QUrl url;
};

std::vector<VendorAddress> vendorsOf(const Settings &settings)
{
    std::vector<VendorAddress> vendors;
    const auto add = [&](const QStringList &chosen, const char *name, const char *key) {
        if (chosen.contains(QLatin1String(name))) {
            vendors.push_back({QLatin1String(name), askable(settings.value(QLatin1String(key)))});
        }
    };
    add(settings.speechToText(), "deepgram", "DEEPGRAM_URL");
    add(settings.languageModel(), "openai", "OPENAI_URL");
    add(settings.textToSpeech(), "elevenlabs", "ELEVENLABS_URL");
    return vendors;
}

Finding clockFinding(const QDateTime &theirs, const QString &whose)
{
    const qint64 skew = std::abs(theirs.secsTo(QDateTime::currentDateTimeUtc()));
    return {QStringLiteral("clock"), skew > MostSkewSeconds ? Verdict::Wrong : Verdict::Well,
            skew > MostSkewSeconds
                ? QStringLiteral("This machine's clock and that of %1 are %2 seconds apart; synchronize it.")
                      .arg(whose)
                      .arg(skew)
                : QStringLiteral("It agrees with that of %1.").arg(whose)};
}

Finding publicFinding(Outgoing::HttpClient &client, const QUrl &base)
{
    const QString part = QStringLiteral("public address");
    const Reply reply = ask(client, Outgoing::under(base, QStringLiteral("/healthz")));
    if (!reply.failure.isEmpty()) {
        return {part, Verdict::Warning,
                QStringLiteral("%1 does not answer from here (%2): is the service running?")
                    .arg(base.toString(), reply.failure)};
    }
    return reply.status == 200 ? Finding{part, Verdict::Well, QStringLiteral("The service answers there.")}
                               : Finding{part, Verdict::Wrong,
                                         QStringLiteral("%1/healthz answers %2: PUBLIC_URL leads to something else.")
                                             .arg(base.toString())
                                             .arg(reply.status)};
}

Finding numberFinding(const Telephony::TwilioRest &twilio, const QString &number, const QUrl &publicUrl)
{
    const QString part = QStringLiteral("number ") + number;
    Telephony::TwilioAnswer<Telephony::OwnedNumber> answer;
    QEventLoop loop;
    twilio.findNumber(number, [&](const auto &found) {
        answer = found;
        loop.quit();
    });
    loop.exec();
    if (!answer) {
        return {part, Verdict::Wrong, answer.failure.fault.message};
    }
    const auto &routing = answer.value->routing;
    const QString voice = Outgoing::under(publicUrl, QStringLiteral("/twilio/voice")).toString();
    if (!publicUrl.isEmpty() && routing.voiceUrl != voice) {
        return {part, Verdict::Wrong, QStringLiteral("Its voice webhook is not %1.").arg(voice)};
    }
    if (routing.voiceFallbackUrl.isEmpty()) {
        return {part, Verdict::Wrong,
                QStringLiteral("It has no voice fallback: when this service is away, callers reach nobody.")};
    }
    if (routing.statusCallback.isEmpty()) {
        return {part, Verdict::Warning, QStringLiteral("It has no status callback: hang-ups are noticed late.")};
    }
    return {part, Verdict::Well, QStringLiteral("Its webhooks lead here, and it has a fallback.")};
}

void lookAtPhoneNetwork(const Settings &settings, const QStringList &numbers, SystemScheduler &scheduler,
                        std::vector<Finding> &findings)
{
    if (settings.twilioAuthToken().isEmpty() || settings.twilioAccountSid().isEmpty()) {
        findings.push_back(
            {QStringLiteral("phone network"), Verdict::Warning,
             QStringLiteral("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set: only programs on this "
                            "machine can call.")});
        return;
    }
    Outgoing::HttpClients clients(scheduler);
    const auto vendor = std::make_shared<FaultPolicy::Vendor>(QStringLiteral("twilio"), FaultPolicy::Service::Calls,
                                                              std::make_shared<SystemClock>());
    const Telephony::TwilioRest twilio({.url = settings.twilioApiUrl(),
                                        .accountSid = settings.twilioAccountSid(),
                                        .authToken = settings.twilioAuthToken().toUtf8()},
                                       vendor, clients);
    for (const QString &number : numbers) {
        findings.push_back(numberFinding(twilio, number, settings.publicUrl()));
    }
}

} // namespace

std::vector<Finding> lookAtNetwork(const Settings &settings, const QStringList &numbers)
{
    SystemScheduler scheduler;
    Outgoing::HttpClient client(scheduler);
    std::vector<Finding> findings;
    bool clockKnown = false;
    for (const auto &[name, url] : vendorsOf(settings)) {
        const Reply reply = ask(client, url);
        findings.push_back(reply.failure.isEmpty() ? Finding{name, Verdict::Well, QStringLiteral("It can be reached.")}
                                                   : Finding{name, Verdict::Wrong,
                                                             QStringLiteral("It cannot be reached: ") + reply.failure});
        if (reply.date.isValid() && !clockKnown) {
            findings.push_back(clockFinding(reply.date, name));
            clockKnown = true;
        }
    }
    if (!settings.publicUrl().isEmpty()) {
        findings.push_back(publicFinding(client, settings.publicUrl()));
    }
    lookAtPhoneNetwork(settings, numbers, scheduler, findings);
    return findings;
}

} // namespace Frontdesk::Ctl
