#include "service/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Frontdesk;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void load_nothing_givesTheDefaults();
    void load_fileAndEnvironment_environmentWins();
    void load_emptyVariable_countsAsNotSet();
    void load_wrongFile_namesLineAndNearestKey_data();
    void load_wrongFile_namesLineAndNearestKey();
    void load_missingFile_isAnError();
    void set_option_beatsEverything();
    void databaseUrl_notSet_isInTheDataDir();
    void listen_ipv6_isTakenApart();
    void describe_secrets_areNeverShown();
    void keys_all_areDocumentedAndUnique();
    void problems_defaults_areNone();
    void problems_oneWrongSetting_isNamed_data();
    void problems_oneWrongSetting_isNamed();
    void problems_vendorWithoutItsKey_areNamed();
    void problems_twilioComplete_areNone();
    void problems_tlsFiles_areLookedAt();
    void problems_dataDirNotWritable_isNamed();
    void problems_masterKey_isChecked_data();
    void problems_masterKey_isChecked();
    void problems_secrets_areNeverTold();

private:
    /// Settings that are all right, with a data folder of the test's own.
    [[nodiscard]] Settings usable(const QStringList &changes = {}) const;
    [[nodiscard]] QString givenFile(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Settings TestSettings::usable(const QStringList &changes) const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("FRONTDESK_DATA_DIR"), m_folder->path());
    Settings settings = Settings::load({}, environment).value();
    for (const QString &change : changes) {
        settings.set(change.section(QLatin1Char('='), 0, 0), change.section(QLatin1Char('='), 1));
    }
    return settings;
}

QString TestSettings::givenFile(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

void TestSettings::load_nothing_givesTheDefaults()
{
    const auto settings = Settings::load({}, QProcessEnvironment());
    QVERIFY(settings.ok());
    QCOMPARE(settings->listenAddress(), QStringLiteral("127.0.0.1"));
    QCOMPARE(settings->listenPort(), quint16{8080});
    QVERIFY(settings->publicUrl().isEmpty());
    QCOMPARE(settings->twilioApiUrl(), QUrl(QStringLiteral("https://api.twilio.com")));
    QCOMPARE(settings->speechToText(), QStringList{QStringLiteral("pocketsphinx")});
    QCOMPARE(settings->languageModel(), QStringList{QStringLiteral("rules")});
    QCOMPARE(settings->textToSpeech(), QStringList{QStringLiteral("flite")});
    QVERIFY(settings->threads() >= 1);
    QCOMPARE(settings->logLevel(), QStringLiteral("info"));
    QVERIFY(settings->dataDir().endsWith(QStringLiteral("/frontdesk")));
    QVERIFY(settings->tlsCertificateFile().isEmpty() && settings->tlsKeyFile().isEmpty());
    QVERIFY(settings->masterKeyFile().isEmpty());
}

void TestSettings::load_fileAndEnvironment_environmentWins()
{
    const QString path = givenFile(QStringLiteral("frontdesk.conf"),
                                   "# a comment\n\n  LISTEN = 0.0.0.0:9000\r\nTHREADS=3\n"
                                   "FRONTDESK_PUBLIC_URL = \"https://desk.example.com\"\nTWILIO_AUTH_TOKEN = a=b#c\n");
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("FRONTDESK_THREADS"), QStringLiteral("5"));
    const auto settings = Settings::load(path, environment);
    QVERIFY2(settings.ok(), qPrintable(settings.ok() ? QString() : settings.error().message));
    QCOMPARE(settings->listenAddress(), QStringLiteral("0.0.0.0"));
    QCOMPARE(settings->listenPort(), quint16{9000});
    QCOMPARE(settings->threads(), 5);
    QCOMPARE(settings->publicUrl(), QUrl(QStringLiteral("https://desk.example.com")));
    QCOMPARE(settings->twilioAuthToken(), QStringLiteral("a=b#c"));
}

void TestSettings::load_emptyVariable_countsAsNotSet()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("FRONTDESK_LISTEN"), QString());
    QCOMPARE(Settings::load({}, environment)->listenPort(), quint16{8080});
}

