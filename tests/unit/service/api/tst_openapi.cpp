#include "tests/unit/service/api/apifixture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// The document says what the routes do: every route is in it and nothing else, with its permission, and what is answered
/// looks as it says.
class TestOpenApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_api = std::make_unique<ApiFixture>();
        m_document = m_api->ask("GET", QStringLiteral("/api/v1/openapi.json")).body;
    }
    void cleanupTestCase() { m_api.reset(); }

    void document_isServed();
    void everyRoute_isDocumented_andNothingElse();
    void everyPermission_isTheRoutes();
    void everyReference_leadsSomewhere();
    void answers_lookAsDocumented();

private:
    [[nodiscard]] QJsonObject paths() const { return m_document.value(QLatin1String("paths")).toObject(); }
    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const;
    /// What is wrong with the value; empty when it fits.
    [[nodiscard]] QString misfit(const QJsonValue &value, const QJsonObject &schema, const QString &where) const;
    [[nodiscard]] QString objectMisfit(const QJsonObject &value, const QJsonObject &schema, const QString &where) const;
    void lookAt(const char *method, const QString &path, const QString &documented, const Asking &asking);

    std::unique_ptr<ApiFixture> m_api;
    QJsonObject m_document;
};

void TestOpenApi::document_isServed()
{
    QCOMPARE(m_document.value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
}

void TestOpenApi::everyRoute_isDocumented_andNothingElse()
{
    QSet<QString> routes;
    for (const Operation &operation : m_api->api->operations()) {
        routes.insert(QString::fromLatin1(Http::methodName(operation.method)).toLower() + QLatin1Char(' ') +
                      operation.path);
    }
    QSet<QString> documented;
    const QJsonObject all = paths();
    for (auto path = all.begin(); path != all.end(); ++path) {
        for (const QString &method : path.value().toObject().keys()) {
            documented.insert(method + QLatin1Char(' ') + path.key());
        }
    }
    QCOMPARE(QStringList((routes - documented).values()).join(QLatin1Char(',')), QString());
    QCOMPARE(QStringList((documented - routes).values()).join(QLatin1Char(',')), QString());
}

void TestOpenApi::everyPermission_isTheRoutes()
{
    for (const Operation &operation : m_api->api->operations()) {
        const QJsonObject documented = paths()
                                           .value(operation.path)
                                           .toObject()
                                           .value(QString::fromLatin1(Http::methodName(operation.method)).toLower())
                                           .toObject();
        const QString wanted = operation.permission ? permissionName(*operation.permission) : QStringLiteral("public");
        QCOMPARE(documented.value(QLatin1String("x-permission")).toString(), wanted);
        QCOMPARE(documented.contains(QLatin1String("security")), !operation.permission.has_value());
        QVERIFY(!documented.value(QLatin1String("summary")).toString().isEmpty());
    }
}

void TestOpenApi::everyReference_leadsSomewhere()
{
    const QString text = QString::fromUtf8(QJsonDocument(m_document).toJson());
    auto matches = QRegularExpression(QStringLiteral("#/components/schemas/(\\w+)")).globalMatch(text);
    const QJsonObject schemas =
        m_document.value(QLatin1String("components")).toObject().value(QLatin1String("schemas")).toObject();
    int found = 0;
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        QVERIFY2(schemas.contains(name), qPrintable(name));
        ++found;
    }
    QVERIFY(found > 50);
}

