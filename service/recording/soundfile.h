#pragma once

#include "service/sealing/sealedfile.h"
#include "service/storage/recordingstore.h"

#include <QFile>

#include <functional>

namespace Frontdesk::Recording {

/// The sealed form of one call's track (see StereoTrack); its key opens nothing else.
[[nodiscard]] Result<Sealing::SealedFile> sealOf(const Storage::RecordingRecord &recording);

/// Writes a track to disk, sealed from the first byte, a block at a time. What was appended survives the death of the
/// process. One worker thread at a time.
class SoundFileWriter {
public:
    SoundFileWriter(const QString &path, Sealing::SealedFile seal);

    /// A whole block of StereoTrack::BlockBytes or, as the last thing, what is left. After an error nothing more is
    /// written: what is there stays whole.
    Result<void> append(const QByteArray &block);
    Result<void> finish(const QByteArray &rest);
    /// Removes the file; nothing is written any more.
    Result<void> discard();

private:
    Result<void> write(const QByteArray &plain, bool isLast);

    QFile m_file;
    Sealing::SealedFile m_seal;
    qint64 m_chunks = 0;
    bool m_isOver = false;
};

/// What is known of a track that will not grow any more.
struct FinishedSound {
    Milliseconds duration{0};
    QByteArray peaks; ///< See Waveform.
};

/// Brings the file of a track to its end, whether it was finished or cut off at any byte: what cannot be opened any more
/// is cut away. Blocks; for worker threads. Unavailable: the file cannot be read or written.
[[nodiscard]] Result<FinishedSound> finishSoundFile(const QString &path, const Sealing::SealedFile &seal);

/// Sealed bytes wherever they are.
struct SealedBytes {
    qint64 size = 0; ///< As SealedFile counts.
    std::function<Result<QByteArray>(qint64 offset, qint64 size)> read;

    [[nodiscard]] qint64 trackBytes() const { return Sealing::SealedFile::plainSize(size); }
};

/// A file that another thread may still be writing to: its whole blocks.
[[nodiscard]] Result<SealedBytes> growingFile(const QString &path);

/// The part of the track from `begin` on, no more than `length` bytes. Corrupt: it was changed.
[[nodiscard]] Result<QByteArray> readTrack(const SealedBytes &bytes, const Sealing::SealedFile &seal, qint64 begin,
                                           qint64 length);

} // namespace Frontdesk::Recording