void TestSettings::load_wrongFile_namesLineAndNearestKey_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("named");
    QTest::newRow("misspelt") << QByteArray("STT = pocketsphinx\nLISTNE = 1\n")
                              << QStringList{QStringLiteral("line 2"), QStringLiteral("LISTNE"),
                                             QStringLiteral("did you mean LISTEN?")};
    QTest::newRow("lower case") << QByteArray("\n\nlog_level = info\n")
                                << QStringList{QStringLiteral("line 3"), QStringLiteral("LOG_LEVEL")};
    QTest::newRow("no value") << QByteArray("LISTEN\n")
                              << QStringList{QStringLiteral("line 1"), QStringLiteral("KEY = value")};
    QTest::newRow("no key") << QByteArray("= x\n")
                            << QStringList{QStringLiteral("line 1"), QStringLiteral("KEY = value")};
}

void TestSettings::load_wrongFile_namesLineAndNearestKey()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, named);
    const auto settings = Settings::load(givenFile(QStringLiteral("frontdesk.conf"), content), QProcessEnvironment());
    QVERIFY(!settings.ok());
    QCOMPARE(settings.error().code, ErrorCode::InvalidInput);
    for (const QString &part : named) {
        QVERIFY2(settings.error().message.contains(part), qPrintable(settings.error().message));
    }
}

void TestSettings::load_missingFile_isAnError()
{
    const QString path = m_folder->filePath(QStringLiteral("none.conf"));
    const auto settings = Settings::load(path, QProcessEnvironment());
    QVERIFY(!settings.ok());
    QVERIFY(settings.error().message.contains(path));
}

void TestSettings::set_option_beatsEverything()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("FRONTDESK_THREADS"), QStringLiteral("5"));
    Settings settings = Settings::load({}, environment).value();
    settings.set(QStringLiteral("THREADS"), QStringLiteral("7"));
    QCOMPARE(settings.threads(), 7);
}

void TestSettings::databaseUrl_notSet_isInTheDataDir()
{
    QCOMPARE(usable().databaseUrl(),
             QStringLiteral("sqlite:") + m_folder->path() + QStringLiteral("/frontdesk.sqlite"));
    QCOMPARE(usable({QStringLiteral("DATABASE_URL=sqlite:/x")}).databaseUrl(), QStringLiteral("sqlite:/x"));
    QVERIFY(usable({QStringLiteral("DATA_DIR=relative")}).dataDir().startsWith(QLatin1Char('/')));
}

void TestSettings::listen_ipv6_isTakenApart()
{
    const Settings settings = usable({QStringLiteral("LISTEN=[::1]:0")});
    QCOMPARE(settings.listenAddress(), QStringLiteral("::1"));
    QCOMPARE(settings.listenPort(), quint16{0});
    QVERIFY(settings.problems().isEmpty());
}

void TestSettings::describe_secrets_areNeverShown()
{
    const QString text =
        usable({QStringLiteral("TWILIO_AUTH_TOKEN=hush"), QStringLiteral("DATABASE_URL=sqlite://me:hush@x")})
            .describe();
    QVERIFY(!text.contains(QStringLiteral("hush")));
    QVERIFY(text.contains(QStringLiteral("TWILIO_AUTH_TOKEN = (set)  (command line)")));
    QVERIFY(text.contains(QStringLiteral("LISTEN = 127.0.0.1:8080  (default)")));
    QVERIFY(text.contains(m_folder->path() + QStringLiteral("  (environment)")));
    QVERIFY(text.contains(QStringLiteral("MASTER_KEY_FILE = (not set)")));
    QProcessEnvironment none;
    const QString fromFile = Settings::load(givenFile(QStringLiteral("c"), "THREADS = 2\n"), none)->describe();
    QVERIFY(fromFile.contains(QStringLiteral("THREADS = 2  (file)")));
}

