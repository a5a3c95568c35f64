#include "desktop/records/patientrecords.h"
#include "desktop/records/recordaction.h"
#include "desktop/records/recorddocument.h"
#include "desktop/records/recordlist.h"
#include "service/identity/onetimecode.h"
#include "tests/realservice/realservice.h"
#include "tests/realservice/webhookreceiver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Frontdesk::Client::Session;
using Frontdesk::Records::PatientRecords;
using Frontdesk::Records::RecordAction;
using Frontdesk::Records::RecordDocument;
using Frontdesk::Records::RecordList;
using Frontdesk::Tests::RealDesk;
using Frontdesk::Tests::RealService;
using Frontdesk::Tests::WebhookReceiver;

namespace {

QByteArray fromBase32(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const auto c : text) {
        bits = bits << 5 | quint32(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c));
        if ((count += 5) >= 8)
            bytes += char(bits >> (count -= 8));
    }
    return bytes;
}

} // namespace

/// What an administrator keeps in order, and what everybody does with their own account.
class TestDeskAdmin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_sam.reset(); }
    void cleanupTestCase() { m_service.reset(); }

    void clinic_savedWithHoursAndHolidays_isReadAgain();
    void clinic_changedByAnother_isNotOverwritten();
    void thresholds_savedTwice_areKept();
    void retention_outOfBounds_namesTheField();
    void vendors_signedAndWithdrawn();
    void webhook_added_isTestedToldPausedAndRemoved();
    void webhook_failing_isTriedAgainAtOnceWhenAsked();
    void webhook_newSecret_leavesTheOldOneAWhile();
    void signatures_withOneDoctor_cannotBeTwo();
    void people_invitedAndAccepted_signIn();
    void people_roleOfTheLastAdmin_stays();
    void audit_isSearchedAndVerified();
    void analytics_answerTheFourQuestions();
    void calls_past_areListedAndFound();
    void totp_enrolled_isAskedForAtTheNextSignIn();
    void password_changed_opensTheNextSignIn();
    void sessions_ofOtherDesks_areEnded();
    void delegation_ofADoctor_isKeptAndEnded();
    void patient_copiedAndErased_isGone();

private:
    template <typename Source>
    std::unique_ptr<Source> source(const QString &path, RealDesk &desk)
    {
        auto made = std::make_unique<Source>();
        made->setProperty("api", QVariant::fromValue(desk->api()));
        made->setProperty("path", path);
        return made;
    }
    std::unique_ptr<RecordDocument> document(const QString &path)
    {
        auto made = source<RecordDocument>(path, *m_sam);
        made->load();
        return QTest::qWaitFor([&] { return made->ready(); }) ? std::move(made) : nullptr;
    }
    /// The answer, or what the person is told instead as `refused`.
    QVariantMap send(RealDesk &desk, const QString &verb, const QString &path, const QVariantMap &body = {},
                     int version = -1)
    {
        RecordAction action;
        action.setProperty("api", QVariant::fromValue(desk->api()));
        QVariantMap outcome;
        bool over = false;
        connect(&action, &RecordAction::done, this, [&](const QString &, const QVariantMap &answer) {
            outcome = answer;
            over = true;
        });
        connect(&action, &RecordAction::refused, this, [&](const QString &, const QString &sentence) {
            outcome = {{u"refused"_s, sentence}};
            over = true;
        });
        action.send(verb, path, body, version);
        return QTest::qWaitFor([&] { return over; }, 20'000) ? outcome : QVariantMap{{u"refused"_s, u"no answer"_s}};
    }

    /// What a webhook's row has by now, read again until `wanted` holds.
    QVariantMap webhookOnce(const std::function<bool(const QVariantMap &)> &wanted)
    {
        const auto webhooks = document(u"/webhooks"_s);
        const auto row = [&] {
            const auto items = webhooks->value().value(u"items"_s).toList();
            return items.isEmpty() ? QVariantMap() : items.first().toMap();
        };
        const auto holds = [&] {
            if (wanted(row()))
                return true;
            if (!webhooks->loading())
                webhooks->load();
            return false;
        };
        return QTest::qWaitFor(holds, 30'000) ? row() : QVariantMap();
    }
    /// A new one at this receiver; its answer, with the secret.
    QVariantMap addWebhook(const WebhookReceiver &receiver, const QStringList &kinds)
    {
        return send(*m_sam, u"POST"_s, u"/webhooks"_s, {{u"url"_s, receiver.address()}, {u"kinds"_s, kinds}});
    }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<RealService> m_service;
    std::unique_ptr<RealDesk> m_sam;
};

void TestDeskAdmin::initTestCase()
{
    m_settings = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_settings->path().toLocal8Bit());
    m_service = std::make_unique<RealService>();
}

