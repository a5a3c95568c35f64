#include "tests/fakes/ear.h"

#include <QStringList>

namespace Frontdesk::Fakes {

namespace {

constexpr char Begin = 0x01;
constexpr char Sound = 0x02;
constexpr char End = 0x03;
constexpr char Silence = char(0xFF);
constexpr int BytesPerLetter = 80 * 8;
constexpr double BytesPerSecond = 8000;

} // namespace

QByteArray markedSpeech(const QStringList &words)
{
    QByteArray audio;
    for (const QString &word : words) {
        const QByteArray text = word.toUtf8();
        QByteArray sound = Begin + QByteArray(1, char(0x10 + text.size())) + text;
        sound += QByteArray(qsizetype(text.size()) * BytesPerLetter - sound.size() - 1, Sound) + End;
        audio += sound + markedSilence(60);
    }
    return audio;
}

QByteArray markedSilence(int milliseconds)
{
    return QByteArray(qsizetype(milliseconds) * 8, Silence);
}

std::vector<HeardWord> MarkedEar::hear(const QByteArray &muLaw)
{
    std::vector<HeardWord> words;
    for (const char byte : muLaw) {
        ++m_position;
        switch (m_state) {
        case State::Between:
            if (byte == Silence) {
                break;
            }
            m_wordStart = m_position - 1;
            m_text = QByteArrayLiteral("<cut>");
            m_state = byte == Begin ? State::Length : State::Sounding;
            break;
        case State::Length:
            m_letters = byte - 0x10;
            m_text.clear();
            m_state = State::Text;
            break;
        case State::Text:
            m_text += byte;
            m_state = --m_letters == 0 ? State::Sounding : State::Text;
            break;
        case State::Sounding:
            if (byte == End) {
                words.push_back({QString::fromUtf8(m_text), double(m_wordStart) / BytesPerSecond,
                                 double(m_position) / BytesPerSecond, 0.9});
                m_state = State::Between;
            } else if (byte == Silence) {
                words.push_back({QStringLiteral("<cut>"), double(m_wordStart) / BytesPerSecond,
                                 double(m_position) / BytesPerSecond, 0.3});
                m_state = State::Between;
            }
            break;
        }
    }
    return words;
}

std::vector<HeardWord> ScriptedEar::hear(const QByteArray &muLaw)
{
    constexpr int LoudMagnitude = 0x38; // Of 0x7f: well above the hiss of a line.
    std::vector<HeardWord> words;
    for (const char byte : muLaw) {
        ++m_position;
        if (isWordEnd((~byte & 0x7F) >= LoudMagnitude)) {
            takeLine(words);
        }
    }
    return words;
}

bool ScriptedEar::isWordEnd(bool loud)
{
    constexpr qint64 StretchEnds = 160 * 8;
    constexpr qint64 ShortestSpeech = 60 * 8;
    if (loud) {
        m_begin = m_loud == 0 ? m_position : m_begin;
        ++m_loud;
        m_quiet = 0;
        return false;
    }
    if (m_loud == 0 || ++m_quiet < StretchEnds) {
        return false;
    }
    const bool speech = m_loud >= ShortestSpeech;
    m_loud = 0;
    return speech;
}

void ScriptedEar::takeLine(std::vector<HeardWord> &words)
{
    constexpr qint64 LongestBreath = 700 * 8;
    const qint64 end = m_position - m_quiet;
    const bool sameLine = m_begin < m_lineEnd;
    m_lineEnd = end + LongestBreath;
    if (sameLine || m_lines->isEmpty()) {
        return;
    }
    const QStringList spoken = m_lines->takeFirst().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const double begin = double(m_begin) / BytesPerSecond;
    const double each = (double(end) / BytesPerSecond - begin) / double(spoken.size());
    for (qsizetype i = 0; i < spoken.size(); ++i) {
        words.push_back({spoken[i], begin + each * double(i), begin + each * double(i + 1), 0.95});
    }
}

} // namespace Frontdesk::Fakes
