#include "service/settings/settings.h"

#include <QDir>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

namespace Frontdesk {

namespace {

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/frontdesk");
}

/// Splits `host:port`, also `[v6]:port`.
std::pair<QString, QString> splitListen(const QString &listen)
{
    const qsizetype colon = listen.lastIndexOf(QLatin1Char(':'));
    QString host = listen.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) {
        host = host.mid(1, host.size() - 2);
    }
    return {host, colon < 0 ? QString() : listen.mid(colon + 1)};
}

QStringList choices(const QString &list)
{
    QStringList names = list.split(QLatin1Char(','));
    for (QString &name : names) {
        name = name.trimmed().toLower();
    }
    return names;
}

} // namespace

const std::vector<SettingKey> &Settings::keys()
{
    static const std::vector<SettingKey> table{
        {QStringLiteral("LISTEN"), QStringLiteral("127.0.0.1:8080"),
         QStringLiteral("Address and port for HTTP and WebSocket; port 0 takes any free one.")},
        {QStringLiteral("PUBLIC_URL"), QString(),
         QStringLiteral("How the phone network reaches this service, for example https://desk.example.com.")},
        {QStringLiteral("TLS_CERT"), QString(),
         QStringLiteral("Certificate chain in PEM, where this service speaks TLS itself.")},
        {QStringLiteral("TLS_KEY"), QString(), QStringLiteral("Private key in PEM that belongs to TLS_CERT.")},
        {QStringLiteral("CONNECTIONS_PER_ADDRESS"), QStringLiteral("512"),
         QStringLiteral("Connections that one address may hold at once; 0: any number, for use behind a proxy, whose "
                        "address all callers share.")},
        {QStringLiteral("DATA_DIR"), defaultDataDir(), QStringLiteral("Folder for everything that is kept.")},
        {QStringLiteral("DATABASE_URL"), QString(),
         QStringLiteral("Database, as postgresql://USER:PASSWORD@HOST/NAME or sqlite:PATH; not set: the file "
                        "frontdesk.sqlite in DATA_DIR."),
         true},
        {QStringLiteral("DATABASE_OWNER_URL"), QString(),
         QStringLiteral("PostgreSQL: the login that may change the layout, where DATABASE_URL's may not."), true},
        {QStringLiteral("DATABASE_CONNECTIONS"), QStringLiteral("4"),
         QStringLiteral("PostgreSQL: connections at once, 1 to 64.")},
        {QStringLiteral("MASTER_KEY_FILE"), QString(),
         QStringLiteral("File with the 32-byte master key (raw, hex or base64) that only its owner may read.")},
        {QStringLiteral("MASTER_KEY_PREVIOUS_FILE"), QString(),
         QStringLiteral("File with the master key of before, while frontdeskctl keys rotate has not run yet.")},
        {QStringLiteral("TWILIO_ACCOUNT_SID"), QString(),
         QStringLiteral("Account SID of the phone network, AC and 32 hex digits.")},
        {QStringLiteral("TWILIO_AUTH_TOKEN"), QString(),
         QStringLiteral("Token that signs the phone network's requests."), true},
        {QStringLiteral("TWILIO_API_URL"), QStringLiteral("https://api.twilio.com"),
         QStringLiteral("Where the phone network's API is.")},
        {QStringLiteral("STT"), QStringLiteral("pocketsphinx"),
         QStringLiteral("Speech recognizers in order of choice: deepgram, openai, pocketsphinx.")},
        {QStringLiteral("LLM"), QStringLiteral("rules"),
         QStringLiteral("Language understanding in order of choice: openai, openai2, rules; the rules always have "
                        "a say.")},
        {QStringLiteral("TTS"), QStringLiteral("flite"),
         QStringLiteral("Voices in order of choice: elevenlabs, openai, flite.")},
        {QStringLiteral("DEEPGRAM_URL"), QStringLiteral("wss://api.deepgram.com"),
         QStringLiteral("Where Deepgram is; wss://api.eu.deepgram.com keeps audio in Europe.")},
        {QStringLiteral("DEEPGRAM_API_KEY"), QString(), QStringLiteral("Deepgram's key."), true},
        {QStringLiteral("DEEPGRAM_MODEL"), QStringLiteral("nova-3"),
         QStringLiteral("Deepgram's model, for example nova-3-medical.")},
        {QStringLiteral("OPENAI_URL"), QStringLiteral("https://api.openai.com/v1"),
         QStringLiteral("A server that speaks OpenAI's chat completions, up to /v1; also one of your own.")},
        {QStringLiteral("OPENAI_API_KEY"), QString(), QStringLiteral("Its key; servers of your own may need none."),
         true},
        {QStringLiteral("OPENAI_MODEL"), QStringLiteral("gpt-4.1-mini"), QStringLiteral("Its model.")},
        {QStringLiteral("OPENAI_EARS_MODEL"), QStringLiteral("gpt-4o-transcribe"),
         QStringLiteral("OpenAI's model that recognizes speech.")},
        {QStringLiteral("OPENAI_VOICE"), QStringLiteral("coral"), QStringLiteral("OpenAI's voice.")},
        {QStringLiteral("OPENAI_VOICE_MODEL"), QStringLiteral("gpt-4o-mini-tts"),
         QStringLiteral("OpenAI's model that speaks.")},
        {QStringLiteral("OPENAI2_URL"), QString(),
         QStringLiteral("A second such server, asked when the first is late or fails.")},
        {QStringLiteral("OPENAI2_API_KEY"), QString(), QStringLiteral("The second server's key."), true},
        {QStringLiteral("OPENAI2_MODEL"), QString(), QStringLiteral("The second server's model.")},
        {QStringLiteral("ELEVENLABS_URL"), QStringLiteral("https://api.elevenlabs.io"),
         QStringLiteral("Where ElevenLabs is; residency regions have addresses of their own.")},
        {QStringLiteral("ELEVENLABS_API_KEY"), QString(), QStringLiteral("ElevenLabs' key."), true},
        {QStringLiteral("ELEVENLABS_VOICE"), QString(), QStringLiteral("Id of ElevenLabs' voice.")},
        {QStringLiteral("ELEVENLABS_MODEL"), QStringLiteral("eleven_flash_v2_5"), QStringLiteral("ElevenLabs' model.")},
        {QStringLiteral("ELEVENLABS_ZERO_RETENTION"), QStringLiteral("no"),
         QStringLiteral("yes: ElevenLabs may keep nothing; only for accounts with that right.")},
        {QStringLiteral("SMTP_URL"), QString(),
         QStringLiteral("Mail server for messages to staff: smtp://HOST:587 (encrypted before anything is said) or "
                        "smtps://HOST:465.")},
        {QStringLiteral("SMTP_USER"), QString(), QStringLiteral("Its login; not set: none is needed.")},
        {QStringLiteral("SMTP_PASSWORD"), QString(), QStringLiteral("The login's password."), true},
        {QStringLiteral("SMTP_CA_FILE"), QString(),
         QStringLiteral("Certificates (PEM) to believe a mail server of your own by; not set: the system's.")},
        {QStringLiteral("MAIL_FROM"), QString(), QStringLiteral("Address that messages to staff come from.")},
        {QStringLiteral("SMS_FROM"), QString(),
         QStringLiteral("Number of the Twilio account that text messages to staff come from.")},
        {QStringLiteral("RECORDING_STORE"), QStringLiteral("local"),
         QStringLiteral("Where recordings are kept: local (sealed files in DATA_DIR) or s3.")},
        {QStringLiteral("S3_URL"), QString(),
         QStringLiteral("Where the S3-compatible store is, for example https://s3.us-east-1.amazonaws.com.")},
        {QStringLiteral("S3_REGION"), QStringLiteral("us-east-1"), QStringLiteral("Its region; R2 takes auto.")},
        {QStringLiteral("S3_BUCKET"), QString(), QStringLiteral("Its bucket, for recordings alone.")},
        {QStringLiteral("S3_BUCKET_IN_HOST"), QStringLiteral("no"),
         QStringLiteral("yes: the bucket stands before the host's name, as AWS wants it for new buckets.")},
        {QStringLiteral("S3_ACCESS_KEY"), QString(), QStringLiteral("Its access key.")},
        {QStringLiteral("S3_SECRET_KEY"), QString(), QStringLiteral("The secret that belongs to S3_ACCESS_KEY."), true},
        {QStringLiteral("PRICES_FILE"), QString(),
         QStringLiteral("File with what vendors cost, for the figures of costs; not set: costs are unknown.")},
        {QStringLiteral("WEBHOOK_NETWORKS"), QString(),
         QStringLiteral(
             "Networks of your own that clinics' webhooks may lead to beside the public internet, for example "
             "10.2.0.0/16.")},
        {QStringLiteral("THREADS"), QString(), QStringLiteral("Threads for calls; not set: one for each core.")},
        {QStringLiteral("LOG_LEVEL"), QStringLiteral("info"),
         QStringLiteral("What is logged: debug, info, warning or error.")},
        {QStringLiteral("LOG_FORMAT"), QStringLiteral("text"),
         QStringLiteral("How it is logged: text, or json with one object a line.")},
        {QStringLiteral("SENTRY_DSN"), QString(),
         QStringLiteral("Where errors are reported, as https://KEY@HOST/PROJECT: which room, never what about."), true},
    };
    return table;
}

