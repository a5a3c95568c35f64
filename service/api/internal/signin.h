#pragma once

#include "service/api/internal/signinrules.h"
#include "service/api/operation.h"
#include "service/identity/passwordhash.h"
#include "service/storage/database.h"
#include "shared/core/clock.h"

#include <QThreadPool>

#include <atomic>

namespace Frontdesk::Api {

/// Everything that needs a password to be worked on: signing in, choosing one, changing it.
///
/// Each goes the same way: the database says who it could be, the pool does the slow part, the database keeps the outcome.
/// Safe from any thread.
class SignIn {
public:
    explicit SignIn(SignInContext context);
    /// Waits for passwords that are being worked on.
    ~SignIn();
    SignIn(const SignIn &) = delete;
    SignIn &operator=(const SignIn &) = delete;

    [[nodiscard]] std::vector<Operation> operations();

private:
    using Answer = Result<Http::HttpResponse>;
    using Step = void (SignIn::*)(const Http::HttpRequest &, const Http::HttpResponder &);

    void signIn(const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void refresh(const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void acceptInvitation(const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void changePassword(const Http::HttpRequest &request, const Http::HttpResponder &reply);
    void endTotp(const Http::HttpRequest &request, const Http::HttpResponder &reply);

    /// Who asks, with their current password proven; then `keep` on the database thread, with the hash of `newPassword`
    /// where there is one.
    void withPassword(const Http::HttpRequest &request, const Http::HttpResponder &reply, const QString &password,
                      const QString &newPassword,
                      std::function<Http::HttpResponse(Storage::Store &, const Caller &, const QString &newHash)> keep);

    /// Does `slow` on the pool with what the database found, then `keep` on the database thread with what came of it, and
    /// answers. Refusals of `find` skip the rest.
    template <typename Found, typename Find, typename Slow, typename Keep>
    void inSteps(const Http::HttpResponder &reply, Find find, Slow slow, Keep keep);

    SignInContext m_context;
    const QString m_decoyHash; ///< For people who do not exist, so that they take as long as others.
    QThreadPool m_pool;
    std::atomic<int> m_waiting = 0;
};

} // namespace Frontdesk::Api
