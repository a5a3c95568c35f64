#include "service/identity/onetimecode.h"
#include "tests/unit/service/api/apifixture.h"

#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Api;
using namespace Frontdesk::Api::Tests;

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        m_clinic = m_api->givenClinic();
        m_user = m_api->givenUser(m_clinic, Role::Receptionist, QStringLiteral("ann@clinic.example"));
    }
    void cleanup() { m_api.reset(); }

    void signIn_rightPassword_opensASession();
    void signIn_wrongPasswordOrUnknown_answersTheSame();
    void signIn_missingFields_namesThem();
    void signIn_tooManyFailures_locksAndOpensAgain();
    void signIn_success_forgivesFailures();
    void signIn_deactivated_isRefused();
    void signIn_withTotp_needsACodeThatWorksOnce();
    void signIn_recoveryCode_worksOnce();
    void refresh_rotates_andReuseEndsTheSession();
    void signOut_endsAccessAtOnce();
    void deactivation_endsAccessAtOnce();
    void password_change_needsTheOldOneAndEndsOtherSessions();
    void password_weak_isRefused();
    void invitation_accepted_signsIn();
    void invitation_twice_isOver();
    void totp_end_needsThePassword();
    void me_change_isKept();
    void sessions_list_showsTheCurrentOne();
    void body_thatIsNoJson_isRefused();
    void audit_broken_refusesTheSignIn();

private:
    [[nodiscard]] Answer signIn(const QString &password, const QString &code = {},
                                const QString &email = QStringLiteral("ann@clinic.example"))
    {
        QJsonObject body{{QStringLiteral("email"), email},
                         {QStringLiteral("password"), password},
                         {QStringLiteral("device_name"), QStringLiteral("Front desk PC")}};
        if (!code.isEmpty()) {
            body.insert(QStringLiteral("code"), code);
        }
        return m_api->post(QStringLiteral("/api/v1/auth/sign-in"), {}, body);
    }
    [[nodiscard]] Answer refresh(const QString &token)
    {
        return m_api->post(QStringLiteral("/api/v1/auth/refresh"), {}, {{QStringLiteral("refresh_token"), token}});
    }
    [[nodiscard]] int statusOfMe(const QString &token)
    {
        return m_api->get(QStringLiteral("/api/v1/auth/me"), token).status;
    }
    /// Turns one-time codes on; returns the recovery codes.
    QJsonArray givenTotp(QString &secret);
    [[nodiscard]] QString codeNow(const QString &base32Secret, int stepsLater = 0) const;

    const QString m_password = QLatin1String(ApiFixture::Password);
    const QString m_other = QStringLiteral("quiet lamps burn near");
    std::unique_ptr<ApiFixture> m_api;
    ClinicProfile m_clinic;
    User m_user;
};

QJsonArray TestSignIn::givenTotp(QString &secret)
{
    const QString token = m_api->tokenFor(m_user);
    secret = m_api->post(QStringLiteral("/api/v1/auth/totp"), token).text("secret");
    return m_api->post(QStringLiteral("/api/v1/auth/totp/confirm"), token, {{QStringLiteral("code"), codeNow(secret)}})
        .at("recovery_codes")
        .toArray();
}

QString TestSignIn::codeNow(const QString &base32Secret, int stepsLater) const
{
    QByteArray bytes;
    quint32 pending = 0;
    int bits = 0;
    for (const QChar c : base32Secret) {
        pending = (pending << 5) | static_cast<quint32>(c.isLetter() ? c.unicode() - 'A' : c.unicode() - '2' + 26);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((pending >> bits) & 0xFF);
        }
    }
    return Identity::totpCode(bytes, Identity::totpStep(m_api->clock.utcNow()) + stepsLater);
}

