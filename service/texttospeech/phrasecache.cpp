#include "service/texttospeech/phrasecache.h"

#include "shared/core/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>

#include <limits>

namespace Frontdesk::TextToSpeech {

namespace {

/// Our own sentence at the voice; callers count from zero and never come here.
constexpr quint64 PreparationTicket = std::numeric_limits<quint64>::max();

} // namespace

PhraseCache::PhraseCache(std::unique_ptr<TextToSpeech> voice, QString voiceName, QString folder, QObject *parent)
    : TextToSpeech(parent)
    , m_voice(std::move(voice))
    , m_voiceName(std::move(voiceName))
    , m_folder(std::move(folder))
{
    connect(m_voice.get(), &TextToSpeech::audio, this, &PhraseCache::onAudio);
    connect(m_voice.get(), &TextToSpeech::finished, this, &PhraseCache::onFinished);
    connect(m_voice.get(), &TextToSpeech::failed, this, &PhraseCache::onFailed);
}

PhraseCache::~PhraseCache() = default;

QByteArray PhraseCache::key(const SpeechText &text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QChar separator(u'\0');
    const QString pace = text.pace == Pace::Slow ? QStringLiteral("slow") : QStringLiteral("normal");
    hash.addData((m_voiceName + separator + text.language + separator + pace + separator + text.text).toUtf8());
    return hash.result().toHex();
}

QString PhraseCache::fileFor(const QByteArray &key) const
{
    return m_folder.isEmpty() ? QString()
                              : m_folder + QLatin1Char('/') + QString::fromLatin1(key) + QStringLiteral(".ulaw");
}

void PhraseCache::store(const QByteArray &key, const QByteArray &muLaw) const
{
    if (m_folder.isEmpty())
        return;
    QSaveFile file(fileFor(key));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(muLaw) != muLaw.size() ||
        !file.commit())
        qCWarning(Log::textToSpeech, "a prepared sentence cannot be kept on disk: %ls",
                  qUtf16Printable(file.errorString()));
}

bool PhraseCache::knows(const SpeechText &sentence) const
{
    return m_phrases.contains(key(sentence));
}

void PhraseCache::prepare(const std::vector<SpeechText> &sentences)
{
    m_toPrepare.insert(m_toPrepare.begin(), sentences.rbegin(), sentences.rend());
    if (m_preparing)
        return;
    m_preparing = true;
    m_missing = 0;
    QMetaObject::invokeMethod(this, &PhraseCache::prepareNext, Qt::QueuedConnection);
}

void PhraseCache::prepareNext()
{
    while (!m_toPrepare.empty()) {
        const SpeechText &next = m_toPrepare.back();
        const QByteArray id = key(next);
        QFile file(fileFor(id));
        if (!m_phrases.contains(id) && !m_folder.isEmpty() && file.open(QIODevice::ReadOnly)) {
            const QByteArray muLaw = file.readAll();
            if (!muLaw.isEmpty())
                m_phrases.insert(id, muLaw);
        }
        if (!m_phrases.contains(id)) {
            m_collected.clear();
            m_voice->speak(PreparationTicket, next);
            return;
        }
        m_toPrepare.pop_back();
    }
    m_preparing = false;
    Q_EMIT prepared(m_missing);
}

void PhraseCache::speak(quint64 ticket, const SpeechText &text)
{
    const auto phrase = m_phrases.constFind(key(text));
    if (phrase == m_phrases.constEnd()) {
        m_voice->speak(ticket, text);
        return;
    }
    const QByteArray muLaw = *phrase;
    const QPointer<PhraseCache> self(this); // Whoever hears it may end the call at once.
    Q_EMIT audio(ticket, muLaw);
    if (self)
        Q_EMIT finished(ticket);
}

void PhraseCache::cancel(quint64 ticket)
{
    m_voice->cancel(ticket);
}

void PhraseCache::onAudio(quint64 ticket, const QByteArray &muLaw)
{
    if (ticket == PreparationTicket)
        m_collected += muLaw;
    else
        Q_EMIT audio(ticket, muLaw);
}

void PhraseCache::onFinished(quint64 ticket)
{
    if (ticket != PreparationTicket) {
        Q_EMIT finished(ticket);
        return;
    }
    const QByteArray id = key(m_toPrepare.back());
    m_toPrepare.pop_back();
    if (m_collected.isEmpty()) {
        ++m_missing;
    } else {
        m_phrases.insert(id, m_collected);
        store(id, m_collected);
    }
    prepareNext();
}

void PhraseCache::onFailed(quint64 ticket, const Error &error)
{
    if (ticket != PreparationTicket) {
        Q_EMIT failed(ticket, error);
        return;
    }
    qCWarning(Log::textToSpeech, "a fixed sentence cannot be prepared: %ls", qUtf16Printable(error.message));
    ++m_missing;
    m_toPrepare.pop_back();
    prepareNext();
}

} // namespace Frontdesk::TextToSpeech