void TestSettings::keys_all_areDocumentedAndUnique()
{
    QStringList names;
    for (const SettingKey &key : Settings::keys()) {
        QVERIFY2(key.meaning.endsWith(QLatin1Char('.')), qPrintable(key.name));
        names << key.name;
    }
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestSettings::problems_defaults_areNone()
{
    QVERIFY2(usable().problems().isEmpty(), qPrintable(usable().problems().join(QLatin1Char('\n'))));
}

void TestSettings::problems_oneWrongSetting_isNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("wrong");
    const auto row = [](const char *change, bool wrong) {
        QTest::newRow(change) << QString::fromLatin1(change) << wrong;
    };
    row("LISTEN=localhost:8080", true);
    row("LISTEN=8080", true);
    row("LISTEN=127.0.0.1", true);
    row("LISTEN=127.0.0.1:70000", true);
    row("LISTEN=:8080", true);
    row("LISTEN=[::]:8080", false);
    row("PUBLIC_URL=https://desk.example.com", false);
    row("PUBLIC_URL=https://desk.example.com/clinic", false);
    row("PUBLIC_URL=http://127.0.0.1:8080", false);
    row("PUBLIC_URL=http://localhost:8080", false);
    row("PUBLIC_URL=http://[::1]:8080", false);
    row("PUBLIC_URL=http://desk.example.com", true);
    row("PUBLIC_URL=desk.example.com", true);
    row("PUBLIC_URL=https://", true);
    row("PUBLIC_URL=ftp://desk.example.com", true);
    row("PUBLIC_URL=https://me:pw@desk.example.com", true);
    row("PUBLIC_URL=https://desk.example.com/?a=b", true);
    row("TLS_CERT=/nowhere/cert.pem", true);
    row("TLS_KEY=/nowhere/key.pem", true);
    row("CONNECTIONS_PER_ADDRESS=0", false);
    row("CONNECTIONS_PER_ADDRESS=many", true);
    row("CONNECTIONS_PER_ADDRESS=-1", true);
    row("DATABASE_URL=postgresql://db/frontdesk", false);
    row("DATABASE_URL=mysql://db/frontdesk", true);
    row("DATABASE_OWNER_URL=postgresql://db/frontdesk", true);
    row("DATABASE_CONNECTIONS=0", true);
    row("MASTER_KEY_FILE=/nowhere/key", true);
    row("TWILIO_ACCOUNT_SID=AC0123456789abcdef0123456789abcdef", true);
    row("TWILIO_AUTH_TOKEN=hush", true);
    row("TWILIO_API_URL=http://127.0.0.1:9999", false);
    row("TWILIO_API_URL=http://api.twilio.com", true);
    row("STT=ears", true);
    row("STT=pocketsphinx,pocketsphinx", true);
    row("STT=pocketsphinx,", true);
    row("LLM=brain", true);
    row("LLM=rules,openai", true);
    row("TTS=mouth", true);
    row("DEEPGRAM_URL=ws://127.0.0.1:9999", false);
    row("DEEPGRAM_URL=ws://api.deepgram.com", true);
    row("DEEPGRAM_URL=https://api.deepgram.com", true);
    row("OPENAI_URL=http://localhost:11434/v1", false);
    row("OPENAI_URL=http://10.0.0.5:8000/v1", true);
    row("ELEVENLABS_URL=https://api.eu.residency.elevenlabs.io", false);
    row("ELEVENLABS_URL=api.elevenlabs.io", true);
    row("ELEVENLABS_ZERO_RETENTION=yes", false);
    row("ELEVENLABS_ZERO_RETENTION=maybe", true);
    row("THREADS=0", true);
    row("THREADS=many", true);
    row("THREADS=257", true);
    row("THREADS=2", false);
    row("LOG_LEVEL=loud", true);
    row("LOG_LEVEL=debug", false);
    row("LOG_FORMAT=xml", true);
    row("LOG_FORMAT=json", false);
    row("SENTRY_DSN=https://errors.example.com/4", true);
    row("SENTRY_DSN=http://key@errors.example.com/4", true);
    row("SENTRY_DSN=https://key@errors.example.com/4", false);
}

void TestSettings::problems_oneWrongSetting_isNamed()
{
    QFETCH(QString, change);
    QFETCH(bool, wrong);
    const QStringList problems = usable({change}).problems();
    QCOMPARE(problems.isEmpty(), !wrong);
    for (const QString &problem : problems) {
        QVERIFY2(problem.contains(change.section(QLatin1Char('='), 0, 0)), qPrintable(problem));
        QVERIFY2(problem.endsWith(QLatin1Char('.')), qPrintable(problem));
    }
}

