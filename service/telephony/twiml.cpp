#include "service/telephony/twiml.h"

#include "service/telephony/webhooks.h"
#include "shared/core/phonenumber.h"

#include <QHostAddress>
#include <QUrl>

namespace Frontdesk::Telephony {

namespace {

constexpr qsizetype MaximumBytes = 64'000;          // Error 11750 says 64 kB; the smaller reading is safe.
constexpr qsizetype MaximumSpokenCharacters = 3000; // Polly; error 13521.
constexpr qsizetype MaximumParameterCharacters = 500;

/// XML 1.0 has no way to carry other control characters, lone surrogates or the two non-characters.
bool xmlCanCarry(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

void appendEscaped(QByteArray &out, const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        switch (c) {
        case '&':
            clean += QLatin1String("&amp;");
            break;
        case '<':
            clean += QLatin1String("&lt;");
            break;
        case '>':
            clean += QLatin1String("&gt;");
            break;
        case '"':
            clean += QLatin1String("&quot;");
            break;
        default:
            if (xmlCanCarry(c)) {
                clean += QStringView(QChar::fromUcs4(c));
            }
        }
    }
    out += clean.toUtf8();
}

bool isUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !text.isEmpty();
}

/// Twilio takes wss only; plain ws serves simulators on this machine.
bool isStreamUrl(const QString &url)
{
    const bool here = url.startsWith(QLatin1String("ws://")) && QHostAddress(QUrl(url).host()).isLoopback();
    return (url.startsWith(QLatin1String("wss://")) || here) && !url.contains(u'?') && isUrl(url);
}

} // namespace

void TwiML::reportUnless(bool good, const char *problem)
{
    if (!good && m_problem.isEmpty()) {
        m_problem = QLatin1String(problem);
    }
}

void TwiML::open(const char *verb, const Attributes &attributes)
{
    m_verbs.append('<').append(verb);
    for (const auto &[name, value] : attributes) {
        if (!value.isEmpty()) {
            m_verbs.append(' ').append(name).append("=\"");
            appendEscaped(m_verbs, value);
            m_verbs.append('"');
        }
    }
    m_verbs.append('>');
}

void TwiML::close(const char *verb)
{
    m_verbs.append("</").append(verb).append('>');
}

void TwiML::leaf(const char *verb, const Attributes &attributes, const QString &text)
{
    open(verb, attributes);
    appendEscaped(m_verbs, text);
    close(verb);
}

TwiML &TwiML::say(const QString &text, const SayOptions &options)
{
    reportUnless(!text.isEmpty() && text.size() <= MaximumSpokenCharacters, "A spoken text is empty or too long.");
    leaf("Say", {{"voice", options.voice}, {"language", options.language}}, text);
    return *this;
}

TwiML &TwiML::play(const QString &url, int loop)
{
    reportUnless(isUrl(url) && loop >= 0, "What is to be played has no usable address.");
    leaf("Play", {{"loop", QString::number(loop)}}, url);
    return *this;
}

TwiML &TwiML::pause(std::chrono::seconds length)
{
    reportUnless(length.count() > 0, "A pause has no length.");
    leaf("Pause", {{"length", QString::number(length.count())}});
    return *this;
}

TwiML &TwiML::dial(const DialOptions &options)
{
    reportUnless(!options.numbers.empty() && options.numbers.size() <= 10, "A transfer needs one to ten numbers.");
    reportUnless(options.timeout.count() >= 5 && options.timeout.count() <= 600,
                 "A transfer has to ring for 5 to 600 seconds.");
    const bool hasAction = !options.actionUrl.isEmpty();
    open("Dial", {{"action", options.actionUrl},
                  {"method", hasAction ? QStringLiteral("POST") : QString()},
                  {"timeout", QString::number(options.timeout.count())},
                  {"answerOnBridge", options.answerOnBridge ? QStringLiteral("true") : QString()},
                  {"callerId", options.callerId}});
    for (const DialNumber &number : options.numbers) {
        reportUnless(isE164(number.e164), "A number to transfer to is not in E.164 form.");
        const bool hasWhisper = !number.whisperUrl.isEmpty();
        leaf("Number", {{"url", number.whisperUrl}, {"method", hasWhisper ? QStringLiteral("POST") : QString()}},
             number.e164);
    }
    close("Dial");
    return *this;
}

