#include "tests/fakes/ear.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Frontdesk::Fakes {

namespace {

constexpr char Begin = 0x01;
constexpr char End = 0x03;
constexpr char Silence = char(0xFF);
constexpr char Mumbled = '?';
constexpr int LongestWord = 0x60; // Its length must not look like silence.
constexpr int BytesPerLetter = 80 * 8;
constexpr double BytesPerSecond = 8000;
constexpr double Sure = 0.9;
constexpr double Unsure = 0.3;

/// A buzz of 125 Hz at about -15 dBFS, in codes that mean nothing else here.
constexpr char voiceAt(qsizetype position)
{
    constexpr std::array<unsigned char, 8> Falling{0x94, 0x98, 0x9C, 0xA0, 0xA8, 0xB0, 0xC0, 0xD8};
    const qsizetype phase = position % 64;
    return phase < 32 ? char(Falling[size_t(phase / 4)]) : char(Falling[size_t((63 - phase) / 4)] & 0x7F);
}

QByteArray markedWord(const QString &word)
{
    const QByteArray text = word.toUtf8().left(LongestWord);
    QByteArray sound = Begin + QByteArray(1, char(0x10 + text.size())) + text;
    const qsizetype length = std::max<qsizetype>(text.size() * BytesPerLetter, sound.size() + 1);
    while (sound.size() < length - 1) {
        sound += voiceAt(sound.size());
    }
    return sound + End;
}

} // namespace

QByteArray markedSpeech(const QStringList &words)
{
    QByteArray audio;
    for (const QString &word : words) {
        audio += markedWord(word) + markedSilence(60);
    }
    return audio;
}

QByteArray markedSilence(int milliseconds)
{
    return QByteArray(qsizetype(milliseconds) * 8, Silence);
}

void MarkedEar::begin(char byte)
{
    m_wordStart = m_position - 1;
    m_text = QByteArrayLiteral("<cut>");
    m_state = byte == Begin ? State::Length : State::Sounding;
}

HeardWord MarkedEar::finished(bool whole) const
{
    QString text = whole ? QString::fromUtf8(m_text) : QStringLiteral("<cut>");
    const bool mumbled = text.size() > 1 && text.endsWith(QLatin1Char(Mumbled));
    if (mumbled) {
        text.chop(1);
    }
    return {text, double(m_wordStart) / BytesPerSecond, double(m_position) / BytesPerSecond,
            whole && !mumbled ? Sure : Unsure};
}

std::vector<HeardWord> MarkedEar::hear(const QByteArray &muLaw)
{
    std::vector<HeardWord> words;
    for (const char byte : muLaw) {
        ++m_position;
        switch (m_state) {
        case State::Between:
            if (byte == Begin || (byte != Silence && m_line == Line::Clean)) {
                begin(byte);
            }
            break;
        case State::Length:
            m_letters = byte - 0x10;
            m_text.clear();
            m_state = m_letters > 0 && m_letters <= LongestWord ? State::Text : State::Between;
            break;
        case State::Text:
            m_text += byte;
            m_state = --m_letters == 0 ? State::Sounding : State::Text;
            break;
        case State::Sounding:
            if (byte == End || byte == Silence) {
                words.push_back(finished(byte == End));
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