void TestSettings::problems_vendorWithoutItsKey_areNamed()
{
    QCOMPARE(usable({QStringLiteral("STT=deepgram, pocketsphinx"), QStringLiteral("LLM=openai,rules"),
                     QStringLiteral("TTS=elevenlabs,flite")})
                 .problems()
                 .size(),
             qsizetype(4)); // OpenAI's own servers need a key; ElevenLabs needs a voice, too.
    QCOMPARE(
        usable({QStringLiteral("LLM=openai,rules"), QStringLiteral("OPENAI_URL=http://127.0.0.1:8000/v1")}).problems(),
        QStringList());
    const Settings complete = usable({QStringLiteral("STT=deepgram, pocketsphinx"),
                                      QStringLiteral("DEEPGRAM_API_KEY=k"), QStringLiteral("LLM=openai,rules"),
                                      QStringLiteral("OPENAI_API_KEY=k"), QStringLiteral("TTS=elevenlabs,flite"),
                                      QStringLiteral("ELEVENLABS_API_KEY=k"), QStringLiteral("ELEVENLABS_VOICE=v")});
    QCOMPARE(complete.problems(), QStringList());
    QCOMPARE(complete.speechToText(), QStringList({QStringLiteral("deepgram"), QStringLiteral("pocketsphinx")}));
}

void TestSettings::problems_twilioComplete_areNone()
{
    const QString token = QStringLiteral("TWILIO_AUTH_TOKEN=hush");
    QVERIFY(
        usable({token, QStringLiteral("TWILIO_ACCOUNT_SID=AC0123456789abcdef0123456789abcdef")}).problems().isEmpty());
    QCOMPARE(usable({token, QStringLiteral("TWILIO_ACCOUNT_SID=AC01")}).problems().size(), 1);
}

void TestSettings::problems_tlsFiles_areLookedAt()
{
    const QString certificate = QStringLiteral("TLS_CERT=") + givenFile(QStringLiteral("cert.pem"), "x");
    const QString keyFile = givenFile(QStringLiteral("key.pem"), "x");
    const QString key = QStringLiteral("TLS_KEY=") + keyFile;
    QVERIFY(usable({certificate, key}).problems().isEmpty());
    QCOMPARE(usable({certificate}).problems().size(), 1);
    QCOMPARE(usable({key}).problems().size(), 1);
    if (geteuid() == 0) {
        return; // Root may read every file.
    }
    QVERIFY(QFile::setPermissions(keyFile, QFile::WriteOwner));
    const QStringList problems = usable({certificate, key}).problems();
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().contains(QStringLiteral("may not be read")));
}

void TestSettings::problems_dataDirNotWritable_isNamed()
{
    const QString file = givenFile(QStringLiteral("file"), "x");
    for (const QString &folder : {file, QString(file + QStringLiteral("/below"))}) {
        const QStringList problems = usable({QStringLiteral("DATA_DIR=") + folder}).problems();
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().startsWith(QStringLiteral("DATA_DIR")));
    }
    QVERIFY(usable({QStringLiteral("DATA_DIR=") + m_folder->filePath(QStringLiteral("not/yet/there"))})
                .problems()
                .isEmpty());
}

void TestSettings::problems_masterKey_isChecked_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("wrong");
    const QByteArray key(32, '\xA7');
    QTest::newRow("raw") << key << false;
    QTest::newRow("hex") << QByteArray(key.toHex() + '\n') << false;
    QTest::newRow("base64") << QByteArray(key.toBase64() + '\n') << false;
    QTest::newRow("raw too short") << key.left(31) << true;
    QTest::newRow("hex too short") << key.left(31).toHex() << true;
    QTest::newRow("base64 too short") << key.left(31).toBase64() << true;
    QTest::newRow("empty") << QByteArray() << true;
}

void TestSettings::problems_masterKey_isChecked()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, wrong);
    const QString path = givenFile(QStringLiteral("master.key"), content);
    const QString setting = QStringLiteral("MASTER_KEY_FILE=") + path;
    QCOMPARE(usable({setting}).problems().size(), wrong ? 1 : 0);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const QStringList problems = usable({setting}).problems();
    QCOMPARE(problems.size(), wrong ? 2 : 1);
    QVERIFY(problems.first().contains(QStringLiteral("others may read")));
}

void TestSettings::problems_secrets_areNeverTold()
{
    const QString path = givenFile(QStringLiteral("master.key"), "short-hush-key");
    const QStringList problems =
        usable({QStringLiteral("TWILIO_AUTH_TOKEN=hush-token"), QStringLiteral("DATABASE_URL=pg://me:hush@db/x"),
                QStringLiteral("PUBLIC_URL=https://me:hush@desk"), QStringLiteral("MASTER_KEY_FILE=") + path})
            .problems();
    QCOMPARE(problems.size(), 4);
    QVERIFY2(!problems.join(QLatin1Char(' ')).contains(QStringLiteral("hush")),
             qPrintable(problems.join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
