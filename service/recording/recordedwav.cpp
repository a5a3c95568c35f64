#include "service/recording/recordedwav.h"

#include "service/audio/mulaw.h"

#include <QtEndian>

namespace Frontdesk::Recording {

namespace {

constexpr quint16 Channels = 2;
constexpr quint16 FormatPcm = 1;
constexpr quint16 FormatMuLaw = 7;

template <typename Number>
void put(QByteArray &to, Number number)
{
    const Number little = qToLittleEndian(number);
    to.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

/// Everything before the sound. Formats other than PCM want an extension size and the number of frames (`fact`).
QByteArray headOf(quint32 dataBytes, quint16 format, quint16 sampleBytes)
{
    const bool isPcm = format == FormatPcm;
    const quint16 frameBytes = Channels * sampleBytes;
    QByteArray body("WAVEfmt ");
    put<quint32>(body, isPcm ? 16 : 18);
    put<quint16>(body, format);
    put<quint16>(body, Channels);
    put<quint32>(body, Flow::SampleRateHz);
    put<quint32>(body, Flow::SampleRateHz * frameBytes);
    put<quint16>(body, frameBytes);
    put<quint16>(body, quint16(8 * sampleBytes));
    if (!isPcm) {
        put<quint16>(body, 0);
        body += "fact";
        put<quint32>(body, 4);
        put<quint32>(body, dataBytes / frameBytes);
    }
    body += "data";
    put<quint32>(body, dataBytes);
    QByteArray head("RIFF");
    put<quint32>(head, quint32(body.size()) + dataBytes);
    return head + body;
}

QByteArray decoded(const QByteArray &codes)
{
    QByteArray samples;
    samples.reserve(codes.size() * 2);
    for (const char code : codes) {
        put<qint16>(samples, Audio::decodeMuLaw(static_cast<uint8_t>(code)));
    }
    return samples;
}

} // namespace

RecordedWav::RecordedWav(qint64 trackBytes, WavEncoding encoding)
    : m_trackBytes(trackBytes - trackBytes % Channels)
    , m_sampleBytes(encoding == WavEncoding::Pcm ? 2 : 1)
    , m_head(
          headOf(quint32(dataBytes()), encoding == WavEncoding::Pcm ? FormatPcm : FormatMuLaw, quint16(m_sampleBytes)))
{}

qint64 RecordedWav::size() const
{
    return m_head.size() + dataBytes();
}

Result<QByteArray> RecordedWav::bytes(qint64 begin, qint64 length,
                                      const std::function<Result<QByteArray>(qint64 begin, qint64 length)> &track) const
{
    const qint64 end = std::min(size(), begin + length);
    QByteArray part = begin < m_head.size() ? m_head.mid(begin, end - begin) : QByteArray();
    const qint64 from = std::max<qint64>(0, begin - m_head.size());
    const qint64 until = end - m_head.size();
    if (from >= until) {
        return part;
    }
    const qint64 firstSample = from / m_sampleBytes;
    const qint64 lastSample = (until - 1) / m_sampleBytes;
    const auto codes = track(firstSample, lastSample - firstSample + 1);
    if (!codes) {
        return codes;
    }
    const QByteArray sound = m_sampleBytes == 2 ? decoded(*codes) : *codes;
    return part + sound.mid(from - firstSample * m_sampleBytes, until - from);
}

} // namespace Frontdesk::Recording
