#include "service/settings/internal/vendorchecks.h"

#include <QHostAddress>

#include <algorithm>

namespace Frontdesk {

namespace {

void checkChoices(const QString &name, const QStringList &chosen, const QStringList &known, QStringList &found)
{
    for (const QString &choice : chosen) {
        if (!known.contains(choice)) {
            found << QStringLiteral("%1 may name %2, not \"%3\".").arg(name, known.join(QStringLiteral(", ")), choice);
        } else if (chosen.count(choice) > 1) {
            found << QStringLiteral("%1 names %2 twice.").arg(name, choice);
            return;
        }
    }
}

/// `upgrades`: the plain scheme means that encryption begins before anything is said.
void checkAddress(const Settings &settings, const QString &name, const QString &secure, const QString &plain,
                  bool upgrades, QStringList &found)
{
    const QUrl url(settings.value(name), QUrl::StrictMode);
    const bool unencrypted = url.scheme() == plain;
    if (!url.isValid() || url.host().isEmpty() || (!unencrypted && url.scheme() != secure) || url.hasQuery() ||
        url.hasFragment() || !url.userInfo().isEmpty()) {
        found << QStringLiteral("%1 must begin with %2:// and hold only a host, a port and a path.").arg(name, secure);
    } else if (unencrypted && !upgrades && !isLoopback(url.host())) {
        found << QStringLiteral("%1 is not encrypted, which is for this machine only; use %2.").arg(name, secure);
    }
}

void checkSet(const Settings &settings, bool needed, const QString &name, const QString &why, QStringList &found)
{
    if (needed && settings.value(name).isEmpty()) {
        found << QStringLiteral("%1 is not set, but %2.").arg(name, why);
    }
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

void checkVendors(const Settings &settings, QStringList &found)
{
    const QString deepgram = QStringLiteral("deepgram");
    const QString openAi = QStringLiteral("openai");
    const QString elevenLabs = QStringLiteral("elevenlabs");
    const QString rules = QStringLiteral("rules");
    checkChoices(QStringLiteral("STT"), settings.speechToText(), {deepgram, openAi, QStringLiteral("pocketsphinx")},
                 found);
    checkChoices(QStringLiteral("LLM"), settings.languageModel(), {openAi, QStringLiteral("openai2"), rules}, found);
    checkChoices(QStringLiteral("TTS"), settings.textToSpeech(), {elevenLabs, openAi, QStringLiteral("flite")}, found);
    if (settings.languageModel().contains(rules) && settings.languageModel().last() != rules) {
        found << QStringLiteral("LLM: rules always answer, so they come last.");
    }
    const QString https = QStringLiteral("https");
    const QString http = QStringLiteral("http");
    checkAddress(settings, QStringLiteral("DEEPGRAM_URL"), QStringLiteral("wss"), QStringLiteral("ws"), false, found);
    checkAddress(settings, QStringLiteral("OPENAI_URL"), https, http, false, found);
    checkAddress(settings, QStringLiteral("ELEVENLABS_URL"), https, http, false, found);
    checkSet(settings, settings.speechToText().contains(deepgram), QStringLiteral("DEEPGRAM_API_KEY"),
             QStringLiteral("STT names deepgram"), found);
    const bool theirs = QUrl(settings.value(QStringLiteral("OPENAI_URL"))).host().endsWith(QLatin1String("openai.com"));
    checkSet(settings, settings.languageModel().contains(openAi) && theirs, QStringLiteral("OPENAI_API_KEY"),
             QStringLiteral("LLM names openai"), found);
    checkSet(settings, settings.speechToText().contains(openAi) && theirs, QStringLiteral("OPENAI_API_KEY"),
             QStringLiteral("STT names openai"), found);
    checkSet(settings, settings.textToSpeech().contains(openAi) && theirs, QStringLiteral("OPENAI_API_KEY"),
             QStringLiteral("TTS names openai"), found);
    if (settings.languageModel().contains(QStringLiteral("openai2"))) {
        checkAddress(settings, QStringLiteral("OPENAI2_URL"), https, http, false, found);
        checkSet(settings, true, QStringLiteral("OPENAI2_MODEL"), QStringLiteral("LLM names openai2"), found);
    }
    const bool speaks = settings.textToSpeech().contains(elevenLabs);
    checkSet(settings, speaks, QStringLiteral("ELEVENLABS_API_KEY"), QStringLiteral("TTS names elevenlabs"), found);
    checkSet(settings, speaks, QStringLiteral("ELEVENLABS_VOICE"), QStringLiteral("TTS names elevenlabs"), found);
    const QString mail = QStringLiteral("SMTP_URL");
    if (!settings.value(mail).isEmpty()) {
        checkAddress(settings, mail, QStringLiteral("smtps"), QStringLiteral("smtp"), true, found);
        checkSet(settings, true, QStringLiteral("MAIL_FROM"), QStringLiteral("SMTP_URL is"), found);
    }
    const bool texts = !settings.value(QStringLiteral("SMS_FROM")).isEmpty();
    checkSet(settings, texts, QStringLiteral("TWILIO_ACCOUNT_SID"), QStringLiteral("SMS_FROM is"), found);
    checkSet(settings, texts, QStringLiteral("TWILIO_AUTH_TOKEN"), QStringLiteral("SMS_FROM is"), found);
    const QString retention = settings.value(QStringLiteral("ELEVENLABS_ZERO_RETENTION"));
    if (retention != QLatin1String("yes") && retention != QLatin1String("no")) {
        found << QStringLiteral("ELEVENLABS_ZERO_RETENTION must be yes or no.");
    }
}

} // namespace Frontdesk
