#include "tests/unit/service/api/apifixture.h"

#include <QSet>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

/// Calls, escalations, the clinic's settings, the audit log, figures and FHIR.
class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void calls_list_showsNewestFirstWithNameAndReason();
    void calls_pagesAndFilters();
    void calls_turns_areTheTranscript();
    void calls_takeOver_asksThePhoneOnce();
    void escalations_acknowledge_hasOneOwner();
    void escalations_list_byState();
    void clinic_put_replacesOnTheVersion();
    void clinic_put_wrong_isInvalid();
    void thresholds_put_changesOnlyWhatIsNamed();
    void retention_put_isChecked();
    void vendors_put_needsAnAgreementForPatientData();
    void speech_put_ordersWhatTheOperatorHasSetUp();
    void speech_wrong_isRefusedWithTheReason();
    void vendorKey_put_isNeverToldAgain();
    void vendorKey_wrong_isRefused();
    void voiceSample_isWhatTheVoiceSaid();
    void testCall_ticket_isForOnesOwnClinic();
    void health_tellsOfTheDatabase();
    void audit_list_findsWhatWasDone();
    void audit_verify_findsAWholeLog();
    void analytics_days_areTheClinics();
    void analytics_period_isChecked();
    void costs_ofACallAndAPeriod_areAtThePricesOfTheDay();
    void turns_ofReplies_tellWhereTheTimeWent();
    void thresholds_preview_asksThePast();
    void analytics_missedEmergencies_areForReview();
    void fhir_task_isR4();
    void users_lastAdmin_stays();
    void users_create_idempotent_makesOne();

private:
    EscalationRecord givenEscalation(EscalationReason reason = EscalationReason::HumanRequest);
    void finish(const CallRecord &call, const QString &outcome, int seconds = 60)
    {
        m_api->inStore([&](Storage::Store &store) {
            return store.calls().finish(m_clinic.id, call.id, outcome, call.startedAt.addSecs(seconds));
        });
    }
    [[nodiscard]] static QString at(const QJsonValue &json, const char *name)
    {
        return json.toObject().value(QLatin1String(name)).toString();
    }

    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    CallRecord m_call;
    User m_adminUser;
    QString m_admin;
    QString m_ann;
};

void TestRecords::init()
{
    m_api = std::make_unique<ApiFixture>();
    m_clinic = m_api->givenClinic();
    m_call = m_api->givenCall(m_clinic, 30);
    m_adminUser = m_api->givenUser(m_clinic, Role::Admin);
    m_admin = m_api->tokenFor(m_adminUser);
    m_ann = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Receptionist));
}

EscalationRecord TestRecords::givenEscalation(EscalationReason reason)
{
    EscalationRecord escalation;
    escalation.clinicId = m_clinic.id;
    escalation.callId = m_call.id;
    escalation.reason = reason;
    escalation.decidedAt = m_api->clock.utcNow();
    return m_api->inStore([&](Storage::Store &store) { return store.escalations().record(escalation); });
}

