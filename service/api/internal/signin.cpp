#include "service/api/internal/signin.h"

#include "service/api/fields.h"
#include "service/api/internal/operations.h"
#include "service/api/problem.h"
#include "service/identity/passwordrules.h"
#include "service/identity/secrets.h"

#include <QJsonDocument>

namespace Frontdesk::Api {

namespace {

constexpr int PoolThreads = 2; // Each guess takes 64 MiB.
constexpr int MostWaiting = 64;
constexpr int LongestDeviceName = 100;
constexpr auto OwnAccount = Identity::Permission::OwnAccount;

using MaybeResponse = std::optional<Http::HttpResponse>;

QJsonObject bodyOf(const Http::HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

struct Attempt {
    QString email;
    QString password;
    QString deviceName;
    QString code;
    QString address;
    QDateTime now;
};

/// What the database knows of the one who knocks, and what the pool found out.
struct Candidate {
    MaybeResponse refusal;
    std::optional<User> user;
    Storage::Credentials credentials;
    bool isRight = false;
    QString newHash;
};

Result<Candidate> refusedCandidate(Http::HttpResponse refusal)
{
    Candidate candidate;
    candidate.refusal = std::move(refusal);
    return candidate;
}

Result<Candidate> findCandidate(Storage::Store &store, const Attempt &attempt)
{
    auto refusal = countAttempt(store, attempt.email, attempt.address, attempt.now);
    if (!refusal) {
        return refusal.error();
    }
    if (*refusal) {
        return refusedCandidate(**refusal);
    }
    Candidate candidate;
    auto user = store.users().findByEmail(attempt.email);
    if (!user) {
        return user.error().code == ErrorCode::NotFound ? Result<Candidate>(candidate) : user.error();
    }
    auto credentials = store.users().credentials(user->id);
    if (!credentials) {
        return credentials.error();
    }
    candidate.user = *user;
    candidate.credentials = *credentials;
    return candidate;
}

/// The sign-in failed; that stays written down.
Http::HttpResponse failed(Storage::Store &store, const SignInContext &context, const Attempt &attempt,
                          const std::optional<User> &user, int status, const char *code, const QString &detail)
{
    Actor nobody;
    nobody.address = attempt.address;
    nobody.clinic = user ? user->clinicId : ClinicId();
    const auto noted = context.trail.record(store, nobody, QStringLiteral("sign_in.failed"),
                                            {QStringLiteral("user"), user ? user->id.text() : QString()},
                                            QLatin1String(code), attempt.now);
    return noted ? problem(status, code, detail) : problem(noted.error());
}

Http::HttpResponse finishSignIn(Storage::Store &store, const SignInContext &context, const Attempt &attempt,
                                const Candidate &candidate)
{
    const auto &user = candidate.user;
    if (!user || !candidate.isRight) {
        return failed(store, context, attempt, user, 401, "bad_credentials",
                      QStringLiteral("The e-mail address or the password is not right."));
    }
    if (user->status != UserStatus::Active) {
        return failed(store, context, attempt, user, 403, "deactivated",
                      QStringLiteral("This account was deactivated; ask your administrator."));
    }
    const auto code = checkCode(store, context, *user, candidate.credentials, attempt.code, attempt.now);
    if (!code) {
        return problem(code.error());
    }
    if (*code == CodeCheck::Missing) {
        const auto taken = takeBackAttempt(store, attempt.email, attempt.address);
        return taken ? problem(401, "code_required", QStringLiteral("Give the code of your authenticator app too."))
                     : problem(taken.error());
    }
    if (*code == CodeCheck::Wrong) {
        return failed(store, context, attempt, user, 401, "bad_code",
                      QStringLiteral("The code is not right, or was used before."));
    }
    if (const auto forgiven = forgiveAttempts(store, attempt.email, attempt.address); !forgiven) {
        return problem(forgiven.error());
    }
    if (!candidate.newHash.isEmpty()) {
        if (const auto kept = store.users().setPassword(user->id, candidate.newHash, attempt.now); !kept) {
            return problem(kept.error());
        }
    }
    return openSession(store, context, *user, attempt.deviceName, attempt.address, attempt.now);
}

/// Runs `work` so that everything it wrote is kept, refusals too; only a failure of the database undoes it.
template <typename Work>
Result<Http::HttpResponse> keeping(Storage::Store &store, Work work)
{
    constexpr int OurFault = 500;
    std::optional<Http::HttpResponse> answer;
    const auto kept = store.transaction([&]() -> Result<void> {
        answer = work();
        return answer->status < OurFault ? Result<void>() : Error{ErrorCode::Refused, QStringLiteral("Not kept.")};
    });
    return answer && (kept || answer->status >= OurFault) ? Result<Http::HttpResponse>(*answer) : kept.error();
}

QStringList personalWords(Storage::Store &store, const User &user, const QString &name)
{
    const auto clinic = store.clinics().find(user.clinicId);
    return {name, user.email, clinic ? clinic->name : QString()};
}

Http::HttpResponse weakPassword(const QString &why)
{
    return problem(
        422, "weak_password", why,
        {{QStringLiteral("errors"), QJsonArray{QJsonObject{{QStringLiteral("field"), QStringLiteral("password")},
                                                           {QStringLiteral("message"), why}}}}});
}

} // namespace

SignIn::SignIn(SignInContext context)
    : m_context(std::move(context))
    , m_decoyHash(
          Identity::hashPassword(QStringLiteral("nobody has this password"), m_context.hashCost).valueOr(QString()))
{
    m_pool.setMaxThreadCount(PoolThreads);
}

SignIn::~SignIn()
{
    m_pool.waitForDone();
}

template <typename Found, typename Find, typename Slow, typename Keep>
void SignIn::inSteps(const Http::HttpResponder &reply, Find find, Slow slow, Keep keep)
{
    if (m_waiting.fetch_add(1) >= MostWaiting) {
        m_waiting.fetch_sub(1);
        Http::HttpResponse busy =
            problem(503, "busy", QStringLiteral("Too many people sign in at this moment; try again."));
        busy.setHeader("Retry-After", "1");
        return reply.send(std::move(busy));
    }
    const auto answer = [this, reply](const Http::HttpResponse &response) {
        m_waiting.fetch_sub(1);
        reply.send(response);
    };
    m_context.database.run(std::move(find)).then([this, answer, slow, keep](const Result<Found> &found) {
        if (!found || found->refusal) {
            return answer(found ? *found->refusal : problem(found.error()));
        }
        m_pool.start([this, answer, slow, keep, candidate = *found]() mutable {
            slow(candidate);
            m_context.database
                .run([keep, candidate](Storage::Store &store) -> Answer { return keep(store, candidate); })
                .then([answer](const Answer &kept) { answer(kept ? *kept : problem(kept.error())); });
        });
    });
}

void SignIn::signIn(const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    Fields fields(bodyOf(request));
    const Attempt attempt{.email = normalizedEmail(fields.text("email")),
                          .password = fields.secret("password"),
                          .deviceName = fields.text("device_name", LongestDeviceName),
                          .code = fields.optionalText("code", 40),
                          .address = clientAddress(request),
                          .now = m_context.clock.utcNow()};
    if (!fields.ok()) {
        return reply.send(fields.refusal());
    }
    inSteps<Candidate>(
        reply, [attempt](Storage::Store &store) { return findCandidate(store, attempt); },
        [this, attempt](Candidate &candidate) {
            const bool known = candidate.user && !candidate.credentials.passwordHash.isEmpty();
            const QString hash = known ? candidate.credentials.passwordHash : m_decoyHash;
            candidate.isRight = Identity::passwordMatches(attempt.password, hash) && known;
            if (candidate.isRight && Identity::isOutdated(hash, m_context.hashCost)) {
                candidate.newHash = Identity::hashPassword(attempt.password, m_context.hashCost).valueOr(QString());
            }
        },
        [this, attempt](Storage::Store &store, const Candidate &candidate) {
            return keeping(store, [&] { return finishSignIn(store, m_context, attempt, candidate); });
        });
}

void SignIn::refresh(const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    Fields fields(bodyOf(request));
    const QByteArray token = fields.text("refresh_token").toUtf8();
    if (!fields.ok()) {
        return reply.send(fields.refusal());
    }
    const QDateTime now = m_context.clock.utcNow();
    m_context.database
        .run([this, token, now, address = clientAddress(request)](Storage::Store &store) {
            return keeping(store, [&]() -> Http::HttpResponse {
                const QByteArray next = Identity::newSecretToken();
                const QDateTime ends = now.addSecs(std::chrono::seconds(SessionLifetime).count());
                const auto session =
                    store.sessions().rotate(Identity::tokenHash(token), Identity::tokenHash(next), address, now, ends);
                if (session) {
                    const auto user = store.users().find(session->user);
                    return user ? tokenAnswer(store, m_context, *user, session->id, next, now) : problem(user.error());
                }
                if (session.error().retryMayHelp() || session.error().code == ErrorCode::Corrupt) {
                    return problem(session.error());
                }
                Actor nobody;
                nobody.address = address;
                const auto noted =
                    m_context.trail.record(store, nobody, QStringLiteral("refresh.refused"), {}, {}, now);
                return noted ? problem(401, "session_ended", QStringLiteral("The session is over; sign in again."))
                             : problem(noted.error());
            });
        })
        .then([reply](const Answer &answer) { reply.send(answer ? *answer : problem(answer.error())); });
}

void SignIn::acceptInvitation(const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    Fields fields(bodyOf(request));
    const QString tokenHash = Identity::tokenHash(fields.text("token").toUtf8());
    const QString name = fields.text("name", 100);
    const QString password = fields.secret("password");
    const QString device = fields.optionalText("device_name", LongestDeviceName);
    const QString address = clientAddress(request);
    const QDateTime now = m_context.clock.utcNow();
    if (!fields.ok()) {
        return reply.send(fields.refusal());
    }
    inSteps<Candidate>(
        reply,
        [=](Storage::Store &store) -> Result<Candidate> {
            auto refusal = countAttempt(store, {}, address, now);
            if (!refusal || *refusal) {
                return refusal ? refusedCandidate(**refusal) : refusal.error();
            }
            const auto user = store.users().findInvited(tokenHash, now);
            if (!user) {
                return user.error().code == ErrorCode::NotFound
                           ? refusedCandidate(
                                 problem(404, "invitation_over",
                                         QStringLiteral("This invitation was used or is over; ask for another.")))
                           : user.error();
            }
            if (const QString why = Identity::passwordProblem(password, personalWords(store, *user, name));
                !why.isEmpty()) {
                const auto taken = takeBackAttempt(store, {}, address);
                return taken ? refusedCandidate(weakPassword(why)) : taken.error();
            }
            return Candidate{.refusal = {}, .user = *user, .credentials = {}, .isRight = true, .newHash = {}};
        },
        [this, password](Candidate &candidate) {
            candidate.newHash = Identity::hashPassword(password, m_context.hashCost).valueOr(QString());
        },
        [=, this](Storage::Store &store, const Candidate &candidate) {
            return keeping(store, [&]() -> Http::HttpResponse {
                auto user = store.users().findInvited(tokenHash, now);
                if (!user || candidate.newHash.isEmpty()) {
                    return user ? problem({ErrorCode::Unavailable, {}}) : problem(user.error());
                }
                User person = *user;
                person.name = name;
                for (const auto &done :
                     {store.users().update(person, now), store.users().setPassword(person.id, candidate.newHash, now),
                      forgiveAttempts(store, person.email, address)}) {
                    if (!done) {
                        return problem(done.error());
                    }
                }
                // An invitation also resets a forgotten password: whoever is signed in with the old one is not any more.
                if (const auto ended = store.sessions().endAll(person.id, {}, now); !ended) {
                    return problem(ended.error());
                }
                person.status = UserStatus::Active;
                return openSession(store, m_context, person, device, address, now);
            });
        });
}

void SignIn::withPassword(
    const Http::HttpRequest &request, const Http::HttpResponder &reply, const QString &password,
    const QString &newPassword,
    std::function<Http::HttpResponse(Storage::Store &, const Caller &, const QString &newHash)> keep)
{
    const QDateTime now = m_context.clock.utcNow();
    const auto looked = m_context.gate.look(request, OwnAccount, now);
    if (const auto *refusal = std::get_if<Gate::Refusal>(&looked)) {
        return reply.send(*refusal);
    }
    struct Proven : Candidate {
        Caller caller;
    };
    inSteps<Proven>(
        reply,
        [=, this, ticket = std::get<Ticket>(looked)](Storage::Store &store) -> Result<Proven> {
            const auto entered = Gate::enter(ticket, request, store, now);
            Proven proven;
            if (const auto *refusal = std::get_if<Gate::Refusal>(&entered)) {
                proven.refusal = *refusal;
                return proven;
            }
            proven.caller = std::get<Caller>(entered);
            const User &user = proven.caller.user;
            auto counted = countAttempt(store, user.email, proven.caller.address, now);
            auto credentials = store.users().credentials(user.id);
            if (!counted || !credentials) {
                return counted ? credentials.error() : counted.error();
            }
            proven.refusal = *counted;
            proven.credentials = *credentials;
            if (const QString why = Identity::passwordProblem(newPassword, personalWords(store, user, user.name));
                !newPassword.isEmpty() && !why.isEmpty()) {
                proven.refusal = weakPassword(why);
            }
            return proven;
        },
        [this, password, newPassword](Proven &proven) {
            proven.isRight = Identity::passwordMatches(password, proven.credentials.passwordHash);
            if (proven.isRight && !newPassword.isEmpty()) {
                proven.newHash = Identity::hashPassword(newPassword, m_context.hashCost).valueOr(QString());
            }
        },
        [=, this](Storage::Store &store, const Proven &proven) {
            return keeping(store, [&]() -> Http::HttpResponse {
                if (!proven.isRight) {
                    return problem(403, "bad_credentials", QStringLiteral("The current password is not right."));
                }
                if (!newPassword.isEmpty() && proven.newHash.isEmpty()) {
                    return problem({ErrorCode::Unavailable, {}});
                }
                const auto forgiven = forgiveAttempts(store, proven.caller.user.email, proven.caller.address);
                return forgiven ? keep(store, proven.caller, proven.newHash) : problem(forgiven.error());
            });
        });
}

void SignIn::changePassword(const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    Fields fields(bodyOf(request));
    const QString current = fields.secret("current_password");
    const QString wanted = fields.secret("new_password");
    if (!fields.ok()) {
        return reply.send(fields.refusal());
    }
    withPassword(
        request, reply, current, wanted, [this](Storage::Store &store, const Caller &caller, const QString &newHash) {
            const QDateTime now = m_context.clock.utcNow();
            const auto kept = store.users().setPassword(caller.user.id, newHash, now);
            const auto ended = store.sessions().endAll(caller.user.id, caller.session, now);
            const auto noted = m_context.trail.record(store, caller.actor(), QStringLiteral("password.changed"),
                                                      {QStringLiteral("user"), caller.user.id.text()}, {}, now);
            return kept && ended && noted ? Http::HttpResponse::empty()
                                          : problem(!kept    ? kept.error()
                                                    : !ended ? ended.error()
                                                             : noted.error());
        });
}

void SignIn::endTotp(const Http::HttpRequest &request, const Http::HttpResponder &reply)
{
    Fields fields(bodyOf(request));
    const QString password = fields.secret("password");
    if (!fields.ok()) {
        return reply.send(fields.refusal());
    }
    withPassword(request, reply, password, {}, [this](Storage::Store &store, const Caller &caller, const QString &) {
        const QDateTime now = m_context.clock.utcNow();
        const auto ended = store.users().endTotp(caller.user.id);
        const auto noted = m_context.trail.record(store, caller.actor(), QStringLiteral("totp.ended"),
                                                  {QStringLiteral("user"), caller.user.id.text()}, {}, now);
        return ended && noted ? Http::HttpResponse::empty() : problem(ended ? noted.error() : ended.error());
    });
}

std::vector<Operation> SignIn::operations()
{
    const auto open = [this](Step step) {
        return [this, step](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
            if (auto refusal = refuseBody(request)) {
                return reply.send(std::move(*refusal));
            }
            (this->*step)(request, reply);
        };
    };
    // Who may not ask learns nothing about what they asked.
    const auto own = [this, open](Step step) {
        return [this, work = open(step)](const Http::HttpRequest &request, const Http::HttpResponder &reply) {
            const auto looked = m_context.gate.look(request, OwnAccount, m_context.clock.utcNow());
            if (const auto *refusal = std::get_if<Gate::Refusal>(&looked)) {
                return reply.send(*refusal);
            }
            work(request, reply);
        };
    };
    using enum Http::Method;
    const QString base = QStringLiteral("/api/v1/auth/");
    return {
        {Post, base + QStringLiteral("sign-in"), {}, {}, open(&SignIn::signIn)},
        {Post, base + QStringLiteral("refresh"), {}, {}, open(&SignIn::refresh)},
        {Post, base + QStringLiteral("invitation/accept"), {}, {}, open(&SignIn::acceptInvitation)},
        {Post, base + QStringLiteral("password"), OwnAccount, {}, own(&SignIn::changePassword)},
        {Delete, base + QStringLiteral("totp"), OwnAccount, {}, own(&SignIn::endTotp)},
    };
}

} // namespace Frontdesk::Api
