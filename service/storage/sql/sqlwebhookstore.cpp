#include "service/storage/sql/sqlwebhookstore.h"

#include "service/storage/sql/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Frontdesk::Storage {

namespace {

const QString AddWebhook = QStringLiteral(R"sql(
    INSERT INTO webhooks (clinic_id, webhook_id, version, kinds, is_on, off_reason, created_at, body, sequence, claims,
                          next_at, failures, attempt_status, attempt_problem, attempt_sequence, test_status,
                          test_problem)
    VALUES ($1, $2, 1, $3, $4, '', $5, $6, COALESCE((SELECT last FROM event_counters WHERE clinic_id = $1), 0), 0, $5, 0,
            0, '', 0, 0, ''))sql");

const QString SelectWebhook = QStringLiteral(R"sql(
    SELECT clinic_id, webhook_id, version, kinds, is_on, off_reason, created_at, body, sequence, claims, next_at, failures,
           failing_since, attempt_at, attempt_status, attempt_problem, attempt_sequence, test_asked_at, test_at,
           test_status, test_problem, attempts
    FROM webhooks )sql");
const QString ListWebhooks = SelectWebhook + QStringLiteral("WHERE clinic_id = $1 ORDER BY created_at, webhook_id");
const QString FindWebhook = SelectWebhook + QStringLiteral("WHERE clinic_id = $1 AND webhook_id = $2");
const QString DueWebhooks = SelectWebhook + QStringLiteral(R"sql(
    WHERE is_on = 1 AND next_at <= $1
      AND sequence < (SELECT last FROM event_counters c WHERE c.clinic_id = webhooks.clinic_id)
    ORDER BY next_at, webhook_id LIMIT $2)sql");
const QString TestsAsked =
    SelectWebhook + QStringLiteral("WHERE test_asked_at IS NOT NULL ORDER BY test_asked_at, webhook_id LIMIT $1");

const QString ChangeWebhook = QStringLiteral(R"sql(
    UPDATE webhooks SET version = version + 1, kinds = $1, is_on = $2, off_reason = '', body = $3, claims = claims + 1,
                        next_at = $4, failures = 0, failing_since = NULL
    WHERE clinic_id = $5 AND webhook_id = $6 AND version = $7)sql");
const QString RemoveWebhook = QStringLiteral("DELETE FROM webhooks WHERE clinic_id = $1 AND webhook_id = $2");
const QString AskTest =
    QStringLiteral("UPDATE webhooks SET test_asked_at = $1 WHERE clinic_id = $2 AND webhook_id = $3");

const QString ClaimWebhook = QStringLiteral(R"sql(
    UPDATE webhooks SET claims = claims + 1, next_at = $1 WHERE clinic_id = $2 AND webhook_id = $3 AND claims = $4)sql");
const QString TakeTest = QStringLiteral(R"sql(
    UPDATE webhooks SET test_asked_at = NULL WHERE clinic_id = $1 AND webhook_id = $2 AND test_asked_at = $3)sql");
const QString PassEvents =
    QStringLiteral("UPDATE webhooks SET sequence = $1 WHERE clinic_id = $2 AND webhook_id = $3 AND sequence < $1");
const QString SettleWebhook = QStringLiteral(R"sql(
    UPDATE webhooks SET version = version + CASE WHEN is_on = $1 THEN 0 ELSE 1 END, is_on = $1, off_reason = $2,
                        next_at = $3, failures = $4, failing_since = $5, attempt_at = $6, attempt_status = $7,
                        attempt_problem = $8, attempt_sequence = $9, attempts = $10
    WHERE clinic_id = $11 AND webhook_id = $12 AND claims = $13)sql");
const QString SettleTest = QStringLiteral(R"sql(
    UPDATE webhooks SET test_at = $1, test_status = $2, test_problem = $3 WHERE clinic_id = $4 AND webhook_id = $5)sql");

BodyPlace placeOf(const ClinicId &clinic, const QString &webhook)
{
    return {QLatin1String("webhooks"), clinic, webhook};
}

SqlValue whole(bool yes)
{
    return qint64{yes ? 1 : 0};
}

QString attemptsText(const std::vector<WebhookAttempt> &attempts)
{
    QJsonArray list;
    for (const WebhookAttempt &attempt : attempts) {
        list.append(QJsonObject{{QStringLiteral("at"), attempt.at.toUTC().toString(Qt::ISODateWithMs)},
                                {QStringLiteral("status"), attempt.status},
                                {QStringLiteral("problem"), attempt.problem},
                                {QStringLiteral("sequence"), attempt.sequence},
                                {QStringLiteral("kind"), attempt.kind}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<WebhookAttempt> attemptsIn(const QString &text)
{
    std::vector<WebhookAttempt> attempts;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : list) {
        const QJsonObject json = one.toObject();
        attempts.push_back(
            {QDateTime::fromString(json.value(QLatin1String("at")).toString(), Qt::ISODateWithMs),
             json.value(QLatin1String("status")).toInt(), json.value(QLatin1String("problem")).toString(),
             json.value(QLatin1String("sequence")).toInteger(), json.value(QLatin1String("kind")).toString()});
    }
    return attempts;
}

Result<bool> whether(const Result<qint64> &changed)
{
    return changed ? Result<bool>(*changed > 0) : changed.error();
}

} // namespace

void Webhook::note(const WebhookAttempt &attempt)
{
    last = attempt;
    attempts.insert(attempts.begin(), attempt);
    attempts.resize(std::min(attempts.size(), AttemptsKept));
}

Result<QByteArray> SqlWebhookStore::packed(const Webhook &webhook)
{
    return m_bodies.pack(
        placeOf(webhook.clinic, webhook.id),
        {{QStringLiteral("url"), webhook.url},
         {QStringLiteral("secret"), QString::fromLatin1(webhook.secret)},
         {QStringLiteral("previous_secret"), QString::fromLatin1(webhook.previousSecret)},
         {QStringLiteral("previous_until"), webhook.previousUntil.toUTC().toString(Qt::ISODateWithMs)}});
}

Result<Webhook> SqlWebhookStore::readWebhook(const SqlRow &row)
{
    Webhook webhook;
    webhook.clinic = ClinicId(row.text(0));
    webhook.id = row.text(1);
    const auto body = m_bodies.unpack(placeOf(webhook.clinic, webhook.id), row.bytes(7));
    if (!body) {
        return body.error();
    }
    webhook.version = row.integer(2);
    webhook.kinds = row.text(3).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    webhook.isOn = row.integer(4) != 0;
    webhook.offReason = row.text(5);
    webhook.createdAt = row.time(6);
    webhook.url = body->value(QLatin1String("url")).toString();
    webhook.secret = body->value(QLatin1String("secret")).toString().toLatin1();
    webhook.previousSecret = body->value(QLatin1String("previous_secret")).toString().toLatin1();
    webhook.previousUntil =
        QDateTime::fromString(body->value(QLatin1String("previous_until")).toString(), Qt::ISODateWithMs);
    webhook.sequence = row.integer(8);
    webhook.claims = row.integer(9);
    webhook.nextAt = row.time(10);
    webhook.failures = static_cast<int>(row.integer(11));
    webhook.failingSince = row.time(12);
    webhook.last = {row.time(13), static_cast<int>(row.integer(14)), row.text(15), row.integer(16)};
    webhook.attempts = attemptsIn(row.text(21));
    if (!webhook.attempts.empty()) {
        webhook.last = webhook.attempts.front();
    }
    webhook.testAskedAt = row.time(17);
    webhook.lastTest = {row.time(18), static_cast<int>(row.integer(19)), row.text(20)};
    return webhook;
}

Result<std::vector<Webhook>> SqlWebhookStore::read(const Result<std::vector<SqlRow>> &rows)
{
    return readAll<Webhook>(rows, [this](const SqlRow &row) { return readWebhook(row); });
}

Result<void> SqlWebhookStore::told(const ClinicId &clinic, const Result<qint64> &changed)
{
    if (!changed) {
        return changed.error();
    }
    return *changed > 0 ? m_connection.raise(QLatin1String(WebhookTopic), clinic.text()) : noSuch("webhook");
}

Result<Webhook> SqlWebhookStore::add(Webhook webhook, const QDateTime &now)
{
    webhook.id = newUuid7();
    const auto body = packed(webhook);
    if (!body) {
        return body.error();
    }
    return m_connection.transaction([&]() -> Result<Webhook> {
        const auto kept =
            told(webhook.clinic, m_connection.execute(AddWebhook, {webhook.clinic.text(), webhook.id,
                                                                   webhook.kinds.join(QLatin1Char(' ')),
                                                                   whole(webhook.isOn), toSqlTime(now), *body}));
        return kept ? find(webhook.clinic, webhook.id) : Result<Webhook>(kept.error());
    });
}

Result<std::vector<Webhook>> SqlWebhookStore::list(const ClinicId &clinic)
{
    return read(m_connection.query(ListWebhooks, {clinic.text()}));
}

Result<Webhook> SqlWebhookStore::find(const ClinicId &clinic, const QString &id)
{
    return readOne<Webhook>(m_connection.query(FindWebhook, {clinic.text(), id}), "webhook",
                            [this](const SqlRow &row) { return readWebhook(row); });
}

Result<Webhook> SqlWebhookStore::change(const Webhook &webhook, qint64 version, const QDateTime &now)
{
    const auto body = packed(webhook);
    if (!body) {
        return body.error();
    }
    return m_connection.transaction([&]() -> Result<Webhook> {
        if (const auto known = find(webhook.clinic, webhook.id); !known) {
            return known;
        }
        const auto changed =
            m_connection.execute(ChangeWebhook, {webhook.kinds.join(QLatin1Char(' ')), whole(webhook.isOn), *body,
                                                 toSqlTime(now), webhook.clinic.text(), webhook.id, version});
        if (changed && *changed == 0) {
            return Error{ErrorCode::Conflict, QStringLiteral("Somebody changed this webhook in the meantime.")};
        }
        const auto kept = told(webhook.clinic, changed);
        return kept ? find(webhook.clinic, webhook.id) : Result<Webhook>(kept.error());
    });
}

Result<void> SqlWebhookStore::remove(const ClinicId &clinic, const QString &id)
{
    return told(clinic, m_connection.execute(RemoveWebhook, {clinic.text(), id}));
}

Result<void> SqlWebhookStore::askTest(const ClinicId &clinic, const QString &id, const QDateTime &now)
{
    return told(clinic, m_connection.execute(AskTest, {toSqlTime(now), clinic.text(), id}));
}

Result<std::vector<Webhook>> SqlWebhookStore::due(const QDateTime &now, int limit)
{
    return read(m_connection.query(DueWebhooks, {toSqlTime(now), pageSize(limit)}));
}

Result<std::vector<Webhook>> SqlWebhookStore::testsAsked(int limit)
{
    return read(m_connection.query(TestsAsked, {pageSize(limit)}));
}

Result<qint64> SqlWebhookStore::claim(const Webhook &webhook, const QDateTime &until)
{
    const auto claimed = whether(
        m_connection.execute(ClaimWebhook, {toSqlTime(until), webhook.clinic.text(), webhook.id, webhook.claims}));
    if (!claimed) {
        return claimed.error();
    }
    return *claimed ? Result<qint64>(webhook.claims + 1)
                    : Error{ErrorCode::Conflict, QStringLiteral("Another service tells this webhook.")};
}

Result<bool> SqlWebhookStore::takeTest(const Webhook &webhook)
{
    return whether(m_connection.execute(TakeTest, {webhook.clinic.text(), webhook.id, toSqlTime(webhook.testAskedAt)}));
}

Result<void> SqlWebhookStore::pass(const ClinicId &clinic, const QString &id, qint64 sequence)
{
    const auto passed = m_connection.execute(PassEvents, {sequence, clinic.text(), id});
    return passed ? Result<void>() : passed.error();
}

Result<bool> SqlWebhookStore::settle(const Webhook &webhook)
{
    const WebhookAttempt &last = webhook.last;
    return whether(m_connection.execute(
        SettleWebhook,
        {whole(webhook.isOn), webhook.offReason, toSqlTime(webhook.nextAt), qint64{webhook.failures},
         toSqlTime(webhook.failingSince), toSqlTime(last.at), qint64{last.status}, last.problem, last.sequence,
         attemptsText(webhook.attempts), webhook.clinic.text(), webhook.id, webhook.claims}));
}

Result<void> SqlWebhookStore::settleTest(const Webhook &webhook)
{
    const WebhookAttempt &test = webhook.lastTest;
    const auto settled = m_connection.execute(
        SettleTest, {toSqlTime(test.at), qint64{test.status}, test.problem, webhook.clinic.text(), webhook.id});
    return settled ? Result<void>() : settled.error();
}

} // namespace Frontdesk::Storage
