#include "tests/fakes/faketwilio.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

namespace Frontdesk::Fakes {

namespace {

using Form = std::multimap<QString, QString>;

constexpr qsizetype LongestTwiml = 4000;
constexpr qsizetype LongestMessage = 1600;

QString first(const Form &form, const QString &name)
{
    const auto found = form.find(name);
    return found == form.end() ? QString() : found->second;
}

Form formOf(const QByteArray &body)
{
    Form form;
    for (const QByteArray &item : body.split('&')) {
        const qsizetype equals = item.indexOf('=');
        const auto decoded = [](QByteArray text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
        };
        form.emplace(decoded(item.left(equals)), decoded(item.mid(equals + 1)));
    }
    return form;
}

bool isE164(const QString &number)
{
    static const QRegularExpression shape(QStringLiteral("^\\+[1-9]\\d{6,14}$"));
    return shape.match(number).hasMatch();
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString newSid(const char *kind, int number)
{
    return QLatin1String(kind) + QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
}

} // namespace

QString FakeTwilio::Call::parameter(const QString &name) const
{
    return first(parameters, name);
}

QString FakeTwilio::Sound::parameter(const QString &name) const
{
    return first(parameters, name);
}

QStringList FakeTwilio::Call::all(const QString &name) const
{
    QStringList values;
    const auto [begin, end] = parameters.equal_range(name);
    for (auto it = begin; it != end; ++it) {
        values << it->second;
    }
    return values;
}

bool FakeTwilio::Call::isOver() const
{
    static const QStringList ends{QStringLiteral("completed"), QStringLiteral("busy"), QStringLiteral("failed"),
                                  QStringLiteral("no-answer"), QStringLiteral("canceled")};
    return ends.contains(status);
}

FakeTwilio::FakeTwilio(QObject *parent)
    : FakeServer(parent)
{}

void FakeTwilio::useAccount(const QByteArray &sid, const QByteArray &token)
{
    m_accountSid = sid;
    m_authToken = token;
}

void FakeTwilio::addNumber(const QString &e164)
{
    QJsonObject number{{QStringLiteral("sid"), newSid("PN", ++m_made)},
                       {QStringLiteral("account_sid"), QString::fromLatin1(m_accountSid)},
                       {QStringLiteral("phone_number"), e164},
                       {QStringLiteral("friendly_name"), e164}};
    for (const char *name : {"voice_url", "voice_fallback_url", "status_callback"}) {
        number.insert(QLatin1String(name), QString());
    }
    for (const char *name : {"voice_method", "voice_fallback_method", "status_callback_method"}) {
        number.insert(QLatin1String(name), QStringLiteral("POST"));
    }
    m_numbers.insert(e164, number);
}

void FakeTwilio::addCall(const QString &sid)
{
    m_calls[sid] = {sid, QStringLiteral("in-progress"), {}};
}

void FakeTwilio::setStatus(const QString &sid, const QString &status)
{
    if (const auto call = m_calls.find(sid); call != m_calls.end()) {
        call->second.status = status;
    }
}

FakeTwilio::Reply FakeTwilio::error(int status, int code, const char *message)
{
    return {status,
            compact({{QStringLiteral("code"), code},
                     {QStringLiteral("message"), QLatin1String(message)},
                     {QStringLiteral("more_info"), QStringLiteral("https://www.twilio.com/docs/errors/%1").arg(code)},
                     {QStringLiteral("status"), status}})};
}

QJsonObject FakeTwilio::callJson(const Call &call) const
{
    return {{QStringLiteral("sid"), call.sid},
            {QStringLiteral("account_sid"), QString::fromLatin1(m_accountSid)},
            {QStringLiteral("to"), call.parameter(QStringLiteral("To"))},
            {QStringLiteral("from"), call.parameter(QStringLiteral("From"))},
            {QStringLiteral("status"), call.status},
            {QStringLiteral("direction"), QStringLiteral("outbound-api")},
            {QStringLiteral("api_version"), QStringLiteral("2010-04-01")}};
}

void FakeTwilio::answer(const FakeRequest &request, FakeAnswer to, FaultKind fault)
{
    const QByteArray login = "Basic " + (m_accountSid + ':' + m_authToken).toBase64();
    if (request.headers.value("authorization") != login) {
        refuse(to, FaultKind::Unauthorized);
        return;
    }
    if (playSound(request, to, fault)) {
        return;
    }
    const Reply reply = replyTo(request);
    const QByteArray half = reply.body.left(reply.body.size() / 2);
    switch (fault) {
    case FaultKind::WrongJson:
        to.send(reply.status, "application/json", half);
        return;
    case FaultKind::EmptyAudio:
        to.send(reply.status, "application/json", {});
        return;
    case FaultKind::KeepAliveOnly:
        to.beginChunked("application/json");
        return;
    case FaultKind::Truncated:
    case FaultKind::HalfOpen:
        to.beginChunked("application/json");
        to.chunk(half);
        if (fault == FaultKind::Truncated) {
            to.hangUp();
        }
        return;
    default:
        to.send(reply.status, "application/json", reply.body);
        if (request.headers.value("connection").toLower() == "close") {
            to.hangUp();
        }
    }
}

FakeTwilio::Reply FakeTwilio::replyTo(const FakeRequest &request)
{
    const QString base = QStringLiteral("/2010-04-01/Accounts/%1/").arg(QString::fromLatin1(m_accountSid));
    static const QRegularExpression shape(
        QStringLiteral("^(Calls|Messages|Recordings|IncomingPhoneNumbers)(?:/(\\w+))?(/Recordings)?(?:/"
                       "(Twilio\\.CURRENT|\\w+))?\\.json$"));
    const auto path = shape.match(request.path.startsWith(base) ? request.path.mid(base.size()) : QString());
    if (!path.hasMatch()) {
        return error(404, 20404, "The requested resource was not found");
    }
    const QString kind = path.captured(1);
    const QString sid = path.captured(2);
    const bool post = request.method == "POST";
    const Form form = post ? formOf(request.body) : Form();
    if (!path.captured(3).isEmpty()) {
        return callsSounds(QString::fromLatin1(request.method), sid, path.captured(4), form);
    }
    if (kind == QLatin1String("Recordings") && request.method == "DELETE") {
        return deleteSound(sid);
    }
    if (kind == QLatin1String("Calls") && post) {
        return sid.isEmpty() ? createCall(form) : changeCall(sid, form);
    }
    if (kind == QLatin1String("Messages") && post && sid.isEmpty()) {
        return sendMessage(form);
    }
    if (kind == QLatin1String("IncomingPhoneNumbers")) {
        return post ? changeNumber(sid, form) : listNumbers(request);
    }
    return error(405, 20004, "Method not allowed");
}

FakeTwilio::Reply FakeTwilio::createCall(const Form &form)
{
    const bool hasUrl = form.contains(QStringLiteral("Url"));
    if (!isE164(first(form, QStringLiteral("To")))) {
        return error(400, 21211, "Invalid 'To' Phone Number");
    }
    if (!m_numbers.contains(first(form, QStringLiteral("From")))) {
        return error(400, 21210, "'From' phone number not verified");
    }
    if (hasUrl == form.contains(QStringLiteral("Twiml"))) {
        return error(400, 21205, "Url or Twiml is required");
    }
    if (first(form, QStringLiteral("Timeout")).toInt() > 600) {
        return error(400, 20001, "Timeout must be at most 600");
    }
    Call call{newSid("CA", ++m_made), QStringLiteral("queued"), form};
    const QByteArray body = compact(callJson(call));
    const QString sid = call.sid;
    m_calls[sid] = std::move(call);
    QMetaObject::invokeMethod(
        this, [this, sid] { Q_EMIT callCreated(sid); }, Qt::QueuedConnection);
    return {201, body};
}

FakeTwilio::Reply FakeTwilio::changeCall(const QString &sid, const Form &form)
{
    const auto found = m_calls.find(sid);
    if (found == m_calls.end()) {
        return error(404, 20404, "The requested resource was not found");
    }
    Call &call = found->second;
    if (call.isOver()) {
        return error(400, 21220, "Call is not in-progress. Cannot redirect.");
    }
    const QString url = first(form, QStringLiteral("Url"));
    const QString twiml = first(form, QStringLiteral("Twiml"));
    const QString status = first(form, QStringLiteral("Status"));
    if (int(!url.isEmpty()) + int(!twiml.isEmpty()) + int(!status.isEmpty()) != 1) {
        return error(400, 20001, "One of Url, Twiml and Status is required");
    }
    if (twiml.size() > LongestTwiml) {
        return error(400, 32018, "Twiml is too long");
    }
    if (!status.isEmpty() && status != QLatin1String("completed") && status != QLatin1String("canceled")) {
        return error(400, 20001, "Status must be completed or canceled");
    }
    if (!status.isEmpty()) {
        call.status = status;
    }
    const QByteArray body = compact(callJson(call));
    QMetaObject::invokeMethod(
        this,
        [this, sid, url, twiml] {
            if (!url.isEmpty()) {
                Q_EMIT callRedirected(sid, url);
            } else if (!twiml.isEmpty()) {
                Q_EMIT callGivenTwiml(sid, twiml);
            } else {
                Q_EMIT callEnded(sid);
            }
        },
        Qt::QueuedConnection);
    return {200, body};
}

QJsonObject FakeTwilio::soundJson(const Sound &sound) const
{
    return {{QStringLiteral("sid"), sound.sid},
            {QStringLiteral("account_sid"), QString::fromLatin1(m_accountSid)},
            {QStringLiteral("call_sid"), sound.callSid},
            {QStringLiteral("status"), sound.status},
            {QStringLiteral("channels"), sound.isDual ? 2 : 1},
            {QStringLiteral("source"), QStringLiteral("StartCallRecordingAPI")},
            {QStringLiteral("duration"), QJsonValue::Null},
            {QStringLiteral("error_code"), QJsonValue::Null}};
}

FakeTwilio::Reply FakeTwilio::callsSounds(const QString &method, const QString &callSid, const QString &sid,
                                          const Form &form)
{
    const auto call = m_calls.find(callSid);
    if (call == m_calls.end()) {
        return error(404, 20404, "The requested resource was not found");
    }
    if (sid.isEmpty() && method == QLatin1String("POST")) {
        return startSound(call->second, form);
    }
    if (sid.isEmpty()) {
        QJsonArray list;
        for (const auto &[one, sound] : m_sounds) {
            if (sound.callSid == callSid) {
                list.append(soundJson(sound));
            }
        }
        return {200, compact({{QStringLiteral("recordings"), list}, {QStringLiteral("page"), 0}})};
    }
    const auto sound = std::find_if(m_sounds.begin(), m_sounds.end(), [&](const auto &one) {
        return one.second.callSid == callSid && (one.first == sid || sid == QLatin1String("Twilio.CURRENT"));
    });
    if (sound == m_sounds.end() || first(form, QStringLiteral("Status")) != QLatin1String("stopped")) {
        return error(404, 20404, "The requested resource was not found");
    }
    if (sound->second.status != QLatin1String("in-progress")) {
        return error(400, 21220, "The recording is not in-progress");
    }
    sound->second.status = QStringLiteral("stopped");
    QMetaObject::invokeMethod(
        this, [this, stopped = sound->first] { Q_EMIT soundStopped(stopped); }, Qt::QueuedConnection);
    return {200, compact(soundJson(sound->second))};
}

FakeTwilio::Reply FakeTwilio::startSound(const Call &call, const Form &form)
{
    if (call.status != QLatin1String("in-progress")) {
        return error(400, 21220, "Requested resource is not eligible for recording");
    }
    const QString channels = first(form, QStringLiteral("RecordingChannels"));
    Sound sound{newSid("RE", ++m_made),           call.sid, QStringLiteral("in-progress"), form, {},
                channels == QLatin1String("dual")};
    const QString sid = sound.sid;
    const QByteArray body = compact(soundJson(sound));
    m_sounds[sid] = std::move(sound);
    QMetaObject::invokeMethod(
        this, [this, sid] { Q_EMIT soundStarted(sid); }, Qt::QueuedConnection);
    return {201, body};
}

void FakeTwilio::completeSound(const QString &sid, const QByteArray &wav, bool isDual)
{
    Sound &sound = m_sounds.at(sid);
    sound.status = wav.isEmpty() ? QStringLiteral("absent") : QStringLiteral("completed");
    sound.wav = wav;
    sound.isDual = isDual;
}

FakeTwilio::Reply FakeTwilio::deleteSound(const QString &sid)
{
    const auto sound = m_sounds.find(sid);
    if (sound == m_sounds.end()) {
        return error(404, 20404, "The requested resource was not found");
    }
    if (m_failingDeletions > 0) {
        --m_failingDeletions;
        return error(500, 20500, "An internal server error has occurred");
    }
    if (sound->second.status != QLatin1String("completed")) {
        return error(400, 20001, "The recording is not completed");
    }
    m_sounds.erase(sound);
    QMetaObject::invokeMethod(
        this, [this, sid] { Q_EMIT soundDeleted(sid); }, Qt::QueuedConnection);
    return {204, {}};
}

bool FakeTwilio::playSound(const FakeRequest &request, const FakeAnswer &to, FaultKind fault)
{
    static const QRegularExpression shape(QStringLiteral("/Recordings/(\\w+)\\.wav$"));
    const auto path = shape.match(request.path);
    if (!path.hasMatch()) {
        return false;
    }
    const auto sound = m_sounds.find(path.captured(1));
    const QString channels = request.query.queryItemValue(QStringLiteral("RequestedChannels"));
    Reply reply;
    if (sound == m_sounds.end() || sound->second.wav.isEmpty() || m_hiddenMedia > 0) {
        m_hiddenMedia -= m_hiddenMedia > 0 ? 1 : 0;
        reply = error(404, 20404, "The requested resource was not found");
    } else if (channels == QLatin1String("2") && !sound->second.isDual) {
        reply = error(400, 20001, "RequestedChannels must be 1");
    } else if (fault == FaultKind::Truncated || m_cutMedia > 0) {
        m_cutMedia -= m_cutMedia > 0 ? 1 : 0;
        to.beginChunked("audio/x-wav");
        to.chunk(sound->second.wav.left(sound->second.wav.size() / 2));
        to.hangUp();
        return true;
    } else {
        reply = {200, sound->second.wav};
    }
    to.send(reply.status, reply.status == 200 ? "audio/x-wav" : "application/json", reply.body);
    to.hangUp();
    return true;
}

FakeTwilio::Reply FakeTwilio::sendMessage(const Form &form)
{
    if (!isE164(first(form, QStringLiteral("To")))) {
        return error(400, 21211, "Invalid 'To' Phone Number");
    }
    const QString from = first(form, QStringLiteral("From"));
    if (first(form, QStringLiteral("MessagingServiceSid")).isEmpty() && !m_numbers.contains(from)) {
        return error(400, 21606, "The 'From' phone number is not a valid, SMS-capable number of the account");
    }
    const QString body = first(form, QStringLiteral("Body"));
    if (body.isEmpty()) {
        return error(400, 21602, "Message body is required");
    }
    if (body.size() > LongestMessage) {
        return error(400, 21617, "The message body exceeds the 1600 character limit");
    }
    m_messages.push_back(form);
    Q_EMIT messageTaken();
    return {201, compact({{QStringLiteral("sid"), newSid("SM", ++m_made)},
                          {QStringLiteral("status"), QStringLiteral("queued")},
                          {QStringLiteral("to"), first(form, QStringLiteral("To"))},
                          {QStringLiteral("error_code"), QJsonValue::Null}})};
}

FakeTwilio::Reply FakeTwilio::listNumbers(const FakeRequest &request) const
{
    const QString wanted = request.query.queryItemValue(QStringLiteral("PhoneNumber"), QUrl::FullyDecoded);
    QJsonArray numbers;
    for (const QJsonObject &number : m_numbers) {
        if (wanted.isEmpty() || number.value(QLatin1String("phone_number")).toString() == wanted) {
            numbers.append(number);
        }
    }
    return {200, compact({{QStringLiteral("incoming_phone_numbers"), numbers},
                          {QStringLiteral("page"), 0},
                          {QStringLiteral("page_size"), 50},
                          {QStringLiteral("next_page_uri"), QJsonValue::Null}})};
}

FakeTwilio::Reply FakeTwilio::changeNumber(const QString &sid, const Form &form)
{
    static const std::map<QString, QString> members{
        {QStringLiteral("VoiceUrl"), QStringLiteral("voice_url")},
        {QStringLiteral("VoiceMethod"), QStringLiteral("voice_method")},
        {QStringLiteral("VoiceFallbackUrl"), QStringLiteral("voice_fallback_url")},
        {QStringLiteral("VoiceFallbackMethod"), QStringLiteral("voice_fallback_method")},
        {QStringLiteral("StatusCallback"), QStringLiteral("status_callback")},
        {QStringLiteral("StatusCallbackMethod"), QStringLiteral("status_callback_method")}};
    for (QJsonObject &number : m_numbers) {
        if (number.value(QLatin1String("sid")).toString() != sid) {
            continue;
        }
        for (const auto &[name, value] : form) {
            if (const auto member = members.find(name); member != members.end()) {
                number.insert(member->second, value);
            }
        }
        return {200, compact(number)};
    }
    return error(404, 20404, "The requested resource was not found");
}

void FakeTwilio::refuse(FakeAnswer to, FaultKind fault)
{
    Reply reply = error(500, 20500, "An internal server error has occurred");
    QList<QByteArray> headers;
    if (fault == FaultKind::Unauthorized) {
        reply = error(401, 20003, "Authenticate");
    } else if (fault == FaultKind::RateLimited) {
        reply = error(429, 20429, "Too Many Requests");
        headers << "Retry-After: " + QByteArray::number(retryAfterSeconds());
    } else if (fault == FaultKind::QuotaClose) {
        reply = error(403, 20005, "Account is not active");
    }
    to.send(reply.status, "application/json", reply.body, headers);
}

} // namespace Frontdesk::Fakes
