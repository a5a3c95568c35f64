#include "tests/fakes/api/fakeservice.h"

#include "service/sockets/websocket.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QThread>
#include <QUuid>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Frontdesk::Tests {

namespace {

QString isoAgo(double minutes)
{
    return QDateTime::currentDateTimeUtc().addMSecs(qint64(-minutes * 60'000)).toString(Qt::ISODateWithMs);
}

/// `created_min: 4` becomes `created_at: <four minutes ago>`, so that the clinic is always of today.
void resolveTime(QJsonObject &object, QLatin1StringView relative, QLatin1StringView absolute, double sign = 1)
{
    if (object.contains(relative)) {
        const auto value = object.take(relative);
        object.insert(absolute, value.isDouble() ? QJsonValue(isoAgo(sign * value.toDouble())) : QJsonValue());
    }
}

QJsonArray resolveAll(const QJsonArray &list)
{
    QJsonArray resolved;
    for (const auto &item : list) {
        auto object = item.toObject();
        resolveTime(object, "created_min"_L1, "created_at"_L1);
        resolveTime(object, "due_min"_L1, "due_at"_L1, -1);
        resolveTime(object, "done_min"_L1, "completed_at"_L1);
        resolveTime(object, "seen_min"_L1, "last_seen_at"_L1);
        resolveTime(object, "start_min"_L1, "started_at"_L1);
        resolveTime(object, "at_min"_L1, "at"_L1);
        resolveTime(object, "since_min"_L1, "since"_L1);
        for (const auto name : {"notes"_L1, "history"_L1, "components"_L1}) {
            if (object.contains(name))
                object.insert(name, resolveAll(object.value(name).toArray()));
        }
        resolved.append(object);
    }
    return resolved;
}

/// As the service reads names: words without marks, each after a space.
QString nameWords(const QString &name)
{
    QString plain = (u' ' + name).normalized(QString::NormalizationForm_KD).toLower();
    plain.removeIf([](QChar letter) { return letter.isMark(); });
    return plain;
}

/// A stereo recording in 8 kHz mu-law, as the service answers it: each second of the caller has a level of its own.
QByteArray secondsWave(int durationMs)
{
    QByteArray wave("RIFF\0\0\0\0WAVEfmt \x12\0\0\0\x07\0\x02\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x08\0\0\0"
                    "fact\4\0\0\0\0\0\0\0data\0\0\0\0",
                    58);
    qToLittleEndian(quint32(durationMs * 16), wave.data() + 54);
    for (int ms = 0; ms < durationMs; ++ms) {
        const char frame[] = {FakeService::levelOf(ms / 1000), char(0xff)};
        for (int at = 0; at < 8; ++at)
            wave.append(frame, 2);
    }
    return wave;
}

} // namespace

/// One answer of the API: a status with a body, or a problem with its code.
struct FakeService::Answer {
    int status = 200;
    QJsonObject body;
    QByteArray bytes;  ///< Instead of the body.
    QByteArray span{}; ///< Content-Range.

    static Answer problem(int status, const QString &code, QJsonObject more = {})
    {
        more.insert("type"_L1, "about:blank"_L1);
        more.insert("status"_L1, status);
        more.insert("code"_L1, code);
        more.insert("detail"_L1, "The service says no: "_L1 + code);
        return {status, more, {}};
    }
};

/// The state behind the routes.
class FakeService::Clinic {
public:
    Clinic();

    [[nodiscard]] QJsonObject *find(QJsonArray &list, const QString &id);
    [[nodiscard]] static int rowOf(const QJsonArray &list, const QString &id);
    [[nodiscard]] QJsonObject summary(QJsonObject task) const;
    [[nodiscard]] QJsonObject userOf(const QString &token) const;
    Answer signIn(const QJsonObject &body);
    Answer refresh(const QJsonObject &body);
    Answer grant(const QString &userId);
    Answer listTasks(const Http::HttpRequest &request) const;
    Answer act(const QString &id, const QString &action, const QJsonObject &body, const QByteArray &ifMatch,
               const QJsonObject &by);
    Answer decide(const QString &id, const QJsonObject &body, const QJsonObject &by);
    Answer approvals() const;
    Answer acknowledge(const QString &id, const QJsonObject &by);
    Answer recording(const QString &callId, const QByteArray &range) const;
    Answer document(const QString &path) const;
    Answer storeVendor(const QString &name, QJsonObject body, const QByteArray &ifMatch);
    Answer store(const QString &path, const QJsonObject &body, const QByteArray &ifMatch);
    [[nodiscard]] QJsonObject snapshot() const;
    [[nodiscard]] QJsonObject event(const QString &kind, const QJsonObject &data);
    QJsonObject putTask(QJsonObject task);

    QJsonObject demo;
    QJsonArray tasks;
    QJsonArray calls;
    QJsonArray users;
    QJsonArray escalations;
    QHash<QString, QString> access; ///< token -> user
    QHash<QString, QString> refresher;
    QHash<QString, QJsonObject> before; ///< What undo brings back.
    QSet<QString> deadTokens;
    std::vector<QJsonObject> events;
    std::vector<QJsonObject> toPush;
    qint64 sequence = 100;
    qint64 oldest = 100;
    bool totp = true;
};

FakeService::Clinic::Clinic()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE_DIR "/tests/fakes/api/demo.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/fakes/api/demo.json is missing");
    demo = QJsonDocument::fromJson(file.readAll()).object();
    tasks = resolveAll(demo.value("tasks"_L1).toArray());
    calls = resolveAll(demo.value("calls"_L1).toArray());
    users = resolveAll(demo.value("users"_L1).toArray());
    const auto escalated = demo.value("escalations"_L1).toArray();
    for (const auto &item : escalated) {
        auto object = item.toObject();
        object.insert("decided_at"_L1, isoAgo(object.value("seconds_ago"_L1).toDouble() / 60));
        escalations.append(object);
    }
}