QJsonObject TestOpenApi::resolved(const QJsonObject &schema) const
{
    const QString reference = schema.value(QLatin1String("$ref")).toString();
    const QJsonObject schemas =
        m_document.value(QLatin1String("components")).toObject().value(QLatin1String("schemas")).toObject();
    const QJsonObject plain =
        reference.isEmpty() ? schema : schemas.value(reference.section(QLatin1Char('/'), -1)).toObject();
    if (!plain.contains(QLatin1String("allOf"))) {
        return plain;
    }
    QJsonObject properties;
    for (const QJsonValue &part : plain.value(QLatin1String("allOf")).toArray()) {
        const QJsonObject some = resolved(part.toObject()).value(QLatin1String("properties")).toObject();
        for (auto property = some.begin(); property != some.end(); ++property) {
            properties.insert(property.key(), property.value());
        }
    }
    return {{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
}

QString TestOpenApi::objectMisfit(const QJsonObject &value, const QJsonObject &schema, const QString &where) const
{
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonValue others = schema.value(QLatin1String("additionalProperties"));
    for (auto entry = value.begin(); entry != value.end(); ++entry) {
        const QString at = where + QLatin1Char('.') + entry.key();
        if (properties.contains(entry.key())) {
            if (const QString why = misfit(entry.value(), properties.value(entry.key()).toObject(), at);
                !why.isEmpty()) {
                return why;
            }
        } else if (others.isObject()) {
            if (const QString why = misfit(entry.value(), others.toObject(), at); !why.isEmpty()) {
                return why;
            }
        } else if (!properties.isEmpty()) {
            return at + QStringLiteral(" is not documented");
        }
    }
    for (const QString &name : properties.keys()) {
        if (!value.contains(name)) {
            return where + QLatin1Char('.') + name + QStringLiteral(" is documented and missing");
        }
    }
    return {};
}

QString TestOpenApi::misfit(const QJsonValue &value, const QJsonObject &given, const QString &where) const
{
    const QJsonObject schema = resolved(given);
    if (schema.contains(QLatin1String("anyOf"))) {
        QString why;
        for (const QJsonValue &choice : schema.value(QLatin1String("anyOf")).toArray()) {
            why = misfit(value, choice.toObject(), where);
            if (why.isEmpty()) {
                return {};
            }
        }
        return why;
    }
    const QString type = schema.value(QLatin1String("type")).toString();
    const QJsonArray names = schema.value(QLatin1String("enum")).toArray();
    if (!names.isEmpty() && !names.contains(value)) {
        return where + QStringLiteral(" is none of the documented values: ") + value.toString();
    }
    if (type == QLatin1String("object") && value.isObject()) {
        return objectMisfit(value.toObject(), schema, where);
    }
    if (type == QLatin1String("array") && value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            if (const QString why =
                    misfit(item, schema.value(QLatin1String("items")).toObject(), where + QStringLiteral("[]"));
                !why.isEmpty()) {
                return why;
            }
        }
        return {};
    }
    const bool fits =
        (type == QLatin1String("string") && value.isString()) || (type == QLatin1String("boolean") && value.isBool()) ||
        (type == QLatin1String("null") && value.isNull()) || (type == QLatin1String("number") && value.isDouble()) ||
        (type == QLatin1String("integer") && value.isDouble() &&
         value.toDouble() == static_cast<double>(value.toInteger()));
    return fits ? QString() : where + QStringLiteral(" is no ") + type;
}

void TestOpenApi::lookAt(const char *method, const QString &path, const QString &documented, const Asking &asking)
{
    const Answer answer = m_api->ask(method, path, asking);
    const QJsonObject responses = paths()
                                      .value(documented)
                                      .toObject()
                                      .value(QString::fromLatin1(method).toLower())
                                      .toObject()
                                      .value(QLatin1String("responses"))
                                      .toObject();
    const QString status = QString::number(answer.status);
    QVERIFY2(answer.status < 300, answer.raw);
    QVERIFY2(responses.contains(status), qPrintable(documented + QLatin1Char(' ') + status));
    const QJsonObject content = responses.value(status).toObject().value(QLatin1String("content")).toObject();
    const QJsonObject schema =
        content.value(QLatin1String("application/json")).toObject().value(QLatin1String("schema")).toObject();
    const QString why = misfit(answer.body, schema, documented);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestOpenApi::answers_lookAsDocumented()
{
    const ClinicProfile clinic = m_api->givenClinic();
    const CallRecord call = m_api->givenCall(clinic);
    const Task task = m_api->givenTask(call, RequestType::PrescriptionRefill);
    EscalationRecord escalation;
    escalation.clinicId = clinic.id;
    escalation.callId = call.id;
    escalation.decidedAt = m_api->clock.utcNow();
    TurnRecord turn;
    turn.callId = call.id;
    turn.number = 1;
    turn.at = m_api->clock.utcNow();
    turn.words = {{QStringLiteral("hello"), 0.5, Milliseconds(1), Milliseconds(2)}};
    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto raised = store.escalations().record(escalation);
        const auto spoken = store.calls().saveTurn(clinic.id, turn);
        return raised && spoken ? Result<int>(0) : Error{};
    });
    const QString admin = m_api->tokenFor(m_api->givenUser(clinic, Role::Admin));
    const QString doctor = m_api->tokenFor(m_api->givenUser(clinic, Role::Doctor));
    const QString oneTask = QStringLiteral("/api/v1/tasks/") + task.id.text();
    const Asking noting{admin, {{QStringLiteral("text"), QStringLiteral("Note.")}}, {{"If-Match", etagOf(1)}}};
    const QString note = QStringLiteral("/api/v1/tasks/{id}/actions/note");
    lookAt("POST", oneTask + QStringLiteral("/actions/note"), note, noting);
    const Asking deciding{doctor, {{QStringLiteral("decision"), QStringLiteral("return")}}, {{"If-Match", etagOf(2)}}};
    lookAt("GET", QStringLiteral("/api/v1/approvals"), QStringLiteral("/api/v1/approvals"), {doctor});
    lookAt("POST", QStringLiteral("/api/v1/approvals/") + task.id.text(), QStringLiteral("/api/v1/approvals/{id}"),
           deciding);
    lookAt("GET", oneTask, QStringLiteral("/api/v1/tasks/{id}"), {admin});
    const QString oneCall = QStringLiteral("/api/v1/calls/") + call.id.text();
    lookAt("GET", oneCall, QStringLiteral("/api/v1/calls/{id}"), {admin});
    lookAt("GET", oneCall + QStringLiteral("/turns"), QStringLiteral("/api/v1/calls/{id}/turns"), {admin});
    for (const char *path :
         {"tasks", "calls", "escalations", "users", "colleagues", "clinic", "clinic/thresholds", "clinic/retention",
          "clinic/vendors", "clinic/speech", "consent-laws", "clinic/approvals", "clinic/notifications",
          "clinic/notifications/messages", "health", "audit", "analytics", "auth/me", "auth/sessions"}) {
        const QString whole = QStringLiteral("/api/v1/") + QLatin1String(path);
        lookAt("GET", whole, whole, {admin});
    }
    const Asking webhook{admin,
                         {{QStringLiteral("url"), QStringLiteral("https://hooks.example.com/")},
                          {QStringLiteral("kinds"), QJsonArray{QStringLiteral("task.created")}}},
                         {{"If-Match", etagOf(1)}}};
    lookAt("POST", QStringLiteral("/api/v1/webhooks"), QStringLiteral("/api/v1/webhooks"), webhook);
    lookAt("GET", QStringLiteral("/api/v1/webhooks"), QStringLiteral("/api/v1/webhooks"), {admin});
    const auto kept = m_api->inStore([&](Storage::Store &store) { return store.webhooks().list(clinic.id); });
    const QString oneWebhook = QStringLiteral("/api/v1/webhooks/") + kept.front().id;
    lookAt("PATCH", oneWebhook, QStringLiteral("/api/v1/webhooks/{id}"), webhook);
    lookAt("POST", oneWebhook + QStringLiteral("/secret"), QStringLiteral("/api/v1/webhooks/{id}/secret"),
           {admin, {}, {{"If-Match", etagOf(2)}}});
    lookAt("POST", oneWebhook + QStringLiteral("/test"), QStringLiteral("/api/v1/webhooks/{id}/test"), {admin});
    const auto escalations =
        m_api->inStore([&](Storage::Store &store) { return store.escalations().list({.clinic = clinic.id}); });
    lookAt("GET", QStringLiteral("/api/v1/escalations/") + escalations.front().id.text(),
           QStringLiteral("/api/v1/escalations/{id}"), {admin});
    lookAt("GET", QStringLiteral("/api/v1/delegation"), QStringLiteral("/api/v1/delegation"), {doctor});
    lookAt("POST", QStringLiteral("/api/v1/audit/verify"), QStringLiteral("/api/v1/audit/verify"), {admin});
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
