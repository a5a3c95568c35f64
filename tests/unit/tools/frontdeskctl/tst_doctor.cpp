#include "service/storage/database.h"
#include "service/storage/sql/sqliteconnection.h"
#include "tests/fakes/faketwilio.h"
#include "tools/frontdeskctl/commands.h"
#include "tools/frontdeskctl/doctor.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Frontdesk;
using namespace Frontdesk::Ctl;
using Verdict = Finding::Verdict;

class TestDoctor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void freshMachine_hasWarningsOnly();
    void workingMachine_isWell();
    void keyOthersMayRead_isWrong();
    void otherMasterKey_isWrong();
    void newerDatabase_isWrong();
    void unreachableDatabaseAndVendor_areWrong();
    void numbers_areHeldAgainstTheSettings();
    void command_tellsInPlainWordsAndExitCode();

private:
    [[nodiscard]] Settings settings(const QHash<QString, QString> &more = {}) const;
    void givenClinic();
    static Finding find(const std::vector<Finding> &findings, const QString &part);
    static bool isWell(const std::vector<Finding> &findings);
    int runDoctor(QString &out);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDoctor::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Settings TestDoctor::settings(const QHash<QString, QString> &more) const
{
    Settings settings = Settings::load({}, QProcessEnvironment()).value();
    settings.set(QStringLiteral("DATA_DIR"), m_folder->path());
    for (auto entry = more.begin(); entry != more.end(); ++entry) {
        settings.set(entry.key(), entry.value());
    }
    return settings;
}

void TestDoctor::givenClinic()
{
    QString text;
    QTextStream stream(&text);
    Output output{stream, stream};
    const int made = clinicCreateCommand().run(
        {QStringLiteral("--name=Oakwood"), QStringLiteral("--number=+15550100000"),
         QStringLiteral("--line=+15550199999"), QStringLiteral("--timezone=America/New_York"),
         QStringLiteral("--hours=mon-fri 08:00-17:00"), QStringLiteral("--data-dir"), m_folder->path()},
        output);
    QCOMPARE(made, int{Done});
}

Finding TestDoctor::find(const std::vector<Finding> &findings, const QString &part)
{
    for (const Finding &finding : findings) {
        if (finding.part == part) {
            return finding;
        }
    }
    return {part, Verdict::Wrong, QStringLiteral("nothing was found")};
}

bool TestDoctor::isWell(const std::vector<Finding> &findings)
{
    for (const Finding &finding : findings) {
        if (finding.verdict == Verdict::Wrong) {
            return false;
        }
    }
    return true;
}

void TestDoctor::freshMachine_hasWarningsOnly()
{
    QVERIFY(isWell(lookAtMachine(settings())));
    QCOMPARE(find(lookAtMachine(settings()), QStringLiteral("master key")).verdict, Verdict::Warning);
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("master.key")))); // Looking makes nothing.
}

void TestDoctor::workingMachine_isWell()
{
    givenClinic();
    QStringList numbers;
    const auto findings = lookAtDatabase(settings(), numbers);
    QCOMPARE(find(findings, QStringLiteral("database")).verdict, Verdict::Well);
    QCOMPARE(find(findings, QStringLiteral("keys")).verdict, Verdict::Well);
    QCOMPARE(numbers, QStringList(QStringLiteral("+15550100000")));
    QCOMPARE(find(lookAtMachine(settings()), QStringLiteral("master key")).verdict, Verdict::Well);
    QCOMPARE(find(lookAtMachine(settings()), QStringLiteral("disk")).part, QStringLiteral("disk"));
    const auto withVendor =
        lookAtDatabase(settings({{QStringLiteral("STT"), QStringLiteral("deepgram,pocketsphinx")}}), numbers);
    const Finding missing = find(withVendor, QStringLiteral("agreement with deepgram"));
    QCOMPARE(missing.verdict, Verdict::Warning);
    QVERIFY(missing.what.contains(QLatin1String("frontdeskctl vendor set deepgram")));
}

void TestDoctor::keyOthersMayRead_isWrong()
{
    givenClinic();
    QFile key(m_folder->filePath(QStringLiteral("master.key")));
    QVERIFY(key.setPermissions(key.permissions() | QFile::ReadOther));
    QCOMPARE(find(lookAtMachine(settings()), QStringLiteral("master key")).verdict, Verdict::Wrong);
}