void TestRecords::calls_list_showsNewestFirstWithNameAndReason()
{
    const Task task = m_api->givenTask(m_call);
    givenEscalation();
    const CallRecord newer = m_api->givenCall(m_clinic, 5);
    finish(m_call, QStringLiteral("escalated"), 90);
    const QJsonArray items = m_api->get(QStringLiteral("/api/v1/calls"), m_ann).items();
    QCOMPARE(items.size(), 2);
    QCOMPARE(at(items[0], "id"), newer.id.text());
    QVERIFY(items[0].toObject().value(QLatin1String("ended_at")).isNull());
    QCOMPARE(at(items[1], "patient_name"), QStringLiteral("Pat Example"));
    QCOMPARE(at(items[1], "escalation_reason"), QStringLiteral("human_request"));
    QCOMPARE(at(items[1], "outcome"), QStringLiteral("escalated"));
    QCOMPARE(items[1].toObject().value(QLatin1String("duration_ms")).toInt(), 90'000);
    QCOMPARE(items[1].toObject().value(QLatin1String("task_ids")).toArray().first().toString(), task.id.text());
    QCOMPARE(m_api->trail.last(QStringLiteral("calls.listed")).detail, QStringLiteral("2"));
    const Answer one = m_api->get(QStringLiteral("/api/v1/calls/") + m_call.id.text(), m_ann);
    QJsonObject alone = one.body;
    QVERIFY(alone.contains(QLatin1String("recording_consent"))); // The list does not say so much of each.
    alone.remove(QLatin1String("recording_consent"));
    alone.remove(QLatin1String("cost"));
    QCOMPARE(alone, items[1].toObject());
    QCOMPARE(m_api->trail.last(QStringLiteral("call.read")).subject.id, m_call.id.text());
}

void TestRecords::calls_pagesAndFilters()
{
    m_api->givenTask(m_call, RequestType::Other, TaskPriority::Normal, QStringLiteral("Zoe Lamb"));
    givenEscalation(EscalationReason::Angry);
    finish(m_call, QStringLiteral("escalated"));
    for (int minutes = 1; minutes < 5; ++minutes) {
        m_api->givenCall(m_clinic, minutes);
    }
    const QString path = QStringLiteral("/api/v1/calls?");
    QSet<QString> seen;
    QString cursor;
    int pages = 0;
    do {
        const Answer page = m_api->get(path + QStringLiteral("limit=2&cursor=") + cursor, m_ann);
        for (const QJsonValue &item : page.items()) {
            seen.insert(at(item, "id"));
        }
        cursor = page.text("next_cursor");
        ++pages;
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 5);
    QCOMPARE(pages, 3);
    const auto count = [&](const char *query) { return m_api->get(path + QLatin1String(query), m_ann).items().size(); };
    QCOMPARE(count("state=live"), 4);
    QCOMPARE(count("state=ended"), 1);
    QCOMPARE(count("outcome=escalated"), 1);
    QCOMPARE(count("reason=angry"), 1);
    QCOMPARE(count("reason=abusive"), 0);
    QCOMPARE(count("q=lam"), 1);
    QCOMPARE(count("q=123456"), 5);
    QCOMPARE(count("to=2026-03-04T13:55:00Z"), 1);
    for (const char *query : {"state=x", "reason=x", "from=x"}) {
        QCOMPARE(m_api->get(path + QLatin1String(query), m_ann).code(), QStringLiteral("bad_filter"));
    }
    QCOMPARE(m_api->get(path + QStringLiteral("cursor=x"), m_ann).code(), QStringLiteral("bad_cursor"));
}

void TestRecords::calls_turns_areTheTranscript()
{
    TurnRecord turn;
    turn.callId = m_call.id;
    turn.number = 1;
    turn.speaker = Speaker::Assistant;
    turn.text = QStringLiteral("Good morning, how can I help?");
    turn.heardText = QStringLiteral("Good morning,");
    turn.at = m_api->clock.utcNow();
    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto kept = store.calls().saveTurn(m_clinic.id, turn);
        return kept ? Result<int>(0) : kept.error();
    });
    const QString path = QStringLiteral("/api/v1/calls/") + m_call.id.text() + QStringLiteral("/turns");
    const QJsonArray items = m_api->get(path, m_ann).items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(at(items[0], "heard_text"), turn.heardText);
    QCOMPARE(m_api->trail.last(QStringLiteral("transcript.read")).subject.id, m_call.id.text());
}

void TestRecords::calls_takeOver_asksThePhoneOnce()
{
    const QString path = QStringLiteral("/api/v1/calls/") + m_call.id.text() + QStringLiteral("/take-over");
    QCOMPARE(m_api->post(path, m_ann).status, 202);
    QCOMPARE(m_api->takenOver, std::vector<CallId>{m_call.id});
    QCOMPARE(m_api->trail.count(QStringLiteral("call.taken_over")), 1);
    m_api->canTakeOver = false;
    QCOMPARE(m_api->post(path, m_ann).code(), QStringLiteral("not_here"));
    finish(m_call, QStringLiteral("completed"));
    QCOMPARE(m_api->post(path, m_ann).code(), QStringLiteral("ended"));
    QCOMPARE(m_api->takenOver.size(), size_t{2});
}

void TestRecords::escalations_acknowledge_hasOneOwner()
{
    const EscalationRecord escalation = givenEscalation(EscalationReason::EmergencyMedical);
    const QString path = QStringLiteral("/api/v1/escalations/") + escalation.id.text() + QStringLiteral("/acknowledge");
    const Answer taken = m_api->post(path, m_admin);
    QCOMPARE(taken.status, 200);
    QVERIFY(taken.at("emergency").toBool());
    QCOMPARE(at(taken.at("acknowledged_by"), "id"), m_adminUser.id.text());
    QCOMPARE(m_api->post(path, m_admin).status, 200);
    const Answer late = m_api->post(path, m_ann);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), QStringLiteral("owned"));
    QCOMPARE(at(late.at("owner"), "name"), m_adminUser.name);
    QCOMPARE(m_api->post(QStringLiteral("/api/v1/escalations/none/acknowledge"), m_ann).status, 404);
}