void TestSignIn::signIn_rightPassword_opensASession()
{
    const Answer answer = signIn(m_password, {}, QStringLiteral(" Ann@Clinic.Example "));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.at("expires_in").toInt(), 900);
    QCOMPARE(answer.at("user").toObject().value(QLatin1String("id")).toString(), m_user.id.text());
    QCOMPARE(answer.at("clinic").toObject().value(QLatin1String("time_zone")).toString(),
             QStringLiteral("America/New_York"));
    QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
    const Answer me = m_api->get(QStringLiteral("/api/v1/auth/me"), answer.text("access_token"));
    QCOMPARE(me.status, 200);
    QCOMPARE(me.text("email"), QStringLiteral("ann@clinic.example"));
    QCOMPARE(m_api->trail.last(QStringLiteral("session.opened")).actor.id, m_user.id);
}

void TestSignIn::signIn_wrongPasswordOrUnknown_answersTheSame()
{
    const Answer wrong = signIn(QStringLiteral("not this one"));
    const Answer unknown = signIn(m_password, {}, QStringLiteral("nobody@clinic.example"));
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.code(), QStringLiteral("bad_credentials"));
    QCOMPARE(unknown.raw, wrong.raw);
    QCOMPARE(m_api->trail.count(QStringLiteral("sign_in.failed")), 2);
}

void TestSignIn::signIn_missingFields_namesThem()
{
    const Answer answer = m_api->post(QStringLiteral("/api/v1/auth/sign-in"), {}, {{QStringLiteral("email"), 7}});
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.at("errors").toArray().size(), 3);
}

void TestSignIn::signIn_tooManyFailures_locksAndOpensAgain()
{
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(signIn(QStringLiteral("wrong")).status, 401);
    }
    const Answer locked = signIn(m_password);
    QCOMPARE(locked.status, 429);
    QCOMPARE(locked.code(), QStringLiteral("locked"));
    QCOMPARE(locked.headers.value("retry-after"), QByteArray("30"));
    m_api->givenUser(m_clinic, Role::Doctor, QStringLiteral("bob@clinic.example"));
    QCOMPARE(signIn(m_password, {}, QStringLiteral("bob@clinic.example")).status, 200);
    m_api->clock.advance(std::chrono::seconds(31));
    QCOMPARE(signIn(m_password).status, 200);
}

void TestSignIn::signIn_success_forgivesFailures()
{
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(signIn(QStringLiteral("wrong")).status, 401);
        }
        QCOMPARE(signIn(m_password).status, 200);
    }
}

void TestSignIn::signIn_deactivated_isRefused()
{
    m_user.status = UserStatus::Deactivated;
    m_api->inStore([&](Storage::Store &store) -> Result<int> {
        const auto kept = store.users().update(m_user, m_api->clock.utcNow());
        return kept ? Result<int>(0) : kept.error();
    });
    QCOMPARE(signIn(m_password).code(), QStringLiteral("deactivated"));
    QCOMPARE(signIn(QStringLiteral("wrong")).code(), QStringLiteral("bad_credentials"));
}

void TestSignIn::signIn_withTotp_needsACodeThatWorksOnce()
{
    QString secret;
    QCOMPARE(givenTotp(secret).size(), 10);
    QCOMPARE(signIn(m_password).code(), QStringLiteral("code_required"));
    QCOMPARE(signIn(m_password, QStringLiteral("000000")).code(), QStringLiteral("bad_code"));
    // The code that confirmed the app was used by that.
    QCOMPARE(signIn(m_password, codeNow(secret)).code(), QStringLiteral("bad_code"));
    const QString next = codeNow(secret, 1);
    QCOMPARE(signIn(m_password, next).status, 200);
    QCOMPARE(signIn(m_password, next).code(), QStringLiteral("bad_code"));
}

void TestSignIn::signIn_recoveryCode_worksOnce()
{
    QString secret;
    const QString code = givenTotp(secret).first().toString();
    QCOMPARE(signIn(m_password, code.toUpper()).status, 200);
    QCOMPARE(signIn(m_password, code).code(), QStringLiteral("bad_code"));
}

void TestSignIn::refresh_rotates_andReuseEndsTheSession()
{
    const QString first = signIn(m_password).text("refresh_token");
    const Answer second = refresh(first);
    QCOMPARE(second.status, 200);
    QVERIFY(second.text("refresh_token") != first);
    const QString access = second.text("access_token");
    QCOMPARE(statusOfMe(access), 200);
    const Answer reused = refresh(first);
    QCOMPARE(reused.status, 401);
    QCOMPARE(reused.code(), QStringLiteral("session_ended"));
    QCOMPARE(refresh(second.text("refresh_token")).code(), QStringLiteral("session_ended"));
    QCOMPARE(statusOfMe(access), 401);
}

