#include "service/api/fields.h"
#include "service/api/internal/idempotency.h"
#include "service/api/internal/operations.h"
#include "service/api/pages.h"
#include "service/api/problem.h"
#include "service/webhooks/delivery.h"

namespace Frontdesk::Api {

namespace {

using Storage::Webhook;
using Storage::WebhookAttempt;

constexpr size_t MostWebhooks = 20;
constexpr int MostHoursKept = 72;
constexpr int UsualHoursKept = 24;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue attemptJson(const WebhookAttempt &attempt)
{
    if (!attempt.at.isValid()) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("at"), timeJson(attempt.at)},
                       {QStringLiteral("status"), attempt.status == 0 ? QJsonValue(QJsonValue::Null) : attempt.status},
                       {QStringLiteral("problem"), orNull(attempt.problem)},
                       {QStringLiteral("kind"), orNull(attempt.kind)},
                       {QStringLiteral("sequence"),
                        attempt.sequence == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(attempt.sequence)}};
}

QJsonArray attemptsJson(const std::vector<WebhookAttempt> &attempts)
{
    QJsonArray json;
    for (const WebhookAttempt &attempt : attempts) {
        json.append(attemptJson(attempt));
    }
    return json;
}

QJsonObject webhookJson(const Webhook &webhook)
{
    return {{QStringLiteral("id"), webhook.id},
            {QStringLiteral("version"), webhook.version},
            {QStringLiteral("url"), webhook.url},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(webhook.kinds)},
            {QStringLiteral("enabled"), webhook.isOn},
            {QStringLiteral("stopped_because"), orNull(webhook.offReason)},
            {QStringLiteral("created_at"), timeJson(webhook.createdAt)},
            {QStringLiteral("old_secret_until"), timeJson(webhook.previousUntil)},
            {QStringLiteral("told_up_to"), webhook.sequence},
            {QStringLiteral("failures"), webhook.failures},
            {QStringLiteral("failing_since"), timeJson(webhook.failingSince)},
            {QStringLiteral("next_try_at"), timeJson(webhook.failures > 0 ? webhook.nextAt : QDateTime())},
            {QStringLiteral("last_attempt"), attemptJson(webhook.last)},
            {QStringLiteral("attempts"), attemptsJson(webhook.attempts)},
            {QStringLiteral("last_test"), attemptJson(webhook.lastTest)}};
}

/// With the secret, which is never shown again.
QJsonObject withSecret(const Webhook &webhook)
{
    QJsonObject json = webhookJson(webhook);
    json.insert(QStringLiteral("secret"), QString::fromLatin1(webhook.secret));
    return json;
}

QByteArray newSecret()
{
    return "whsec_" + Identity::newSecretToken();
}

void readUrl(Fields &fields, const Webhooks::NetworkRule &rule, Webhook &webhook)
{
    const QString text = fields.text("url", Webhooks::NetworkRule::LongestUrl);
    const QUrl url(text, QUrl::StrictMode);
    if (const auto right = rule.check(url); !text.isEmpty() && !right) {
        fields.complain("url", right.error().message);
    }
    webhook.url = url.toString(QUrl::FullyEncoded);
}

void readKinds(Fields &fields, Webhook &webhook)
{
    webhook.kinds.clear();
    const QStringList &known = Webhooks::webhookKinds();
    const QJsonArray wanted = fields.list("kinds", static_cast<int>(known.size()));
    for (const QJsonValue &value : wanted) {
        if (!known.contains(value.toString())) {
            fields.complain("kinds", QStringLiteral("has one that is not known"));
            return;
        }
        if (!webhook.kinds.contains(value.toString())) {
            webhook.kinds << value.toString();
        }
    }
}

/// Without path and query, in which some receivers want a key.
QString auditDetail(const Webhook &webhook)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QUrl(webhook.url).host(), webhook.kinds.join(QLatin1Char(',')),
             webhook.isOn ? QStringLiteral("on") : QStringLiteral("off"));
}

Result<void> note(ApiCall &call, const char *deed, const Webhook &webhook)
{
    return call.audit(deed, {QStringLiteral("webhook"), webhook.id}, auditDetail(webhook));
}

Http::HttpResponse list(ApiCall &call)
{
    const auto webhooks = call.store.webhooks().list(call.clinic());
    if (!webhooks) {
        return problem(webhooks.error());
    }
    QJsonArray items;
    for (const Webhook &webhook : *webhooks) {
        items.append(webhookJson(webhook));
    }
    return pageAnswer(items);
}

Http::HttpResponse one(ApiCall &call)
{
    const auto webhook = call.store.webhooks().find(call.clinic(), call.parameter("id"));
    return webhook ? versioned(jsonAnswer(200, webhookJson(*webhook)), webhook->version) : problem(webhook.error());
}