void TestDeskAdmin::init()
{
    m_sam = std::make_unique<RealDesk>(*m_service);
    QVERIFY(m_sam->signIn(RealService::Sam));
}

void TestDeskAdmin::clinic_savedWithHoursAndHolidays_isReadAgain()
{
    const auto clinic = document(u"/clinic"_s);
    QVERIFY(clinic);
    clinic->set(u"hours"_s, u"mon-thu 08:00-17:00; fri 08:00-12:00,13:00-16:00"_s);
    clinic->set(u"holidays"_s,
                QVariantList{QVariantMap{
                    {u"date"_s, u"2026-12-25"_s}, {u"name"_s, u"Christmas"_s}, {u"hours"_s, QVariantList()}}});
    clinic->set(u"on_call_line"_s, u"+15550199911"_s);
    QSignalSpy saved(clinic.get(), &RecordDocument::saved);
    clinic->save();
    QTRY_COMPARE(saved.count(), 1);
    const auto again = document(u"/clinic"_s);
    QCOMPARE(again->value().value(u"hours"_s).toString(), u"mon-thu 08:00-17:00; fri 08:00-12:00,13:00-16:00"_s);
    QCOMPARE(again->value().value(u"holidays"_s).toList().first().toMap().value(u"name"_s).toString(), u"Christmas"_s);
    QCOMPARE(again->value().value(u"on_call_line"_s).toString(), u"+15550199911"_s);
}

void TestDeskAdmin::clinic_changedByAnother_isNotOverwritten()
{
    const auto mine = document(u"/clinic"_s);
    const auto theirs = document(u"/clinic"_s);
    QSignalSpy saved(theirs.get(), &RecordDocument::saved);
    theirs->set(u"callback_promise"_s, u"today"_s);
    theirs->save();
    QTRY_COMPARE(saved.count(), 1);
    mine->set(u"callback_promise"_s, u"tomorrow"_s);
    mine->save();
    QTRY_COMPARE(mine->problem(), u"Somebody changed this meanwhile. You see it as it is now."_s);
    QTRY_COMPARE(mine->value().value(u"callback_promise"_s).toString(), u"today"_s);
}

void TestDeskAdmin::thresholds_savedTwice_areKept()
{
    const auto limits = document(u"/clinic/thresholds"_s);
    QSignalSpy saved(limits.get(), &RecordDocument::saved);
    for (const int seconds : {240, 300}) {
        limits->set(u"call_seconds"_s, seconds);
        limits->save();
        QTRY_VERIFY2(!saved.isEmpty() || !limits->problem().isEmpty(), qPrintable(limits->problem()));
        QCOMPARE(limits->problem(), QString());
        saved.clear();
    }
    QCOMPARE(document(u"/clinic/thresholds"_s)->value().value(u"call_seconds"_s).toInt(), 300);
}

void TestDeskAdmin::retention_outOfBounds_namesTheField()
{
    const auto retention = document(u"/clinic/retention"_s);
    retention->set(u"recordings_days"_s, 0);
    retention->save();
    QTRY_VERIFY(retention->fieldProblems().contains(u"recordings_days"_s));
    retention->set(u"recordings_days"_s, 30);
    QSignalSpy saved(retention.get(), &RecordDocument::saved);
    retention->save();
    QTRY_COMPARE(saved.count(), 1);
}

