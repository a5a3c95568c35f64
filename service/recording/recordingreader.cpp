#include "service/recording/recordingreader.h"

#include "service/recording/waveform.h"

#include <QDir>

namespace Frontdesk::Recording {

namespace {

using Storage::RecordingRecord;
using Storage::RecordingState;

/// An id as a part of a file's name; ours are safe as they are.
QString fileNameOf(const QString &id)
{
    return QString::fromLatin1(id.toUtf8().toPercentEncoding("", ".~", '_'));
}

Result<SealedBytes> finishedFile(const QString &path)
{
    auto bytes = growingFile(path);
    if (bytes) {
        bytes->size = QFile(path).size();
    }
    return bytes;
}

} // namespace

QString storedName(const ClinicId &clinic, const CallId &call)
{
    return fileNameOf(clinic.text()) + QLatin1Char('/') + fileNameOf(call.text()) + QStringLiteral(".sealed");
}

QString spoolPath(const QString &folder, const CallId &call)
{
    return QDir(folder).filePath(call.text() + QStringLiteral(".part"));
}

RecordingReader::RecordingReader(QString folder, Storage::NodeId node, ObjectStore &store)
    : m_folder(std::move(folder))
    , m_node(std::move(node))
    , m_store(store)
{}

Result<SealedBytes> RecordingReader::storedBytes(const RecordingRecord &recording) const
{
    const QString name = storedName(recording.clinic, recording.call);
    const auto size = m_store.size(name);
    return size ? Result<SealedBytes>(SealedBytes{*size,
                                                  [store = &m_store, name](qint64 offset, qint64 length) {
                                                      return store->read(name, offset, length);
                                                  }})
                : size.error();
}

Result<SealedBytes> RecordingReader::bytesOf(const RecordingRecord &recording) const
{
    if (recording.state == RecordingState::Kept) {
        return storedBytes(recording);
    }
    auto here = recording.state == RecordingState::Running ? growingFile(spoolPath(m_folder, recording.call))
                                                           : finishedFile(spoolPath(m_folder, recording.call));
    if (here) {
        return here;
    }
    if (recording.node != m_node) {
        return Error{ErrorCode::Conflict, QStringLiteral("The recording is still on the computer that took the call.")};
    }
    if (recording.state == RecordingState::Running) {
        return SealedBytes{}; // The first block is yet to come.
    }
    return storedBytes(recording); // It was handed on, and the database does not know yet.
}

Result<RecordedPart> RecordingReader::read(const RecordingRecord &recording, WavEncoding encoding, qint64 begin,
                                           qint64 length) const
{
    const auto seal = sealOf(recording);
    if (!seal) {
        return seal.error();
    }
    const auto bytes = bytesOf(recording);
    if (!bytes) {
        return bytes.error();
    }
    const RecordedWav wav(bytes->trackBytes(), encoding);
    auto part =
        wav.bytes(begin, length, [&](qint64 from, qint64 count) { return readTrack(*bytes, *seal, from, count); });
    return part ? Result<RecordedPart>(RecordedPart{std::move(part).value(), begin, wav.size()}) : part.error();
}

Result<QByteArray> RecordingReader::peaks(const RecordingRecord &recording) const
{
    if (!recording.peaks.isEmpty()) {
        return recording.peaks;
    }
    const auto seal = sealOf(recording);
    const auto bytes = seal ? bytesOf(recording) : Result<SealedBytes>(seal.error());
    if (!bytes) {
        return bytes.error();
    }
    const auto track = readTrack(*bytes, *seal, 0, bytes->trackBytes());
    if (!track) {
        return track;
    }
    Waveform shape;
    shape.add(*track);
    return shape.peaks();
}

} // namespace Frontdesk::Recording
