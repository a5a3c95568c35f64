#include "service/api/apiroutes.h"

#include "service/api/internal/operations.h"
#include "service/api/internal/signin.h"
#include "service/api/problem.h"
#include "shared/core/log.h"

#include <QJsonDocument>
#include <QThreadPool>

#include <condition_variable>
#include <mutex>

namespace Frontdesk::Api {

namespace {

constexpr qint64 BodyLimitBytes = qint64{256} << 10;

bool bringsBody(Http::Method method)
{
    return method == Http::Method::Post || method == Http::Method::Put || method == Http::Method::Patch ||
           method == Http::Method::Delete;
}

} // namespace

std::optional<Http::HttpResponse> refuseBody(const Http::HttpRequest &request)
{
    if (!bringsBody(request.method) || request.body.isEmpty()) {
        return std::nullopt;
    }
    if (request.contentType() != "application/json") {
        return problem(415, "json_needed", QStringLiteral("The body must be application/json."));
    }
    if (!QJsonDocument::fromJson(request.body).isObject()) {
        return problem(400, "bad_json", QStringLiteral("The body is not one JSON object."));
    }
    return std::nullopt;
}

namespace {

/// That an operator looked into a clinic, even where the operation itself leaves no record.
Result<void> noteBrokenGlass(const Operation &operation, const Ticket &ticket, ApiCall &call)
{
    return ticket.glassClinic.isEmpty()
               ? Result<void>()
               : call.audit("glass.broken", {QStringLiteral("permission"), permissionName(*operation.permission)});
}

} // namespace

class ApiRoutes::Private {
public:
    Private(const ApiSecrets &secrets, Storage::Database &records, AuditTrail &auditTrail, const Clock &time,
            ApiHooks given, const Identity::HashCost &hashCost)
        : database(records)
        , trail(auditTrail)
        , clock(time)
        , hooks(std::move(given))
        , tokens(secrets.tokens)
        , gate(tokens)
        , signIn({database, trail, clock, tokens, gate, {secrets.sealing, secrets.previousSealing}, hashCost})
    {
        add(signIn.operations());
        add(accountOperations({secrets.sealing, secrets.previousSealing}));
        add(userOperations());
        add(taskOperations());
        add(approvalOperations());
        add(approvalRuleOperations());
        add(callOperations(hooks.takeOver, hooks.prices));
        add(recordingOperations(hooks.player));
        add(clinicOperations(hooks));
        add(vendorOperations());
        add(speechOperations(hooks.speech));
        add(rehearsalOperations(hooks.rehearsal));
        add(notificationOperations());
        add(webhookOperations(hooks.webhookNetworks));
        add(auditOperations(Storage::AuditSeal(secrets.audit, secrets.previousAudit)));
        add(analyticsOperations(hooks.prices));
        add(hindsightOperations(hooks.hindsight));
        add(holdOperations());
        add(patientOperations(hooks.recordings));
        add(fhirOperations());
        add(documentOperations());
    }

