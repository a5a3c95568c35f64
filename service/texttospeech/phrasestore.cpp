#include "service/texttospeech/phrasestore.h"

#include "shared/core/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace Frontdesk::TextToSpeech {

namespace {

/// There is one sentence at the voice at a time.
constexpr quint64 PreparationTicket = 1;

} // namespace

PhraseStore::PhraseStore(std::unique_ptr<TextToSpeech> voice, QString voiceName, QString folder, QObject *parent)
    : QObject(parent)
    , m_voice(std::move(voice))
    , m_voiceName(std::move(voiceName))
    , m_folder(std::move(folder))
{
    connect(m_voice.get(), &TextToSpeech::audio, this,
            [this](quint64, const QByteArray &muLaw) { m_collected += muLaw; });
    connect(m_voice.get(), &TextToSpeech::finished, this, &PhraseStore::onFinished);
    connect(m_voice.get(), &TextToSpeech::failed, this, [this](quint64, const Error &error) { onFailed(error); });
}

PhraseStore::~PhraseStore() = default;

QByteArray PhraseStore::key(const SpeechText &text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QChar separator(u'\0');
    const QString pace = text.pace == Pace::Slow ? QStringLiteral("slow") : QStringLiteral("normal");
    hash.addData((m_voiceName + separator + text.language + separator + pace + separator + text.text).toUtf8());
    return hash.result().toHex();
}

QByteArray PhraseStore::find(const SpeechText &sentence) const
{
    const QByteArray wanted = key(sentence);
    const QMutexLocker lock(&m_mutex);
    return m_phrases.value(wanted);
}

bool PhraseStore::knows(const QByteArray &key) const
{
    const QMutexLocker lock(&m_mutex);
    return m_phrases.contains(key);
}

void PhraseStore::keep(const QByteArray &key, const QByteArray &muLaw)
{
    const QMutexLocker lock(&m_mutex);
    m_phrases.insert(key, muLaw);
}

QString PhraseStore::fileFor(const QByteArray &key) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(key) + QStringLiteral(".ulaw"));
}

void PhraseStore::save(const QByteArray &key, const QByteArray &muLaw) const
{
    if (m_folder.isEmpty()) {
        return;
    }
    QSaveFile file(fileFor(key));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(muLaw) != muLaw.size() ||
        !file.commit()) {
        qCWarning(Log::textToSpeech).noquote() << "a prepared sentence cannot be kept on disk:" << file.errorString();
    }
}

void PhraseStore::prepare(const std::vector<SpeechText> &sentences)
{
    m_toPrepare.insert(m_toPrepare.begin(), sentences.rbegin(), sentences.rend());
    if (m_preparing) {
        return;
    }
    m_preparing = true;
    m_missing = 0;
    QMetaObject::invokeMethod(this, &PhraseStore::prepareNext, Qt::QueuedConnection);
}

void PhraseStore::prepareNext()
{
    while (!m_toPrepare.empty()) {
        const QByteArray id = key(m_toPrepare.back());
        if (!knows(id)) {
            QFile file(m_folder.isEmpty() ? QString() : fileFor(id));
            const QByteArray kept =
                !m_folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            if (kept.isEmpty()) {
                m_collected.clear();
                m_voice->speak(PreparationTicket, m_toPrepare.back());
                return;
            }
            keep(id, kept);
        }
        m_toPrepare.pop_back();
    }
    m_preparing = false;
    Q_EMIT prepared(m_missing);
}

void PhraseStore::onFinished()
{
    const QByteArray id = key(m_toPrepare.back());
    m_toPrepare.pop_back();
    if (m_collected.isEmpty()) {
        ++m_missing;
    } else {
        keep(id, m_collected);
        save(id, m_collected);
    }
    QMetaObject::invokeMethod(this, &PhraseStore::prepareNext, Qt::QueuedConnection);
}

void PhraseStore::onFailed(const Error &error)
{
    qCWarning(Log::textToSpeech).noquote() << "a fixed sentence cannot be prepared:" << error.message;
    ++m_missing;
    m_toPrepare.pop_back();
    QMetaObject::invokeMethod(this, &PhraseStore::prepareNext, Qt::QueuedConnection);
}

} // namespace Frontdesk::TextToSpeech