TwiML &TwiML::conference(const ConferenceOptions &options)
{
    const bool hasAction = !options.actionUrl.isEmpty();
    const bool hasCallback = !options.statusCallback.isEmpty();
    const QString post = QStringLiteral("POST");
    reportUnless(!options.name.isEmpty(), "A conference needs a name.");
    open("Dial", {{"action", options.actionUrl}, {"method", hasAction ? post : QString()}});
    leaf("Conference",
         {{"beep", QStringLiteral("false")},
          {"startConferenceOnEnter", QStringLiteral("true")},
          {"endConferenceOnExit", options.endsForAll ? QStringLiteral("true") : QStringLiteral("false")},
          {"waitUrl", options.waitUrl},
          {"waitMethod", options.waitUrl.isEmpty() ? QString() : post},
          {"statusCallback", options.statusCallback},
          {"statusCallbackMethod", hasCallback ? post : QString()},
          {"statusCallbackEvent", hasCallback ? QStringLiteral("start end") : QString()}},
         options.name);
    close("Dial");
    return *this;
}

TwiML &TwiML::gather(const GatherOptions &options)
{
    reportUnless(isUrl(options.actionUrl) && options.digits > 0 && options.timeout.count() > 0,
                 "A question for keys needs an address, a number of keys and a time.");
    open("Gather", {{"input", QStringLiteral("dtmf")},
                    {"numDigits", QString::number(options.digits)},
                    {"timeout", QString::number(options.timeout.count())},
                    {"action", options.actionUrl},
                    {"method", QStringLiteral("POST")}});
    say(options.prompt);
    close("Gather");
    return *this;
}

TwiML &TwiML::connectStream(const StreamOptions &options)
{
    reportUnless(isStreamUrl(options.url),
                 "A media stream needs a wss address without a query (ws on this machine only).");
    const bool hasAction = !options.actionUrl.isEmpty();
    open("Connect", {{"action", options.actionUrl}, {"method", hasAction ? QStringLiteral("POST") : QString()}});
    open("Stream", {{"url", options.url}});
    for (const StreamParameter &parameter : options.parameters) {
        reportUnless(!parameter.name.isEmpty() &&
                         parameter.name.size() + parameter.value.size() < MaximumParameterCharacters,
                     "A stream parameter has no name or is too long.");
        leaf("Parameter", {{"name", parameter.name}, {"value", parameter.value}});
    }
    close("Stream");
    close("Connect");
    return *this;
}

TwiML &TwiML::redirect(const QString &url)
{
    reportUnless(isUrl(url), "A redirect has no usable address.");
    leaf("Redirect", {{"method", QStringLiteral("POST")}}, url);
    return *this;
}

TwiML &TwiML::hangUp()
{
    leaf("Hangup", {});
    return *this;
}

TwiML &TwiML::reject(Rejection reason)
{
    reportUnless(m_verbs.isEmpty(), "A call can only be rejected first.");
    const bool isBusy = reason == Rejection::Busy;
    leaf("Reject", {{"reason", isBusy ? QStringLiteral("busy") : QStringLiteral("rejected")}});
    return *this;
}

Result<QByteArray> TwiML::document() const
{
    if (!m_problem.isEmpty()) {
        return Error{ErrorCode::InvalidInput, m_problem};
    }
    const QByteArray document =
        R"(<?xml version="1.0" encoding="UTF-8"?><Response>)" + m_verbs + QByteArrayLiteral("</Response>");
    if (document.size() > MaximumBytes) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("The answer is longer than Twilio takes.")};
    }
    return document;
}

} // namespace Frontdesk::Telephony
