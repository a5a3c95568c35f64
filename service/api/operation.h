#pragma once

#include "service/api/audittrail.h"
#include "service/http/router.h"
#include "service/identity/permissions.h"

#include <QJsonObject>

namespace Frontdesk::Api {

/// Who asks, proven by token and session.
struct Caller {
    User user;
    SessionId session;
    ClinicId clinic;     ///< Whose records this request may touch; empty for an operator who names none.
    QString glassReason; ///< An operator's reason for looking into a clinic.
    QString address;

    [[nodiscard]] Actor actor() const { return {user.id, user.name, user.role, clinic, address, glassReason}; }
};

/// One authenticated and permitted request, while it is worked on: on a database thread, inside one transaction that is
/// kept when the answer is a success and undone when it is not.
class ApiCall {
public:
    ApiCall(const Http::HttpRequest &httpRequest, const Caller &who, Storage::Store &openStore, AuditTrail &trail,
            const QDateTime &utcNow)
        : request(httpRequest)
        , caller(who)
        , store(openStore)
        , now(utcNow)
        , m_trail(trail)
    {}

    const Http::HttpRequest &request;
    const Caller &caller;
    Storage::Store &store;
    const QDateTime now;

    [[nodiscard]] const ClinicId &clinic() const { return caller.clinic; }
    [[nodiscard]] QString parameter(const char *name) const { return request.parameter(QString(QLatin1String(name))); }
    [[nodiscard]] QString query(const char *name) const
    {
        return request.queryValue(QString(QLatin1String(name))).value_or(QString());
    }
    /// The body; empty when there is none. That it is an object was checked before.
    [[nodiscard]] QJsonObject body() const;

    /// Writes the deed down; its failure must become the answer.
    [[nodiscard]] Result<void> audit(const char *action, const Subject &subject, const QString &detail = {})
    {
        return m_trail.record(store, caller.actor(), QLatin1String(action), subject, detail, now);
    }

    /// Once everything is kept, `work` runs on a worker of its own and makes the answer, in place of what the handler
    /// returns: for what takes longer than the database should be held up. It must not use this object.
    void answerWith(std::function<Http::HttpResponse()> work) { m_answer = std::move(work); }
    [[nodiscard]] std::function<Http::HttpResponse()> takeAnswer() { return std::move(m_answer); }

    /// Runs `work` once everything is kept, and not at all when it is not: for telling rooms that keep things in memory.
    void whenKept(std::function<void()> work) { m_afterwards.push_back(std::move(work)); }
    [[nodiscard]] std::vector<std::function<void()>> takeAfterwards() { return std::move(m_afterwards); }

    /// The version in If-Match. Not set: it is missing or no version of ours.
    [[nodiscard]] std::optional<qint64> expectedVersion() const;

private:
    AuditTrail &m_trail;
    std::vector<std::function<void()>> m_afterwards;
    std::function<Http::HttpResponse()> m_answer;
};

using ApiHandler = std::function<Http::HttpResponse(ApiCall &)>;

/// One thing that can be asked of the API. The table of all of them is the router, the permission check and what the
/// OpenAPI document is held against.
struct Operation {
    Http::Method method = Http::Method::Get;
    QString path; ///< `/api/v1/tasks/{id}`
    /// Not set: for whoever has a password, an invitation or a refresh token, and for documents; it is their own handler's
    /// business to ask.
    std::optional<Identity::Permission> permission;
    ApiHandler handler; ///< For permitted requests.
    Http::HttpHandler
        ownThread; ///< Instead of `handler`, for what must not hold up the database; gets the raw request.
};

/// `"v7"`
[[nodiscard]] QByteArray etagOf(qint64 version);
/// Adds the ETag.
[[nodiscard]] Http::HttpResponse versioned(Http::HttpResponse response, qint64 version);
/// 428.
[[nodiscard]] Http::HttpResponse preconditionRequired();

} // namespace Frontdesk::Api
