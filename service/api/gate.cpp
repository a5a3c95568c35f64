#include "service/api/gate.h"

#include "service/api/problem.h"

namespace Frontdesk::Api {

namespace {

Http::HttpResponse notSignedIn()
{
    Http::HttpResponse response =
        problem(401, "not_signed_in", QStringLiteral("Sign in, or refresh the access token."));
    response.setHeader("WWW-Authenticate", "Bearer");
    return response;
}

Http::HttpResponse forbidden(Identity::Permission permission)
{
    return problem(403, "forbidden",
                   QStringLiteral("Your role does not have the permission %1.").arg(permissionName(permission)));
}

QByteArray bearerToken(const Http::HttpRequest &request)
{
    const QByteArray value = request.header("Authorization").trimmed();
    const QByteArray scheme = "bearer ";
    return value.left(scheme.size()).toLower() == scheme ? value.mid(scheme.size()).trimmed() : QByteArray();
}

bool isOurOwnNetwork(const QHostAddress &address)
{
    // RFC 1918 and RFC 4193.
    static const auto networks = {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
                                  QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
                                  QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
                                  QHostAddress::parseSubnet(QStringLiteral("fc00::/7"))};
    return address.isLoopback() || std::any_of(networks.begin(), networks.end(),
                                               [&](const auto &network) { return address.isInSubnet(network); });
}

/// Which clinic's records are asked for: the person's own, or the one an operator names.
ClinicId clinicOf(const Ticket &ticket, const User &user)
{
    return user.role == Role::Operator ? ticket.glassClinic : user.clinicId;
}

} // namespace

std::variant<Ticket, Gate::Refusal> Gate::look(const Http::HttpRequest &request, Identity::Permission permission,
                                               const QDateTime &now) const
{
    const auto claims = m_tokens.read(bearerToken(request), now);
    if (!claims) {
        return notSignedIn();
    }
    if (!Identity::allows(claims->role, permission)) {
        return forbidden(permission);
    }
    Ticket ticket{*claims, {}, {}};
    if (claims->role == Role::Operator && permission != Identity::Permission::OwnAccount) {
        ticket.glassClinic = ClinicId(QString::fromUtf8(request.header(ClinicHeader)).trimmed());
        ticket.glassReason = QString::fromUtf8(request.header(ReasonHeader)).simplified();
        if (ticket.glassClinic.isEmpty() || ticket.glassReason.size() < ShortestReason) {
            return problem(
                403, "reason_required",
                QStringLiteral("Name the clinic in X-Frontdesk-Clinic and, in X-Frontdesk-Reason, why you look "
                               "into its records (at least %1 characters).")
                    .arg(ShortestReason));
        }
    }
    return ticket;
}

std::variant<Caller, Gate::Refusal> Gate::enter(const Ticket &ticket, const Http::HttpRequest &request,
                                                Storage::Store &store, const QDateTime &now)
{
    const auto user = store.sessions().signedIn(ticket.claims.session, now);
    if (!user) {
        return user.error().code == ErrorCode::NotFound ? notSignedIn() : problem(user.error());
    }
    if (user->id != ticket.claims.user || user->role != ticket.claims.role) {
        return notSignedIn(); // What the token says is no longer so: a refresh brings a new one.
    }
    const Caller caller{*user, ticket.claims.session, clinicOf(ticket, *user), ticket.glassReason,
                        clientAddress(request)};
    if (!ticket.glassClinic.isEmpty()) {
        if (const auto clinic = store.clinics().find(ticket.glassClinic); !clinic) {
            return problem(clinic.error());
        }
    }
    return caller;
}

Storage::Scope Gate::scopeOf(const Ticket &ticket, bool reads)
{
    if (ticket.claims.clinic.isEmpty()) {
        return Storage::Scope::platform(); // An operator's own row belongs to no clinic.
    }
    return reads ? Storage::Scope::reading(ticket.claims.clinic) : Storage::Scope::of(ticket.claims.clinic);
}

QString clientAddress(const Http::HttpRequest &request)
{
    bool isV4 = false;
    const QHostAddress v4(request.peer.toIPv4Address(&isV4)); // Also of an IPv4 address in IPv6 clothes.
    const QHostAddress peer = isV4 ? v4 : request.peer;
    if (isOurOwnNetwork(peer)) {
        // The last entry is what the nearest proxy saw; earlier ones are the client's to invent.
        const QByteArray forwarded = request.header("X-Forwarded-For").split(',').last().trimmed();
        if (const QHostAddress client(QString::fromLatin1(forwarded)); !client.isNull()) {
            return client.toString();
        }
    }
    return peer.toString();
}

} // namespace Frontdesk::Api