void TestDeskAdmin::vendors_signedAndWithdrawn()
{
    const auto before = document(u"/clinic/vendors"_s);
    const auto path = u"/clinic/vendors/deepgram"_s;
    const auto signedNow = send(*m_sam, u"PUT"_s, path, {{u"baa_signed_on"_s, u"2026-02-18"_s}, {u"phi"_s, true}},
                                before->value().value(u"version"_s).toInt());
    QVERIFY2(!signedNow.contains(u"refused"_s), qPrintable(signedNow.value(u"refused"_s).toString()));
    const auto withdrawn =
        send(*m_sam, u"PUT"_s, path, {{u"baa_signed_on"_s, QVariant::fromValue(nullptr)}, {u"phi"_s, false}},
             signedNow.value(u"version"_s).toInt());
    QVERIFY2(!withdrawn.contains(u"refused"_s), qPrintable(withdrawn.value(u"refused"_s).toString()));
    QCOMPARE(withdrawn.value(u"items"_s).toList().first().toMap().value(u"phi"_s).toBool(), false);
}

void TestDeskAdmin::webhook_added_isTestedToldPausedAndRemoved()
{
    WebhookReceiver receiver;
    QVERIFY(receiver.listen());
    const auto added = addWebhook(receiver, {u"task.changed"_s});
    QVERIFY(added.value(u"secret"_s).toString().startsWith(u"whsec_"_s));
    const auto path = "/webhooks/"_L1 + added.value(u"id"_s).toString();
    QVERIFY(!send(*m_sam, u"POST"_s, path + "/test"_L1).contains(u"refused"_s));
    const auto tested =
        webhookOnce([](const auto &row) { return row.value(u"last_test"_s).toMap().contains(u"at"_s); });
    QCOMPARE(tested.value(u"last_test"_s).toMap().value(u"status"_s).toInt(), 200);
    QVERIFY2(!tested.contains(u"secret"_s), "a secret is shown once");
    (*m_sam)->actions()->toggleFlag(m_sam->taskOf(u"Ruth Goldberg"_s));
    const auto told =
        webhookOnce([](const auto &row) { return row.value(u"last_attempt"_s).toMap().contains(u"at"_s); });
    QCOMPARE(told.value(u"last_attempt"_s).toMap().value(u"status"_s).toInt(), 200);
    QCOMPARE(receiver.kinds(), QStringList({u"test"_s, u"task.changed"_s}));
    const auto attempts = told.value(u"attempts"_s).toList();
    QCOMPARE(attempts.size(), 1);
    QCOMPARE(attempts.first().toMap().value(u"kind"_s).toString(), u"task.changed"_s);
    const auto paused = send(*m_sam, u"PATCH"_s, path, {{u"enabled"_s, false}}, told.value(u"version"_s).toInt());
    QCOMPARE(paused.value(u"enabled"_s).toBool(), false);
    QVERIFY(!send(*m_sam, u"DELETE"_s, path).contains(u"refused"_s));
    QVERIFY(document(u"/webhooks"_s)->value().value(u"items"_s).toList().isEmpty());
}

void TestDeskAdmin::webhook_failing_isTriedAgainAtOnceWhenAsked()
{
    WebhookReceiver receiver;
    QVERIFY(receiver.listen());
    receiver.status = 500;
    const auto path = "/webhooks/"_L1 + addWebhook(receiver, {u"task.changed"_s}).value(u"id"_s).toString();
    (*m_sam)->actions()->toggleFlag(m_sam->taskOf(u"Ruth Goldberg"_s));
    const auto failed = webhookOnce([](const auto &row) { return row.value(u"failures"_s).toInt() > 0; });
    QCOMPARE(failed.value(u"last_attempt"_s).toMap().value(u"status"_s).toInt(), 500);
    QVERIFY(!failed.value(u"next_try_at"_s).toString().isEmpty());
    receiver.status = 200;
    QVERIFY(!send(*m_sam, u"PATCH"_s, path, {{u"enabled"_s, true}}, failed.value(u"version"_s).toInt())
                 .contains(u"refused"_s));
    const auto taken =
        webhookOnce([](const auto &row) { return row.value(u"last_attempt"_s).toMap().value(u"status"_s) == 200; });
    QCOMPARE(taken.value(u"failures"_s).toInt(), 0);
    QCOMPARE(taken.value(u"attempts"_s).toList().last().toMap().value(u"status"_s).toInt(), 500);
    QVERIFY(!send(*m_sam, u"DELETE"_s, path).contains(u"refused"_s));
}