void TestRecords::escalations_list_byState()
{
    const EscalationRecord first = givenEscalation();
    m_api->clock.advance(std::chrono::seconds(1));
    const EscalationRecord second = givenEscalation(EscalationReason::Angry);
    const QString path = QStringLiteral("/api/v1/escalations");
    QCOMPARE(m_api->post(path + QLatin1Char('/') + first.id.text() + QStringLiteral("/acknowledge"), m_ann).status,
             200);
    const QJsonArray open = m_api->get(path + QStringLiteral("?state=open"), m_ann).items();
    QCOMPARE(open.size(), 1);
    QCOMPARE(at(open[0], "id"), second.id.text());
    QCOMPARE(at(open[0], "caller_number"), m_call.callerNumber);
    QCOMPARE(m_api->get(path + QStringLiteral("?state=acknowledged"), m_ann).items().size(), 1);
    const Answer page = m_api->get(path + QStringLiteral("?limit=1"), m_ann);
    QCOMPARE(at(page.items()[0], "id"), second.id.text());
    const Answer rest = m_api->get(path + QStringLiteral("?limit=1&cursor=") + page.text("next_cursor"), m_ann);
    QCOMPARE(at(rest.items()[0], "id"), first.id.text());
    QVERIFY(rest.at("next_cursor").isNull());
    QCOMPARE(m_api->get(path + QStringLiteral("?state=x"), m_ann).code(), QStringLiteral("bad_filter"));
}

void TestRecords::clinic_put_replacesOnTheVersion()
{
    const QString path = QStringLiteral("/api/v1/clinic");
    const Answer read = m_api->get(path, m_ann);
    QCOMPARE(read.text("name"), m_clinic.name);
    QCOMPARE(read.headers.value("etag"), etagOf(1));
    QJsonObject wanted = read.body;
    wanted[QStringLiteral("address")] = QStringLiteral("12 Oak Street");
    wanted.remove(QStringLiteral("thresholds"));
    QCOMPARE(m_api->change("PUT", path, m_ann, 1, wanted).status, 403);
    QCOMPARE(m_api->ask("PUT", path, {m_admin, wanted}).status, 428);
    const Answer kept = m_api->change("PUT", path, m_admin, 1, wanted);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.headers.value("etag"), etagOf(2));
    QCOMPARE(kept.at("thresholds"), read.at("thresholds"));
    QCOMPARE(m_api->changedClinics.size(), size_t{1});
    const Answer stale = m_api->change("PUT", path, m_admin, 1, wanted);
    QCOMPARE(stale.status, 412);
    QCOMPARE(at(stale.at("current"), "address"), QStringLiteral("12 Oak Street"));
    QCOMPARE(m_api->get(path, m_ann).text("address"), QStringLiteral("12 Oak Street"));
}

void TestRecords::clinic_put_wrong_isInvalid()
{
    const QString path = QStringLiteral("/api/v1/clinic");
    QJsonObject wanted = m_api->get(path, m_admin).body;
    wanted[QStringLiteral("number")] = QStringLiteral("12");
    QCOMPARE(m_api->change("PUT", path, m_admin, 1, wanted).status, 422);
    wanted[QStringLiteral("number")] = 12;
    QCOMPARE(m_api->change("PUT", path, m_admin, 1, wanted).status, 422);
    m_api->givenClinic(QStringLiteral("+15550100001"));
    wanted[QStringLiteral("number")] = QStringLiteral("+15550100001");
    QCOMPARE(m_api->change("PUT", path, m_admin, 1, wanted).status, 409);
    QCOMPARE(m_api->get(path, m_admin).headers.value("etag"), etagOf(1));
}

