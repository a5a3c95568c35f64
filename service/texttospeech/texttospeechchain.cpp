#include "service/texttospeech/texttospeechchain.h"

#include "service/flow/audioframe.h"
#include "shared/core/log.h"

#include <algorithm>

namespace Frontdesk::TextToSpeech {

namespace {

/// Ordinary speech: about fifteen characters a second.
constexpr qint64 BytesPerCharacter = 65 * static_cast<qint64>(Flow::BytesPerMillisecond);
constexpr int WordsAgain = 2;

} // namespace

QString restToSay(const QString &text, qint64 bytes)
{
    qsizetype at = std::min(text.size(), static_cast<qsizetype>(bytes / BytesPerCharacter));
    for (int word = 0; word < WordsAgain && at > 0; ++word) {
        at = text.lastIndexOf(QLatin1Char(' '), at - 1);
    }
    return at <= 0 ? text : text.mid(at + 1);
}

TextToSpeechChain::TextToSpeechChain(std::vector<Choice> choices, QObject *parent)
    : TextToSpeech(parent)
    , m_choices(std::move(choices))
    , m_voices(m_choices.size())
{}

TextToSpeechChain::~TextToSpeechChain() = default;

void TextToSpeechChain::speak(quint64 ticket, const SpeechText &text)
{
    while (m_current + 1 < m_choices.size() && !m_choices[m_current].mayTry()) {
        ++m_current;
    }
    m_speeches[ticket] = {text, m_current, 0};
    sayWith(m_current, ticket, text);
}

void TextToSpeechChain::sayWith(size_t voice, quint64 ticket, const SpeechText &text)
{
    std::unique_ptr<TextToSpeech> &made = m_voices[voice];
    if (!made) {
        made = m_choices[voice].make();
        connect(made.get(), &TextToSpeech::audio, this,
                [this, voice](quint64 of, const QByteArray &muLaw) { onAudio(voice, of, muLaw); });
        connect(made.get(), &TextToSpeech::finished, this, [this, voice](quint64 of) { onFinished(voice, of); });
        connect(made.get(), &TextToSpeech::failed, this,
                [this, voice](quint64 of, const Error &error) { onFailed(voice, of, error); });
    }
    made->speak(ticket, text);
}

void TextToSpeechChain::cancel(quint64 ticket)
{
    if (const auto speech = m_speeches.find(ticket); speech != m_speeches.end()) {
        m_voices[speech->second.voice]->cancel(ticket);
        m_speeches.erase(speech);
    }
}

bool TextToSpeechChain::owns(size_t voice, quint64 ticket) const
{
    const auto speech = m_speeches.find(ticket);
    return speech != m_speeches.end() && speech->second.voice == voice;
}

void TextToSpeechChain::onAudio(size_t voice, quint64 ticket, const QByteArray &muLaw)
{
    if (owns(voice, ticket)) {
        m_speeches[ticket].bytes += muLaw.size();
        Q_EMIT audio(ticket, muLaw);
    }
}

void TextToSpeechChain::onFinished(size_t voice, quint64 ticket)
{
    if (owns(voice, ticket)) {
        m_speeches.erase(ticket);
        Q_EMIT finished(ticket);
    }
}

void TextToSpeechChain::onFailed(size_t voice, quint64 ticket, const Error &error)
{
    if (!owns(voice, ticket)) {
        return;
    }
    if (voice + 1 == m_choices.size()) {
        m_speeches.erase(ticket);
        Q_EMIT failed(ticket, error);
        return;
    }
    if (m_current == voice) {
        qCWarning(Log::textToSpeech).noquote() << m_choices[voice].name << "fails this call:" << error.message;
        ++m_current;
    }
    Speech &speech = m_speeches[ticket];
    speech.voice = std::max(m_current, voice + 1);
    SpeechText rest = speech.text;
    if (speech.bytes > 0) {
        rest.text = restToSay(rest.text, speech.bytes);
    }
    sayWith(speech.voice, ticket, rest);
}

} // namespace Frontdesk::TextToSpeech