int FakeService::Clinic::rowOf(const QJsonArray &list, const QString &id)
{
    for (int row = 0; row < list.size(); ++row) {
        if (list[row].toObject().value("id"_L1).toString() == id)
            return row;
    }
    return -1;
}

QJsonObject FakeService::Clinic::summary(QJsonObject task) const
{
    for (const auto name : {"note"_L1, "slots"_L1, "notes"_L1, "history"_L1, "staff_note"_L1})
        task.remove(name);
    return task;
}

QJsonObject FakeService::Clinic::userOf(const QString &token) const
{
    const auto id = deadTokens.contains(token) ? QString() : access.value(token);
    const int row = rowOf(users, id);
    return row < 0 ? QJsonObject() : users[row].toObject();
}

FakeService::Answer FakeService::Clinic::grant(const QString &userId)
{
    const auto token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    access.insert(token, userId);
    refresher.insert("r-"_L1 + token, userId);
    return {200,
            {{u"access_token"_s, token},
             {u"expires_in"_s, 900},
             {u"refresh_token"_s, "r-"_L1 + token},
             {u"user"_s, users[rowOf(users, userId)]},
             {u"clinic"_s, demo.value("clinic"_L1)}},
            {}};
}

FakeService::Answer FakeService::Clinic::signIn(const QJsonObject &body)
{
    for (const auto &item : std::as_const(users)) {
        const auto user = item.toObject();
        if (user.value("email"_L1) != body.value("email"_L1) || body.value("password"_L1).toString() != Password)
            continue;
        if (user.value("status"_L1).toString() == "deactivated"_L1)
            return Answer::problem(403, u"deactivated"_s);
        const auto code = body.value("code"_L1).toString();
        if (totp && user.value("has_totp"_L1).toBool() && code != Code)
            return Answer::problem(401, code.isEmpty() ? u"code_required"_s : u"bad_code"_s);
        return grant(user.value("id"_L1).toString());
    }
    return Answer::problem(401, u"bad_credentials"_s);
}

FakeService::Answer FakeService::Clinic::refresh(const QJsonObject &body)
{
    const auto user = refresher.take(body.value("refresh_token"_L1).toString());
    return user.isEmpty() ? Answer::problem(401, u"session_ended"_s) : grant(user);
}

FakeService::Answer FakeService::Clinic::listTasks(const Http::HttpRequest &request) const
{
    const auto query = [&](QStringView name) { return request.queryValue(name).value_or(QString()); };
    const auto fits = [&](const QJsonObject &task) {
        const auto is = [&](QStringView name, QLatin1StringView field) {
            const auto wanted = query(name).split(u',', Qt::SkipEmptyParts);
            return wanted.isEmpty() || wanted.contains(task.value(field).toString());
        };
        const auto who = query(u"q");
        const auto at = task.value("created_at"_L1).toString();
        return is(u"status", "status"_L1) && is(u"type", "request_type"_L1) &&
               (query(u"from").isEmpty() || (at >= query(u"from") && at < query(u"to"))) &&
               (who.isEmpty() || task.value("task_id"_L1).toString().endsWith(who) ||
                nameWords(task.value("patient_name"_L1).toString()).contains(nameWords(who)));
    };
    QJsonArray items;
    for (const auto &item : tasks) {
        if (fits(item.toObject()))
            items.append(summary(item.toObject()));
    }
    return {200, {{u"items"_s, items}, {u"next_cursor"_s, QJsonValue()}}, {}};
}

QJsonObject FakeService::Clinic::putTask(QJsonObject task)
{
    task.insert("version"_L1, task.value("version"_L1).toInt() + 1);
    task.insert("updated_at"_L1, isoAgo(0));
    const int row = rowOf(tasks, task.value("id"_L1).toString());
    if (row < 0)
        tasks.append(task);
    else
        tasks[row] = task;
    toPush.push_back(event(row < 0 ? u"task.created"_s : u"task.changed"_s, summary(task)));
    return task;
}

