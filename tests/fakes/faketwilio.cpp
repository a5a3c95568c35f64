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
    static const QRegularExpression shape(QStringLiteral("^(Calls|Messages|IncomingPhoneNumbers)(?:/(\\w+))?\\.json$"));
    const auto path = shape.match(request.path.startsWith(base) ? request.path.mid(base.size()) : QString());
    if (!path.hasMatch()) {
        return error(404, 20404, "The requested resource was not found");
    }
    const QString kind = path.captured(1);
    const QString sid = path.captured(2);
    const bool post = request.method == "POST";
    const Form form = post ? formOf(request.body) : Form();
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
