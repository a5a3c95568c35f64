#include "service/recording/soundfile.h"

#include "service/recording/stereotrack.h"
#include "service/recording/waveform.h"

namespace Frontdesk::Recording {

namespace {

using Sealing::SealedFile;

static_assert(StereoTrack::BlockBytes == SealedFile::ChunkBytes);

/// Of a whole block, sealed; the difference to BlockBytes is what sealing adds, and all that an empty block has.
qint64 sealedBlockBytes()
{
    return SealedFile::sealedSpan(1, 0).first;
}

qint64 emptyBlockBytes()
{
    return sealedBlockBytes() - SealedFile::ChunkBytes;
}

Error diskError()
{
    return {ErrorCode::Unavailable, QStringLiteral("A recording cannot be written to the disk of DATA_DIR.")};
}

/// What the file would be with `blocks` whole blocks and an empty last one.
qint64 sizeWith(qint64 blocks)
{
    return blocks * sealedBlockBytes() + emptyBlockBytes();
}

Result<QByteArray> readAt(QFile &file, qint64 offset, qint64 size)
{
    QByteArray bytes = file.seek(offset) ? file.read(size) : QByteArray();
    return bytes.size() == size ? Result<QByteArray>(std::move(bytes))
                                : Error{ErrorCode::Corrupt, QStringLiteral("A recording ends before its time.")};
}

} // namespace

Result<SealedFile> sealOf(const Storage::RecordingRecord &recording)
{
    const auto key = Sealing::SecretKey::fromBytes(recording.key);
    if (!key) {
        return Error{ErrorCode::NotFound, QStringLiteral("There is no recording of this call.")};
    }
    return SealedFile(*key,
                      QStringLiteral("recordings/%1/%2").arg(recording.clinic.text(), recording.call.text()).toUtf8());
}

SoundFileWriter::SoundFileWriter(const QString &path, SealedFile seal)
    : m_file(path)
    , m_seal(std::move(seal))
{}

Result<void> SoundFileWriter::append(const QByteArray &block)
{
    return write(block, false);
}

Result<void> SoundFileWriter::finish(const QByteArray &rest)
{
    const auto written = write(rest, true);
    m_isOver = true;
    m_file.close();
    return written;
}

Result<void> SoundFileWriter::discard()
{
    m_isOver = true;
    m_file.close();
    return !m_file.exists() || m_file.remove() ? Result<void>() : diskError();
}

Result<void> SoundFileWriter::write(const QByteArray &plain, bool isLast)
{
    if (m_isOver) {
        return {};
    }
    const bool isOpen =
        m_file.isOpen() || m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                                       QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray sealed = m_seal.sealChunk(m_chunks++, plain, isLast);
    m_isOver = !isOpen || m_file.write(sealed) != sealed.size();
    return m_isOver ? diskError() : Result<void>();
}

Result<FinishedSound> finishSoundFile(const QString &path, const SealedFile &seal)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return diskError();
    }
    Waveform shape;
    qint64 bytes = 0;
    const auto take = [&](const QByteArray &track) {
        shape.add(track);
        bytes += track.size();
    };
    bool isWhole = false;
    qint64 block = 0;
    for (; !isWhole; ++block) {
        const qint64 offset = block * sealedBlockBytes();
        const qint64 size = std::min(file.size() - offset, sealedBlockBytes());
        const auto sealed = readAt(file, offset, std::max<qint64>(0, size));
        if (!sealed) {
            return diskError();
        }
        if (const auto track = seal.openChunk(block, *sealed, sizeWith(block + 1)); track) {
            take(*track);
            continue;
        }
        const auto last = seal.openChunk(block, *sealed, offset + size);
        isWhole = last && offset + size == file.size();
        if (!isWhole) {
            break;
        }
        take(*last);
    }
    if (!isWhole) {
        const QByteArray end = seal.sealChunk(block, {}, true);
        if (!file.resize(block * sealedBlockBytes()) || !file.seek(file.size()) || file.write(end) != end.size()) {
            return diskError();
        }
    }
    return FinishedSound{Milliseconds(bytes / TrackBytesPerMillisecond), shape.peaks()};
}

Result<SealedBytes> growingFile(const QString &path)
{
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound, QStringLiteral("The recording is not on this computer.")};
    }
    return SealedBytes{sizeWith(file->size() / sealedBlockBytes()),
                       [file](qint64 offset, qint64 size) { return readAt(*file, offset, size); }};
}

Result<QByteArray> readTrack(const SealedBytes &bytes, const SealedFile &seal, qint64 begin, qint64 length)
{
    const qint64 end = std::min(begin + length, bytes.trackBytes());
    if (begin < 0 || begin >= end) {
        return QByteArray();
    }
    // All blocks in one go: the bytes may be far away.
    const qint64 from = SealedFile::sealedSpan(begin / SealedFile::ChunkBytes, bytes.size).first;
    const auto [lastOffset, lastSize] = SealedFile::sealedSpan((end - 1) / SealedFile::ChunkBytes, bytes.size);
    const auto sealed = bytes.read(from, lastOffset + lastSize - from);
    if (!sealed) {
        return sealed;
    }
    return seal.openRange(begin, length, bytes.size,
                          [&](qint64 offset, qint64 size) { return sealed->mid(offset - from, size); });
}

} // namespace Frontdesk::Recording
