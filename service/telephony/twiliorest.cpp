#include "service/telephony/twiliorest.h"

#include "service/outgoing/endpoint.h"
#include "service/telephony/internal/twiliorequest.h"
#include "service/telephony/twiliodownload.h"

#include <QJsonArray>

namespace Frontdesk::Telephony {

namespace {

constexpr qsizetype MostCharactersOfTwiml = 4000;

std::optional<TwilioResource> readResource(const QJsonObject &json)
{
    const TwilioResource resource{json.value(QLatin1String("sid")).toString(),
                                  json.value(QLatin1String("status")).toString()};
    return resource.sid.isEmpty() ? std::nullopt : std::optional(resource);
}

std::optional<OwnedNumber> readNumber(const QJsonObject &json)
{
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const OwnedNumber number{text("sid"),
                             text("phone_number"),
                             text("friendly_name"),
                             {text("voice_url"), text("voice_method"), text("voice_fallback_url"),
                              text("voice_fallback_method"), text("status_callback"), text("status_callback_method")}};
    return number.sid.isEmpty() ? std::nullopt : std::optional(number);
}

/// A list of none is a number without sid.
std::optional<OwnedNumber> readFirstNumber(const QJsonObject &json)
{
    const QJsonValue numbers = json.value(QLatin1String("incoming_phone_numbers"));
    if (!numbers.isArray()) {
        return std::nullopt;
    }
    return readNumber(numbers.toArray().first().toObject()).value_or(OwnedNumber());
}

std::optional<std::vector<NetworkSound>> readSounds(const QJsonObject &json)
{
    const QJsonValue list = json.value(QLatin1String("recordings"));
    if (!list.isArray()) {
        return std::nullopt;
    }
    std::vector<NetworkSound> sounds;
    for (const QJsonValue &one : list.toArray()) {
        if (const auto resource = readResource(one.toObject())) {
            sounds.push_back({resource->sid, resource->status});
        }
    }
    return sounds;
}

/// Twilio says nothing about what is gone.
std::optional<TwilioResource> readNothing(const QJsonObject &)
{
    return TwilioResource();
}

template <typename Value>
TwilioAnswer<Value> wrongAnswer()
{
    return {{},
            {{FaultPolicy::FaultKind::WrongAnswer, QStringLiteral("Twilio's answer lacks what was asked for."), {}},
             0,
             true}};
}

} // namespace

TwilioRest::TwilioRest(TwilioAccount account, std::shared_ptr<FaultPolicy::Vendor> vendor,
                       Outgoing::HttpClients &clients)
    : m_account(std::move(account))
    , m_vendor(std::move(vendor))
    , m_clients(clients)
{}

Outgoing::HttpCall TwilioRest::request(const QByteArray &method, const QString &path) const
{
    Outgoing::HttpCall call;
    // Addresses of ours, numbers of staff, our own sentences; the caller is theirs in any case.
    call.permit = Outgoing::Permit::withoutPatientData();
    call.vendor = QStringLiteral("Twilio");
    call.method = method;
    call.url =
        Outgoing::under(m_account.url, QStringLiteral("/2010-04-01/Accounts/%1/%2").arg(m_account.accountSid, path));
    // A connection of its own: one that was idle may break with the request already done, and would be asked again.
    call.headers = {
        {"Authorization", "Basic " + (m_account.accountSid.toUtf8() + ':' + m_account.authToken).toBase64()},
        {"Accept", "application/json"},
        {"Connection", "close"}};
    call.budgets = m_account.budgets;
    call.mostBytes = qint64{1} << 20;
    return call;
}

template <typename Value>
void TwilioRest::ask(const QByteArray &method, const QString &path, const Parameters &parameters, Repeat repeat,
                     std::optional<Value> (*read)(const QJsonObject &), TwilioDone<Value> done,
                     const Outgoing::Permit &permit) const
{
    QByteArray form;
    for (const auto &[name, value] : parameters) {
        form += (form.isEmpty() ? "" : "&") + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    }
    Outgoing::HttpCall call = request(method, path);
    call.permit = permit;
    if (method == "GET") {
        call.url.setQuery(QString::fromLatin1(form), QUrl::StrictMode);
    } else {
        call.headers.push_back({"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"});
        call.body = form;
    }
    new TwilioRequest(
        std::move(call), repeat == Repeat::Harmless, m_account.longestWait, m_vendor, m_clients.ofThisThread(),
        [read, done = std::move(done)](const std::optional<QJsonObject> &answer, const TwilioFailure &failure) {
            const auto value = answer ? read(*answer) : std::nullopt;
            done(value || !answer ? TwilioAnswer<Value>{value, failure} : wrongAnswer<Value>());
        });
}

void TwilioRest::createCall(const NewCall &call, TwilioDone<TwilioResource> done) const
{
    Parameters parameters{{"To", call.to},
                          {"From", call.from},
                          {"Url", call.url},
                          {"Method", QStringLiteral("POST")},
                          {"Timeout", QString::number(call.timeout.count())}};
    if (!call.statusCallback.isEmpty()) {
        parameters.emplace_back("StatusCallback", call.statusCallback);
        parameters.emplace_back("StatusCallbackMethod", QStringLiteral("POST"));
        for (const QString &event : call.statusEvents) {
            parameters.emplace_back("StatusCallbackEvent", event);
        }
    }
    if (!call.machineDetectionCallback.isEmpty()) {
        // Asynchronous: a person who answers is not kept waiting for the verdict.
        parameters.emplace_back("MachineDetection", QStringLiteral("Enable"));
        parameters.emplace_back("AsyncAmd", QStringLiteral("true"));
        parameters.emplace_back("AsyncAmdStatusCallback", call.machineDetectionCallback);
        parameters.emplace_back("AsyncAmdStatusCallbackMethod", QStringLiteral("POST"));
    }
    ask("POST", QStringLiteral("Calls.json"), parameters, Repeat::OnlyIfNothingHappened, readResource, std::move(done));
}

void TwilioRest::changeCall(const QString &callSid, const Parameters &change, TwilioDone<TwilioResource> done) const
{
    ask("POST", QStringLiteral("Calls/%1.json").arg(callSid), change, Repeat::Harmless, readResource, std::move(done));
}

void TwilioRest::redirectCall(const QString &callSid, const QString &url, TwilioDone<TwilioResource> done) const
{
    changeCall(callSid, {{"Url", url}, {"Method", QStringLiteral("POST")}}, std::move(done));
}

void TwilioRest::updateCall(const QString &callSid, const QByteArray &twiml, TwilioDone<TwilioResource> done) const
{
    const QString text = QString::fromUtf8(twiml);
    Q_ASSERT(text.size() <= MostCharactersOfTwiml);
    changeCall(callSid, {{"Twiml", text}}, std::move(done));
}

void TwilioRest::hangUp(const QString &callSid, TwilioDone<TwilioResource> done) const
{
    changeCall(callSid, {{"Status", QStringLiteral("completed")}}, std::move(done));
}

void TwilioRest::sendMessage(const NewMessage &message, TwilioDone<TwilioResource> done) const
{
    Parameters parameters{{"To", message.to}, {"Body", message.body}};
    if (message.messagingServiceSid.isEmpty()) {
        parameters.emplace_back("From", message.from);
    } else {
        parameters.emplace_back("MessagingServiceSid", message.messagingServiceSid);
    }
    if (!message.statusCallback.isEmpty()) {
        parameters.emplace_back("StatusCallback", message.statusCallback);
    }
    ask("POST", QStringLiteral("Messages.json"), parameters, Repeat::OnlyIfNothingHappened, readResource,
        std::move(done));
}

void TwilioRest::startRecording(const QString &callSid, const QString &callback, const Outgoing::Permit &permit,
                                TwilioDone<TwilioResource> done) const
{
    Parameters parameters{{"RecordingChannels", QStringLiteral("dual")}, {"RecordingTrack", QStringLiteral("both")}};
    if (!callback.isEmpty()) {
        parameters.emplace_back("RecordingStatusCallback", callback);
        parameters.emplace_back("RecordingStatusCallbackMethod", QStringLiteral("POST"));
        parameters.emplace_back("RecordingStatusCallbackEvent", QStringLiteral("completed"));
        parameters.emplace_back("RecordingStatusCallbackEvent", QStringLiteral("absent"));
    }
    ask("POST", QStringLiteral("Calls/%1/Recordings.json").arg(callSid), parameters, Repeat::OnlyIfNothingHappened,
        readResource, std::move(done), permit);
}

void TwilioRest::stopRecording(const QString &callSid, const QString &recordingSid,
                               TwilioDone<TwilioResource> done) const
{
    ask("POST", QStringLiteral("Calls/%1/Recordings/%2.json").arg(callSid, recordingSid),
        {{"Status", QStringLiteral("stopped")}}, Repeat::Harmless, readResource, std::move(done));
}

void TwilioRest::recordingsOf(const QString &callSid, TwilioDone<std::vector<NetworkSound>> done) const
{
    ask("GET", QStringLiteral("Calls/%1/Recordings.json").arg(callSid), {}, Repeat::Harmless, readSounds,
        std::move(done));
}

void TwilioRest::deleteRecording(const QString &recordingSid, TwilioDone<TwilioResource> done) const
{
    ask("DELETE", QStringLiteral("Recordings/%1.json").arg(recordingSid), {}, Repeat::Harmless, readNothing,
        std::move(done));
}

std::unique_ptr<TwilioDownload> TwilioRest::downloadRecording(const QString &recordingSid) const
{
    Outgoing::HttpCall call = request("GET", QStringLiteral("Recordings/%1.wav").arg(recordingSid));
    call.budgets.firstUseful = TwilioDownload::LongestSilence; // Nobody is waiting on a line for it.
    call.budgets.betweenUseful = TwilioDownload::LongestSilence;
    call.budgets.total = TwilioDownload::LongestDownload;
    call.mostBytes = TwilioDownload::MostBytes;
    return std::make_unique<TwilioDownload>(std::move(call), m_vendor, m_clients.ofThisThread());
}

void TwilioRest::findNumber(const QString &e164, TwilioDone<OwnedNumber> done) const
{
    const auto found = [done = std::move(done)](const TwilioAnswer<OwnedNumber> &answer) {
        if (answer && answer.value->sid.isEmpty()) {
            done({{},
                  {{FaultPolicy::FaultKind::Rejected, QStringLiteral("The account has no such number."), {}},
                   20404,
                   false}});
        } else {
            done(answer);
        }
    };
    ask<OwnedNumber>("GET", QStringLiteral("IncomingPhoneNumbers.json"), {{"PhoneNumber", e164}}, Repeat::Harmless,
                     readFirstNumber, found);
}

void TwilioRest::routeNumber(const QString &numberSid, const NumberRouting &routing, TwilioDone<OwnedNumber> done) const
{
    ask("POST", QStringLiteral("IncomingPhoneNumbers/%1.json").arg(numberSid),
        {{"VoiceUrl", routing.voiceUrl},
         {"VoiceMethod", routing.voiceMethod},
         {"VoiceFallbackUrl", routing.voiceFallbackUrl},
         {"VoiceFallbackMethod", routing.voiceFallbackMethod},
         {"StatusCallback", routing.statusCallback},
         {"StatusCallbackMethod", routing.statusCallbackMethod}},
        Repeat::Harmless, readNumber, std::move(done));
}

} // namespace Frontdesk::Telephony