Http::HttpResponse create(ApiCall &call, const Webhooks::NetworkRule &rule)
{
    Fields fields(call.body());
    Webhook webhook;
    webhook.clinic = call.clinic();
    webhook.secret = newSecret();
    readUrl(fields, rule, webhook);
    readKinds(fields, webhook);
    if (!fields.ok()) {
        return fields.refusal();
    }
    const RepeatedRequest repeated(call);
    if (const auto known = repeated.made(); known || known.error().code != ErrorCode::NotFound) {
        // Whoever repeats it has not seen the answer.
        const auto before = known ? call.store.webhooks().find(call.clinic(), *known) : Result<Webhook>(known.error());
        return before ? versioned(jsonAnswer(201, withSecret(*before)), before->version) : problem(before.error());
    }
    const auto others = call.store.webhooks().list(call.clinic());
    if (others && others->size() >= MostWebhooks) {
        return problem(409, "too_many", QStringLiteral("A clinic has at most %1 webhooks.").arg(MostWebhooks));
    }
    const auto made = others ? call.store.webhooks().add(webhook, call.now) : Result<Webhook>(others.error());
    const auto kept = made ? repeated.keep(made->id) : Result<void>(made.error());
    const auto noted = kept ? note(call, "webhook.created", *made) : kept;
    return noted ? versioned(jsonAnswer(201, withSecret(*made)), made->version) : problem(noted.error());
}

/// Keeps what `edit(webhook)` makes of it; with an answer of `edit`, that.
template <typename Edit>
Http::HttpResponse edited(ApiCall &call, const char *deed, QJsonObject (*answer)(const Webhook &), Edit edit)
{
    const auto version = call.expectedVersion();
    if (!version) {
        return preconditionRequired();
    }
    const auto present = call.store.webhooks().find(call.clinic(), call.parameter("id"));
    if (!present) {
        return problem(present.error());
    }
    Webhook webhook = *present;
    if (const std::optional<Http::HttpResponse> refusal = edit(webhook)) {
        return *refusal;
    }
    const auto kept = call.store.webhooks().change(webhook, *version, call.now);
    if (!kept && kept.error().code == ErrorCode::Conflict) {
        return changedMeanwhile(webhookJson(*present));
    }
    const auto noted = kept ? note(call, deed, *kept) : Result<void>(kept.error());
    return noted ? versioned(jsonAnswer(200, answer(*kept)), kept->version) : problem(noted.error());
}

Http::HttpResponse change(ApiCall &call, const Webhooks::NetworkRule &rule)
{
    return edited(call, "webhook.changed", webhookJson, [&](Webhook &webhook) -> std::optional<Http::HttpResponse> {
        const QJsonObject body = call.body();
        Fields fields(body);
        if (fields.has("url")) {
            readUrl(fields, rule, webhook);
        }
        if (fields.has("kinds")) {
            readKinds(fields, webhook);
        }
        if (fields.has("enabled")) {
            const QJsonValue enabled = body.value(QLatin1String("enabled"));
            webhook.isOn = enabled.toBool();
            if (!enabled.isBool()) {
                fields.complain("enabled", QStringLiteral("is neither true nor false"));
            }
        }
        return fields.ok() ? std::nullopt : std::optional(fields.refusal());
    });
}

/// The old secret signs beside the new one for a while, so that no delivery fails while the receiver changes over.
Http::HttpResponse renewSecret(ApiCall &call)
{
    return edited(call, "webhook.secret_renewed", withSecret,
                  [&](Webhook &webhook) -> std::optional<Http::HttpResponse> {
                      Fields fields(call.body());
                      const int hours = call.body().value(QLatin1String("keep_old_hours")).toInt(UsualHoursKept);
                      if (hours < 0 || hours > MostHoursKept) {
                          fields.complain("keep_old_hours", QStringLiteral("is 0 to %1").arg(MostHoursKept));
                          return fields.refusal();
                      }
                      constexpr qint64 SecondsPerHour = 3600;
                      webhook.previousSecret = hours > 0 ? webhook.secret : QByteArray();
                      webhook.previousUntil = hours > 0 ? call.now.addSecs(hours * SecondsPerHour) : QDateTime();
                      webhook.secret = newSecret();
                      return std::nullopt;
                  });
}

Http::HttpResponse remove(ApiCall &call)
{
    const auto webhook = call.store.webhooks().find(call.clinic(), call.parameter("id"));
    const auto removed =
        webhook ? call.store.webhooks().remove(call.clinic(), webhook->id) : Result<void>(webhook.error());
    const auto noted = removed ? note(call, "webhook.removed", *webhook) : removed;
    return noted ? Http::HttpResponse::empty(204) : problem(noted.error());
}

Http::HttpResponse test(ApiCall &call)
{
    const auto webhook = call.store.webhooks().find(call.clinic(), call.parameter("id"));
    const auto asked =
        webhook ? call.store.webhooks().askTest(call.clinic(), webhook->id, call.now) : Result<void>(webhook.error());
    const auto noted = asked ? note(call, "webhook.tested", *webhook) : asked;
    return noted ? jsonAnswer(202, webhookJson(*webhook)) : problem(noted.error());
}

} // namespace

std::vector<Operation> webhookOperations(const Webhooks::NetworkRule &rule)
{
    using enum Http::Method;
    constexpr auto Manage = Identity::Permission::ManageWebhooks;
    const QString webhooks = QStringLiteral("/api/v1/webhooks");
    const QString webhook = webhooks + QStringLiteral("/{id}");
    return {
        {Get, webhooks, Manage, list, {}},
        {Post, webhooks, Manage, [rule](ApiCall &call) { return create(call, rule); }, {}},
        {Get, webhook, Manage, one, {}},
        {Patch, webhook, Manage, [rule](ApiCall &call) { return change(call, rule); }, {}},
        {Delete, webhook, Manage, remove, {}},
        {Post, webhook + QStringLiteral("/secret"), Manage, renewSecret, {}},
        {Post, webhook + QStringLiteral("/test"), Manage, test, {}},
    };
}

} // namespace Frontdesk::Api
