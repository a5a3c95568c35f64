#pragma once

#include "service/recording/objectstore.h"
#include "service/recording/recordedwav.h"
#include "service/recording/soundfile.h"

namespace Frontdesk::Recording {

/// The store's name for a recording.
[[nodiscard]] QString storedName(const ClinicId &clinic, const CallId &call);
/// Where it is in `folder` until the store has it.
[[nodiscard]] QString spoolPath(const QString &folder, const CallId &call);

/// A part of a recording, ready for a player.
struct RecordedPart {
    QByteArray bytes;
    qint64 begin = 0;
    qint64 wholeSize = 0; ///< Grows while the call runs.
};

/// Plays recordings wherever they are: in the store or still on this node's disk, also while the call runs. What it reads
/// it opens block by block; nothing opened is kept.
///
/// Blocks: for worker threads. Safe from several at once. Errors of all: NotFound when there is no recording any more;
/// Conflict: another node took the call and has not handed its recording on; Unavailable: the store is away; Corrupt.
class RecordingReader {
public:
    /// `store` outlives it.
    RecordingReader(QString folder, Storage::NodeId node, ObjectStore &store);

    /// A part of it as WAV, from `begin` on, at most `length` bytes.
    [[nodiscard]] Result<RecordedPart> read(const Storage::RecordingRecord &recording, WavEncoding encoding,
                                            qint64 begin, qint64 length) const;
    /// See RecordingRecord::peaks; of a running call up to now.
    [[nodiscard]] Result<QByteArray> peaks(const Storage::RecordingRecord &recording) const;

private:
    [[nodiscard]] Result<SealedBytes> bytesOf(const Storage::RecordingRecord &recording) const;
    [[nodiscard]] Result<SealedBytes> storedBytes(const Storage::RecordingRecord &recording) const;

    QString m_folder;
    Storage::NodeId m_node;
    ObjectStore &m_store;
};

} // namespace Frontdesk::Recording