    void add(std::vector<Operation> more)
    {
        operations.insert(operations.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    ~Private()
    {
        std::unique_lock lock(mutex);
        allAnswered.wait(lock, [this] { return running == 0; });
    }

    /// The handler, with this object kept waiting in its destructor until the last trace of the request is gone.
    [[nodiscard]] Http::HttpHandler counted(Http::HttpHandler handler);
    [[nodiscard]] Http::HttpHandler guarded(const Operation &operation);
    /// What the database's thread gave: an answer, or who makes it.
    struct Worked {
        Http::HttpResponse answer;
        std::function<Http::HttpResponse()> maker{};
    };

    [[nodiscard]] Worked work(const Operation &operation, const Http::HttpRequest &request, const Ticket &ticket,
                              Storage::Store &store, const QDateTime &now);

    Storage::Database &database;
    AuditTrail &trail;
    const Clock &clock;
    const ApiHooks hooks;
    const Identity::AccessTokens tokens;
    const Gate gate;
    SignIn signIn;
    std::vector<Operation> operations;
    std::mutex mutex;
    std::condition_variable allAnswered;
    int running = 0;
    QThreadPool makers;
};

Http::HttpHandler ApiRoutes::Private::counted(Http::HttpHandler handler)
{
    return [this, handler = std::move(handler)](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
        {
            const std::lock_guard lock(mutex);
            ++running;
        }
        const std::shared_ptr<void> trace(nullptr, [this](void *) {
            const std::lock_guard lock(mutex);
            --running;
            allAnswered.notify_all();
        });
        handler(request,
                Http::HttpResponder([reply, trace](Http::HttpResponse &&answer) { reply.send(std::move(answer)); }));
    };
}

Http::HttpHandler ApiRoutes::Private::guarded(const Operation &operation)
{
    return [this, &operation](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
        const QDateTime now = clock.utcNow();
        const auto looked = gate.look(request, *operation.permission, now);
        if (const auto *refusal = std::get_if<Gate::Refusal>(&looked)) {
            return reply.send(*refusal);
        }
        if (auto refusal = refuseBody(request)) {
            return reply.send(std::move(*refusal));
        }
        const Ticket ticket = std::get<Ticket>(looked);
        database
            .run(Gate::scopeOf(ticket, request.method == Http::Method::Get || request.method == Http::Method::Head),
                 [this, &operation, request, ticket, now](Storage::Store &store) -> Result<Worked> {
                     return work(operation, request, ticket, store, now);
                 })
            .then([this, reply](const Result<Worked> &worked) {
                if (worked && worked->maker) {
                    makers.start([reply, make = worked->maker] { reply.send(make()); });
                } else {
                    reply.send(worked ? worked->answer : problem(worked.error()));
                }
            });
    };
}

ApiRoutes::Private::Worked ApiRoutes::Private::work(const Operation &operation, const Http::HttpRequest &request,
                                                    const Ticket &ticket, Storage::Store &store, const QDateTime &now)
{
    std::optional<Http::HttpResponse> answer;
    std::vector<std::function<void()>> afterwards;
    std::function<Http::HttpResponse()> maker;
    const auto kept = store.transaction([&]() -> Result<void> {
        const auto entered = Gate::enter(ticket, request, store, now);
        if (const auto *refusal = std::get_if<Gate::Refusal>(&entered)) {
            answer = *refusal;
        } else {
            const Caller caller = std::get<Caller>(entered);
            ApiCall call(request, caller, store, trail, now);
            answer = operation.handler(call);
            // After the deed, as all audit records: whoever writes two logs takes them in the same order.
            afterwards = call.takeAfterwards();
            maker = call.takeAnswer();
            const auto noted = noteBrokenGlass(operation, ticket, call);
            answer = noted ? *answer : problem(noted.error());
        }
        constexpr int FirstError = 400;
        return answer->status < FirstError ? Result<void>() : Error{ErrorCode::Refused, QStringLiteral("Not kept.")};
    });
    if (kept) {
        for (const auto &work : afterwards) {
            work();
        }
    }
    const bool lost = !kept && (!answer || kept.error().code != ErrorCode::Refused);
    const Http::HttpResponse response = lost ? problem(kept.error()) : *answer;
    qCDebug(Log::api).noquote() << Http::methodName(request.method) << operation.path << response.status;
    return {response, kept ? std::move(maker) : nullptr};
}

ApiRoutes::ApiRoutes(const ApiSecrets &secrets, Storage::Database &database, AuditTrail &trail, const Clock &clock,
                     ApiHooks hooks, const Identity::HashCost &hashCost)
    : m_d(std::make_unique<Private>(secrets, database, trail, clock, std::move(hooks), hashCost))
{}

ApiRoutes::~ApiRoutes() = default;

void ApiRoutes::addTo(Http::Router &router) const
{
    for (const Operation &operation : m_d->operations) {
        router.add(operation.method, operation.path,
                   m_d->counted(operation.handler ? m_d->guarded(operation) : operation.ownThread), {BodyLimitBytes});
    }
}

const std::vector<Operation> &ApiRoutes::operations() const
{
    return m_d->operations;
}

const Gate &ApiRoutes::gate() const
{
    return m_d->gate;
}

} // namespace Frontdesk::Api
