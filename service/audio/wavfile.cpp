#include "service/audio/wavfile.h"

#include "service/audio/mulaw.h"
#include "service/audio/resampler.h"

#include <QFile>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace Frontdesk::Audio {

namespace {

constexpr quint16 FormatPcm = 1;
constexpr quint16 FormatMuLaw = 7;
constexpr quint16 FormatExtensible = 0xFFFE;
constexpr qsizetype ChunkHeader = 8;
constexpr quint32 PcmFormatSize = 16;

struct Format {
    quint16 code = 0;
    int channels = 0;
    quint32 rateHz = 0;
    int bits = 0;
};

Error invalid(const char *why)
{
    return Error{ErrorCode::InvalidInput, QString::fromLatin1(why)};
}

template <typename T>
T at(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.data() + offset);
}

std::optional<Format> parseFormat(QByteArrayView chunk)
{
    if (chunk.size() < 16)
        return {};
    Format format{at<quint16>(chunk, 0), at<quint16>(chunk, 2), at<quint32>(chunk, 4), at<quint16>(chunk, 14)};
    if (format.code == FormatExtensible && chunk.size() >= 26)
        format.code = at<quint16>(chunk, 24); // The first two bytes of the sub-format's GUID are the plain code.
    return format;
}

bool supported(const Format &format)
{
    const bool coding = (format.code == FormatPcm && (format.bits == 8 || format.bits == 16)) ||
                        (format.code == FormatMuLaw && format.bits == 8);
    return coding && (format.channels == 1 || format.channels == 2) && format.rateHz >= quint32(Resampler::MinRateHz) &&
           format.rateHz <= quint32(Resampler::MaxRateHz);
}

std::vector<int16_t> decoded(const Format &format, QByteArrayView data)
{
    const qsizetype frameBytes = format.channels * format.bits / 8;
    data = data.first(data.size() - data.size() % frameBytes);
    std::vector<int16_t> samples(size_t(data.size() / (format.bits / 8)));
    for (size_t i = 0; i < samples.size(); ++i) {
        if (format.bits == 16)
            samples[i] = at<qint16>(data, qsizetype(2 * i));
        else if (format.code == FormatMuLaw)
            samples[i] = decodeMuLaw(uint8_t(data[qsizetype(i)]));
        else
            samples[i] = int16_t((int(uint8_t(data[qsizetype(i)])) - 128) * 256);
    }
    return samples;
}

template <typename T>
void append(QByteArray &bytes, T value)
{
    char little[sizeof(T)];
    qToLittleEndian(value, little);
    bytes.append(little, sizeof(T));
}

} // namespace

Result<WavAudio> parseWav(QByteArrayView bytes)
{
    if (bytes.size() < 12 || bytes.first(4) != QByteArrayView("RIFF") || bytes.sliced(8, 4) != QByteArrayView("WAVE"))
        return invalid("This is not a WAV file.");
    std::optional<Format> format;
    for (qsizetype offset = 12; offset + ChunkHeader <= bytes.size();) {
        const QByteArrayView name = bytes.sliced(offset, 4);
        const qsizetype promised = at<quint32>(bytes, offset + 4);
        offset += ChunkHeader;
        const QByteArrayView chunk = bytes.sliced(offset, std::min(promised, bytes.size() - offset));
        if (name == QByteArrayView("fmt ")) {
            format = parseFormat(chunk);
        } else if (name == QByteArrayView("data")) {
            if (!format || !supported(*format))
                return invalid("The WAV file is neither 8 or 16-bit PCM nor mu-law with one or two channels.");
            return WavAudio{int(format->rateHz), format->channels, decoded(*format, chunk)};
        }
        offset += chunk.size() + chunk.size() % 2;
    }
    return invalid("The WAV file holds no audio.");
}

Result<WavAudio> readWav(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, QStringLiteral("The WAV file cannot be opened: %1").arg(file.errorString())};
    return parseWav(file.readAll());
}

QByteArray wavBytes(const WavAudio &audio)
{
    const quint32 dataSize = quint32(audio.samples.size() * 2);
    QByteArray bytes;
    bytes.reserve(qsizetype(dataSize) + 44);
    bytes.append("RIFF", 4);
    append<quint32>(bytes, 36 + dataSize);
    bytes.append("WAVEfmt ", 8);
    append<quint32>(bytes, PcmFormatSize);
    append<quint16>(bytes, FormatPcm);
    append<quint16>(bytes, quint16(audio.channels));
    append<quint32>(bytes, quint32(audio.sampleRateHz));
    append<quint32>(bytes, quint32(audio.sampleRateHz * audio.channels * 2));
    append<quint16>(bytes, quint16(audio.channels * 2));
    append<quint16>(bytes, 16);
    bytes.append("data", 4);
    append<quint32>(bytes, dataSize);
    for (const int16_t sample : audio.samples)
        append<qint16>(bytes, sample);
    return bytes;
}

Result<void> writeWav(const QString &path, const WavAudio &audio)
{
    QSaveFile file(path);
    const QByteArray bytes = wavBytes(audio);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("The WAV file cannot be written: %1").arg(file.errorString())};
    return {};
}

std::vector<int16_t> telephoneSamples(const WavAudio &audio)
{
    if (audio.channels == 1)
        return resampled(audio.samples, audio.sampleRateHz, 8000);
    std::vector<int16_t> mono(audio.frames());
    for (size_t i = 0; i < mono.size(); ++i)
        mono[i] = int16_t((int(audio.samples[2 * i]) + int(audio.samples[2 * i + 1])) / 2);
    return resampled(mono, audio.sampleRateHz, 8000);
}

WavAudio stereo(std::span<const int16_t> left, std::span<const int16_t> right, int sampleRateHz)
{
    WavAudio audio{sampleRateHz, 2, std::vector<int16_t>(2 * std::max(left.size(), right.size()), 0)};
    for (size_t i = 0; i < left.size(); ++i)
        audio.samples[2 * i] = left[i];
    for (size_t i = 0; i < right.size(); ++i)
        audio.samples[2 * i + 1] = right[i];
    return audio;
}

} // namespace Frontdesk::Audio