void TestRecords::thresholds_put_changesOnlyWhatIsNamed()
{
    const QString path = QStringLiteral("/api/v1/clinic/thresholds");
    const Answer before = m_api->get(path, m_ann);
    const Answer kept = m_api->change("PUT", path, m_admin, 1, {{QStringLiteral("call_seconds"), 240}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.at("call_seconds").toInt(), 240);
    QCOMPARE(kept.at("sentiment"), before.at("sentiment"));
    QCOMPARE(kept.at("version").toInt(), before.at("version").toInt() + 1);
    QCOMPARE(m_api->trail.count(QStringLiteral("thresholds.changed")), 1);
    QCOMPARE(m_api->change("PUT", path, m_admin, 2, {{QStringLiteral("patience"), 1}}).status, 422);
    QCOMPARE(m_api->change("PUT", path, m_admin, 2, {{QStringLiteral("call_seconds"), QStringLiteral("x")}}).status,
             422);
}

void TestRecords::retention_put_isChecked()
{
    const QString path = QStringLiteral("/api/v1/clinic/retention");
    QJsonObject wanted = m_api->get(path, m_ann).body;
    QCOMPARE(wanted.value(QLatin1String("version")).toInt(), 0);
    wanted[QStringLiteral("recordings_days")] = 30;
    const Answer kept = m_api->change("PUT", path, m_admin, 0, wanted);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.at("version").toInt(), 1);
    QCOMPARE(m_api->get(path, m_ann).at("recordings_days").toInt(), 30);
    QCOMPARE(m_api->change("PUT", path, m_admin, 0, wanted).status, 412);
    wanted[QStringLiteral("audit_days")] = 365;
    QCOMPARE(m_api->change("PUT", path, m_admin, 1, wanted).status, 422);
}

void TestRecords::vendors_put_needsAnAgreementForPatientData()
{
    const QString one = QStringLiteral("/api/v1/clinic/vendors/deepgram");
    QCOMPARE(m_api->change("PUT", one, m_admin, 0, {{QStringLiteral("phi"), true}}).status, 422);
    const QJsonObject agreed{{QStringLiteral("phi"), true},
                             {QStringLiteral("baa_signed_on"), QStringLiteral("2026-01-15")}};
    QCOMPARE(m_api->change("PUT", one, m_admin, 0, agreed).status, 200);
    const QJsonArray items = m_api->get(QStringLiteral("/api/v1/clinic/vendors"), m_ann).items();
    QCOMPARE(at(items[0], "name"), QStringLiteral("deepgram"));
    QCOMPARE(at(items[0], "baa_signed_on"), QStringLiteral("2026-01-15"));
    QCOMPARE(m_api->trail.last(QStringLiteral("vendor.changed")).detail, QStringLiteral("deepgram"));
}

void TestRecords::speech_put_ordersWhatTheOperatorHasSetUp()
{
    const QString path = QStringLiteral("/api/v1/clinic/speech");
    const Answer before = m_api->get(path, m_ann);
    QCOMPARE(before.at("stt").toArray(), QJsonArray());
    QCOMPARE(before.at("available").toObject().value(QLatin1String("tts")).toArray(),
             QJsonArray({QStringLiteral("elevenlabs"), QStringLiteral("flite")}));
    const QJsonObject wanted{
        {QStringLiteral("stt"), QJsonArray{QStringLiteral("pocketsphinx"), QStringLiteral("deepgram")}},
        {QStringLiteral("tts"), QJsonArray{QStringLiteral("flite")}},
        {QStringLiteral("deepgram_model"), QStringLiteral("nova-3-medical")}};
    const Answer kept = m_api->change("PUT", path, m_admin, 0, wanted);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.at("version").toInt(), 1);
    const Answer read = m_api->get(path, m_ann);
    QCOMPARE(read.at("stt"), wanted.value(QLatin1String("stt")));
    QCOMPARE(read.at("llm").toArray(), QJsonArray());
    QCOMPARE(read.text("deepgram_model"), QStringLiteral("nova-3-medical"));
    QCOMPARE(m_api->trail.last(QStringLiteral("speech.changed")).detail,
             QStringLiteral("stt=pocketsphinx,deepgram tts=flite deepgram_model=nova-3-medical"));
    QCOMPARE(m_api->change("PUT", path, m_admin, 0, wanted).status, 412);
    QCOMPARE(m_api->change("PUT", path, m_ann, 1, wanted).status, 403);
}

