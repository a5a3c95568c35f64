#include "tools/callsim/callwebhooks.h"

#include "tools/callsim/callidentity.h"

namespace Frontdesk::CallSim {

namespace {

const QString Post = QStringLiteral("POST");
const QString ApiVersion = QStringLiteral("2010-04-01");

} // namespace

CallWebhooks::CallWebhooks(PhoneNetwork network, const Clock &clock, CallJournal &journal)
    : m_network(std::move(network))
    , m_clock(clock)
    , m_journal(journal)
    , m_wire(m_network)
    , m_callSid(newSid(QLatin1String("CA")))
    , m_accountSid(m_network.accountSid.isEmpty() ? newSid(QLatin1String("AC")) : m_network.accountSid)
{}

void CallWebhooks::fetch(const QString &method, const QUrl &url, const Parameters &extra, CallLeg::Document done)
{
    ask(method, url, usualParameters() + extra, std::move(done));
}

void CallWebhooks::fetchForCallee(const QString &calleeSid, const QString &number, const QString &method,
                                  const QUrl &url, const Parameters &extra, CallLeg::Document done)
{
    const Parameters leg{{QStringLiteral("CallSid"), calleeSid},
                         {QStringLiteral("AccountSid"), m_accountSid},
                         {QStringLiteral("ParentCallSid"), m_callSid},
                         {QStringLiteral("From"), m_network.from},
                         {QStringLiteral("To"), number},
                         {QStringLiteral("CallStatus"), QStringLiteral("in-progress")},
                         {QStringLiteral("ApiVersion"), ApiVersion},
                         {QStringLiteral("Direction"), QStringLiteral("outbound-dial")}};
    ask(method, url, leg + extra, std::move(done));
}

void CallWebhooks::fetchFallback(const QUrl &failedUrl, const Error &failure, CallLeg::Document done)
{
    m_journal.add(Party::Phone, QStringLiteral("uses the number's fallback"));
    if (!m_network.fallbackUrl.isEmpty()) {
        fetch(Post, m_network.fallbackUrl,
              {{QStringLiteral("ErrorCode"), failure.message.section(QLatin1Char(':'), 0, 0)},
               {QStringLiteral("ErrorUrl"), failedUrl.toString(QUrl::FullyEncoded)}},
              std::move(done));
    } else if (!m_network.fallbackTwiml.isEmpty()) {
        done(m_network.fallbackTwiml);
    } else if (!m_network.line.isEmpty()) {
        done(QStringLiteral("<Response><Dial><Number>%1</Number></Dial></Response>").arg(m_network.line).toUtf8());
    } else {
        done(failure);
    }
}

void CallWebhooks::fetchSound(const QUrl &url, CallLeg::Document done)
{
    m_wire.request(QStringLiteral("GET"), url, {}, [done = std::move(done)](const Result<TwilioWire::Answer> &answer) {
        done(answer ? Result<QByteArray>(answer->body) : Result<QByteArray>(answer.error()));
    });
}

void CallWebhooks::postStatus(Milliseconds length, std::function<void(Result<void>)> done)
{
    const auto whole = std::chrono::ceil<std::chrono::seconds>(length);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(length);
    const Parameters extra{{QStringLiteral("CallDuration"), QString::number(whole.count())},
                           {QStringLiteral("Duration"), QString::number(minutes.count())},
                           {QStringLiteral("Timestamp"), m_clock.utcNow().toString(Qt::RFC2822Date)},
                           {QStringLiteral("CallbackSource"), QStringLiteral("call-progress-events")},
                           {QStringLiteral("SequenceNumber"), QStringLiteral("0")}};
    m_wire.request(Post, m_network.publicUrl(m_network.statusPath), usualParameters() + extra,
                   [done = std::move(done)](const Result<TwilioWire::Answer> &answer) {
                       done(answer ? Result<void>() : Result<void>(answer.error()));
                   });
}

void CallWebhooks::reportStream(const Verb &stream, const QUrl &base, const QString &event, const QString &streamSid)
{
    const QString callback = stream.attribute(QLatin1String("statusCallback"));
    if (callback.isEmpty()) {
        return;
    }
    const QUrl url = base.resolved(QUrl(callback));
    const Parameters parameters{{QStringLiteral("AccountSid"), m_accountSid},
                                {QStringLiteral("CallSid"), m_callSid},
                                {QStringLiteral("StreamSid"), streamSid},
                                {QStringLiteral("StreamName"), stream.attribute(QLatin1String("name"), streamSid)},
                                {QStringLiteral("StreamEvent"), event},
                                {QStringLiteral("Timestamp"), m_clock.utcNow().toString(Qt::ISODateWithMs)}};
    ask(stream.attribute(QLatin1String("statusCallbackMethod"), Post), url, parameters,
        [](const Result<QByteArray> &) {});
}

Parameters CallWebhooks::usualParameters() const
{
    const QString from = m_network.from.isEmpty() ? QStringLiteral("anonymous") : m_network.from;
    return {{QStringLiteral("CallSid"), m_callSid},
            {QStringLiteral("AccountSid"), m_accountSid},
            {QStringLiteral("From"), from},
            {QStringLiteral("To"), m_network.number},
            {QStringLiteral("Caller"), from},
            {QStringLiteral("Called"), m_network.number},
            {QStringLiteral("CallStatus"), m_status},
            {QStringLiteral("ApiVersion"), ApiVersion},
            {QStringLiteral("Direction"), QStringLiteral("inbound")},
            {QStringLiteral("FromCountry"), QStringLiteral("US")},
            {QStringLiteral("FromCity"), QString()},
            {QStringLiteral("StirVerstat"), QStringLiteral("TN-Validation-Passed-A")}};
}

void CallWebhooks::ask(const QString &method, const QUrl &url, const Parameters &parameters, CallLeg::Document done)
{
    m_wire.request(
        method, url, parameters, [this, url, done = std::move(done)](const Result<TwilioWire::Answer> &answer) {
            m_journal.add(Party::Service, QStringLiteral("%1 %2").arg(url.path(), answer ? QStringLiteral("answered")
                                                                                         : answer.error().message));
            if (!answer) {
                done(answer.error());
            } else if (answer->contentType.startsWith(QLatin1String("text/plain"))) {
                // Twilio reads plain text aloud.
                const QString text = QString::fromUtf8(answer->body).toHtmlEscaped();
                done(QStringLiteral("<Response><Say>%1</Say></Response>").arg(text).toUtf8());
            } else {
                done(answer->body);
            }
        });
}

} // namespace Frontdesk::CallSim