void TestDeskAdmin::webhook_newSecret_leavesTheOldOneAWhile()
{
    WebhookReceiver receiver;
    QVERIFY(receiver.listen());
    const auto added = addWebhook(receiver, {u"call.ended"_s});
    const auto path = "/webhooks/"_L1 + added.value(u"id"_s).toString();
    const auto renewed = send(*m_sam, u"POST"_s, path + "/secret"_L1, {}, added.value(u"version"_s).toInt());
    QVERIFY(renewed.value(u"secret"_s).toString().startsWith(u"whsec_"_s));
    QVERIFY(renewed.value(u"secret"_s) != added.value(u"secret"_s));
    QVERIFY(!renewed.value(u"old_secret_until"_s).toString().isEmpty());
    QVERIFY(!send(*m_sam, u"DELETE"_s, path).contains(u"refused"_s));
}

void TestDeskAdmin::signatures_withOneDoctor_cannotBeTwo()
{
    const auto rules = document(u"/clinic/approvals"_s);
    rules->set(u"second_signature"_s, QStringList{u"prescription_refill"_s});
    rules->save();
    QTRY_COMPARE(rules->problem(), u"Two signatures need two doctors. Invite another one first."_s);
    QVERIFY(rules->dirty());
    QCOMPARE(document(u"/clinic/approvals"_s)->value().value(u"second_signature"_s).toList().size(), 0);
}

void TestDeskAdmin::people_invitedAndAccepted_signIn()
{
    const auto invited = send(
        *m_sam, u"POST"_s, u"/users"_s,
        {{u"email"_s, u"june@oakstreet.example"_s}, {u"name"_s, u"June Abbott"_s}, {u"role"_s, u"receptionist"_s}});
    const auto token = invited.value(u"invitation_token"_s).toString();
    QVERIFY(!token.isEmpty());
    RealDesk june(*m_service);
    june->session()->acceptInvitation(m_service->url(), token, u"June Abbott"_s, u"short"_s);
    QTRY_VERIFY(!june->session()->busy());
    QVERIFY(june->session()->problem().contains(u"12"_s));
    june->session()->acceptInvitation(m_service->url(), token, u"June Abbott"_s, RealService::Password);
    QTRY_COMPARE(june->session()->state(), Session::State::SignedIn);
    QCOMPARE(june->session()->role(), u"receptionist"_s);
    QCOMPARE(june->session()->email(), u"june@oakstreet.example"_s);
    QTRY_VERIFY(june->tasks()->loaded());
    const auto people = source<RecordList>(u"/users"_s, *m_sam);
    people->reload();
    QTRY_VERIFY(people->ready());
    QStringList names;
    for (int row = 0; row < people->count(); ++row)
        names << people->get(row).value(u"name"_s).toString();
    QVERIFY(names.contains(u"June Abbott"_s));
}

void TestDeskAdmin::people_roleOfTheLastAdmin_stays()
{
    const auto answer =
        send(*m_sam, u"PATCH"_s, "/users/"_L1 + (*m_sam)->session()->userId(), {{u"role"_s, u"receptionist"_s}});
    QCOMPARE(answer.value(u"refused"_s).toString(), u"The clinic needs at least one administrator."_s);
}