void TestRecords::speech_wrong_isRefusedWithTheReason()
{
    const QString path = QStringLiteral("/api/v1/clinic/speech");
    const auto refused = [&](const char *field, const QJsonValue &value) {
        const Answer answer = m_api->change("PUT", path, m_admin, 0, {{QLatin1String(field), value}});
        const QJsonArray errors = answer.at("errors").toArray();
        const QJsonObject error = errors.isEmpty() ? QJsonObject() : errors.first().toObject();
        return QStringLiteral("%1 %2 %3").arg(QString::number(answer.status), at(error, "field"), at(error, "message"));
    };
    QCOMPARE(refused("stt", QJsonArray{QStringLiteral("openai")}),
             QStringLiteral("422 stt may name deepgram, pocketsphinx, which this service is set up with, and not "
                            "\"openai\""));
    QVERIFY(refused("tts", QJsonArray{QStringLiteral("flite"), QStringLiteral("flite")})
                .startsWith(QStringLiteral("422 tts names flite twice")));
    QVERIFY(refused("deepgram_model", QStringLiteral("a b")).startsWith(QStringLiteral("422 deepgram_model must be")));
    QVERIFY(refused("llm", QStringLiteral("rules")).startsWith(QStringLiteral("422")));
    QCOMPARE(m_api->trail.count(QStringLiteral("speech.changed")), 0);
}

void TestRecords::vendorKey_put_isNeverToldAgain()
{
    const QString vendors = QStringLiteral("/api/v1/clinic/vendors");
    const QString key = vendors + QStringLiteral("/deepgram/key");
    const QJsonObject secret{{QStringLiteral("key"), QStringLiteral("dg-0123456789")}};
    const Answer set = m_api->ask("PUT", key, {m_admin, secret});
    QCOMPARE(set.status, 200);
    const Answer listed = m_api->get(vendors, m_ann);
    QCOMPARE(at(listed.items()[0], "key_set_at"), set.text("key_set_at"));
    QVERIFY(!set.text("key_set_at").isEmpty());
    QVERIFY(!listed.items()[0].toObject().value(QLatin1String("phi")).toBool());
    QVERIFY(!set.raw.contains("dg-0123456789") && !listed.raw.contains("dg-0123456789"));
    const AuditLine noted = m_api->trail.last(QStringLiteral("vendor.key_set"));
    QCOMPARE(noted.detail, QStringLiteral("deepgram"));
    const auto kept = m_api->inStore([](Storage::Store &store) { return store.vendorKeys().all(); });
    QCOMPARE(kept, (std::vector<Storage::VendorKey>{{m_clinic.id, QStringLiteral("deepgram"), "dg-0123456789"}}));

    QCOMPARE(m_api->ask("DELETE", key, {m_admin}).status, 200);
    QVERIFY(m_api->get(vendors, m_ann).items().isEmpty());
    QVERIFY(m_api->inStore([](Storage::Store &store) { return store.vendorKeys().all(); }).empty());
    QCOMPARE(m_api->trail.count(QStringLiteral("vendor.key_removed")), 1);
}

void TestRecords::vendorKey_wrong_isRefused()
{
    const auto put = [this](const QString &vendor, const QString &key, const QString &token) {
        return m_api->ask("PUT", QStringLiteral("/api/v1/clinic/vendors/%1/key").arg(vendor),
                          {token, {{QStringLiteral("key"), key}}});
    };
    QCOMPARE(put(QStringLiteral("twilio"), QStringLiteral("abc"), m_admin).status, 404);
    QCOMPARE(put(QStringLiteral("nobody"), QStringLiteral("abc"), m_admin).status, 404);
    QCOMPARE(put(QStringLiteral("openai"), QString(), m_admin).status, 422);
    QCOMPARE(put(QStringLiteral("openai"), QStringLiteral("two words"), m_admin).status, 422);
    QCOMPARE(put(QStringLiteral("openai"), QStringLiteral("abc"), m_ann).status, 403);
    QVERIFY(m_api->inStore([](Storage::Store &store) { return store.vendorKeys().all(); }).empty());
}

void TestRecords::voiceSample_isWhatTheVoiceSaid()
{
    const QString sample = QStringLiteral("/api/v1/clinic/voice/sample");
    const QJsonObject spanish{{QStringLiteral("text"), QStringLiteral("Buenos d\u00edas.")},
                              {QStringLiteral("language"), QStringLiteral("es")}};
    const Answer said = m_api->post(sample, m_admin, spanish);
    QCOMPARE(said.status, 200);
    QCOMPARE(said.headers.value("content-type"), "audio/wav");
    QCOMPARE(QString::fromUtf8(said.raw), m_clinic.id.text() + QStringLiteral("/es/Buenos d\u00edas."));
    QCOMPARE(m_api->post(sample, m_admin, {{QStringLiteral("text"), QStringLiteral("mute")}}).status, 503);
    QCOMPARE(m_api->post(sample, m_admin).status, 422);
    QCOMPARE(m_api->post(sample, m_ann, spanish).status, 403);
}

