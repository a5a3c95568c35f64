#pragma once

#include "service/api/operation.h"
#include "service/identity/accesstokens.h"
#include "service/storage/scope.h"

#include <variant>

namespace Frontdesk::Api {

/// What was found of a request before the database was asked.
struct Ticket {
    Identity::AccessClaims claims;
    ClinicId glassClinic; ///< The clinic an operator asks for.
    QString glassReason;
};

/// Decides who may pass. Constant after construction: safe from any thread.
///
/// Two steps: a token's signature, age and role are checked at once, without the database; that its session goes on and
/// what its person is now, on the database thread, with every request. So a sign-out, a deactivation and a changed role
/// hold from the next request on, not from the token's end.
class Gate {
public:
    explicit Gate(const Identity::AccessTokens &tokens)
        : m_tokens(tokens)
    {}

    using Refusal = Http::HttpResponse;

    [[nodiscard]] std::variant<Ticket, Refusal> look(const Http::HttpRequest &request, Identity::Permission permission,
                                                     const QDateTime &now) const;

    /// The second step. Thread: the database's.
    [[nodiscard]] static std::variant<Caller, Refusal> enter(const Ticket &ticket, const Http::HttpRequest &request,
                                                             Storage::Store &store, const QDateTime &now);

    /// Whose rows the work for this ticket may see. `reads`: it need not wait for the clinic's writes.
    [[nodiscard]] static Storage::Scope scopeOf(const Ticket &ticket, bool reads);

    static constexpr char ClinicHeader[] = "X-Frontdesk-Clinic";
    static constexpr char ReasonHeader[] = "X-Frontdesk-Reason";
    static constexpr int ShortestReason = 10;

private:
    const Identity::AccessTokens &m_tokens;
};

/// The client's network address: the peer, or what the proxy on this machine or in the private network says.
[[nodiscard]] QString clientAddress(const Http::HttpRequest &request);

} // namespace Frontdesk::Api
