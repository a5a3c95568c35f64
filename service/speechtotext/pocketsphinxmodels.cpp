#include "service/speechtotext/pocketsphinxmodels.h"

#include "service/speechtotext/internal/speechdecoder.h"
#include "service/speechtotext/internal/utterancejob.h"

#include <QFile>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

namespace Frontdesk::SpeechToText {

QString PocketsphinxModels::defaultSpeechData()
{
    return qEnvironmentVariable("FRONTDESK_SPEECH_DATA", QStringLiteral(FRONTDESK_SPEECH_DATA_DIR));
}

PocketsphinxModels::PocketsphinxModels(const Settings &settings)
    : m_settings(settings)
{
    m_workers.setMaxThreadCount(settings.threads > 0 ? settings.threads : QThread::idealThreadCount());
}

Result<std::shared_ptr<PocketsphinxModels>> PocketsphinxModels::load(const Settings &settings)
{
    std::shared_ptr<PocketsphinxModels> models(new PocketsphinxModels(settings));
    for (int i = 0; i < std::clamp(settings.decodersAtStart, 1, settings.mostDecoders); ++i) {
        Result<std::unique_ptr<SpeechDecoder>> decoder = SpeechDecoder::load(settings.speechData);
        if (!decoder.ok())
            return decoder.error();
        models->m_free.push_back(std::move(decoder.value()));
        ++models->m_decoders;
    }
    return models;
}

PocketsphinxModels::~PocketsphinxModels()
{
    m_workers.waitForDone();
}

std::vector<Pronunciation> PocketsphinxModels::pronunciationsOf(const QStringList &terms) const
{
    static const QRegularExpression notWord(QStringLiteral("[^a-z']+"));
    QSet<QByteArray> wanted;
    for (const QString &term : terms) {
        for (const QString &word : term.toLower().split(notWord, Qt::SkipEmptyParts))
            wanted.insert(word.toLatin1());
    }
    std::vector<Pronunciation> found;
    QFile file(m_settings.pronunciations);
    if (wanted.isEmpty() || !file.open(QIODevice::ReadOnly))
        return found;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QByteArray word = line.left(line.indexOf(' '));
        if (wanted.contains(word))
            found.push_back({word, line.mid(word.size() + 1).trimmed()});
    }
    return found;
}

int PocketsphinxModels::decoders() const
{
    const std::lock_guard lock(m_mutex);
    return m_decoders;
}

void PocketsphinxModels::schedule(std::function<void()> work)
{
    m_workers.start(std::move(work));
}

Result<std::unique_ptr<SpeechDecoder>> PocketsphinxModels::takeDecoder()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            std::unique_ptr<SpeechDecoder> decoder = std::move(m_free.back());
            m_free.pop_back();
            return decoder;
        }
        if (m_decoders >= m_settings.mostDecoders)
            return std::unique_ptr<SpeechDecoder>();
        ++m_decoders;
    }
    Result<std::unique_ptr<SpeechDecoder>> decoder = SpeechDecoder::load(m_settings.speechData);
    if (!decoder.ok()) {
        const std::lock_guard lock(m_mutex);
        --m_decoders;
    }
    return decoder;
}

void PocketsphinxModels::giveBack(std::unique_ptr<SpeechDecoder> decoder)
{
    std::vector<std::shared_ptr<UtteranceJob>> waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(decoder));
        waiting.swap(m_waiting);
    }
    // All of them: some may have ended meanwhile, and who comes too late waits again.
    for (const std::shared_ptr<UtteranceJob> &job : waiting)
        job->wake();
}

void PocketsphinxModels::waitForDecoder(std::shared_ptr<UtteranceJob> job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) {
            if (std::ranges::find(m_waiting, job) == m_waiting.end())
                m_waiting.push_back(std::move(job));
            return;
        }
    }
    job->wake();
}

} // namespace Frontdesk::SpeechToText
