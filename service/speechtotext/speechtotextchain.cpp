#include "service/speechtotext/speechtotextchain.h"

#include "service/speechtotext/internal/keptaudio.h"
#include "service/speechtotext/internal/transcripts.h"
#include "shared/core/log.h"

namespace Frontdesk::SpeechToText {

namespace {

/// An utterance may begin this far before it was noticed.
constexpr Milliseconds PreRoll{3000};
constexpr Milliseconds LongestKept{45'000};
/// Recognizers hear better with a little of the line before the first word.
constexpr Milliseconds LeadIn{400};

} // namespace

SpeechToTextChain::SpeechToTextChain(std::vector<Choice> choices, QObject *parent)
    : SpeechToText(parent)
    , m_choices(std::move(choices))
    , m_audio(std::make_unique<KeptAudio>(KeptAudio::bytesOf(LongestKept)))
{}

SpeechToTextChain::~SpeechToTextChain() = default;

void SpeechToTextChain::start(const RecognitionContext &context)
{
    m_context = context;
    makeNext();
}

void SpeechToTextChain::makeNext()
{
    while (m_next + 1 < m_choices.size() && !m_choices[m_next].mayTry()) {
        ++m_next;
    }
    m_recognizer = m_choices[m_next++].make();
    connect(m_recognizer.get(), &SpeechToText::interim, this,
            [this](const Flow::Transcript &transcript) { Q_EMIT interim(whole(transcript)); });
    connect(m_recognizer.get(), &SpeechToText::settled, this, &SpeechToTextChain::onSettled);
    connect(m_recognizer.get(), &SpeechToText::finished, this, &SpeechToTextChain::onFinished);
    connect(m_recognizer.get(), &SpeechToText::failed, this, &SpeechToTextChain::onFailed);
    m_recognizer->start(m_context);
    m_recognizer->expect(m_expectation);
}

void SpeechToTextChain::write(Flow::MuLawBytes audio)
{
    m_audio->append(audio);
    if (!m_utterance) {
        m_audio->dropBefore(m_audio->end() - KeptAudio::bytesOf(PreRoll));
    }
    if (m_recognizer) {
        m_recognizer->write(audio);
    }
}

void SpeechToTextChain::beginUtterance(Milliseconds from)
{
    m_utterance = Utterance{from, false, {}, {}, Milliseconds(-1)};
    if (m_recognizer) {
        m_recognizer->beginUtterance(std::max(Milliseconds(0), from - m_base));
    }
}

void SpeechToTextChain::finishUtterance()
{
    if (!m_utterance) {
        return;
    }
    m_utterance->finishing = true;
    if (m_recognizer) {
        m_recognizer->finishUtterance();
    }
}

void SpeechToTextChain::expect(Flow::Expectation expectation)
{
    m_expectation = expectation;
    if (m_recognizer) {
        m_recognizer->expect(expectation);
    }
}

void SpeechToTextChain::onSettled(const Flow::Transcript &words, Milliseconds until)
{
    if (!m_utterance) {
        return;
    }
    const std::vector<SpokenWord> mine = shifted(words);
    m_utterance->settled.insert(m_utterance->settled.end(), mine.begin(), mine.end());
    m_utterance->settledUntil = until + m_base;
    Q_EMIT settled(transcriptOf(mine, true), until + m_base);
}

void SpeechToTextChain::onFinished(const Flow::Transcript &transcript)
{
    const Flow::Transcript all = whole(transcript);
    m_utterance.reset();
    Q_EMIT finished(all);
}

void SpeechToTextChain::onFailed(const Error &error)
{
    m_recognizer->disconnect(this);
    m_recognizer.release()->deleteLater(); // It is telling us.
    if (m_next == m_choices.size()) {
        Q_EMIT failed(error);
        return;
    }
    qCWarning(Log::speechToText).noquote() << m_choices[m_next - 1].name << "fails this call:" << error.message;
    makeNext();
    replay();
}

void SpeechToTextChain::replay()
{
    qint64 from = m_audio->begin();
    qint64 begin = -1;
    if (m_utterance) {
        m_utterance->carried.insert(m_utterance->carried.end(), m_utterance->settled.begin(),
                                    m_utterance->settled.end());
        m_utterance->settled.clear();
        const bool partly = m_utterance->settledUntil > m_utterance->from;
        begin = KeptAudio::bytesOf(partly ? m_utterance->settledUntil : m_utterance->from);
        from = partly ? begin : begin - KeptAudio::bytesOf(LeadIn);
    }
    from = std::max(from, m_audio->begin());
    m_base = KeptAudio::timeOf(from);
    if (begin < 0) {
        m_recognizer->write(m_audio->view(from, m_audio->end()));
        return;
    }
    begin = std::max(begin, from);
    if (begin > from) {
        m_recognizer->write(m_audio->view(from, begin));
    }
    m_recognizer->beginUtterance(KeptAudio::timeOf(begin) - m_base);
    m_recognizer->write(m_audio->view(begin, m_audio->end()));
    if (m_utterance->finishing) {
        m_recognizer->finishUtterance();
    }
}

std::vector<SpokenWord> SpeechToTextChain::shifted(const Flow::Transcript &transcript) const
{
    std::vector<SpokenWord> words = transcript.words;
    for (SpokenWord &word : words) {
        word.start += m_base;
        word.end += m_base;
    }
    return words;
}

Flow::Transcript SpeechToTextChain::whole(const Flow::Transcript &transcript) const
{
    const bool nothingCarried = !m_utterance || m_utterance->carried.empty();
    if (nothingCarried) {
        Flow::Transcript own = transcript;
        own.words = shifted(transcript);
        own.start += m_base;
        own.end += m_base;
        own.heardUntil += own.heardUntil < Milliseconds(0) ? Milliseconds(0) : m_base;
        return own;
    }
    std::vector<SpokenWord> words = m_utterance->carried;
    const std::vector<SpokenWord> rest = shifted(transcript);
    words.insert(words.end(), rest.begin(), rest.end());
    Flow::Transcript all = transcriptOf(std::move(words), transcript.isFinal);
    all.heardUntil = transcript.heardUntil < Milliseconds(0) ? transcript.heardUntil : transcript.heardUntil + m_base;
    all.foundPause = transcript.foundPause;
    return all;
}

} // namespace Frontdesk::SpeechToText