FakeService::Answer FakeService::Clinic::act(const QString &id, const QString &action, const QJsonObject &body,
                                             const QByteArray &ifMatch, const QJsonObject &by)
{
    const int row = rowOf(tasks, id);
    if (row < 0)
        return Answer::problem(404, u"not_found"_s);
    auto task = tasks[row].toObject();
    const QJsonObject me{{u"id"_s, by.value("id"_L1)}, {u"name"_s, by.value("name"_L1)}};
    const auto owner = task.value("assignee"_L1).toObject();
    if (ifMatch.isEmpty())
        return Answer::problem(428, u"precondition_required"_s);
    if ((action == "claim"_L1 || action == "start"_L1) && !owner.isEmpty() && owner.value("id"_L1) != me.value("id"_L1))
        return Answer::problem(409, u"owned"_s, {{u"owner"_s, owner}, {u"current"_s, summary(task)}});
    if (ifMatch != "\"v" + QByteArray::number(task.value("version"_L1).toInt()) + '"')
        return Answer::problem(412, u"changed_meanwhile"_s, {{u"current"_s, summary(task)}});
    if (action == "undo"_L1) {
        if (!before.contains(id))
            return Answer::problem(409, u"cannot_undo"_s);
        auto old = before.take(id);
        old.insert("version"_L1, task.value("version"_L1));
        return {200, putTask(old), {}};
    }
    before.insert(id, task);
    if (action == "claim"_L1 || action == "start"_L1 || action == "complete"_L1)
        task.insert("assignee"_L1, me);
    if (action == "start"_L1)
        task.insert("status"_L1, "in_progress"_L1);
    if (action == "complete"_L1) {
        task.insert("status"_L1, "completed"_L1);
        task.insert("completed_at"_L1, isoAgo(0));
    }
    if (action == "release"_L1)
        task.insert("assignee"_L1, QJsonValue());
    if (action == "release"_L1 || action == "reopen"_L1)
        task.insert("status"_L1, "pending"_L1);
    if (action == "flag"_L1 || action == "unflag"_L1)
        task.insert("flagged"_L1, action == "flag"_L1);
    if (action == "assign-to-doctor"_L1) {
        task.insert("queue"_L1, "doctor"_L1);
        task.insert("approval"_L1, QJsonObject{{u"state"_s, u"pending"_s}});
    }
    if (action == "note"_L1) {
        auto notes = task.value("notes"_L1).toArray();
        notes.append(QJsonObject{{u"id"_s, QUuid::createUuid().toString()},
                                 {u"author"_s, me},
                                 {u"text"_s, body.value("text"_L1)},
                                 {u"at"_s, isoAgo(0)}});
        task.insert("notes"_L1, notes);
        task.insert("note_count"_L1, notes.size());
    }
    auto history = task.value("history"_L1).toArray();
    history.append(QJsonObject{{u"action"_s, action}, {u"by"_s, me}, {u"at"_s, isoAgo(0)}, {u"detail"_s, QString()}});
    task.insert("history"_L1, history);
    const auto stored = putTask(task);
    if (action == "call-back"_L1)
        return {
            200, {{u"task"_s, stored}, {u"dial_uri"_s, "tel:"_L1 + stored.value("callback_number"_L1).toString()}}, {}};
    return {200, stored, {}};
}

FakeService::Answer FakeService::Clinic::decide(const QString &id, const QJsonObject &body, const QJsonObject &by)
{
    const int row = rowOf(tasks, id);
    if (row < 0)
        return Answer::problem(404, u"not_found"_s);
    auto task = tasks[row].toObject();
    const auto decision = body.value("decision"_L1).toString();
    if (decision == "reject"_L1 && body.value("reason"_L1).toString().isEmpty())
        return Answer::problem(422, u"reason_required"_s);
    before.insert(id, task);
    const auto state = decision == "approve"_L1  ? u"approved"_s
                       : decision == "reject"_L1 ? u"rejected"_s
                                                 : u"returned"_s;
    task.insert("approval"_L1, QJsonObject{{u"state"_s, state},
                                           {u"decided_by"_s, by},
                                           {u"reason"_s, body.value("reason"_L1)},
                                           {u"note"_s, body.value("note"_L1)}});
    return {200, putTask(task), {}};
}