void Settings::put(const QString &name, const QString &value, Source source)
{
    Q_ASSERT(std::any_of(keys().begin(), keys().end(), [&](const SettingKey &key) { return key.name == name; }));
    m_entries.insert(name, {value, source});
}

void Settings::set(const QString &name, const QString &value)
{
    put(name, value, Source::CommandLine);
}

QString Settings::value(const QString &name) const
{
    if (const auto set = m_entries.constFind(name); set != m_entries.constEnd()) {
        return set->value;
    }
    const auto key = std::find_if(keys().begin(), keys().end(), [&](const SettingKey &k) { return k.name == name; });
    return key == keys().end() ? QString() : key->defaultValue;
}

QString Settings::listenAddress() const
{
    return splitListen(value(QStringLiteral("LISTEN"))).first;
}

quint16 Settings::listenPort() const
{
    return splitListen(value(QStringLiteral("LISTEN"))).second.toUShort();
}

QUrl Settings::publicUrl() const
{
    return QUrl(value(QStringLiteral("PUBLIC_URL")), QUrl::StrictMode);
}

QString Settings::tlsCertificateFile() const
{
    return value(QStringLiteral("TLS_CERT"));
}

QString Settings::tlsKeyFile() const
{
    return value(QStringLiteral("TLS_KEY"));
}

