#include "tests/support/storefixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Storage;
using namespace Frontdesk::Storage::Tests;

class TestUserStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackends(); }
    void init()
    {
        QFETCH_GLOBAL(QString, backend);
        m_fixture = std::make_unique<StoreFixture>(backend);
        m_clinic = m_fixture->givenClinic();
    }
    void cleanup() { m_fixture.reset(); }

    void create_person_readsBack();
    void create_operator_hasNoClinic();
    void create_takenAddress_isConflict();
    void create_unknownClinic_isNotFound();
    void list_ofClinic_isByNameAndOfThatClinicOnly();
    void update_changes_areKept();
    void update_unknown_isNotFound();
    void setPassword_ofInvited_activatesAndEndsInvitation();
    void setPassword_ofDeactivated_staysDeactivated();
    void invitation_afterItsEnd_isNotFound();
    void invitation_second_endsTheFirst();
    void totp_offered_holdsOnceBegun();
    void totp_withoutOffer_cannotBegin();
    void resealTotp_changesEverySecretOrNone();
    void totpStep_isTakenOnce();
    void recoveryCode_isTakenOnce();
    void totp_ended_takesCodesAlong();

private:
    UserStore &users() { return m_fixture->store().users(); }
    User givenUser(const QString &email = QStringLiteral("ann@clinic.example"),
                   const QString &name = QStringLiteral("Ann"))
    {
        const auto made = users().create(
            {.id = {}, .clinicId = m_clinic.id, .email = email, .name = name, .role = Role::Doctor}, someTime());
        return made ? *made : User();
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ClinicProfile m_clinic;
};

void TestUserStore::create_person_readsBack()
{
    const User made = givenUser();
    QVERIFY(!made.id.isEmpty());
    for (const auto &read : {users().find(made.id), users().findByEmail(QStringLiteral("ann@clinic.example"))}) {
        QVERIFY(read.ok());
        QCOMPARE(read->id, made.id);
        QCOMPARE(read->clinicId, m_clinic.id);
        QCOMPARE(read->name, QStringLiteral("Ann"));
        QCOMPARE(read->role, Role::Doctor);
        QCOMPARE(read->status, UserStatus::Invited);
        QVERIFY(!read->hasTotp);
        QVERIFY(!read->lastSeenAt.isValid());
    }
    QVERIFY(users().seen(made.id, someTime(5)).ok());
    QCOMPARE(users().find(made.id)->lastSeenAt, someTime(5));
    QCOMPARE(users().find(UserId::create()).error().code, ErrorCode::NotFound);
    QCOMPARE(users().findByEmail(QStringLiteral("nobody")).error().code, ErrorCode::NotFound);
}

void TestUserStore::create_operator_hasNoClinic()
{
    const auto made = users().create(
        {.id = {}, .clinicId = {}, .email = QStringLiteral("op@host"), .role = Role::Operator}, someTime());
    QVERIFY(made.ok());
    QVERIFY(users().find(made->id)->clinicId.isEmpty());
    QCOMPARE(users().list({})->size(), size_t{1});
    QVERIFY(users().list(m_clinic.id)->empty());
}

void TestUserStore::create_takenAddress_isConflict()
{
    givenUser();
    QCOMPARE(users().create({.email = QStringLiteral("ann@clinic.example")}, someTime()).error().code,
             ErrorCode::Conflict);
}

void TestUserStore::create_unknownClinic_isNotFound()
{
    QCOMPARE(users().create({.clinicId = ClinicId::create(), .email = QStringLiteral("x")}, someTime()).error().code,
             ErrorCode::NotFound);
}

void TestUserStore::list_ofClinic_isByNameAndOfThatClinicOnly()
{
    givenUser(QStringLiteral("b@x"), QStringLiteral("Bea"));
    givenUser(QStringLiteral("a@x"), QStringLiteral("Abe"));
    const ClinicProfile other = m_fixture->givenClinic(QStringLiteral("+15550100001"));
    const auto all = users().list(m_clinic.id);
    QCOMPARE(all->size(), size_t{2});
    QCOMPARE(all->front().name, QStringLiteral("Abe"));
    QVERIFY(users().list(other.id)->empty());
}

void TestUserStore::update_changes_areKept()
{
    User user = givenUser();
    user.name = QStringLiteral("Anna");
    user.role = Role::Admin;
    user.status = UserStatus::Deactivated;
    user.language = QStringLiteral("es");
    QVERIFY(users().update(user, someTime(1)).ok());
    const auto read = users().find(user.id);
    QCOMPARE(read->name, user.name);
    QCOMPARE(read->role, Role::Admin);
    QCOMPARE(read->status, UserStatus::Deactivated);
    QCOMPARE(read->language, QStringLiteral("es"));
}

void TestUserStore::update_unknown_isNotFound()
{
    User user;
    user.id = UserId::create();
    QCOMPARE(users().update(user, someTime()).error().code, ErrorCode::NotFound);
    QCOMPARE(users().setPassword(user.id, QStringLiteral("h"), someTime()).error().code, ErrorCode::NotFound);
    QCOMPARE(users().credentials(user.id).error().code, ErrorCode::NotFound);
}

void TestUserStore::setPassword_ofInvited_activatesAndEndsInvitation()
{
    const User user = givenUser();
    QVERIFY(users().credentials(user.id)->passwordHash.isEmpty());
    QVERIFY(users().invite(user.id, QStringLiteral("t1"), someTime(100)).ok());
    QCOMPARE(users().findInvited(QStringLiteral("t1"), someTime())->id, user.id);
    QVERIFY(users().setPassword(user.id, QStringLiteral("hash"), someTime(1)).ok());
    QCOMPARE(users().find(user.id)->status, UserStatus::Active);
    QCOMPARE(users().credentials(user.id)->passwordHash, QStringLiteral("hash"));
    QCOMPARE(users().findInvited(QStringLiteral("t1"), someTime()).error().code, ErrorCode::NotFound);
}