FakeService::Answer FakeService::Clinic::approvals() const
{
    constexpr qsizetype PageSize = 200;
    QJsonArray items;
    for (const auto &item : tasks) {
        const auto task = item.toObject();
        const auto state = task.value("approval"_L1).toObject().value("state"_L1).toString();
        if (state != "pending"_L1 && state != "signed"_L1)
            continue;
        auto entry = summary(task);
        entry.insert("staff_note"_L1, task.value("staff_note"_L1));
        const int call = rowOf(calls, task.value("call_id"_L1).toString());
        const auto turns = call < 0 ? QJsonArray() : calls[call].toObject().value("turns"_L1).toArray();
        QJsonArray lines;
        for (int at = std::max(0, int(turns.size()) - 2); at < turns.size(); ++at)
            lines.append(turns[at]);
        entry.insert("last_lines"_L1, lines);
        if (items.size() == PageSize)
            return {200, {{u"items"_s, items}, {u"next_cursor"_s, u"more"_s}}, {}};
        items.append(entry);
    }
    return {200, {{u"items"_s, items}, {u"next_cursor"_s, QJsonValue()}}, {}};
}

FakeService::Answer FakeService::Clinic::acknowledge(const QString &id, const QJsonObject &by)
{
    const int row = rowOf(escalations, id);
    if (row < 0)
        return Answer::problem(404, u"not_found"_s);
    auto escalation = escalations[row].toObject();
    if (!escalation.value("acknowledged_at"_L1).toString().isEmpty())
        return Answer::problem(409, u"owned"_s, {{u"owner"_s, escalation.value("acknowledged_by"_L1)}});
    escalation.insert("acknowledged_by"_L1, by);
    escalation.insert("acknowledged_at"_L1, isoAgo(0));
    escalations[row] = escalation;
    toPush.push_back(event(u"escalation.acknowledged"_s, escalation));
    return {200, escalation, {}};
}

FakeService::Answer FakeService::Clinic::recording(const QString &callId, const QByteArray &range) const
{
    const int row = rowOf(calls, callId);
    if (row < 0)
        return Answer::problem(404, u"not_found"_s);
    const auto wave = secondsWave(calls[row].toObject().value("duration_ms"_L1).toInt());
    if (range.isEmpty())
        return {200, {}, wave};
    const auto ends = range.mid(range.indexOf('=') + 1).split('-');
    const qint64 begin = ends.value(0).toLongLong();
    const qint64 end = std::min<qint64>(wave.size(), ends.value(1).toLongLong() + 1);
    const auto whole = '/' + QByteArray::number(wave.size());
    if (begin >= end) {
        auto outside = Answer::problem(416, u"outside"_s);
        outside.span = "bytes *" + whole;
        return outside;
    }
    return {206,
            {},
            wave.mid(begin, end - begin),
            "bytes " + QByteArray::number(begin) + '-' + QByteArray::number(end - 1) + whole};
}

FakeService::Answer FakeService::Clinic::document(const QString &path) const
{
    auto found = demo.value("documents"_L1).toObject().value(path).toObject();
    if (found.isEmpty())
        return Answer::problem(404, u"not_found"_s);
    if (path == "/health"_L1)
        found = resolveAll({found})[0].toObject();
    if (path == "/analytics"_L1) {
        QJsonArray days;
        const auto byDay = demo.value("by_day"_L1).toArray();
        for (int at = 29; at >= 0; --at) {
            auto day = byDay[at].toObject();
            day.insert("date"_L1, QDate::currentDate().addDays(-at).toString(Qt::ISODate));
            days.append(day);
        }
        found.insert("by_day"_L1, days);
        QJsonArray emergencies;
        const auto moments = found.take("emergency_days"_L1).toArray();
        for (const auto &moment : moments)
            emergencies.append(
                QJsonObject{{u"at"_s, isoAgo(1440 * moment[0].toDouble())}, {u"seconds_to_guidance"_s, moment[1]}});
        found.insert("emergencies"_L1, emergencies);
    }
    return {200, found, {}};
}

FakeService::Answer FakeService::Clinic::store(const QString &path, const QJsonObject &body, const QByteArray &ifMatch)
{
    auto documents = demo.value("documents"_L1).toObject();
    const int version = documents.value(path).toObject().value("version"_L1).toInt();
    if (ifMatch != "\"v" + QByteArray::number(version) + '"')
        return Answer::problem(ifMatch.isEmpty() ? 428 : 412,
                               ifMatch.isEmpty() ? u"precondition_required"_s : u"changed_meanwhile"_s);
    if (body.contains("name"_L1) && body.value("name"_L1).toString().isEmpty())
        return Answer::problem(422, u"invalid"_s,
                               {{u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, u"name"_s},
                                                                     {u"message"_s, u"The clinic needs a name."_s}}}}});
    auto stored = body;
    stored.insert("version"_L1, version + 1);
    documents.insert(path, stored);
    demo.insert("documents"_L1, documents);
    return {200, stored, {}};
}

FakeService::Answer FakeService::Clinic::storeVendor(const QString &name, QJsonObject body, const QByteArray &ifMatch)
{
    auto list = document(u"/clinic/vendors"_s).body;
    QJsonArray items;
    const auto known = list.value("items"_L1).toArray();
    for (const auto &item : known) {
        if (item.toObject().value("name"_L1).toString() != name)
            items.append(item);
    }
    body.insert("name"_L1, name);
    items.append(body);
    list.insert("items"_L1, items);
    return store(u"/clinic/vendors"_s, list, ifMatch);
}