void TestDoctor::otherMasterKey_isWrong()
{
    givenClinic();
    QFile key(m_folder->filePath(QStringLiteral("master.key")));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write(QByteArray(64, 'a'));
    key.close();
    QStringList numbers;
    QCOMPARE(find(lookAtDatabase(settings(), numbers), QStringLiteral("keys")).verdict, Verdict::Wrong);
}

void TestDoctor::newerDatabase_isWrong()
{
    givenClinic();
    {
        const auto file = Storage::SqliteConnection::open(m_folder->filePath(QStringLiteral("frontdesk.sqlite")));
        QVERIFY(file.ok());
        QVERIFY((*file)->command(QStringLiteral("INSERT INTO schema_migrations VALUES (9999, 'later', 'x', 0)")).ok());
    }
    QStringList numbers;
    const Finding database = find(lookAtDatabase(settings(), numbers), QStringLiteral("database"));
    QCOMPARE(database.verdict, Verdict::Wrong);
    QVERIFY(database.what.contains(QLatin1String("9999")));
}

void TestDoctor::unreachableDatabaseAndVendor_areWrong()
{
    const QHash<QString, QString> away{
        {QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://desk:secret-word@127.0.0.1:1/desk")},
        {QStringLiteral("STT"), QStringLiteral("deepgram,pocketsphinx")},
        {QStringLiteral("DEEPGRAM_URL"), QStringLiteral("ws://127.0.0.1:1")}};
    QStringList numbers;
    const Finding database = find(lookAtDatabase(settings(away), numbers), QStringLiteral("database"));
    QCOMPARE(database.verdict, Verdict::Wrong);
    QVERIFY(!database.what.contains(QLatin1String("secret-word")));
    QCOMPARE(find(lookAtNetwork(settings(away), {}), QStringLiteral("deepgram")).verdict, Verdict::Wrong);
}

void TestDoctor::numbers_areHeldAgainstTheSettings()
{
    Fakes::FakeTwilio twilio;
    QVERIFY(twilio.listen());
    twilio.addNumber(QStringLiteral("+15550100000"));
    const Settings online =
        settings({{QStringLiteral("TWILIO_API_URL"), twilio.url().toString()},
                  {QStringLiteral("TWILIO_ACCOUNT_SID"), QString::fromLatin1(Fakes::FakeTwilio::AccountSid)},
                  {QStringLiteral("TWILIO_AUTH_TOKEN"), QString::fromLatin1(Fakes::FakeTwilio::AuthToken)},
                  {QStringLiteral("PUBLIC_URL"), twilio.url().toString()}});
    const auto findings = lookAtNetwork(online, {QStringLiteral("+15550100000"), QStringLiteral("+15550100001")});
    const Finding ours = find(findings, QStringLiteral("number +15550100000"));
    QCOMPARE(ours.verdict, Verdict::Wrong);
    QVERIFY2(ours.what.contains(QLatin1String("voice webhook")), qPrintable(ours.what));
    QCOMPARE(find(findings, QStringLiteral("number +15550100001")).verdict, Verdict::Wrong);
    // What answers at the public address is not the service.
    QCOMPARE(find(findings, QStringLiteral("public address")).verdict, Verdict::Wrong);
}

int TestDoctor::runDoctor(QString &out)
{
    QTextStream stream(&out);
    Output output{stream, stream};
    return doctorCommand().run({QStringLiteral("--offline"), QStringLiteral("--data-dir"), m_folder->path()}, output);
}

void TestDoctor::command_tellsInPlainWordsAndExitCode()
{
    givenClinic();
    QString well;
    QCOMPARE(runDoctor(well), int{Done});
    QVERIFY(well.contains(QLatin1String("ok       database: SQLite with layout")));
    QFile key(m_folder->filePath(QStringLiteral("master.key")));
    QVERIFY(key.setPermissions(key.permissions() | QFile::ReadOther));
    QString wrong;
    QCOMPARE(runDoctor(wrong), int{Failed});
    QVERIFY(wrong.contains(QLatin1String("WRONG    master key: Others may read")));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
