#include "tests/fakes/fakevendors.h"

namespace Frontdesk::Fakes {

namespace {

const QStringList &names()
{
    static const QStringList all{QStringLiteral("deepgram"), QStringLiteral("openai"), QStringLiteral("elevenlabs"),
                                 QStringLiteral("twilio"),   QStringLiteral("s3"),     QStringLiteral("smtp"),
                                 QStringLiteral("database")};
    return all;
}

struct NamedFault {
    qsizetype vendor = 0;
    Fault fault;
};

std::optional<QList<NamedFault>> parsed(const QString &text)
{
    QList<NamedFault> faults;
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString what = part.section(QLatin1Char('='), 1);
        bool known = false;
        NamedFault named{names().indexOf(part.section(QLatin1Char('='), 0, 0)), {}};
        named.fault.kind = faultKindFromName(what.section(QLatin1Char(':'), 0, 0), &known);
        if (const QString times = what.section(QLatin1Char(':'), 1); !times.isEmpty()) {
            named.fault.times = times.toInt();
        }
        if (named.vendor < 0 || !known) {
            return std::nullopt;
        }
        faults.append(named);
    }
    return faults;
}

} // namespace

FakeVendors::FakeVendors(EarMaker ears, FakeElevenLabs::Voice voice)
    : m_deepgram(std::move(ears))
    , m_elevenLabs(std::move(voice))
{}

bool FakeVendors::listen(quint16 firstPort)
{
    const auto servers = all();
    return std::all_of(servers.begin(), servers.end(),
                       [&firstPort](FakeServer *server) { return server->listen(firstPort++); }) &&
           m_smtp.listen(firstPort);
}

QMap<QString, QString> FakeVendors::settings() const
{
    return {{QStringLiteral("STT"), QStringLiteral("deepgram")},
            {QStringLiteral("LLM"), QStringLiteral("openai,rules")},
            {QStringLiteral("TTS"), QStringLiteral("elevenlabs")},
            {QStringLiteral("DEEPGRAM_URL"), m_deepgram.url(QStringLiteral("ws")).toString()},
            {QStringLiteral("DEEPGRAM_API_KEY"), QLatin1String(FakeDeepgram::Key)},
            {QStringLiteral("OPENAI_URL"), m_openAi.url().toString() + QStringLiteral("/v1")},
            {QStringLiteral("OPENAI_API_KEY"), QLatin1String(FakeOpenAi::Key)},
            {QStringLiteral("ELEVENLABS_URL"), m_elevenLabs.url().toString()},
            {QStringLiteral("ELEVENLABS_API_KEY"), QLatin1String(FakeElevenLabs::Key)},
            {QStringLiteral("ELEVENLABS_VOICE"), QLatin1String(FakeElevenLabs::VoiceId)},
            {QStringLiteral("TWILIO_ACCOUNT_SID"), QLatin1String(FakeTwilio::AccountSid)},
            {QStringLiteral("TWILIO_AUTH_TOKEN"), QLatin1String(FakeTwilio::AuthToken)},
            {QStringLiteral("TWILIO_API_URL"), m_twilio.url().toString()},
            {QStringLiteral("S3_URL"), m_s3.url().toString()},
            {QStringLiteral("S3_BUCKET"), QLatin1String(FakeS3::Bucket)},
            {QStringLiteral("S3_ACCESS_KEY"), QLatin1String(FakeS3::AccessKey)},
            {QStringLiteral("S3_SECRET_KEY"), QLatin1String(FakeS3::SecretKey)},
            {QStringLiteral("SMTP_URL"), m_smtp.url().toString()},
            {QStringLiteral("SMTP_USER"), QLatin1String(FakeSmtp::User)},
            {QStringLiteral("SMTP_PASSWORD"), QLatin1String(FakeSmtp::Password)},
            {QStringLiteral("MAIL_FROM"), QStringLiteral("desk@clinic.example")}};
}

bool FakeVendors::areFaults(const QString &text)
{
    return parsed(text).has_value();
}

bool FakeVendors::setFaults(const QString &text)
{
    const auto faults = parsed(text);
    if (!faults) {
        return false;
    }
    for (const NamedFault &named : *faults) {
        if (named.vendor < all().size()) {
            all().at(named.vendor)->setFault(named.fault);
        } else if (named.vendor == all().size()) {
            m_smtp.setFault(named.fault);
        } else if (m_database) {
            m_database->setFault(named.fault);
        }
    }
    return true;
}

bool FakeVendors::relayDatabase(const QString &socket, quint16 port)
{
    m_database = std::make_unique<DatabaseRelay>(socket);
    return m_database->listen(port);
}

QMap<QString, int> FakeVendors::faultsMet() const
{
    return {{names()[0], m_deepgram.faultsMet()},
            {names()[1], m_openAi.faultsMet()},
            {names()[2], m_elevenLabs.faultsMet()},
            {names()[3], m_twilio.faultsMet()},
            {names()[4], m_s3.faultsMet()},
            {names()[5], m_smtp.faultsMet()},
            {names()[6], m_database ? m_database->faultsMet() : 0}};
}

void FakeVendors::heal()
{
    for (const QString &name : names()) {
        static_cast<void>(setFaults(name + QStringLiteral("=none")));
    }
}

} // namespace Frontdesk::Fakes