QString Settings::dataDir() const
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(value(QStringLiteral("DATA_DIR"))));
}

QString Settings::databaseUrl() const
{
    const QString url = value(QStringLiteral("DATABASE_URL"));
    return url.isEmpty() ? QStringLiteral("sqlite:") + dataDir() + QStringLiteral("/frontdesk.sqlite") : url;
}

QString Settings::databaseOwnerUrl() const
{
    return value(QStringLiteral("DATABASE_OWNER_URL"));
}

int Settings::connectionsPerAddress() const
{
    return value(QStringLiteral("CONNECTIONS_PER_ADDRESS")).toInt();
}

int Settings::databaseConnections() const
{
    return value(QStringLiteral("DATABASE_CONNECTIONS")).toInt();
}

QString Settings::previousMasterKeyFile() const
{
    return value(QStringLiteral("MASTER_KEY_PREVIOUS_FILE"));
}

QString Settings::masterKeyFile() const
{
    return value(QStringLiteral("MASTER_KEY_FILE"));
}

QString Settings::twilioAccountSid() const
{
    return value(QStringLiteral("TWILIO_ACCOUNT_SID"));
}

QString Settings::twilioAuthToken() const
{
    return value(QStringLiteral("TWILIO_AUTH_TOKEN"));
}

QUrl Settings::twilioApiUrl() const
{
    return QUrl(value(QStringLiteral("TWILIO_API_URL")), QUrl::StrictMode);
}

QStringList Settings::speechToText() const
{
    return choices(value(QStringLiteral("STT")));
}

QStringList Settings::languageModel() const
{
    return choices(value(QStringLiteral("LLM")));
}

QStringList Settings::textToSpeech() const
{
    return choices(value(QStringLiteral("TTS")));
}

bool Settings::keepsRecordingsInS3() const
{
    return value(QStringLiteral("RECORDING_STORE")) == QLatin1String("s3");
}

QUrl Settings::s3Url() const
{
    return QUrl(value(QStringLiteral("S3_URL")), QUrl::StrictMode);
}

bool Settings::s3BucketInHost() const
{
    return value(QStringLiteral("S3_BUCKET_IN_HOST")) == QLatin1String("yes");
}

int Settings::threads() const
{
    const int wanted = value(QStringLiteral("THREADS")).toInt();
    return wanted > 0 ? wanted : std::max(1, QThread::idealThreadCount());
}

QString Settings::logLevel() const
{
    return value(QStringLiteral("LOG_LEVEL"));
}

QString Settings::describe() const
{
    QString text;
    for (const SettingKey &key : keys()) {
        const auto set = m_entries.constFind(key.name);
        const Source source = set == m_entries.constEnd() ? Source::Default : set->source;
        QString shown = value(key.name);
        if (shown.isEmpty()) {
            shown = QStringLiteral("(not set)");
        } else if (key.secret) {
            shown = QStringLiteral("(set)");
        }
        QString from;
        switch (source) {
        case Source::Default:
            from = QStringLiteral("default");
            break;
        case Source::File:
            from = QStringLiteral("file");
            break;
        case Source::Environment:
            from = QStringLiteral("environment");
            break;
        case Source::CommandLine:
            from = QStringLiteral("command line");
            break;
        }
        text += QStringLiteral("# %1\n%2 = %3  (%4)\n").arg(key.meaning, key.name, shown, from);
    }
    return text;
}

} // namespace Frontdesk