void TestRecords::testCall_ticket_isForOnesOwnClinic()
{
    const Answer ticket = m_api->post(QStringLiteral("/api/v1/calls/test"), m_admin);
    QCOMPARE(ticket.status, 201);
    QCOMPARE(ticket.text("call_id"), m_clinic.id.text());
    QCOMPARE(m_api->trail.count(QStringLiteral("call.tested")), 1);
    QCOMPARE(m_api->post(QStringLiteral("/api/v1/calls/test"), m_ann).status, 403);
}

void TestRecords::health_tellsOfTheDatabase()
{
    const Answer health = m_api->get(QStringLiteral("/api/v1/health"), m_ann);
    QCOMPARE(health.text("status"), QStringLiteral("ok"));
    QCOMPARE(at(health.at("components").toArray()[0], "name"), QStringLiteral("database"));
}

void TestRecords::audit_list_findsWhatWasDone()
{
    const Task task = m_api->givenTask(m_call);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_api->get(QStringLiteral("/api/v1/tasks/") + task.id.text(), m_ann).status, 200);
    }
    const QString path = QStringLiteral("/api/v1/audit?limit=2&action=task.read");
    const Answer page = m_api->get(path, m_admin);
    QCOMPARE(page.items().size(), 2);
    QCOMPARE(at(page.items()[0], "subject_id"), task.id.text());
    QCOMPARE(at(page.items()[0].toObject().value(QLatin1String("actor")), "role"), QStringLiteral("receptionist"));
    const Answer rest = m_api->get(path + QStringLiteral("&cursor=") + page.text("next_cursor"), m_admin);
    QCOMPARE(rest.items().size(), 1);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/audit?action=task."), m_admin).items().size(), 3);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/audit?from=x"), m_admin).code(), QStringLiteral("bad_filter"));
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/audit?cursor=x"), m_admin).code(), QStringLiteral("bad_cursor"));
}

void TestRecords::audit_verify_findsAWholeLog()
{
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/tasks"), m_ann).status, 200);
    const Answer check = m_api->post(QStringLiteral("/api/v1/audit/verify"), m_admin);
    QVERIFY(check.at("ok").toBool());
    QCOMPARE(check.at("rows").toInt(), 1);
    QVERIFY(check.at("first_bad").isNull());
}

