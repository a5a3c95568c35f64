#include "service/recording/fetchedrecording.h"

#include "service/recording/internal/wavstream.h"

namespace Frontdesk::Recording {

/// The file. All on the files' thread.
class FetchedRecording::Writing {
public:
    /// The recording begins with `silence`, so that its time is the call's.
    Writing(const Storage::RecordingRecord &record, const QString &path, Milliseconds silence)
        : m_path(path)
        , m_writer(path, *sealOf(record))
        , m_block(silence.count() * TrackBytesPerMillisecond, static_cast<char>(Flow::MuLawSilence))
    {}

    void add(const QByteArray &bytes)
    {
        if (!m_done) {
            return;
        }
        if (m_isFirst) {
            m_isFirst = false;
            QFile::remove(m_path); // Of an attempt that was cut off: nobody has its key.
        }
        const auto track = m_wav.add(bytes);
        m_done = track ? append(*track) : track.error();
    }

    Result<void> finish()
    {
        if (m_done) {
            m_done = m_wav.end();
        }
        if (m_done) {
            m_done = m_writer.finish(m_block);
        }
        if (!m_done) {
            discard();
        }
        return m_done;
    }

    void discard()
    {
        if (const auto gone = m_writer.discard(); m_done && !gone) {
            m_done = gone;
        }
    }

private:
    Result<void> append(const QByteArray &track)
    {
        m_block += track;
        Result<void> done;
        while (done && m_block.size() >= StereoTrack::BlockBytes) {
            done = m_writer.append(m_block.first(StereoTrack::BlockBytes));
            m_block.remove(0, StereoTrack::BlockBytes);
        }
        return done;
    }

    QString m_path;
    WavStream m_wav;
    SoundFileWriter m_writer;
    QByteArray m_block;
    Result<void> m_done;
    bool m_isFirst = true;
};

FetchedRecording::FetchedRecording(RecordingTools tools, Storage::RecordingRecord record, QString path)
    : m_tools(std::move(tools))
    , m_record(std::move(record))
{
    const Milliseconds silence = std::exchange(m_record.duration, Milliseconds(0));
    m_record.state = Storage::RecordingState::Running;
    m_record.key = Sealing::SecretKey::random().toBytes();
    m_writing = std::make_shared<Writing>(m_record, path, silence);
}

FetchedRecording::~FetchedRecording()
{
    if (m_writing) {
        m_tools.files.start([writing = m_writing, over = m_tools.over, call = m_record.call] {
            writing->discard();
            over(call);
        });
    }
}

void FetchedRecording::add(const QByteArray &bytes)
{
    m_tools.files.start([writing = m_writing, bytes] { writing->add(bytes); });
}

Pending<Result<void>> FetchedRecording::finish()
{
    const Promise<Result<void>> promise;
    m_tools.files.start(
        [writing = std::exchange(m_writing, nullptr), record = m_record, tools = m_tools, promise]() mutable {
            if (const auto written = writing->finish(); !written) {
                tools.over(record.call);
                promise.give(written);
                return;
            }
            record.changedAt = tools.clock.utcNow();
            tools.recorder.write(Storage::SaveRecording{record})
                .then([over = tools.over, call = record.call, promise](const Result<void> &kept) {
                    over(call);
                    promise.give(kept);
                });
        });
    return promise.pending();
}

} // namespace Frontdesk::Recording