QJsonObject FakeService::Clinic::snapshot() const
{
    QJsonArray open;
    for (const auto &item : tasks) {
        if (item.toObject().value("status"_L1).toString() != "completed"_L1)
            open.append(summary(item.toObject()));
    }
    QJsonArray live;
    for (const auto &item : calls) {
        auto call = item.toObject();
        if (!call.take("live"_L1).toBool())
            continue;
        call.remove("turns"_L1);
        live.append(call);
    }
    QJsonArray waiting;
    for (const auto &item : escalations) {
        if (item.toObject().value("acknowledged_at"_L1).toString().isEmpty())
            waiting.append(item);
    }
    return {{u"type"_s, u"snapshot"_s},
            {u"sequence"_s, sequence},
            {u"tasks"_s, open},
            {u"escalations"_s, waiting},
            {u"calls"_s, live}};
}

QJsonObject FakeService::Clinic::event(const QString &kind, const QJsonObject &data)
{
    QJsonObject message{{u"type"_s, u"event"_s},
                        {u"sequence"_s, ++sequence},
                        {u"kind"_s, kind},
                        {u"at"_s, isoAgo(0)},
                        {u"data"_s, data}};
    events.push_back(message);
    return message;
}

FakeService::FakeService()
    : m_clinic(std::make_unique<Clinic>())
{
    listen();
}

FakeService::~FakeService()
{
    goDown();
}

QUrl FakeService::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeService::listen()
{
    m_server = std::make_unique<Http::HttpServer>(
        router(), Http::HttpServerSettings{QHostAddress(QHostAddress::LocalHost), m_port, 1, {}, {}});
    if (const auto listening = m_server->listen(); !listening)
        qFatal("the fake service cannot listen: %s", qPrintable(listening.error().message));
    m_port = m_server->port();
}