void TestRecords::analytics_days_areTheClinics()
{
    // The clock stands at 9:20 in the morning of Wednesday, March 4, in New York.
    const CallRecord yesterday = m_api->givenCall(m_clinic, 11 * 60);
    finish(yesterday, QStringLiteral("completed"), 120);
    finish(m_call, QStringLiteral("escalated"), 60);
    givenEscalation();
    const Answer figures = m_api->get(QStringLiteral("/api/v1/analytics?from=2026-03-03&to=2026-03-04"), m_admin);
    QCOMPARE(figures.status, 200);
    const QJsonObject calls = figures.at("calls").toObject();
    QCOMPARE(calls.value(QLatin1String("total")).toInt(), 2);
    QCOMPARE(calls.value(QLatin1String("today")).toInt(), 1);
    QCOMPARE(calls.value(QLatin1String("this_week")).toInt(), 2);
    const QJsonArray days = figures.at("by_day").toArray();
    QCOMPARE(days.size(), 2);
    QCOMPARE(days[0].toObject().value(QLatin1String("calls")).toInt(), 1);
    QCOMPARE(days[1].toObject().value(QLatin1String("escalated")).toInt(), 1);
    QCOMPARE(figures.at("by_hour").toArray()[22].toObject().value(QLatin1String("calls")).toInt(), 1);
    QCOMPARE(figures.at("handled_without_escalation").toInt(), 1);
    QCOMPARE(figures.at("escalation_rate").toDouble(), 0.5);
    QCOMPARE(figures.at("average_duration_ms").toInt(), 90'000);
    QCOMPARE(figures.at("time_saved_minutes").toInt(), 2);
    QCOMPARE(at(figures.at("escalations_by_reason").toArray()[0], "reason"), QStringLiteral("human_request"));
    QVERIFY(figures.at("tasks").toObject().value(QLatin1String("median_minutes_to_completion")).isNull());
}

void TestRecords::costs_ofACallAndAPeriod_areAtThePricesOfTheDay()
{
    finish(m_call, QStringLiteral("completed"), 90);
    const CallUsage usage{{QStringLiteral("deepgram"), UsageUnit::RecognizedMilliseconds, 60'000},
                          {QStringLiteral("openai"), UsageUnit::UncountedRequests, 1}};
    m_api->inStore([&](Storage::Store &store) -> Result<bool> {
        const auto saved = store.usage().save(m_clinic.id, m_call.id, 0, usage);
        return saved ? Result<bool>(true) : saved.error();
    });
    const QJsonObject cost =
        m_api->get(QStringLiteral("/api/v1/calls/") + m_call.id.text(), m_ann).at("cost").toObject();
    QCOMPARE(at(cost, "currency"), QStringLiteral("USD"));
    QCOMPARE(cost.value(QLatin1String("total")).toDouble(), 0.5 + 0.03); // ApiFixture's prices.
    QCOMPARE(cost.value(QLatin1String("complete")).toBool(true), false);
    const QJsonArray lines = cost.value(QLatin1String("lines")).toArray();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].toObject().value(QLatin1String("cost")).toDouble(), 0.5);
    QVERIFY(lines[1].toObject().value(QLatin1String("cost")).isNull());
    QCOMPARE(at(lines[2], "vendor"), QStringLiteral("twilio"));
    QCOMPARE(lines[2].toObject().value(QLatin1String("amount")).toInt(), 90'000);

    const QJsonObject period = m_api->get(QStringLiteral("/api/v1/analytics"), m_admin).at("cost").toObject();
    QCOMPARE(period.value(QLatin1String("total")).toDouble(), 0.53);
    QCOMPARE(period.value(QLatin1String("per_call")).toDouble(), 0.53);
    QCOMPARE(period.value(QLatin1String("lines")).toArray(), lines);
}

void TestRecords::turns_ofReplies_tellWhereTheTimeWent()
{
    const TurnTimes times{Milliseconds(500), Milliseconds(120), Milliseconds(300), std::nullopt, Milliseconds(410)};
    m_api->inStore([&](Storage::Store &store) -> Result<bool> {
        for (const int number : {1, 2}) {
            TurnRecord turn;
            turn.callId = m_call.id;
            turn.number = number;
            turn.at = m_api->clock.utcNow();
            if (const auto saved = store.calls().saveTurn(m_clinic.id, turn); !saved) {
                return saved.error();
            }
        }
        const auto timed = store.usage().saveTimes(m_clinic.id, m_call.id, 2, times);
        return timed ? Result<bool>(true) : timed.error();
    });
    const QJsonArray turns = m_api->get(QStringLiteral("/api/v1/calls/%1/turns").arg(m_call.id.text()), m_ann).items();
    QCOMPARE(turns.size(), 2);
    QVERIFY(turns[0].toObject().value(QLatin1String("times")).isNull());
    const QJsonObject known = turns[1].toObject().value(QLatin1String("times")).toObject();
    QCOMPARE(known.value(QLatin1String("endpoint_wait_ms")).toInt(), 500);
    QCOMPARE(known.value(QLatin1String("stt_final_ms")).toInt(), 120);
    QCOMPARE(known.value(QLatin1String("model_first_token_ms")).toInt(), 300);
    QVERIFY(known.value(QLatin1String("voice_first_byte_ms")).isNull());
    QCOMPARE(known.value(QLatin1String("first_frame_ms")).toInt(), 1030);
}

void TestRecords::analytics_period_isChecked()
{
    for (const char *query : {"from=x", "from=2026-03-05&to=2026-03-04", "from=2020-01-01&to=2026-01-01"}) {
        QCOMPARE(m_api->get(QStringLiteral("/api/v1/analytics?") + QLatin1String(query), m_admin).code(),
                 QStringLiteral("bad_period"));
    }
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/analytics"), m_admin).at("by_day").toArray().size(), 30);
}

void TestRecords::thresholds_preview_asksThePast()
{
    const QString path = QStringLiteral("/api/v1/clinic/thresholds/preview");
    const auto asked = [&](const QJsonValue &value, const char *name = "transcript_confidence", int days = 7) {
        return m_api->post(path, m_admin,
                           {{QStringLiteral("thresholds"), QJsonObject{{QLatin1String(name), value}}},
                            {QStringLiteral("days"), days}});
    };
    const Answer answer = asked(0.5);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.at("calls").toInt(), 7);
    QCOMPARE(m_api->previewed, (Hindsight::Changes{{QStringLiteral("transcript_confidence"), 0.5}}));
    QCOMPARE(m_api->trail.count(QStringLiteral("thresholds.previewed")), 1);
    QCOMPARE(asked(QStringLiteral("high")).status, 422);
    QCOMPARE(asked(0.5, "none_such").status, 422);
    QCOMPARE(asked(0.5, "transcript_confidence", 0).status, 422);
    QCOMPARE(m_api->post(path, m_admin).status, 422);
}