void TestUserStore::setPassword_ofDeactivated_staysDeactivated()
{
    User user = givenUser();
    user.status = UserStatus::Deactivated;
    QVERIFY(users().update(user, someTime()).ok());
    QVERIFY(users().invite(user.id, QStringLiteral("t1"), someTime(100)).ok());
    QCOMPARE(users().findInvited(QStringLiteral("t1"), someTime()).error().code, ErrorCode::NotFound);
    QVERIFY(users().setPassword(user.id, QStringLiteral("hash"), someTime()).ok());
    QCOMPARE(users().find(user.id)->status, UserStatus::Deactivated);
}

void TestUserStore::invitation_afterItsEnd_isNotFound()
{
    const User user = givenUser();
    QVERIFY(users().invite(user.id, QStringLiteral("t1"), someTime(100)).ok());
    QVERIFY(users().findInvited(QStringLiteral("t1"), someTime(99)).ok());
    QCOMPARE(users().findInvited(QStringLiteral("t1"), someTime(100)).error().code, ErrorCode::NotFound);
}

void TestUserStore::invitation_second_endsTheFirst()
{
    const User user = givenUser();
    QVERIFY(users().invite(user.id, QStringLiteral("t1"), someTime(100)).ok());
    QVERIFY(users().invite(user.id, QStringLiteral("t2"), someTime(100)).ok());
    QVERIFY(!users().findInvited(QStringLiteral("t1"), someTime()).ok());
    QVERIFY(users().findInvited(QStringLiteral("t2"), someTime()).ok());
}

void TestUserStore::totp_offered_holdsOnceBegun()
{
    const User user = givenUser();
    QVERIFY(users().offerTotp(user.id, QByteArray("sealed\0bytes", 12)).ok());
    QVERIFY(!users().find(user.id)->hasTotp);
    QCOMPARE(users().credentials(user.id)->totpOffered, QByteArray("sealed\0bytes", 12));
    QVERIFY(users().beginTotp(user.id, 77, {QStringLiteral("c1"), QStringLiteral("c2")}).ok());
    QVERIFY(users().find(user.id)->hasTotp);
    const auto credentials = users().credentials(user.id);
    QCOMPARE(credentials->totpSecret, QByteArray("sealed\0bytes", 12));
    QVERIFY(credentials->totpOffered.isEmpty());
    QCOMPARE(credentials->totpLastStep, qint64{77});
}

void TestUserStore::resealTotp_changesEverySecretOrNone()
{
    const User with = givenUser();
    givenUser(QStringLiteral("b@x"), QStringLiteral("Bea"));
    QVERIFY(users().offerTotp(with.id, "old").ok());
    QVERIFY(users().beginTotp(with.id, 1, {}).ok());
    const auto refused = users().resealTotp([](const UserId &, const QByteArray &) {
        return Result<QByteArray>(Error{ErrorCode::Corrupt, QString()});
    });
    QCOMPARE(refused.error().code, ErrorCode::Corrupt);
    QCOMPARE(users().credentials(with.id)->totpSecret, QByteArray("old"));
    const auto done = users().resealTotp([&](const UserId &user, const QByteArray &sealed) {
        return Result<QByteArray>(user == with.id ? sealed + "er" : QByteArray());
    });
    QCOMPARE(done.valueOr(0), qint64{1});
    QCOMPARE(users().credentials(with.id)->totpSecret, QByteArray("older"));
}

void TestUserStore::totp_withoutOffer_cannotBegin()
{
    const User user = givenUser();
    QCOMPARE(users().beginTotp(user.id, 1, {}).error().code, ErrorCode::NotFound);
    QVERIFY(!users().find(user.id)->hasTotp);
}

void TestUserStore::totpStep_isTakenOnce()
{
    const User user = givenUser();
    QCOMPARE(users().takeTotpStep(user.id, 10).valueOr(false), true);
    QCOMPARE(users().takeTotpStep(user.id, 10).valueOr(true), false);
    QCOMPARE(users().takeTotpStep(user.id, 9).valueOr(true), false);
    QCOMPARE(users().takeTotpStep(user.id, 11).valueOr(false), true);
}

void TestUserStore::recoveryCode_isTakenOnce()
{
    const User user = givenUser();
    QVERIFY(users().offerTotp(user.id, "s").ok());
    QVERIFY(users().beginTotp(user.id, 1, {QStringLiteral("c1"), QStringLiteral("c2")}).ok());
    QCOMPARE(users().takeRecoveryCode(user.id, QStringLiteral("c1")).valueOr(false), true);
    QCOMPARE(users().takeRecoveryCode(user.id, QStringLiteral("c1")).valueOr(true), false);
    QCOMPARE(users().takeRecoveryCode(user.id, QStringLiteral("c2")).valueOr(false), true);
}

void TestUserStore::totp_ended_takesCodesAlong()
{
    const User user = givenUser();
    QVERIFY(users().offerTotp(user.id, "s").ok());
    QVERIFY(users().beginTotp(user.id, 1, {QStringLiteral("c1")}).ok());
    QVERIFY(users().endTotp(user.id).ok());
    QVERIFY(!users().find(user.id)->hasTotp);
    QCOMPARE(users().takeRecoveryCode(user.id, QStringLiteral("c1")).valueOr(true), false);
}

QTEST_GUILESS_MAIN(TestUserStore)
#include "tst_userstore.moc"
