#include "service/recording/internal/wavstream.h"

#include "service/audio/mulaw.h"

#include <QtEndian>

#include <algorithm>

namespace Frontdesk::Recording {

namespace {

constexpr qsizetype RiffHead = 12;
constexpr qsizetype ChunkHead = 8;
constexpr qsizetype SampleBytes = 2;
/// Written by those who do not know the length in advance.
constexpr quint32 UnknownLength = 0xFFFFFFFF;
/// Nothing before the sound is longer in a file that is a telephone's.
constexpr quint32 LongestHeadChunk = 64 * 1024;

template <typename Number>
Number at(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<Number>(bytes.data() + offset);
}

Error corrupt()
{
    return {ErrorCode::Corrupt, QStringLiteral("What the phone network sent is not a whole recording.")};
}

} // namespace

bool WavStream::readFormat(QByteArrayView chunk)
{
    constexpr quint16 Pcm = 1;
    if (chunk.size() < 16 || at<quint16>(chunk, 0) != Pcm || at<quint32>(chunk, 4) != Flow::SampleRateHz ||
        at<quint16>(chunk, 14) != 8 * SampleBytes) {
        return false;
    }
    m_channels = at<quint16>(chunk, 2);
    return m_channels == 1 || m_channels == 2;
}

Result<bool> WavStream::readHead()
{
    if (!m_isWave) {
        if (m_rest.size() < RiffHead) {
            return false;
        }
        m_isWave = m_rest.startsWith("RIFF") && QByteArrayView(m_rest).sliced(8, 4) == "WAVE";
        m_rest.remove(0, RiffHead);
        return m_isWave ? Result<bool>(true) : corrupt();
    }
    if (m_rest.size() < ChunkHead) {
        return false;
    }
    const auto size = at<quint32>(m_rest, 4);
    if (m_rest.startsWith("data")) {
        m_isOpen = size == UnknownLength || size == 0;
        m_sound = size;
        m_rest.remove(0, ChunkHead);
        return m_channels > 0 ? Result<bool>(true) : corrupt();
    }
    if (size > LongestHeadChunk) {
        return corrupt();
    }
    const qsizetype whole = ChunkHead + qsizetype(size) + qsizetype(size % 2);
    if (m_rest.size() < whole) {
        return false;
    }
    const bool isGood = !m_rest.startsWith("fmt ") || readFormat(QByteArrayView(m_rest).sliced(ChunkHead, size));
    m_rest.remove(0, whole);
    return isGood ? Result<bool>(true) : corrupt();
}

Result<QByteArray> WavStream::add(const QByteArray &bytes)
{
    m_rest += bytes;
    while (m_sound < 0) {
        const auto more = readHead();
        if (!more || !*more) {
            return more ? Result<QByteArray>(QByteArray()) : more.error();
        }
    }
    const qsizetype frameBytes = m_channels * SampleBytes;
    const qint64 wanted = m_isOpen ? m_rest.size() : std::min<qint64>(m_rest.size(), m_sound);
    const qsizetype frames = wanted / frameBytes;
    QByteArray track(frames * 2, Qt::Uninitialized);
    for (qsizetype frame = 0; frame < frames; ++frame) {
        const qsizetype place = frame * frameBytes;
        const qsizetype second = m_channels == 2 ? place + SampleBytes : place;
        track[2 * frame] = static_cast<char>(Audio::encodeMuLaw(at<qint16>(m_rest, place)));
        track[2 * frame + 1] = static_cast<char>(Audio::encodeMuLaw(at<qint16>(m_rest, second)));
    }
    m_rest.remove(0, frames * frameBytes);
    m_sound -= m_isOpen ? 0 : frames * frameBytes;
    if (!m_isOpen && m_sound == 0) {
        m_rest.clear(); // What comes behind the sound is not sound.
    }
    m_track += track.size();
    return track;
}

Result<void> WavStream::end() const
{
    const bool isWhole = m_track > 0 && (m_isOpen ? m_rest.isEmpty() : m_sound == 0);
    return isWhole ? Result<void>() : corrupt();
}

} // namespace Frontdesk::Recording