Http::Router FakeService::router()
{
    using Http::Method;
    using Body = QJsonObject;
    using Handler = std::function<Answer(const Http::HttpRequest &, const Body &, const QJsonObject &)>;
    Http::Router router;
    const auto add = [&](Method method, const QString &path, Handler handler) {
        router.add(
            method, "/api/v1"_L1 + path,
            [this, handler = std::move(handler)](const Http::HttpRequest &request, const Http::HttpResponder &respond) {
                std::vector<QJsonObject> pushes;
                Answer answer;
                {
                    const QMutexLocker lock(&m_mutex);
                    const auto name = request.path.mid(7);
                    const auto range = QString::fromLatin1(request.header("Range"));
                    m_requests << QString::fromLatin1(Http::methodName(request.method)) + u' ' + name +
                                      (range.isEmpty() ? QString() : u' ' + range);
                    const auto token = QString::fromLatin1(request.header("Authorization").mid(7));
                    const auto user = m_clinic->userOf(token);
                    const bool open = name == "/auth/sign-in"_L1 || name == "/auth/refresh"_L1;
                    answer = !open && user.isEmpty()
                                 ? Answer::problem(401, u"token_expired"_s)
                                 : handler(request, QJsonDocument::fromJson(request.body).object(), user);
                    pushes = std::exchange(m_clinic->toPush, {});
                }
                for (const auto &message : pushes)
                    broadcast(message);
                auto response = answer.bytes.isEmpty()
                                    ? Http::HttpResponse::json(answer.status, QJsonDocument(answer.body).toJson())
                                    : Http::HttpResponse{answer.status, {}, answer.bytes};
                if (!answer.span.isEmpty())
                    response.setHeader("Content-Range", answer.span);
                respond.send(std::move(response));
            });
    };
    auto &clinic = *m_clinic;
    const auto list = [](const QJsonArray &items) {
        return Answer{200, {{u"items"_s, items}, {u"next_cursor"_s, QJsonValue()}}, {}};
    };
    add(Method::Post, u"/auth/sign-in"_s, [&](auto &, const Body &body, auto &) { return clinic.signIn(body); });
    add(Method::Post, u"/auth/refresh"_s, [&](auto &, const Body &body, auto &) { return clinic.refresh(body); });
    add(Method::Post, u"/auth/sign-out"_s, [](auto &, auto &, auto &) { return Answer{204, {}, {}}; });
    add(Method::Get, u"/tasks"_s, [&](auto &request, auto &, auto &) { return clinic.listTasks(request); });
    add(Method::Get, u"/tasks/{id}"_s, [&](const Http::HttpRequest &request, auto &, auto &) {
        const int row = Clinic::rowOf(clinic.tasks, request.parameter(u"id"));
        return row < 0 ? Answer::problem(404, u"not_found"_s) : Answer{200, clinic.tasks[row].toObject(), {}};
    });
    add(Method::Post, u"/tasks/{id}/actions/{action}"_s,
        [&](const Http::HttpRequest &request, const Body &body, const QJsonObject &user) {
            return clinic.act(request.parameter(u"id"), request.parameter(u"action"), body, request.header("If-Match"),
                              user);
        });
    add(Method::Get, u"/approvals"_s, [&](auto &, auto &, auto &) { return clinic.approvals(); });
    add(Method::Post, u"/approvals/batch"_s, [&](auto &, const Body &body, const QJsonObject &user) {
        const auto items = body.value("items"_L1).toArray();
        if (items.size() > 50)
            return Answer::problem(422, u"invalid"_s);
        for (const auto &item : items) {
            const auto answer = clinic.decide(item.toObject().value("id"_L1).toString(), body, user);
            if (answer.status != 200)
                return answer;
        }
        return Answer{200, {{u"decided"_s, items.size()}}, {}};
    });
    add(Method::Post, u"/approvals/{id}"_s,
        [&](const Http::HttpRequest &request, const Body &body, const QJsonObject &user) {
            return clinic.decide(request.parameter(u"id"), body, user);
        });
    add(Method::Get, u"/calls"_s, [&, list](auto &, auto &, auto &) {
        QJsonArray ended;
        for (const auto &item : std::as_const(clinic.calls)) {
            auto call = item.toObject();
            call.remove("turns"_L1);
            if (!call.value("live"_L1).toBool())
                ended.append(call);
        }
        return list(ended);
    });
    add(Method::Get, u"/calls/{id}/turns"_s, [&, list](const Http::HttpRequest &request, auto &, auto &) {
        const int row = Clinic::rowOf(clinic.calls, request.parameter(u"id"));
        return list(row < 0 ? QJsonArray() : clinic.calls[row].toObject().value("turns"_L1).toArray());
    });
    add(Method::Get, u"/calls/{id}/recording"_s, [&](const Http::HttpRequest &request, auto &, auto &) {
        return clinic.recording(request.parameter(u"id"), request.header("Range"));
    });
    add(Method::Get, u"/calls/{id}/waveform"_s, [&](const Http::HttpRequest &request, auto &, auto &) {
        const int row = Clinic::rowOf(clinic.calls, request.parameter(u"id"));
        const auto call = row < 0 ? QJsonObject() : clinic.calls[row].toObject();
        const auto turns = call.value("turns"_L1).toArray();
        QJsonArray peaks;
        for (int ms = 0; ms < call.value("duration_ms"_L1).toInt(); ms += 100) {
            double level = 4;
            for (const auto &item : turns) {
                const auto turn = item.toObject();
                if (ms >= turn.value("start_ms"_L1).toInt() && ms < turn.value("end_ms"_L1).toInt())
                    level = 70 + 150 * std::abs(std::sin(ms * 0.0021) * std::sin(ms * 0.0117 + 1));
            }
            peaks.append(int(level));
        }
        return Answer{200, {{u"interval_ms"_s, 100}, {u"peaks"_s, peaks}}, {}};
    });
    add(Method::Post, u"/calls/{id}/take-over"_s, [&](const Http::HttpRequest &request, auto &, auto &) {
        const int row = Clinic::rowOf(clinic.calls, request.parameter(u"id"));
        if (row < 0 || !clinic.calls[row].toObject().value("live"_L1).toBool())
            return Answer::problem(409, u"not_live"_s);
        auto call = clinic.calls[row].toObject();
        call.insert("live"_L1, false);
        call.insert("escalation_reason"_L1, "staff_took_over"_L1);
        clinic.calls[row] = call;
        call.remove("turns"_L1);
        clinic.toPush.push_back(clinic.event(u"call.ended"_s, call));
        return Answer{200, call, {}};
    });
    add(Method::Post, u"/escalations/{id}/acknowledge"_s,
        [&](const Http::HttpRequest &request, auto &, const QJsonObject &user) {
            return clinic.acknowledge(request.parameter(u"id"),
                                      {{u"id"_s, user.value("id"_L1)}, {u"name"_s, user.value("name"_L1)}});
        });
    add(Method::Get, u"/users"_s, [&, list](auto &, auto &, auto &) { return list(clinic.users); });
    add(Method::Post, u"/users"_s, [&](auto &, Body body, auto &) {
        body.insert("id"_L1, QUuid::createUuid().toString(QUuid::WithoutBraces));
        body.insert("status"_L1, "invited"_L1);
        clinic.users.append(body);
        body.insert("invitation_token"_L1, "FD-7K2M-94QX-AB1D"_L1);
        return Answer{201, body, {}};
    });
    add(Method::Patch, u"/users/{id}"_s, [&](const Http::HttpRequest &request, const Body &body, auto &) {
        const int row = Clinic::rowOf(clinic.users, request.parameter(u"id"));
        if (row < 0)
            return Answer::problem(404, u"not_found"_s);
        auto user = clinic.users[row].toObject();
        for (auto it = body.begin(); it != body.end(); ++it)
            user.insert(it.key(), it.value());
        clinic.users[row] = user;
        return Answer{200, user, {}};
    });
    add(Method::Put, u"/clinic/vendors/{name}"_s, [&](const Http::HttpRequest &request, const Body &body, auto &) {
        return clinic.storeVendor(request.parameter(u"name"), body, request.header("If-Match"));
    });
    add(Method::Post, u"/clinic/thresholds/preview"_s, [](auto &, const Body &body, auto &) {
        const auto limits = body.value("thresholds"_L1).toObject();
        const int gained = int((limits.value("transcript_confidence"_L1).toDouble() - 0.7) * 240);
        QJsonArray changed;
        for (int at = 0; at < std::abs(gained); ++at) {
            const QJsonValue reason(u"low_confidence"_s);
            changed.append(QJsonObject{{u"call_id"_s, u"c-%1"_s.arg(at)},
                                       {u"before"_s, gained > 0 ? QJsonValue() : reason},
                                       {u"after"_s, gained > 0 ? reason : QJsonValue()}});
        }
        return Answer{200,
                      {{u"calls"_s, 1892},
                       {u"escalated_before"_s, 221},
                       {u"escalated_after"_s, 221 + gained},
                       {u"changed"_s, changed},
                       {u"unreadable"_s, 0},
                       {u"emergencies_lost"_s, 0}},
                      {}};
    });
    add(Method::Get, u"/audit"_s, [&, list](auto &, auto &, auto &) {
        QJsonArray items;
        int sequence = 10482;
        const auto rows = clinic.demo.value("audit"_L1).toArray();
        for (const auto &row : rows) {
            const int user = Clinic::rowOf(clinic.users, row[0].toString());
            items.append(QJsonObject{{u"sequence"_s, sequence--},
                                     {u"actor"_s, clinic.users[user]},
                                     {u"action"_s, row[1]},
                                     {u"detail"_s, row[2]},
                                     {u"at"_s, isoAgo(row[3].toDouble())},
                                     {u"address"_s, u"10.0.4.%1"_s.arg(20 + user)}});
        }
        return list(items);
    });
    add(Method::Post, u"/audit/verify"_s, [](auto &, auto &, auto &) {
        return Answer{200, {{u"ok"_s, true}, {u"rows"_s, 10482}, {u"first_bad"_s, QJsonValue()}}, {}};
    });
    for (const auto &path : {u"/clinic"_s, u"/clinic/thresholds"_s, u"/clinic/retention"_s, u"/clinic/vendors"_s,
                             u"/clinic/speech"_s, u"/health"_s, u"/analytics"_s}) {
        add(Method::Get, path, [&clinic, path](auto &, auto &, auto &) { return clinic.document(path); });
        add(Method::Put, path, [&clinic, path](const Http::HttpRequest &request, const Body &body, auto &) {
            return clinic.store(path, body, request.header("If-Match"));
        });
    }
    router.addWebSocket(
        u"/api/v1/live"_s,
        {.guard = {}, .accept = [this](std::unique_ptr<Sockets::WebSocket> socket, const Http::HttpRequest &request) {
             onLive(std::move(socket), request);
         }});
    return router;
}

