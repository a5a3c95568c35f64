#include "service/errorreports/errorreporter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace Frontdesk::ErrorReports {

namespace {

QByteArray line(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

/// Where envelopes of a project go (develop.sentry.dev/sdk/overview).
QUrl envelopeUrl(const QUrl &dsn)
{
    QUrl url = dsn.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFilename);
    url.setPath(url.path() + QStringLiteral("api/%1/envelope/").arg(dsn.fileName()));
    return url;
}

} // namespace

ErrorReporter::ErrorReporter(const QUrl &dsn, QString version, Outgoing::HttpClient &client)
    : m_url(envelopeUrl(dsn))
    , m_authorization("Sentry sentry_version=7, sentry_client=frontdesk/1, sentry_key=" + dsn.userName().toLatin1())
    , m_version(std::move(version))
    , m_client(client)
{}

ErrorReporter::~ErrorReporter() = default;

void ErrorReporter::note(const QString &category)
{
    QMetaObject::invokeMethod(
        this,
        [this, category] {
            Room &room = m_rooms[category];
            ++room.errors;
            if (!room.resting) {
                report(category);
            }
        },
        Qt::QueuedConnection);
}

void ErrorReporter::report(const QString &category)
{
    Room &room = m_rooms[category];
    room.resting = true;
    room.rest = m_client.scheduler().after(Pause, [this, category] {
        Room &rested = m_rooms[category];
        rested.resting = false;
        rested.report.reset();
        if (rested.errors > 0) {
            report(category);
        }
    });
    Outgoing::HttpCall call;
    call.permit = Outgoing::Permit::withoutPatientData(); // Categories and counts.
    call.vendor = QStringLiteral("error reports");
    call.url = m_url;
    call.headers = {{"Content-Type", "application/x-sentry-envelope"}, {"X-Sentry-Auth", m_authorization}};
    call.body = envelope(category, room.errors);
    room.report = m_client.send(std::move(call));
    const auto status = std::make_shared<int>(0);
    const quint64 told = room.errors;
    Outgoing::HttpExchange *exchange = room.report.get();
    connect(exchange, &Outgoing::HttpExchange::answered, this,
            [status](const Outgoing::HttpHead &head) { *status = head.status; });
    connect(exchange, &Outgoing::HttpExchange::finished, this,
            [this, category, told, status] { finish(category, told, *status >= 200 && *status < 300); });
    connect(exchange, &Outgoing::HttpExchange::failed, this,
            [this, category, told](const FaultPolicy::Fault &) { finish(category, told, false); });
}

void ErrorReporter::finish(const QString &category, quint64 told, bool arrived)
{
    if (arrived) {
        m_rooms[category].errors -= told;
    }
    Q_EMIT reported(category, arrived);
}

QByteArray ErrorReporter::envelope(const QString &category, quint64 errors) const
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128);
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const QJsonObject event{{QStringLiteral("event_id"), id},
                            {QStringLiteral("timestamp"), now},
                            {QStringLiteral("platform"), QStringLiteral("native")},
                            {QStringLiteral("level"), QStringLiteral("error")},
                            {QStringLiteral("logger"), category},
                            {QStringLiteral("release"), QStringLiteral("frontdesk@") + m_version},
                            {QStringLiteral("message"), QStringLiteral("Errors in ") + category},
                            {QStringLiteral("extra"), QJsonObject{{QStringLiteral("errors"), qint64(errors)}}}};
    return line({{QStringLiteral("event_id"), id}, {QStringLiteral("sent_at"), now}}) +
           line({{QStringLiteral("type"), QStringLiteral("event")}}) + line(event);
}

} // namespace Frontdesk::ErrorReports
