#include "service/storage/webhookstore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestWebhookStore : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;

    WebhookStore &store() { return m_fixture->store().webhooks(); }

    Webhook given(const ClinicProfile &clinic, int secondsLater = 0)
    {
        Webhook webhook;
        webhook.clinic = clinic.id;
        webhook.url = QStringLiteral("https://hooks.example.com/in?key=zanzibar");
        webhook.kinds = {QStringLiteral("task.created"), QStringLiteral("call.ended")};
        webhook.secret = "whsec_first";
        return store().add(webhook, someTime(secondsLater)).value();
    }
    void givenEvent(const ClinicProfile &clinic)
    {
        QVERIFY(m_fixture->store()
                    .events()
                    .append(clinic.id, QStringLiteral("task.created"), QStringLiteral("t"), someTime())
                    .ok());
    }
    Webhook now(const Webhook &webhook) { return store().find(webhook.clinic, webhook.id).value(); }

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
    }
    void cleanup() { m_fixture.reset(); }

    void add_keepsIt_andBeginsAtTheEndOfTheLog()
    {
        givenEvent(m_clinic);
        const qint64 last = m_fixture->store().events().last(m_clinic.id).value();
        const Webhook kept = given(m_clinic, 5);
        QCOMPARE(kept.version, qint64{1});
        QCOMPARE(kept.url, QStringLiteral("https://hooks.example.com/in?key=zanzibar"));
        QCOMPARE(kept.kinds, QStringList({QStringLiteral("task.created"), QStringLiteral("call.ended")}));
        QCOMPARE(kept.secret, QByteArray("whsec_first"));
        QVERIFY(kept.isOn && kept.previousSecret.isEmpty() && !kept.previousUntil.isValid());
        QCOMPARE(kept.createdAt, someTime(5));
        QCOMPARE(kept.sequence, last);
        QVERIFY(!kept.last.at.isValid() && !kept.lastTest.at.isValid() && !kept.testAskedAt.isValid());
        QCOMPARE(store().list(m_clinic.id)->size(), size_t{1});
    }

    void addressAndSecrets_areSealed()
    {
        given(m_clinic);
        const auto rows = m_fixture->database().connect()->query(QStringLiteral("SELECT body FROM webhooks"), {});
        QVERIFY(!rows->front().bytes(0).isEmpty());
        QVERIFY(!rows->front().bytes(0).contains("zanzibar") && !rows->front().bytes(0).contains("whsec"));
    }

    void anotherClinic_hasNone()
    {
        const Webhook mine = given(m_clinic);
        const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
        QVERIFY(store().list(other.id)->empty());
        QCOMPARE(store().find(other.id, mine.id).error().code, ErrorCode::NotFound);
        QCOMPARE(store().remove(other.id, mine.id).error().code, ErrorCode::NotFound);
        QCOMPARE(store().askTest(other.id, mine.id, someTime()).error().code, ErrorCode::NotFound);
        Webhook foreign = mine;
        foreign.clinic = other.id;
        QCOMPARE(store().change(foreign, 1, someTime()).error().code, ErrorCode::NotFound);
        QVERIFY(store().find(m_clinic.id, mine.id).ok());
    }

    void change_ofTheKnownVersion_isKept_elseItConflicts()
    {
        Webhook webhook = given(m_clinic);
        webhook.kinds = {QStringLiteral("escalation.raised")};
        webhook.previousSecret = webhook.secret;
        webhook.previousUntil = someTime(3600);
        webhook.secret = "whsec_second";
        webhook.isOn = false;
        const auto changed = store().change(webhook, 1, someTime(10));
        QCOMPARE(changed->version, qint64{2});
        QCOMPARE(changed->kinds, QStringList(QStringLiteral("escalation.raised")));
        QCOMPARE(changed->secret, QByteArray("whsec_second"));
        QCOMPARE(changed->previousSecret, QByteArray("whsec_first"));
        QCOMPARE(changed->previousUntil, someTime(3600));
        QVERIFY(!changed->isOn);
        QCOMPARE(store().change(webhook, 1, someTime(11)).error().code, ErrorCode::Conflict);
    }

    void due_areThoseThatAreOnBehindAndWhoseTimeHasCome()
    {
        const Webhook webhook = given(m_clinic);
        QVERIFY(store().due(someTime(), 10)->empty());
        givenEvent(m_clinic);
        QCOMPARE(store().due(someTime(), 10)->size(), size_t{1});
        QVERIFY(store().due(someTime(-1), 10)->empty());
        Webhook off = now(webhook);
        off.isOn = false;
        QVERIFY(store().change(off, 1, someTime()).ok());
        QVERIFY(store().due(someTime(), 10)->empty());
        off.isOn = true;
        QVERIFY(store().change(off, 2, someTime()).ok());
        QVERIFY(store().pass(m_clinic.id, webhook.id, m_fixture->store().events().last(m_clinic.id).value()).ok());
        QVERIFY(store().due(someTime(), 10)->empty());
    }

    void claim_isForOne_untilItsTime()
    {
        givenEvent(m_clinic);
        const Webhook webhook = given(m_clinic);
        givenEvent(m_clinic);
        QCOMPARE(store().claim(webhook, someTime(60)).valueOr(0), qint64{1});
        QCOMPARE(store().claim(webhook, someTime(60)).error().code, ErrorCode::Conflict);
        QVERIFY(store().due(someTime(59), 10)->empty());
        const auto later = store().due(someTime(60), 10);
        QCOMPARE(later->size(), size_t{1});
        QCOMPARE(store().claim(later->front(), someTime(120)).valueOr(0), qint64{2});
    }

    void note_keepsTheNewestAttempts_theNewestFirst()
    {
        Webhook webhook = given(m_clinic);
        webhook.claims = store().claim(webhook, someTime(60)).valueOr(0);
        constexpr int More = static_cast<int>(Webhook::AttemptsKept) + 3;
        for (int sequence = 1; sequence <= More; ++sequence) {
            webhook.note({someTime(sequence), sequence == More ? 0 : 200,
                          sequence == More ? QStringLiteral("The receiver's name is not known.") : QString(), sequence,
                          QStringLiteral("task.created")});
        }
        QCOMPARE(store().settle(webhook).valueOr(false), true);
        const Webhook kept = now(webhook);
        QCOMPARE(kept.attempts.size(), Webhook::AttemptsKept);
        QCOMPARE(kept.attempts.front().sequence, qint64{More});
        QCOMPARE(kept.attempts.front().problem, QStringLiteral("The receiver's name is not known."));
        QCOMPARE(kept.attempts.back().sequence, qint64{4});
        QCOMPARE(kept.attempts.back().at, someTime(4));
        QCOMPARE(kept.attempts.back().status, 200);
        QCOMPARE(kept.attempts.back().kind, QStringLiteral("task.created"));
        QCOMPARE(kept.last.sequence, qint64{More});
        QVERIFY(store().change(kept, kept.version, someTime(200)).ok());
        QCOMPARE(now(webhook).attempts.size(), Webhook::AttemptsKept);
    }

    void settle_ofWhoLostTheClaim_keepsNothing()
    {
        Webhook webhook = given(m_clinic);
        webhook.claims = store().claim(webhook, someTime(60)).valueOr(0);
        webhook.failures = 3;
        webhook.failingSince = someTime(-5);
        webhook.nextAt = someTime(90);
        webhook.last = {someTime(1), 503, QStringLiteral("The receiver answered 503."), 7};
        QCOMPARE(store().settle(webhook).valueOr(false), true);
        const Webhook kept = now(webhook);
        QCOMPARE(kept.failures, 3);
        QCOMPARE(kept.failingSince, someTime(-5));
        QCOMPARE(kept.nextAt, someTime(90));
        QCOMPARE(kept.last.status, 503);
        QCOMPARE(kept.last.problem, QStringLiteral("The receiver answered 503."));
        QCOMPARE(kept.last.sequence, qint64{7});
        QCOMPARE(kept.version, qint64{1});
        QVERIFY(store().claim(kept, someTime(200)).ok());
        webhook.failures = 9;
        QCOMPARE(store().settle(webhook).valueOr(true), false);
        QCOMPARE(now(webhook).failures, 3);
    }

    void settle_thatSwitchesOff_isANewVersion()
    {
        Webhook webhook = given(m_clinic);
        webhook.isOn = false;
        webhook.offReason = QStringLiteral("Gone.");
        webhook.nextAt = someTime();
        QCOMPARE(store().settle(webhook).valueOr(false), true);
        QCOMPARE(now(webhook).version, qint64{2});
        QCOMPARE(now(webhook).offReason, QStringLiteral("Gone."));
        webhook.isOn = true;
        const Webhook on = store().change(webhook, 2, someTime(9)).value();
        QVERIFY(on.isOn && on.offReason.isEmpty() && on.failures == 0 && !on.failingSince.isValid());
    }

    void pass_neverGoesBack()
    {
        const Webhook webhook = given(m_clinic);
        QVERIFY(store().pass(m_clinic.id, webhook.id, 50).ok());
        QVERIFY(store().pass(m_clinic.id, webhook.id, 20).ok());
        QCOMPARE(now(webhook).sequence, qint64{50});
    }

    void test_isTakenOnce()
    {
        const Webhook webhook = given(m_clinic);
        QVERIFY(store().testsAsked(10)->empty());
        QVERIFY(store().askTest(m_clinic.id, webhook.id, someTime(3)).ok());
        const auto asked = store().testsAsked(10);
        QCOMPARE(asked->size(), size_t{1});
        QCOMPARE(store().takeTest(asked->front()).valueOr(false), true);
        QCOMPARE(store().takeTest(asked->front()).valueOr(true), false);
        Webhook tested = asked->front();
        tested.lastTest = {someTime(4), 200, {}};
        QVERIFY(store().settleTest(tested).ok());
        QCOMPARE(now(webhook).lastTest.at, someTime(4));
        QCOMPARE(now(webhook).lastTest.status, 200);
    }

    void remove_takesItAway()
    {
        const Webhook webhook = given(m_clinic);
        QVERIFY(store().remove(m_clinic.id, webhook.id).ok());
        QVERIFY(store().list(m_clinic.id)->empty());
        QCOMPARE(store().remove(m_clinic.id, webhook.id).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestWebhookStore)
#include "tst_webhookstore.moc"