void TestSignIn::signOut_endsAccessAtOnce()
{
    const Answer session = signIn(m_password);
    QCOMPARE(m_api->post(QStringLiteral("/api/v1/auth/sign-out"), session.text("access_token")).status, 204);
    QCOMPARE(statusOfMe(session.text("access_token")), 401);
    QCOMPARE(refresh(session.text("refresh_token")).status, 401);
}

void TestSignIn::deactivation_endsAccessAtOnce()
{
    const QString token = signIn(m_password).text("access_token");
    const QString admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
    const Answer changed = m_api->ask("PATCH", QStringLiteral("/api/v1/users/") + m_user.id.text(),
                                      {admin, {{QStringLiteral("status"), QStringLiteral("deactivated")}}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(statusOfMe(token), 401);
}

void TestSignIn::password_change_needsTheOldOneAndEndsOtherSessions()
{
    const QString mine = signIn(m_password).text("access_token");
    const QString other = signIn(m_password).text("access_token");
    const QString path = QStringLiteral("/api/v1/auth/password");
    QJsonObject body{{QStringLiteral("current_password"), QStringLiteral("wrong")},
                     {QStringLiteral("new_password"), m_other}};
    QCOMPARE(m_api->post(path, {}, {}).status, 401);
    QCOMPARE(m_api->post(path, mine, body).code(), QStringLiteral("bad_credentials"));
    body[QStringLiteral("current_password")] = m_password;
    QCOMPARE(m_api->post(path, mine, body).status, 204);
    QCOMPARE(statusOfMe(mine), 200);
    QCOMPARE(statusOfMe(other), 401);
    QCOMPARE(signIn(m_password).status, 401);
    QCOMPARE(signIn(m_other).status, 200);
}

void TestSignIn::password_weak_isRefused()
{
    const QString mine = signIn(m_password).text("access_token");
    const Answer answer = m_api->post(QStringLiteral("/api/v1/auth/password"), mine,
                                      {{QStringLiteral("current_password"), m_password},
                                       {QStringLiteral("new_password"), QStringLiteral("Oakwood-2026")}});
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.code(), QStringLiteral("weak_password"));
    QCOMPARE(signIn(m_password).status, 200);
}

void TestSignIn::invitation_accepted_signsIn()
{
    const QString admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
    const Answer invited = m_api->post(QStringLiteral("/api/v1/users"), admin,
                                       {{QStringLiteral("email"), QStringLiteral("New@Clinic.example")},
                                        {QStringLiteral("name"), QStringLiteral("New One")},
                                        {QStringLiteral("role"), QStringLiteral("doctor")}});
    QCOMPARE(invited.status, 201);
    QCOMPARE(invited.text("status"), QStringLiteral("invited"));
    const QString path = QStringLiteral("/api/v1/auth/invitation/accept");
    QJsonObject body{{QStringLiteral("token"), invited.text("invitation_token")},
                     {QStringLiteral("name"), QStringLiteral("Dr. New")},
                     {QStringLiteral("password"), QStringLiteral("password1234")}};
    QCOMPARE(m_api->post(path, {}, body).code(), QStringLiteral("weak_password"));
    body[QStringLiteral("password")] = m_other;
    const Answer accepted = m_api->post(path, {}, body);
    QCOMPARE(accepted.status, 200);
    const Answer me = m_api->get(QStringLiteral("/api/v1/auth/me"), accepted.text("access_token"));
    QCOMPARE(me.text("name"), QStringLiteral("Dr. New"));
    QCOMPARE(me.text("role"), QStringLiteral("doctor"));
    QCOMPARE(me.text("status"), QStringLiteral("active"));
    QCOMPARE(signIn(m_other, {}, QStringLiteral("new@clinic.example")).status, 200);
}

void TestSignIn::invitation_twice_isOver()
{
    const QString admin = m_api->tokenFor(m_api->givenUser(m_clinic, Role::Admin));
    const Answer again =
        m_api->post(QStringLiteral("/api/v1/users/") + m_user.id.text() + QStringLiteral("/invitation"), admin);
    QCOMPARE(again.status, 201);
    const QJsonObject body{{QStringLiteral("token"), again.text("invitation_token")},
                           {QStringLiteral("name"), QStringLiteral("Ann")},
                           {QStringLiteral("password"), m_other}};
    const QString path = QStringLiteral("/api/v1/auth/invitation/accept");
    QCOMPARE(m_api->post(path, {}, body).status, 200);
    const Answer over = m_api->post(path, {}, body);
    QCOMPARE(over.status, 404);
    QCOMPARE(over.code(), QStringLiteral("invitation_over"));
    QCOMPARE(signIn(m_password).status, 401);
}

void TestSignIn::totp_end_needsThePassword()
{
    QString secret;
    givenTotp(secret);
    const QString token = m_api->tokenFor(m_user);
    const QString path = QStringLiteral("/api/v1/auth/totp");
    QCOMPARE(m_api->post(path, token).code(), QStringLiteral("totp_on"));
    QCOMPARE(m_api->ask("DELETE", path, {token, {{QStringLiteral("password"), QStringLiteral("wrong")}}}).code(),
             QStringLiteral("bad_credentials"));
    QCOMPARE(m_api->ask("DELETE", path, {token, {{QStringLiteral("password"), m_password}}}).status, 204);
    QCOMPARE(signIn(m_password).status, 200);
}

void TestSignIn::me_change_isKept()
{
    const QString token = m_api->tokenFor(m_user);
    const QString path = QStringLiteral("/api/v1/auth/me");
    const QJsonObject wanted{{QStringLiteral("name"), QStringLiteral("Anna")},
                             {QStringLiteral("language"), QStringLiteral("es")}};
    QCOMPARE(m_api->ask("PATCH", path, {token, wanted}).status, 200);
    QCOMPARE(m_api->get(path, token).text("name"), QStringLiteral("Anna"));
    QCOMPARE(m_api->get(path, token).text("language"), QStringLiteral("es"));
    QCOMPARE(m_api->ask("PATCH", path, {token, {{QStringLiteral("language"), QStringLiteral("xx")}}}).status, 422);
}

void TestSignIn::sessions_list_showsTheCurrentOne()
{
    const QString mine = signIn(m_password).text("access_token");
    const QString other = signIn(m_password).text("access_token");
    const QString path = QStringLiteral("/api/v1/auth/sessions");
    const QJsonArray items = m_api->get(path, mine).items();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue &item : items) {
        if (!item.toObject().value(QLatin1String("current")).toBool()) {
            const QString id = item.toObject().value(QLatin1String("id")).toString();
            QCOMPARE(m_api->ask("DELETE", path + QLatin1Char('/') + id, {mine}).status, 204);
            QCOMPARE(m_api->ask("DELETE", path + QLatin1Char('/') + id, {mine}).status, 404);
        }
    }
    QCOMPARE(m_api->get(path, other).status, 401);
    QCOMPARE(m_api->get(path, mine).items().size(), 1);
}

void TestSignIn::body_thatIsNoJson_isRefused()
{
    const QString path = QStringLiteral("/api/v1/auth/sign-in");
    const Asking text{{}, {{QStringLiteral("a"), 1}}, {{"Content-Type", "text/plain"}}};
    QCOMPARE(m_api->ask("POST", path, text).code(), QStringLiteral("json_needed"));
    QCOMPARE(m_api->ask("POST", path, {}).status, 422);
}

void TestSignIn::audit_broken_refusesTheSignIn()
{
    m_api->trail.setBroken(true);
    QCOMPARE(signIn(m_password).status, 503);
    m_api->trail.setBroken(false);
    QCOMPARE(
        m_api->get(QStringLiteral("/api/v1/auth/sessions"), signIn(m_password).text("access_token")).items().size(), 1);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