void TestDeskAdmin::audit_isSearchedAndVerified()
{
    const auto trail = source<RecordList>(u"/audit"_s, *m_sam);
    trail->setProperty("query",
                       QVariantMap{{u"action"_s, u"session.opened"_s}, {u"actor"_s, (*m_sam)->session()->userId()}});
    trail->reload();
    QTRY_VERIFY(trail->ready());
    QVERIFY(trail->count() > 0);
    for (int row = 0; row < trail->count(); ++row)
        QCOMPARE(trail->get(row).value(u"actor"_s).toMap().value(u"name"_s).toString(), u"Sam Whitfield"_s);
    const auto verdict = send(*m_sam, u"POST"_s, u"/audit/verify"_s);
    QVERIFY(verdict.value(u"ok"_s).toBool());
    QVERIFY(verdict.value(u"rows"_s).toInt() > 0);
}

void TestDeskAdmin::analytics_answerTheFourQuestions()
{
    const auto figures = document(u"/analytics"_s);
    QVERIFY(figures);
    for (const auto &name : {u"handled_without_escalation"_s, u"escalation_rate"_s, u"escalations_by_reason"_s,
                             u"by_day"_s, u"by_hour"_s, u"by_duration"_s, u"tasks"_s, u"time_saved_minutes"_s})
        QVERIFY2(figures->value().contains(name), qPrintable(name));
    QVERIFY(figures->value().value(u"calls"_s).toMap().value(u"total"_s).toInt() > 20);
}

void TestDeskAdmin::calls_past_areListedAndFound()
{
    const auto calls = source<RecordList>(u"/calls"_s, *m_sam);
    calls->setProperty("query", QVariantMap{{u"state"_s, u"ended"_s}, {u"q"_s, u"Goldberg"_s}});
    calls->reload();
    QTRY_VERIFY(calls->ready());
    QCOMPARE(calls->count(), 1);
    QCOMPARE(calls->get(0).value(u"patient_name"_s).toString(), u"Ruth Goldberg"_s);
}

void TestDeskAdmin::totp_enrolled_isAskedForAtTheNextSignIn()
{
    RealDesk grace(*m_service);
    QVERIFY(grace.signIn(RealService::Grace));
    const auto offer = send(grace, u"POST"_s, u"/auth/totp"_s);
    const auto secret = offer.value(u"secret"_s).toString();
    QVERIFY(offer.value(u"uri"_s).toString().startsWith(u"otpauth://totp/"_s));
    const auto wrong = send(grace, u"POST"_s, u"/auth/totp/confirm"_s, {{u"code"_s, u"000000"_s}});
    QVERIFY(wrong.contains(u"refused"_s));
    const auto code = Frontdesk::Identity::totpCode(fromBase32(secret),
                                                    Frontdesk::Identity::totpStep(QDateTime::currentDateTimeUtc()));
    const auto begun = send(grace, u"POST"_s, u"/auth/totp/confirm"_s, {{u"code"_s, code}});
    const auto recovery = begun.value(u"recovery_codes"_s).toStringList();
    QCOMPARE(recovery.size(), 10);
    RealDesk again(*m_service);
    auto &session = *again->session();
    session.signIn(m_service->url(), RealService::Grace, RealService::Password, false);
    QTRY_COMPARE(session.state(), Session::State::CodeNeeded);
    session.submitCode(recovery.first());
    QTRY_COMPARE(session.state(), Session::State::SignedIn);
    QVERIFY(session.hasTotp());
    QVERIFY(
        !send(again, u"DELETE"_s, u"/auth/totp"_s, {{u"password"_s, RealService::Password}}).contains(u"refused"_s));
}