void FakeService::onLive(std::unique_ptr<Sockets::WebSocket> owned, const Http::HttpRequest &request)
{
    auto *const socket = owned.release();
    QObject::connect(QThread::currentThread(), &QThread::finished, socket, &QObject::deleteLater);
    const QMutexLocker lock(&m_mutex);
    const auto token = QString::fromLatin1(request.header("Authorization").mid(7));
    if (m_clinic->userOf(token).isEmpty()) {
        socket->close(4401);
        return;
    }
    const qint64 after = request.queryValue(u"after").value_or(u"0"_s).toLongLong();
    if (after > 0 && after < m_clinic->oldest) {
        socket->close(4410);
        return;
    }
    QObject::connect(socket, &Sockets::WebSocket::closed, socket, [this, socket] {
        const QMutexLocker inner(&m_mutex);
        std::erase(m_sockets, socket);
        socket->deleteLater();
    });
    m_sockets.push_back(socket);
    const auto send = [socket](const QJsonObject &message) {
        socket->sendText(QJsonDocument(message).toJson(QJsonDocument::Compact));
    };
    if (after == 0)
        send(m_clinic->snapshot());
    for (const auto &event : m_clinic->events) {
        if (after > 0 && event.value("sequence"_L1).toInteger() > after)
            send(event);
    }
}

void FakeService::broadcast(const QJsonObject &message)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray text = QJsonDocument(message).toJson(QJsonDocument::Compact);
    for (auto *const socket : m_sockets)
        QMetaObject::invokeMethod(
            socket, [socket, text] { socket->sendText(text); }, Qt::QueuedConnection);
}