void TestRecords::analytics_missedEmergencies_areForReview()
{
    const Answer answer = m_api->get(QStringLiteral("/api/v1/analytics/missed-emergencies"), m_admin);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.at("calls").toInt(), 3);
    QCOMPARE(m_api->trail.count(QStringLiteral("emergencies.reviewed")), 1);
}

void TestRecords::fhir_task_isR4()
{
    const Task task = m_api->givenTask(m_call, RequestType::Other, TaskPriority::Urgent);
    m_api->givenTask(m_call);
    const Answer one = m_api->get(QStringLiteral("/fhir/Task/") + task.id.text(), m_admin);
    QCOMPARE(one.headers.value("content-type"), QByteArray("application/fhir+json; fhirVersion=4.0"));
    QCOMPARE(one.text("resourceType"), QStringLiteral("Task"));
    QCOMPARE(one.text("status"), QStringLiteral("requested"));
    QCOMPARE(one.text("intent"), QStringLiteral("order"));
    QCOMPARE(one.text("priority"), QStringLiteral("urgent"));
    QCOMPARE(at(one.at("for"), "display"), QStringLiteral("Pat Example"));
    const Answer bundle = m_api->get(QStringLiteral("/fhir/Task?_count=1"), m_admin);
    QCOMPARE(bundle.text("type"), QStringLiteral("searchset"));
    QCOMPARE(bundle.at("entry").toArray().size(), 1);
    const QString next = at(bundle.at("link").toArray()[0], "url");
    const Answer rest = m_api->get(QStringLiteral("/fhir/") + next, m_admin);
    QCOMPARE(rest.at("entry").toArray().size(), 1);
    QVERIFY(rest.at("link").isUndefined());
    QCOMPARE(m_api->get(QStringLiteral("/fhir/Task?page=x"), m_admin).code(), QStringLiteral("bad_cursor"));
}

void TestRecords::users_lastAdmin_stays()
{
    const QString self = QStringLiteral("/api/v1/users/") + m_adminUser.id.text();
    const QJsonObject step{{QStringLiteral("role"), QStringLiteral("receptionist")}};
    QCOMPARE(m_api->ask("PATCH", self, {m_admin, step}).code(), QStringLiteral("last_admin"));
    const QString other = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
    QCOMPARE(m_api->ask("PATCH", self, {other, step}).status, 200);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/users"), m_admin).status, 401);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/users"), other).items().size(), 3);
    QCOMPARE(m_api->get(QStringLiteral("/api/v1/colleagues"), m_ann).items().size(), 3);
}

void TestRecords::users_create_idempotent_makesOne()
{
    const QString path = QStringLiteral("/api/v1/users");
    QJsonObject body{{QStringLiteral("email"), QStringLiteral("new@clinic.example")},
                     {QStringLiteral("name"), QStringLiteral("New")},
                     {QStringLiteral("role"), QStringLiteral("doctor")}};
    const Asking asking{m_admin, body, {{"Idempotency-Key", "k1"}}};
    const Answer first = m_api->ask("POST", path, asking);
    const Answer second = m_api->ask("POST", path, asking);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.text("id"), first.text("id"));
    body[QStringLiteral("name")] = QStringLiteral("Other");
    QCOMPARE(m_api->ask("POST", path, {m_admin, body, {{"Idempotency-Key", "k1"}}}).status, 409);
    QCOMPARE(m_api->post(path, m_admin, body).status, 409);
    body[QStringLiteral("role")] = QStringLiteral("operator");
    QCOMPARE(m_api->post(path, m_admin, body).status, 422);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