void TestDeskAdmin::password_changed_opensTheNextSignIn()
{
    RealDesk lopez(*m_service);
    QVERIFY(lopez.signIn(RealService::Lopez));
    const auto next = u"another kettle, a green one"_s;
    const auto wrong = send(lopez, u"POST"_s, u"/auth/password"_s,
                            {{u"current_password"_s, u"not this one"_s}, {u"new_password"_s, next}});
    QCOMPARE(wrong.value(u"refused"_s).toString(), u"The current password is not right."_s);
    const auto changed = send(lopez, u"POST"_s, u"/auth/password"_s,
                              {{u"current_password"_s, RealService::Password}, {u"new_password"_s, next}});
    QVERIFY2(!changed.contains(u"refused"_s), qPrintable(changed.value(u"refused"_s).toString()));
    RealDesk again(*m_service);
    again->session()->signIn(m_service->url(), RealService::Lopez, next, false);
    QTRY_COMPARE(again->session()->state(), Session::State::SignedIn);
    QVERIFY(!send(again, u"POST"_s, u"/auth/password"_s,
                  {{u"current_password"_s, next}, {u"new_password"_s, RealService::Password}})
                 .contains(u"refused"_s));
}

void TestDeskAdmin::sessions_ofOtherDesks_areEnded()
{
    RealDesk one(*m_service);
    RealDesk other(*m_service);
    QVERIFY(one.signIn(RealService::Ana) && other.signIn(RealService::Ana));
    const auto sessions = source<RecordList>(u"/auth/sessions"_s, one);
    sessions->reload();
    QTRY_VERIFY(sessions->ready());
    int ended = 0;
    for (int row = 0; row < sessions->count(); ++row) {
        const auto session = sessions->get(row);
        if (!session.value(u"current"_s).toBool()) {
            QVERIFY(!send(one, u"DELETE"_s, "/auth/sessions/"_L1 + session.value(u"id"_s).toString())
                         .contains(u"refused"_s));
            ++ended;
        }
    }
    QVERIFY(ended >= 1);
    // The other desk learns it with its next word to the service.
    other->actions()->toggleFlag(other.taskOf(u"Ruth Goldberg"_s));
    QTRY_COMPARE(other->session()->state(), Session::State::SignedOut);
    QCOMPARE(one->session()->state(), Session::State::SignedIn);
}

void TestDeskAdmin::delegation_ofADoctor_isKeptAndEnded()
{
    RealDesk lopez(*m_service);
    QVERIFY(lopez.signIn(RealService::Lopez));
    const auto refused = send(lopez, u"PUT"_s, u"/delegation"_s,
                              {{u"delegate_to"_s, (*m_sam)->session()->userId()},
                               {u"from"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                               {u"until"_s, QDateTime::currentDateTimeUtc().addDays(7).toString(Qt::ISODate)}});
    QVERIFY(refused.contains(u"refused"_s)); // Only another doctor may stand in.
    const auto none = send(lopez, u"PUT"_s, u"/delegation"_s, {{u"delegate_to"_s, QVariant::fromValue(nullptr)}});
    QVERIFY2(!none.contains(u"refused"_s), qPrintable(none.value(u"refused"_s).toString()));
}

void TestDeskAdmin::patient_copiedAndErased_isGone()
{
    PatientRecords records;
    records.setProperty("api", QVariant::fromValue((*m_sam)->api()));
    QSignalSpy copied(&records, &PatientRecords::copied);
    QSignalSpy erased(&records, &PatientRecords::erased);
    QSignalSpy refused(&records, &PatientRecords::refused);
    records.copy(u"Marchetti"_s, {});
    QTRY_COMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toInt(), 1);
    QVERIFY(copied.first().last().toString().contains(u"Sofia Marchetti"_s));
    records.erase(u"Marchetti"_s, {});
    QTRY_COMPARE(erased.count(), 1);
    QCOMPARE(erased.first().first().toInt(), 1);
    QVERIFY(!records.busy());
    records.copy(u"Marchetti"_s, {});
    QTRY_COMPARE(copied.count(), 2);
    QCOMPARE(copied.last().first().toInt(), 0);
    records.copy({}, {});
    QTRY_COMPARE(refused.count(), 1);
}

QTEST_GUILESS_MAIN(TestDeskAdmin)
#include "tst_deskadmin.moc"