void FakeService::push(const QString &kind, const QJsonObject &data)
{
    QJsonObject message;
    {
        const QMutexLocker lock(&m_mutex);
        message = m_clinic->event(kind, data);
    }
    broadcast(message);
}

void FakeService::pushWords(const QString &callId, int turn, const QString &speaker, const QString &text)
{
    broadcast({{u"type"_s, u"transient"_s},
               {u"kind"_s, u"call.words"_s},
               {u"data"_s, QJsonObject{{u"call_id"_s, callId},
                                       {u"turn"_s, turn},
                                       {u"speaker"_s, speaker},
                                       {u"text"_s, text},
                                       {u"final"_s, false}}}});
}

void FakeService::changeTask(const QString &id, const QJsonObject &changes)
{
    std::vector<QJsonObject> pushes;
    {
        const QMutexLocker lock(&m_mutex);
        auto task = m_clinic->tasks[Clinic::rowOf(m_clinic->tasks, id)].toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            task.insert(it.key(), it.value());
        m_clinic->putTask(task);
        pushes = std::exchange(m_clinic->toPush, {});
    }
    for (const auto &message : pushes)
        broadcast(message);
}

void FakeService::addTask(const QJsonObject &task)
{
    std::vector<QJsonObject> pushes;
    {
        const QMutexLocker lock(&m_mutex);
        m_clinic->putTask(task);
        pushes = std::exchange(m_clinic->toPush, {});
    }
    for (const auto &message : pushes)
        broadcast(message);
}

void FakeService::raiseEscalation(const QJsonObject &escalation)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_clinic->escalations.append(escalation);
    }
    push(u"escalation.raised"_s, escalation);
}

void FakeService::fillTasks(int count)
{
    const QMutexLocker lock(&m_mutex);
    const auto pattern = std::exchange(m_clinic->tasks, {});
    for (int at = 0; at < count; ++at) {
        auto task = pattern[at % pattern.size()].toObject();
        task.insert("id"_L1, u"many-%1"_s.arg(at));
        task.insert("task_id"_L1, u"TASK-2026-%1"_s.arg(at, 5, 10, QLatin1Char('0')));
        task.insert("status"_L1, "pending"_L1);
        task.remove("assignee"_L1);
        task.remove("approval"_L1);
        task.insert("priority"_L1, at % 200 == 0 ? "urgent"_L1 : "normal"_L1);
        task.insert("created_at"_L1, isoAgo(at));
        m_clinic->tasks.append(task);
    }
}

QJsonObject FakeService::document(const QString &path) const
{
    const QMutexLocker lock(&m_mutex);
    return m_clinic->document(path).body;
}

void FakeService::setCallLength(const QString &callId, int durationMs)
{
    const QMutexLocker lock(&m_mutex);
    const int row = Clinic::rowOf(m_clinic->calls, callId);
    auto call = m_clinic->calls[row].toObject();
    call.insert("duration_ms"_L1, durationMs);
    m_clinic->calls[row] = call;
}

void FakeService::removeCall(const QString &callId)
{
    const QMutexLocker lock(&m_mutex);
    m_clinic->calls.removeAt(Clinic::rowOf(m_clinic->calls, callId));
}

QJsonObject FakeService::task(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const int row = Clinic::rowOf(m_clinic->tasks, id);
    return row < 0 ? QJsonObject() : m_clinic->tasks[row].toObject();
}

void FakeService::goDown()
{
    m_server.reset();
    const QMutexLocker lock(&m_mutex);
    m_sockets.clear();
}

void FakeService::comeBack()
{
    listen();
}

void FakeService::expireTokens()
{
    const QMutexLocker lock(&m_mutex);
    const auto tokens = m_clinic->access.keys();
    m_clinic->deadTokens.unite(QSet<QString>(tokens.begin(), tokens.end()));
}

void FakeService::endSessions()
{
    expireTokens();
    const QMutexLocker lock(&m_mutex);
    m_clinic->refresher.clear();
}

void FakeService::forgetEvents()
{
    const QMutexLocker lock(&m_mutex);
    m_clinic->events.clear();
    m_clinic->oldest = m_clinic->sequence + 1;
}

void FakeService::closeLive(int code)
{
    const QMutexLocker lock(&m_mutex);
    for (auto *const socket : m_sockets)
        QMetaObject::invokeMethod(
            socket, [socket, code] { socket->close(quint16(code)); }, Qt::QueuedConnection);
}

QStringList FakeService::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int FakeService::liveConnections() const
{
    const QMutexLocker lock(&m_mutex);
    return int(m_sockets.size());
}

void FakeService::dropTotp()
{
    const QMutexLocker lock(&m_mutex);
    m_clinic->totp = false;
}

} // namespace Frontdesk::Tests
