#include "service/identity/secrets.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/storeaccess.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;

class TestUserCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void invite_person_printsATokenThatOpensTheAccount();
    void invite_operator_belongsToNoClinic();
    void invite_incomplete_isWrongUsage();
    void list_showsTheClinicsPeople();
    void deactivate_endsSessions();
    void resetPassword_printsAnotherToken();
    void unknownPerson_fails();

private:
    int run(const Command &command, QStringList arguments);
    /// Runs on the database and returns what came of it.
    template <typename Work>
    auto inStore(Work work)
    {
        const auto line = CommandLine::parse({QStringLiteral("--data-dir"), m_folder->path()}, databaseOptions());
        Storage::Database database(databaseSettings(*line).valueOr({}));
        return database.run(work).result();
    }
    [[nodiscard]] int inviteAnn()
    {
        return run(userInviteCommand(),
                   {QStringLiteral("--clinic=+15550100000"), QStringLiteral("--email=Ann@Clinic.example"),
                    QStringLiteral("--name=Ann"), QStringLiteral("--role=admin")});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    QString m_error;
};

void TestUserCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(run(clinicCreateCommand(),
                 {QStringLiteral("--name=Oakwood"), QStringLiteral("--number=+15550100000"),
                  QStringLiteral("--line=+15550199999"), QStringLiteral("--timezone=America/New_York"),
                  QStringLiteral("--hours=mon-fri 08:00-17:00")}),
             int{Done});
}

int TestUserCommands::run(const Command &command, QStringList arguments)
{
    m_out.clear();
    m_error.clear();
    QTextStream out(&m_out);
    QTextStream error(&m_error);
    Output output{out, error};
    arguments << QStringLiteral("--data-dir") << m_folder->path();
    return command.run(arguments, output);
}

void TestUserCommands::invite_person_printsATokenThatOpensTheAccount()
{
    QCOMPARE(inviteAnn(), int{Done});
    const QString token = m_out.trimmed().section(QLatin1Char('\n'), -1);
    const auto invited = inStore([&](Storage::Store &store) {
        return store.users().findInvited(Identity::tokenHash(token.toLatin1()), QDateTime::currentDateTimeUtc());
    });
    QVERIFY(invited.ok());
    QCOMPARE(invited->email, QStringLiteral("ann@clinic.example"));
    QCOMPARE(invited->role, Role::Admin);
    QVERIFY(!invited->clinicId.isEmpty());
    QCOMPARE(inviteAnn(), int{Failed});
    QVERIFY(m_error.contains(QLatin1String("already")));
}

void TestUserCommands::invite_operator_belongsToNoClinic()
{
    QCOMPARE(run(userInviteCommand(), {QStringLiteral("--email=op@host.example"), QStringLiteral("--name=Op"),
                                       QStringLiteral("--role=operator")}),
             int{Done});
    const auto found =
        inStore([](Storage::Store &store) { return store.users().findByEmail(QStringLiteral("op@host.example")); });
    QVERIFY(found->clinicId.isEmpty());
}

void TestUserCommands::invite_incomplete_isWrongUsage()
{
    const QString clinic = QStringLiteral("--clinic=+15550100000");
    const QString email = QStringLiteral("--email=a@b.example");
    const QString name = QStringLiteral("--name=A");
    const QString role = QStringLiteral("--role=doctor");
    for (const QStringList &arguments :
         {QStringList{clinic, name, role}, QStringList{clinic, email, role}, QStringList{clinic, email, name},
          QStringList{email, name, role}, QStringList{clinic, email, name, QStringLiteral("--role=king")},
          QStringList{clinic, email, name, QStringLiteral("--role=operator")}}) {
        QCOMPARE(run(userInviteCommand(), arguments), int{WrongUsage});
        QCOMPARE(m_error.count(QLatin1Char('\n')), 1);
    }
}

void TestUserCommands::list_showsTheClinicsPeople()
{
    QCOMPARE(inviteAnn(), int{Done});
    QCOMPARE(run(userListCommand(), {QStringLiteral("--clinic=+15550100000")}), int{Done});
    QVERIFY(m_out.contains(QLatin1String("ann@clinic.example")));
    QVERIFY(m_out.contains(QLatin1String("invited")));
    QCOMPARE(run(userListCommand(), {}), int{Done});
    QVERIFY(!m_out.contains(QLatin1String("ann@clinic.example")));
}

void TestUserCommands::deactivate_endsSessions()
{
    QCOMPARE(inviteAnn(), int{Done});
    const auto session = inStore([](Storage::Store &store) -> Result<Storage::Session> {
        const auto user = store.users().findByEmail(QStringLiteral("ann@clinic.example"));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto set = store.users().setPassword(user->id, QStringLiteral("hash"), now);
        return store.sessions().open({.user = user->id, .createdAt = now, .endsAt = now.addDays(1)},
                                     QStringLiteral("r"));
    });
    const auto signedIn = [&](Storage::Store &store) {
        return store.sessions().signedIn(session->id, QDateTime::currentDateTimeUtc());
    };
    QVERIFY(inStore(signedIn).ok());
    QCOMPARE(run(userDeactivateCommand(), {QStringLiteral("ANN@clinic.example")}), int{Done});
    QVERIFY(!inStore(signedIn).ok());
    QCOMPARE(run(userResetPasswordCommand(), {QStringLiteral("ann@clinic.example")}), int{Failed});
}

void TestUserCommands::resetPassword_printsAnotherToken()
{
    QCOMPARE(inviteAnn(), int{Done});
    const QString first = m_out.trimmed().section(QLatin1Char('\n'), -1);
    QCOMPARE(run(userResetPasswordCommand(), {QStringLiteral("ann@clinic.example")}), int{Done});
    const QString second = m_out.trimmed().section(QLatin1Char('\n'), -1);
    QVERIFY(first != second);
    const auto old = inStore([&](Storage::Store &store) {
        return store.users().findInvited(Identity::tokenHash(first.toLatin1()), QDateTime::currentDateTimeUtc());
    });
    QVERIFY(!old.ok());
}

void TestUserCommands::unknownPerson_fails()
{
    QCOMPARE(run(userDeactivateCommand(), {QStringLiteral("nobody@clinic.example")}), int{Failed});
    QVERIFY(m_error.contains(QLatin1String("nobody@clinic.example")));
}

QTEST_GUILESS_MAIN(TestUserCommands)
#include "tst_usercommands.moc"
